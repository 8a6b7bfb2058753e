"""An edit decision list (CMX 3600): one track of cuts, which nearly every editing program reads."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from fractions import Fraction

from transcribe_video.handoff.sequence import Media, Sequence, Shot
from transcribe_video.handoff.smpte import timecode

MOST_EVENTS = 999
"""The numbers of more have four digits, which not every program reads."""

_REEL = 8  # characters at most
_NOT_IN_REELS = re.compile(r"[^A-Z0-9]+")
_NO_REELS = {"", "AX", "BL", "BLACK", "BARS"}  # names with a meaning of their own
_TITLE = 70


def write_edl(sequence: Sequence) -> bytes:
    """The list, in UTF-8 with Windows line ends."""
    return "".join(f"{line}\r\n" for line in _lines(sequence)).encode(errors="replace")


def _lines(sequence: Sequence) -> Iterator[str]:
    yield f"TITLE: {_line(sequence.name)[:_TITLE]}"
    yield f"FCM: {'DROP FRAME' if sequence.is_drop_frame else 'NON-DROP FRAME'}"
    yield ""
    reels = reel_names(sequence.media)
    for number, shot in enumerate(sequence.shots, 1):
        yield from _event(sequence, number, shot, reels[shot.clip.media])


def _event(sequence: Sequence, number: int, shot: Shot, reel: str) -> Iterator[str]:
    media = shot.clip.media
    first = sequence.source_start(media) + shot.source
    source = [_source(media, frame, sequence.rate) for frame in (first, first + shot.source_d)]
    record = [_record(sequence, frame) for frame in (shot.at, shot.end)]
    times = " ".join([*source, *record])
    yield f"{number:03}  {reel:<{_REEL}} {_channels(shot):<5} C        {times}"
    if shot.speed != 1:
        # The frames of the source that pass in a second.
        yield f"M2   {reel:<{_REEL}} {float(shot.speed * sequence.rate):05.1f}    {source[0]}"
    yield f"* FROM CLIP NAME: {_line(media.name)}"
    yield f"* SOURCE FILE: {_line(str(media.path))}"
    yield from _locators(sequence, shot)
    yield ""


def _locators(sequence: Sequence, shot: Shot) -> Iterator[str]:
    """The titles that begin over this event, as marks."""
    for title, span in sequence.title_spans:
        if shot.at <= span.at < shot.end:
            yield f"* LOC: {_record(sequence, span.at)} GREEN   {_line(title.text)}"


def _channels(shot: Shot) -> str:
    """Picture, sound, or both."""
    if not shot.clip.media.is_seen:
        return "A"
    return "B" if shot.clip.is_heard else "V"


def _source(media: Media, frame: int, rate: Fraction) -> str:
    return timecode(frame, rate, is_drop_frame=bool(media.start.is_drop_frame))


def _record(sequence: Sequence, frame: int) -> str:
    is_drop_frame = sequence.is_drop_frame
    return timecode(sequence.start + frame, sequence.rate, is_drop_frame=is_drop_frame)


def reel_names(media: tuple[Media, ...]) -> Mapping[Media, str]:
    """A name of at most eight plain letters and digits for each file, none twice."""
    names: dict[Media, str] = {}
    taken = set(_NO_REELS)
    for number, one in enumerate(media, 1):
        plain = unicodedata.normalize("NFKD", one.path.stem).upper()
        stem = _NOT_IN_REELS.sub("", plain)
        name = stem[:_REEL]
        if name in taken:
            ending = f"{number:03}"
            name = f"{stem[: _REEL - len(ending)] or 'REEL'}{ending}"
        names[one] = name
        taken.add(name)
    return names


def _line(text: str) -> str:
    """Text on one line, with nothing in it that a terminal or a program would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
