"""A timeline as the wire's draft, and back, without a loss.

Keys of our own stand in ``m``: of a clip ``media_id``, ``name``, ``at_ms``, ``from_ms``, ``to_ms``,
``kind``, ``speed``, ``volume``; of music ``is_ducked``, ``levels`` and ``length_ms``; of the
draft ``rate``, ``captions``, ``fades``, ``frame`` and ``loudness_lufs``.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from fractions import Fraction
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from transcribe_video.backend.editor.timeline import (
    Captions,
    Clip,
    Fades,
    Frame,
    Music,
    Timeline,
    Title,
)
from transcribe_video.wire.draft import AUDIO, TEXT, VIDEO, Draft
from transcribe_video.wire.draft import Clip as WireClip

_CAPTIONS, _TITLE = "captions", "title"
_PLAIN = Captions()
_USUAL = {"speed": 1.0, "volume": 1.0, "origin": 0}  # not said of a clip that is played so
_Row = TypeVar("_Row", Clip, Title, Music, Captions, Fades, Frame)


def draft_of_timeline(
    timeline: Timeline, particulars: Mapping[str, object], captioned: Collection[str]
) -> dict[str, object]:
    """The draft of a timeline, in the wire's form.

    Args:
        timeline: the edit.
        particulars: the title, and the size of the picture, of the whole.
        captioned: the files that have a transcript.
    """
    is_sound = bool(timeline.clips) and all(clip.kind == "audio" for clip in timeline.clips)
    whole_ms = timeline.d_ms
    tracks = [
        _track(AUDIO if is_sound else VIDEO, "main", [*_clips(timeline)], whole_ms),
        _track(AUDIO, "music", [*_music(timeline)], whole_ms),
        _track(TEXT, "titles", [*_titles(timeline)], whole_ms),
        _track(TEXT, "captions", [*_captions(timeline, captioned)], whole_ms),
    ]
    settings: dict[str, object] = {
        "rate": str(timeline.rate),
        "captions": asdict(timeline.captions),
        "fades": asdict(timeline.fades),
        "frame": asdict(timeline.frame),
        "loudness_lufs": timeline.loudness_lufs,
    }
    filled = [track for track in tracks if track["sg"]]
    return {"t": filled, "d": whole_ms, "m": {**particulars, **settings}}


def timeline_of_draft(draft: Draft) -> Timeline | None:
    """The timeline that a draft of ours holds; None if it is none of ours."""
    try:
        return _timeline(draft)
    except (ValidationError, ValueError, LookupError, TypeError, ArithmeticError, AttributeError):
        return None


def _timeline(draft: Draft) -> Timeline:
    rows = {str((track.model_extra or {}).get("id")): track.sg for track in draft.t}
    settings = draft.m
    [captions] = _read(Captions, [settings["captions"]])
    [fades] = _read(Fades, [settings["fades"]])
    [frame] = _read(Frame, [settings["frame"]])
    return Timeline(
        clips=_read(Clip, [clip.m for clip in rows.get("main", [])]),
        rate=Fraction(settings["rate"]),
        titles=_read(Title, [_span(clip) for clip in rows.get("titles", [])]),
        music=_read(Music, [clip.m for clip in rows.get("music", [])]),
        captions=captions,
        fades=fades,
        frame=frame,
        loudness_lufs=settings.get("loudness_lufs"),
    )


def _read(kind: type[_Row], rows: Sequence[Mapping[str, Any]]) -> tuple[_Row, ...]:
    """Rows from what stands on the wire, checked."""
    names = {field.name for field in fields(kind)}
    adapter = TypeAdapter(kind)
    known = ({name: row[name] for name in names & row.keys()} for row in rows)
    return tuple(map(adapter.validate_python, known))


def _span(clip: WireClip) -> dict[str, Any]:
    """A title's times, which stand on the wire as a beginning and a length."""
    at_ms = clip.m["at_ms"]
    return {**clip.m, "from_ms": at_ms, "to_ms": at_ms + (clip.d or 0)}


def _clips(timeline: Timeline) -> Iterator[dict[str, object]]:
    for number, (at_ms, clip) in enumerate(timeline.places, 1):
        told = {name: value for name, value in asdict(clip).items() if value != _USUAL.get(name)}
        yield _row(f"clip_{number}", clip.d_ms, {**told, "at_ms": at_ms})


def _music(timeline: Timeline) -> Iterator[dict[str, object]]:
    for number, one in enumerate(timeline.music, 1):
        told = asdict(one)
        levels, length_ms = list(told.pop("levels")), told.pop("length_ms")
        place: dict[str, object] = {"levels": levels, "at_ms": 0} if levels else {"at_ms": 0}
        if length_ms:
            place["length_ms"] = length_ms
        d_ms = min(timeline.d_ms, one.length_ms or timeline.d_ms)
        yield _row(f"music_{number}", d_ms, {**told, **place})


def _titles(timeline: Timeline) -> Iterator[dict[str, object]]:
    for number, title in enumerate(timeline.titles, 1):
        place = {"at_ms": title.from_ms, "position": title.position, "text": title.text}
        yield _row(f"title_{number}", title.to_ms - title.from_ms, {"kind": _TITLE, **place})


def _captions(timeline: Timeline, captioned: Collection[str]) -> Iterator[dict[str, object]]:
    """A reference for each clip in which somebody may speak, never the words."""
    if timeline.captions.is_on is False:
        return
    name = _styled(timeline.captions)
    for number, (at_ms, clip) in enumerate(timeline.places, 1):
        if clip.media_id in captioned and clip.volume > 0:
            place = {"media_id": clip.media_id, "at_ms": at_ms, "from_ms": clip.from_ms}
            named = {"kind": _CAPTIONS, "name": name, **place}
            yield _row(f"captions_{number}", clip.d_ms, named)


def _styled(captions: Captions) -> str:
    """What the captions are called: how they look, where that is not the usual."""
    facts = [
        "burned in" if captions.is_burned else "",
        captions.size if captions.size != _PLAIN.size else "",
        captions.position if captions.position != _PLAIN.position else "",
        captions.color if captions.color != _PLAIN.color else "",
        "word by word" if captions.is_highlighted else "",
    ]
    told = ", ".join(filter(None, facts))
    return f"{_CAPTIONS} ({told})" if told else _CAPTIONS


def _row(row_id: str, d_ms: int, particulars: dict[str, object]) -> dict[str, object]:
    return {"id": row_id, "d": d_ms, "m": particulars}


def _track(kind: int, name: str, clips: list[dict[str, object]], d_ms: int) -> dict[str, object]:
    return {"id": name, "tt": kind, "sg": clips, "d": d_ms, "m": {}}
