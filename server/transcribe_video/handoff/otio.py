"""OpenTimelineIO (``.otio``): tracks, clips and the files behind them, as JSON.

Written by hand after the published schema, whose library is a compiled one of a megabyte; the
tests read it back with that library.
"""

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from transcribe_video.handoff.sequence import Clip, Media, Sequence, Shot, Span

Node = dict[str, Any]
_OWN = "transcribe_video"  # under which our own facts stand


def write_otio(sequence: Sequence) -> bytes:
    """The timeline as UTF-8 JSON."""
    rate = sequence.rate
    tracks = [*_clip_tracks(sequence), *_music_tracks(sequence)]
    stack = _item("Stack.1", "tracks", children=tracks, markers=[*_markers(sequence)])
    timeline = _node(
        "Timeline.1",
        name=_text(sequence.name),
        metadata={},
        global_start_time=_time(sequence.start, rate),
        tracks=stack,
    )
    return json.dumps(timeline, ensure_ascii=False, indent=2).encode(errors="replace")


def _clip_tracks(sequence: Sequence) -> Iterator[Node]:
    """The pictures, and the sound that belongs to them."""
    shots = sequence.shots
    if sequence.is_seen:
        seen = [
            _clip(sequence, shot) if shot.clip.media.is_seen else _gap(shot.d, sequence.rate)
            for shot in shots
        ]
        yield _item("Track.1", "V1", children=seen, kind="Video")
    if any(shot.clip.is_heard for shot in shots):
        heard = [
            _clip(sequence, shot) if shot.clip.is_heard else _gap(shot.d, sequence.rate)
            for shot in shots
        ]
        yield _item("Track.1", "A1", children=heard, kind="Audio")


def _music_tracks(sequence: Sequence) -> Iterator[Node]:
    for number, (music, span) in enumerate(sequence.music_spans, 2):
        shot = Shot(Clip(music.media, 0, 0, 1, music.volume), 0, span.d, 0, span.d, Fraction(1))
        yield _item("Track.1", f"A{number}", children=[_clip(sequence, shot)], kind="Audio")


def _clip(sequence: Sequence, shot: Shot) -> Node:
    clip, rate = shot.clip, sequence.rate
    begin = sequence.source_start(clip.media) + shot.source
    return _item(
        "Clip.2",
        _text(clip.media.name),
        # As long as it lasts in the timeline: a change of speed does not change that.
        source_range=_range(Span(begin, shot.d), rate),
        effects=[] if shot.speed == 1 else [_speed(shot.speed)],
        metadata={} if clip.volume == 1 else {_OWN: {"volume": clip.volume}},
        media_references={"DEFAULT_MEDIA": _reference(sequence, clip.media)},
        active_media_reference_key="DEFAULT_MEDIA",
    )


def _reference(sequence: Sequence, media: Media) -> Node:
    available = None
    if media.d_ms is not None:
        start = sequence.source_start(media)
        available = _range(Span(start, sequence.source_d(media)), sequence.rate)
    return _node(
        "ExternalReference.1",
        name=_text(media.name),
        target_url=media.path.as_uri(),
        available_range=available,
        available_image_bounds=None,
        metadata={},
    )


def _speed(speed: Fraction) -> Node:
    return _node(
        "LinearTimeWarp.1",
        name="",
        effect_name="LinearTimeWarp",
        time_scalar=float(speed),
        enabled=True,
        metadata={},
    )


def _gap(d: int, rate: Fraction) -> Node:
    return _item("Gap.1", "", source_range=_range(Span(0, d), rate))


def _markers(sequence: Sequence) -> Iterator[Node]:
    """The titles: programs differ in how they make one, and all have marks."""
    for title, span in sequence.title_spans:
        yield _node(
            "Marker.2",
            name=_text(title.text),
            comment="",
            color="GREEN",
            marked_range=_range(span, sequence.rate),
            metadata={_OWN: {"title": _text(title.text), "position": title.position}},
        )


def _item(schema: str, name: str, **more: Any) -> Node:
    """Something that has a place in a timeline."""
    usual: Node = {"source_range": None, "effects": [], "markers": [], "metadata": {}}
    return _node(schema, name=name, enabled=True, **{**usual, **more})


def _range(span: Span, rate: Fraction) -> Node:
    start, duration = _time(span.at, rate), _time(span.d, rate)
    return _node("TimeRange.1", start_time=start, duration=duration)


def _time(frame: int, rate: Fraction) -> Node:
    return _node("RationalTime.1", value=float(frame), rate=float(rate))


def _node(schema: str, **more: Any) -> Node:
    return {"OTIO_SCHEMA": schema, **more}


def _text(text: str) -> str:
    return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= c <= "\udfff" else c for c in text)
