"""A draft's tracks and clips, as far as they can be read: a backend may write them as it likes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcribe_video.wire.draft import AUDIO, TEXT, VIDEO, Clip, Draft, Track

_NAME_KEYS, _VOLUME_KEYS = ("title", "name", "text"), ("volume", "vol")
_LONGEST_NAME, _LONGEST_TEXT = 80, 1000
_LOUDEST = 1000  # per cent
_LARGEST_FACTOR = 2  # of those who do not say what their numbers mean
_FAR = 1e15  # no number of a timeline lies beyond it
_CAPTIONS, _MEDIA = "captions", "media_id"
_SOUND = "Sound"  # what is no music below a picture, but all there is
_DIGITS = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?")


@dataclass(frozen=True, slots=True)
class ClipView:
    """One clip of a track.

    Attributes:
        name: what it is called, in one line; ``"clip 1"`` if nothing tells.
        from_s: where on the timeline it begins, in seconds.
        to_s: where it ends; None if nothing tells.
        volume: 1 is as loud as recorded; None if nothing tells.
        text: what it shows, of a title; None for all else.
        is_captions: whether it stands for captions.
    """

    name: str
    from_s: float
    to_s: float | None
    volume: float | None = None
    text: str | None = None
    is_captions: bool = False


@dataclass(frozen=True, slots=True)
class TrackView:
    """One track: its number from 1, what people call it, and its clips in order."""

    index: int
    label: str
    clips: tuple[ClipView, ...]


def words_on(clip: Clip) -> str:
    """What a clip shows or is called, in full as far as a thousand characters; may be empty."""
    return _first(clip, *_NAME_KEYS)


def tracks_of(draft: Draft) -> tuple[TrackView, ...]:
    """All tracks of a draft, in its order; what cannot be read is given a plain name."""
    return tuple(
        TrackView(index, _label(track, draft), tuple(_clips(track)))
        for index, track in enumerate(draft.t, 1)
    )


def _label(track: Track, draft: Draft) -> str:
    """What people call it; the recordings of a project without a picture are no music."""
    media = [one for one in draft.t if one.tt in {VIDEO, AUDIO}]
    is_all = media == [track] and track.tt == AUDIO
    is_recorded = all(_MEDIA in clip.m for clip in track.sg)
    return _SOUND if is_all and is_recorded and track.sg else track.label


def _clips(track: Track) -> Iterator[ClipView]:
    end_ms: float = 0
    for number, clip in enumerate(track.sg, 1):
        start_ms = _at_ms(clip, end_ms)
        length_ms = track.d if clip.d is None and len(track.sg) == 1 else clip.d
        end_ms = start_ms + (length_ms or 0)
        yield ClipView(
            name=_text(clip, *_NAME_KEYS) or f"clip {number}",
            from_s=_seconds(start_ms),
            to_s=None if length_ms is None else _seconds(end_ms),
            volume=_volume(clip),
            text=_shown(clip) if track.tt == TEXT else None,
            is_captions=_is_captions(clip),
        )


def _at_ms(clip: Clip, after_ms: float) -> float:
    """Where a clip begins; one that does not say so follows the one before it."""
    at_ms = number_of(clip.m.get("at_ms"))
    return after_ms if at_ms is None or at_ms < 0 else at_ms


def _shown(clip: Clip) -> str | None:
    """The words of a title; captions have none here, they stand in the transcript."""
    return None if _is_captions(clip) else _text(clip, *reversed(_NAME_KEYS)) or None


def _is_captions(clip: Clip) -> bool:
    return clip.m.get("kind") == _CAPTIONS


def _text(clip: Clip, *keys: str) -> str:
    line = _first(clip, *keys)
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1].rstrip()}…"


def _first(clip: Clip, *keys: str) -> str:
    """The first of the keys that tells something, in the particulars, then on the clip."""
    places = (clip.m, clip.model_extra or {})
    found = (_one_line(place.get(key)) for place in places for key in keys)
    return next(filter(None, found), "")


def _one_line(value: object) -> str:
    if isinstance(value, str):
        shown = value[:_LONGEST_TEXT]
    else:
        number = number_of(value)
        shown = "" if number is None else f"{number:.12g}"
    return " ".join("".join(c if c.isprintable() else " " for c in shown).split())


def _volume(clip: Clip) -> float | None:
    """The volume as a factor; a large number is a percentage, but for a clip of ours never."""
    places = (clip.m, clip.model_extra or {})
    said = (number_of(place.get(key)) for place in places for key in _VOLUME_KEYS)
    found = next((number for number in said if number is not None), None)
    if found is None or not 0 <= found <= _LOUDEST:
        return None
    is_factor = found <= _LARGEST_FACTOR or _MEDIA in clip.m
    return round(found if is_factor else found / 100, 3)


def number_of(value: object) -> float | None:
    """A number as a peer may write it, also as text; None if it is none or absurd."""
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if -_FAR <= value <= _FAR else None


def _seconds(ms: float) -> float:
    return round(ms / 1000, 3)
