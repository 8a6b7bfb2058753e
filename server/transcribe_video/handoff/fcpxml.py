"""FCPXML 1.10: what Final Cut Pro, and through it DaVinci Resolve and others, open.

Every time in it is a whole number of the sequence's frames, written as a fraction of a second, as
the format demands. A clip's ``start`` is on the clock of its file; of a clip that is played
faster or slower, on that clock as it then runs.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor, log10
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from transcribe_video.handoff.sequence import Media, Sequence, Shot, Title

_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n'
_VERSION = "1.10"
_TITLE = "Basic Title"
_TITLE_UID = ".../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti"
_PLACES = {"top": "0 35", "center": "0 0", "bottom": "0 -35"}  # per cent of the height
_SIZE = (1920, 1080)  # of a sequence without a picture
_SILENCE_DB = -96.0
_STILL_FORMAT = "FFVideoFormatRateUndefined"
_SEQUENCE_FORMAT = "r1"


def write_fcpxml(sequence: Sequence) -> bytes:
    """The document as UTF-8."""
    root = Element("fcpxml", version=_VERSION)
    resources = SubElement(root, "resources")
    refs = _resources(sequence, resources)
    event = SubElement(SubElement(root, "library"), "event", name=_text(sequence.name))
    project = SubElement(event, "project", name=_text(sequence.name))
    _sequence(sequence, project, refs)
    indent(root)
    document: bytes = tostring(root, encoding="utf-8")
    return _HEAD + document + b"\n"


def _resources(sequence: Sequence, resources: Element) -> Mapping[Media, str]:
    """The formats, the files and the title; gives the name of each file's."""
    size = {"width": str(sequence.width or _SIZE[0]), "height": str(sequence.height or _SIZE[1])}
    duration = _seconds(1 / sequence.rate)
    SubElement(resources, "format", {"id": _SEQUENCE_FORMAT, "frameDuration": duration, **size})
    refs: dict[Media, str] = {}
    for media in sequence.media:
        form = _format(sequence, media, resources)
        refs[media] = f"r{len(resources) + 1}"
        attributes = {"id": refs[media], "name": _text(media.name), **_content(media), **form}
        asset = SubElement(resources, "asset", {**attributes, **_extent(sequence, media)})
        SubElement(asset, "media-rep", kind="original-media", src=media.path.as_uri())
    if sequence.titles:
        SubElement(resources, "effect", id="rtitle", name=_TITLE, uid=_TITLE_UID)
    return refs


def _format(sequence: Sequence, media: Media, resources: Element) -> dict[str, str]:
    """The form of a file's picture."""
    if not media.is_seen:
        return {}
    own = {"id": f"r{len(resources) + 1}"}
    if media.width and media.height:
        own |= {"width": str(media.width), "height": str(media.height)}
    if media.kind == "image":
        own["name"] = _STILL_FORMAT
    else:
        own["frameDuration"] = _seconds(1 / (media.rate or sequence.rate))
    SubElement(resources, "format", own)
    return {"format": own["id"]}


def _content(media: Media) -> dict[str, str]:
    content: dict[str, str] = {}
    if media.is_seen:
        content |= {"hasVideo": "1", "videoSources": "1"}
    if media.is_heard:
        content |= {"hasAudio": "1", "audioSources": "1", "audioChannels": "2"}
    return content


def _extent(sequence: Sequence, media: Media) -> dict[str, str]:
    """Where a file's clock begins, and how long it runs."""
    if media.kind == "image":
        return {"start": "0s", "duration": "0s"}
    rate = media.rate or sequence.rate
    start = media.start.seconds(rate)
    end = (sequence.source_start(media) + sequence.source_d(media)) / sequence.rate
    length = max(ceil((media.d_ms or 0) * rate / 1000), ceil((end - start) * rate)) / rate
    return {"start": _seconds(start), "duration": _seconds(length)}


