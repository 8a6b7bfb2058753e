"""Frames a second: what a file means by a rounded number, and on which frames a video is made."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import accumulate

_WHOLE = (24, 25, 30, 48, 50, 60, 100, 120, 240)
_TELEVISION = (24, 30, 48, 60, 120, 240)  # where it has 1000 for 1001
_USUAL = (*map(Fraction, _WHOLE), *(Fraction(rate * 1000, 1001) for rate in _TELEVISION))
_SAME = Fraction(1, 500)
_LEAST, _MOST = 1, 240
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


def clip_bounds(lengths_ms: Iterable[int], rate: Fraction) -> list[int]:
    """The frames at which clips that follow each other begin, and that after the last one.

    None drifts, however many there are, and each has a frame at least.
    """
    bounds = [0]
    for end_ms in accumulate(lengths_ms):
        bounds.append(max(bounds[-1] + 1, round(end_ms * rate / 1000)))
    return bounds
