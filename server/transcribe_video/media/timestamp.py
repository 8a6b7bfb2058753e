"""Ticks of a track's clock as milliseconds."""

from fractions import Fraction


def to_ms(ticks: int | None, time_base: Fraction | None) -> int | None:
    """Whole milliseconds; None if the file does not tell.

    Args:
        ticks: how many units of ``time_base``.
        time_base: seconds in a unit.
    """
    return None if ticks is None or time_base is None else round(ticks * time_base * 1000)
