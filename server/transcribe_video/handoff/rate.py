"""Frames a second, as an edit's grid and editing programs want them: exactly."""

from fractions import Fraction

_WHOLE = (24, 25, 30, 48, 50, 60, 100, 120, 240)
_TELEVISION = (24, 30, 48, 60, 120, 240)  # where it has 1000 for 1001
_USUAL = (*map(Fraction, _WHOLE), *(Fraction(rate * 1000, 1001) for rate in _TELEVISION))
_SAME = Fraction(1, 500)
_LEAST, _MOST = 1, 240


def exact_rate(fps: float | None) -> Fraction | None:
    """The rate that a file means by a number such as 29.97; None if it means none.

    Args:
        fps: as the file, or somebody, has written it.
    """
    if fps is None or not _LEAST <= fps <= _MOST:
        return None
    told = Fraction(fps)
    nearest = min(_USUAL, key=lambda usual: abs(usual - told))
    return nearest if abs(nearest - told) <= nearest * _SAME else told.limit_denominator(1001)
