"""Frames a second, as editing programs want them: exactly."""

from fractions import Fraction

_USUAL = tuple(
    map(Fraction, ("24000/1001", "24", "25", "30000/1001", "30", "48", "50", "60000/1001", "60"))
)
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