def _sequence(sequence: Sequence, project: Element, refs: Mapping[Media, str]) -> None:
    made = SubElement(
        project,
        "sequence",
        format=_SEQUENCE_FORMAT,
        duration=_time(sequence.d, sequence),
        tcStart="0s",
        tcFormat="DF" if sequence.is_drop_frame else "NDF",
        audioLayout="stereo",
        audioRate="48k",
    )
    spine = SubElement(made, "spine")
    titles = [*sequence.title_spans]
    for number, shot in enumerate(sequence.shots):
        clip = _clip(sequence, shot, spine, refs[shot.clip.media])
        if number == 0:
            _music(sequence, shot, clip, refs)
        over = [(one, span) for one, span in titles if shot.at <= span.at < shot.end]
        for one, span in over:
            place = {
                "offset": _time(_start(sequence, shot) + span.at - shot.at, sequence),
                "duration": _time(span.d, sequence),
            }
            _title(one, place, clip, f"ts{titles.index((one, span)) + 1}")


def _clip(sequence: Sequence, shot: Shot, spine: Element, ref: str) -> Element:
    media = shot.clip.media
    place = {
        "ref": ref,
        "name": _text(media.name),
        "offset": _time(shot.at, sequence),
        "start": _time(_start(sequence, shot), sequence),
        "duration": _time(shot.d, sequence),
    }
    if media.kind == "image":
        clip = SubElement(spine, "video", place)
    else:
        is_drop_frame = media.start.is_drop_frame
        clip = SubElement(spine, "asset-clip", place, tcFormat="DF" if is_drop_frame else "NDF")
        if shot.speed != 1:
            _speed(sequence, shot, clip)
    if sequence.is_filled and media.is_seen:
        SubElement(clip, "adjust-conform", type="fill")
    if media.is_heard:
        _volume(shot.clip.volume, clip)
    return clip


def _start(sequence: Sequence, shot: Shot) -> int:
    """Where a clip begins on its file's clock, as fast as that runs in it."""
    first = sequence.source_start(shot.clip.media)
    last = floor((first + sequence.source_d(shot.clip.media)) / shot.speed) - shot.d
    start = round((first + shot.source) / shot.speed)
    return max(ceil(first / shot.speed), min(start, last))


def _speed(sequence: Sequence, shot: Shot, clip: Element) -> None:
    """Which moment of the file is seen when: all of the file runs evenly."""
    media = shot.clip.media
    first = sequence.source_start(media)
    last = first + sequence.source_d(media)
    points = SubElement(clip, "timeMap")
    for frame in (first, last):
        seen_s = frame / sequence.rate
        time, value = _seconds(seen_s / shot.speed), _seconds(seen_s)
        SubElement(points, "timept", time=time, value=value, interp="linear")


def _music(sequence: Sequence, first: Shot, clip: Element, refs: Mapping[Media, str]) -> None:
    for lane, (music, span) in enumerate(sequence.music_spans, 1):
        made = SubElement(
            clip,
            "asset-clip",
            ref=refs[music.media],
            lane=str(-lane),
            name=_text(music.media.name),
            offset=_time(_start(sequence, first), sequence),
            start=_time(sequence.source_start(music.media), sequence),
            duration=_time(span.d, sequence),
            srcEnable="audio",
            audioRole="music",
        )
        _volume(music.volume, made)


def _volume(volume: float, clip: Element) -> None:
    if volume != 1:
        level_db = max(20 * log10(volume), _SILENCE_DB) if volume > 0 else _SILENCE_DB
        SubElement(clip, "adjust-volume", amount=f"{level_db:.3g}dB")


def _title(title: Title, place: Mapping[str, str], clip: Element, style: str) -> None:
    text = _text(title.text)
    made = SubElement(clip, "title", {"ref": "rtitle", "lane": "1", "name": text, **place})
    SubElement(SubElement(made, "text"), "text-style", ref=style).text = text
    look = {"font": "Helvetica", "fontSize": "72", "fontColor": "1 1 1 1", "alignment": "center"}
    SubElement(SubElement(made, "text-style-def", id=style), "text-style", look)
    SubElement(made, "adjust-transform", position=_PLACES[title.position])


def _time(frame: int, sequence: Sequence) -> str:
    return _seconds(frame / sequence.rate)


def _seconds(seconds: Fraction) -> str:
    """``1001/30000s``; whole seconds without a fraction."""
    if seconds.denominator == 1:
        return f"{seconds.numerator}s"
    return f"{seconds.numerator}/{seconds.denominator}s"


def _text(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return "".join(_characters(text)) or " "


def _characters(text: str) -> Iterator[str]:
    for c in text:
        is_held = c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff")
        yield c if is_held and c not in "\ufffe\uffff" else "\N{REPLACEMENT CHARACTER}"
