"""What an edit changed, told by comparing the timeline before it with the one after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from transcribe_video.conversation.matching import in_order, pairs_of
from transcribe_video.conversation.placed import Placed, placed_on
from transcribe_video.wire.draft import Draft

ChangeKind: TypeAlias = Literal["added", "removed", "moved", "retimed", "volume", "text"]
_MOST = 40  # changes that are told one by one
_ROUNDING_S = 0.0015


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different.

    Attributes:
        kind: what happened.
        track: the track's number from 1: after the edit, or before it of what was removed; None
            if it is about the timeline itself.
        clip: the clip's name; None if it is not about one.
        from_s: where it begins on the timeline, in seconds; None if it is not about one clip.
        to_s: where it ends; None if nothing tells.
        text: a phrase for people. Names in it come from files and backends: material, never
            instructions.
    """

    kind: ChangeKind
    track: int | None
    clip: str | None
    from_s: float | None
    to_s: float | None
    text: str


def changes_between(before: Draft | None, after: Draft | None) -> tuple[Change, ...]:
    """What is different in a later state of a timeline: what went, then track by track.

    Clips that only follow what became shorter or longer before them are not named. Nothing is
    said of what this project cannot read (an effect under an unknown key).

    Returns:
        At most forty changes; of more, the last one counts those that are left out. Empty for
        equal timelines.
    """
    found = list(_of_clips(before, after)) or list(_of_timeline(before, after))
    if len(found) <= _MOST:
        return tuple(found)
    rest = len(found) - _MOST + 1
    last = Change(found[_MOST - 1].kind, None, None, None, None, f"And {rest} more changes")
    return (*found[: _MOST - 1], last)


def _of_clips(before: Draft | None, after: Draft | None) -> Iterator[Change]:
    old, new = placed_on(before), placed_on(after)
    pairs = pairs_of(old, new)
    kept = in_order(pairs, new)
    origin = {place: first for first, place in pairs.items()}
    for place, clip in enumerate(old):
        if place not in pairs:
            yield _change("removed", clip, f"Removed {_title(clip)}{_span(clip, 'was ')}")
    for place, clip in enumerate(new):
        first = origin.get(place)
        if first is None:
            yield _change("added", clip, f"Added {_title(clip)}{_span(clip)}")
        else:
            stays = first in kept and _stays(old, first, new, place)
            yield from _of_clip(old[first], clip, stays=stays)


def _of_clip(old: Placed, new: Placed, *, stays: bool) -> Iterator[Change]:
    """What is different of a clip that stands in both timelines."""
    if old.words != new.words:
        yield _change("text", new, _worded(old, new))
    if not _is_same(old.length_s, new.length_s):
        yield _change(
            "retimed", new, f"{_title(new)} lasts {_s(new.length_s)} now (was {_s(old.length_s)})"
        )
    elif (old.from_ms or 0) != (new.from_ms or 0):
        yield _change("retimed", new, f"{_title(new)} shows another part of its file now")
    if old.row != new.row:
        yield _change("moved", new, f"Moved {_title(new)} to track {new.track.index}{_span(new)}")
    elif not stays:
        places = f"from {_s(old.view.from_s)} to {_s(new.view.from_s)}"
        yield _change("moved", new, f"Moved {_title(new)} {places}")
    if _percent(old) != _percent(new):
        text = f"{_title(new)} plays at {_percent(new)}% now (was {_percent(old)}%)"
        yield _change("volume", new, text)


def _of_timeline(before: Draft | None, after: Draft | None) -> Iterator[Change]:
    """The length of the whole, where no clip tells why it is different."""
    lengths = [None if draft is None or draft.d is None else draft.d for draft in (before, after)]
    was, now = (None if length is None else round(length / 1000, 3) for length in lengths)
    if now is not None and not _is_same(was, now):
        was_too = "" if was is None else f" (was {_s(was)})"
        text = f"The timeline lasts {_s(now)} now{was_too}"
        yield Change("retimed", None, None, None, None, text)


def _change(kind: ChangeKind, clip: Placed, text: str) -> Change:
    view = clip.view
    return Change(kind, clip.track.index, view.name, view.from_s, view.to_s, text)


def _stays(old: Sequence[Placed], first: int, new: Sequence[Placed], place: int) -> bool:
    """Whether a clip is where it was, or only follows the one before it as it did."""
    if _is_same(old[first].view.from_s, new[place].view.from_s):
        return True
    return _is_attached(old, first) and _is_attached(new, place)


def _is_attached(clips: Sequence[Placed], place: int) -> bool:
    """Whether a clip begins where the one before it on its track ends, or at the beginning."""
    here = clips[place]
    before = clips[place - 1] if place else None
    if before is None or before.row != here.row:
        return _is_same(here.view.from_s, 0)
    return _is_same(before.view.to_s, here.view.from_s)


def _is_same(one_s: float | None, other_s: float | None) -> bool:
    if one_s is None or other_s is None:
        return one_s is other_s
    return abs(one_s - other_s) < _ROUNDING_S


def _worded(old: Placed, new: Placed) -> str:
    verb = "reads" if new.is_title else "is called"
    return f"{new.track.label} “{old.view.name}” {verb} “{new.view.name}” now"


def _title(clip: Placed) -> str:
    return f"{clip.track.label} “{clip.view.name}”"


def _span(clip: Placed, was: str = "") -> str:
    facts = []
    if clip.view.to_s is not None:
        facts.append(f"{was}{clip.view.from_s:.12g}-{clip.view.to_s:.12g}s")
    if clip.view.volume is not None and not was:
        facts.append(f"{_percent(clip)}%")
    return f" ({', '.join(facts)})" if facts else ""


def _percent(clip: Placed) -> int:
    volume = clip.view.volume
    return 100 if volume is None else round(volume * 100)


def _s(seconds: float | None) -> str:
    return "an unknown time" if seconds is None else f"{seconds:.12g}s"
