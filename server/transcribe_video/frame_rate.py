"""Frames a second: what a file means by a rounded number, and on which frames a video is made."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import zip_longest
from math import floor

_WHOLE = (24, 25, 30, 48, 50, 60, 100, 120, 240)
_TELEVISION = (24, 30, 48, 60, 120, 240)  # where it has 1000 for 1001
_USUAL = (*map(Fraction, _WHOLE), *(Fraction(rate * 1000, 1001) for rate in _TELEVISION))
_SAME = Fraction(1, 500)
_LEAST, _MOST = 1, 240
_ROUNDED_MS = 1  # each end of a clip may be off by half of it
_MOST_OFF_MS = 100
_MADE, _MOST_MADE = Fraction(30), Fraction(60)


def exact_rate(fps: float | None) -> Fraction | None:
    """The rate that a file means by a number such as 29.97; None if it means none.

    Args:
        fps: as the file, or somebody, has written it.
    """
    if fps is None or not _LEAST <= fps <= _MOST:
        return None
    told = Fraction(fps)
    return usual_rate(told) or told.limit_denominator(1001)


def usual_rate(rate: Fraction) -> Fraction | None:
    """The one of cinema, television and screens that is meant; None if it is none of these."""
    nearest = min(_USUAL, key=lambda usual: abs(usual - rate))
    return nearest if abs(nearest - rate) <= nearest * _SAME else None


def nominal_rate(rate: Fraction | None) -> Fraction | None:
    """The rate of a recording as editing programs know it; None if nobody knows it."""
    return rate and (usual_rate(rate) or sequence_rate(rate))


def sequence_rate(rate: Fraction | None) -> Fraction:
    """The rate of a video of several clips: one that editing programs have, at most 60.

    Args:
        rate: of the first recording; None if nobody knows.
    """
    usual = usual_rate(rate or _MADE)
    if usual is not None and usual <= _MOST_MADE:
        return usual
    return _MADE if rate is None or rate < _MADE else _MOST_MADE


def clip_bounds(lengths_ms: Iterable[int], rate: Fraction, counts: Iterable[int] = ()) -> list[int]:
    """The frames at which clips that follow each other begin, and that after the last one.

    A clip that is whole frames long, to the millisecond, has just these, so that none of what is
    beside it in its file is seen. Where milliseconds that were rounded add up to a tenth of a
    second, they are made up for: no clip drifts, however many there are. Each has a frame at least.

    Args:
        lengths_ms: of the clips.
        rate: frames a second.
        counts: of each clip's own frames, where these are known.
    """
    bounds, at, end_ms = [0], Fraction(0), 0
    for length_ms, count in zip_longest(lengths_ms, counts):
        end_ms += length_ms
        own = whole_frames(length_ms, rate) if count is None else count
        at += length_ms * rate / 1000 if own is None else own
        if abs(at * 1000 / rate - end_ms) > _MOST_OFF_MS:
            at = end_ms * rate / 1000
        bounds.append(max(bounds[-1] + 1, floor(at + Fraction(1, 2))))
    return bounds


def whole_frames(length_ms: int, rate: Fraction) -> int | None:
    """How many frames are so long, to the millisecond; None if it is no whole number."""
    count = round(length_ms * rate / 1000)
    return count if abs(count * 1000 / rate - length_ms) <= _ROUNDED_MS else None
