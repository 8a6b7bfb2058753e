"""Which clip of one timeline is which of another: by id, else by name and order."""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Sequence
from typing import TypeAlias

from transcribe_video.conversation.placed import Placed

Pairs: TypeAlias = dict[int, int]
"""Places before → places after, of the clips that stayed."""
_Key: TypeAlias = Callable[[Placed], Hashable | None]


def pairs_of(before: Sequence[Placed], after: Sequence[Placed]) -> Pairs:
    """The clips that stand in both timelines.

    An id decides where it is there once on both sides. Of the others the same name on the same
    track is the same clip, first where the length is the same too, then in order; then what has
    no name, or is a title, in order; last the same name on another track.
    """
    pairs: Pairs = {}
    _pair(pairs, before, after, _unique(before, after))
    for key in (_exact, _named, _nameless, _anywhere):
        _pair(pairs, before, after, key)
    return pairs


def in_order(pairs: Pairs, after: Sequence[Placed]) -> Collection[int]:
    """The places before of the most clips that kept their order, within each track."""
    rows: dict[Hashable, list[int]] = defaultdict(list)
    for first in sorted(pairs):
        rows[after[pairs[first]].row].append(first)
    return {first for row in rows.values() for first in _rising(row, pairs)}


def _pair(pairs: Pairs, before: Sequence[Placed], after: Sequence[Placed], key: _Key) -> None:
    taken = set(pairs.values())
    free: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, clip in enumerate(after):
        found = key(clip)
        if place not in taken and found is not None:
            free[found].append(place)
    for place, clip in enumerate(before):
        found = key(clip)
        if place not in pairs and found is not None and free[found]:
            pairs[place] = free[found].popleft()


def _unique(before: Sequence[Placed], after: Sequence[Placed]) -> _Key:
    counts = [Counter(clip.key for clip in clips) for clips in (before, after)]
    return lambda clip: clip.key if all(count[clip.key] == 1 for count in counts) else None


def _exact(clip: Placed) -> Hashable:
    return (clip.row, clip.words, clip.length_s, clip.from_ms)


def _named(clip: Placed) -> Hashable | None:
    return (clip.row, clip.words) if clip.words else None


def _nameless(clip: Placed) -> Hashable | None:
    return clip.row if clip.is_title or not clip.words else None


def _anywhere(clip: Placed) -> Hashable | None:
    return (clip.is_title, clip.words) if clip.words else None


def _rising(row: Sequence[int], pairs: Pairs) -> list[int]:
    """The longest run of places whose places after rise as well."""
    tails: list[int] = []
    ends: list[int] = []
    previous: dict[int, int | None] = {}
    for first in row:
        place = bisect_left(tails, pairs[first])
        previous[first] = ends[place - 1] if place else None
        tails[place : place + 1], ends[place : place + 1] = [pairs[first]], [first]
    found: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        found.append(at)
        at = previous[at]
    return found
