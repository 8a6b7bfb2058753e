"""Putting a timeline together anew from ranges of itself and from clips that are new."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from math import isclose
from operator import itemgetter

from transcribe_video.backend.editor.levels import with_levels_moved
from transcribe_video.backend.editor.timeline import Clip, Timeline, Title
from transcribe_video.conversation.editing.edit import Range

_ROUNDED = 0.01  # of its speed, at most, a clip is off so that it ends on a picture


@dataclass(frozen=True, slots=True)
class Insertion:
    """Clips that were not there before."""

    clips: tuple[Clip, ...]

    @property
    def d_ms(self) -> int:
        """How long they are."""
        return sum(clip.d_ms for clip in self.clips)


Piece = Range | Insertion


def rearranged(timeline: Timeline, pieces: Sequence[Piece]) -> Timeline:
    """The timeline that shows these ranges of it, and these clips, in this order.

    Titles, and the levels of music, go with the moments that they were for; one of which nothing
    is left is dropped. Ranges are cut to whole pictures; a clip of which two parts follow each
    other stays one.
    """
    whole = [_snapped(timeline, piece) for piece in pieces]
    kept = _connected([piece for piece in whole if _length_ms(piece) > 0])
    places = [*timeline.places]
    clips = [clip for piece in kept for clip in _clips(places, piece)]
    titles = [moved for title in timeline.titles for moved in _moved(title, kept)]
    music = [with_levels_moved(one, partial(_runs, pieces=kept)) for one in timeline.music]
    joined = tuple(_joined(clips))
    return replace(timeline, clips=joined, titles=tuple(titles), music=tuple(music))


def without(timeline: Timeline, ranges: Sequence[Range]) -> Timeline:
    """The timeline without these ranges, which may lie in any order and overlap."""
    return rearranged(timeline, complement(ranges, timeline.d_ms))


def complement(ranges: Sequence[Range], d_ms: int) -> list[Range]:
    """What lies between and around these ranges."""
    left: list[Range] = []
    at_ms = 0
    for from_ms, to_ms in merged(ranges):
        if from_ms > at_ms:
            left.append((at_ms, min(from_ms, d_ms)))
        at_ms = max(at_ms, to_ms)
    if at_ms < d_ms:
        left.append((at_ms, d_ms))
    return left


def merged(ranges: Iterable[Range]) -> list[Range]:
    """The same moments as ranges in order that do not touch; empty ones are left out."""
    found: list[Range] = []
    for from_ms, to_ms in sorted(ranges):
        if to_ms <= from_ms:
            continue
        if found and from_ms <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], to_ms))
        else:
            found.append((from_ms, to_ms))
    return found


def split_at(timeline: Timeline, moments_ms: Sequence[int]) -> Timeline:
    """The same timeline with clips that end at these moments."""
    cuts = sorted({timeline.snapped(ms) for ms in moments_ms} | {0, timeline.d_ms})
    places = [*timeline.places]
    clips = tuple(clip for part in pairwise(cuts) for clip in _clips(places, part))
    return replace(timeline, clips=clips)


def is_alike(one: Timeline, other: Timeline) -> bool:
    """Whether both show and sound the same, wherever their clips are split."""
    return one.d_ms == other.d_ms and _unsplit(one) == _unsplit(other)


def _unsplit(timeline: Timeline) -> Timeline:
    clips: list[Clip] = []
    for clip in timeline.clips:
        last = clips[-1] if clips else None
        if last and isclose(last.speed, clip.speed, rel_tol=_ROUNDED):
            clip = replace(clip, speed=last.speed)  # noqa: PLW2901 - rounded when it was split
        if last and replace(last, from_ms=last.to_ms, to_ms=clip.to_ms) == clip:
            clips[-1] = replace(clip, from_ms=last.from_ms)
        else:
            clips.append(clip)
    return replace(timeline, clips=tuple(clips))


def _snapped(timeline: Timeline, piece: Piece) -> Piece:
    if isinstance(piece, Insertion):
        return piece
    return timeline.snapped(piece[0]), timeline.snapped(piece[1])


def _connected(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; ranges of which one goes on where the one before it ends are one."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if isinstance(piece, tuple) and isinstance(last, tuple) and last[1] == piece[0]:
            found[-1] = (last[0], piece[1])
        else:
            found.append(piece)
    return found


def _length_ms(piece: Piece) -> int:
    return piece.d_ms if isinstance(piece, Insertion) else piece[1] - piece[0]


def _clips(places: Sequence[tuple[int, Clip]], piece: Piece) -> Iterator[Clip]:
    """The parts of clips, of which each is given with its beginning, that a piece shows."""
    if isinstance(piece, Insertion):
        yield from piece.clips
        return
    from_ms, to_ms = piece
    number = max(0, bisect_right(places, from_ms, key=itemgetter(0)) - 1)
    while number < len(places) and places[number][0] < to_ms:
        at_ms, clip = places[number]
        first, last = max(from_ms, at_ms), min(to_ms, at_ms + clip.d_ms)
        if first < last:
            yield _part(clip, first - at_ms, last - at_ms)
        number += 1


def _part(clip: Clip, first_ms: int, last_ms: int) -> Clip:
    """The clip from one moment of it to another, in times of the timeline.

    Its speed is such that it is just so long, though times of the file are whole milliseconds.
    """
    from_ms, to_ms = clip.from_ms + round(first_ms * clip.speed), clip.to_ms
    if last_ms < clip.d_ms:
        to_ms = clip.from_ms + round(last_ms * clip.speed)
    part = replace(clip, from_ms=from_ms, to_ms=to_ms)
    if part.d_ms in {0, last_ms - first_ms}:
        return part
    return replace(part, speed=(to_ms - from_ms) / (last_ms - first_ms))


def _joined(clips: Sequence[Clip]) -> Iterator[Clip]:
    """The clips, without those that became empty."""
    yield from (clip for clip in clips if clip.d_ms > 0)


def _moved(title: Title, pieces: Sequence[Piece]) -> Iterator[Title]:
    """The title where it is seen now: over the longest run of what it was shown over."""
    runs = merged(_runs((title.from_ms, title.to_ms), pieces))
    if runs:
        from_ms, to_ms = max(runs, key=lambda run: run[1] - run[0])
        yield replace(title, from_ms=from_ms, to_ms=to_ms)


def _runs(span: Range, pieces: Sequence[Piece]) -> list[Range]:
    """Where the moments of a range are when these pieces follow each other."""
    runs: list[Range] = []
    at_ms = 0
    for piece in pieces:
        if not isinstance(piece, Insertion):
            first, last = max(piece[0], span[0]), min(piece[1], span[1])
            if first < last:
                runs.append((at_ms + first - piece[0], at_ms + last - piece[0]))
        at_ms += _length_ms(piece)
    return runs
