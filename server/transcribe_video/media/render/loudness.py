"""Bringing the sound to a loudness (ITU-R BS.1770), without clipping it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_FOUND = re.compile(r"I:\s+(-?[\d.]+|-?inf|nan) LUFS")
_PEAK = 0.84  # of full scale, which is -1.5 dB: lossy coding adds a little
_CEILING = 0.97
SILENCE_LUFS = -69.0
"""What is not louder holds nothing that could be made louder."""
_CLOSE_LU = 0.3
_MOST_TRIES = 6
_LEAST_SLOPE = 0.25
TOLERANCE_LU = 1.0
"""By how much the loudness may be off in the end."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What is done to the sound.

    Attributes:
        decibels: by which it is made louder.
        measured_lufs: how loud it then is; None if that was not asked for.
    """

    decibels: float = 0.0
    measured_lufs: float | None = None


def gain_filter(gain: Gain, *, is_added: bool) -> str:
    """The filter that makes the sound so much louder and keeps it from clipping.

    Args:
        gain: by how much.
        is_added: whether the sound may be louder than full scale without it.
    """
    if gain.decibels:
        return f"volume={gain.decibels:.2f}dB,{_limiter(_PEAK)}"
    return _limiter(_CEILING) if is_added else "anull"


def gain_for(target_lufs: float, measured: Callable[[str], float]) -> Gain:
    """The gain that brings the sound to a loudness.

    Args:
        target_lufs: how loud it shall be.
        measured: tells how loud it is behind a filter.
    """
    found = measured("anull")
    gain = Gain(0.0, found)
    if found <= SILENCE_LUFS:
        return gain
    decibels, slope = target_lufs - found, 1.0
    for _ in range(_MOST_TRIES):
        now = measured(gain_filter(Gain(decibels), is_added=True))
        gained, last = now - found, gain
        gain = Gain(decibels, now)
        if abs(target_lufs - now) <= _CLOSE_LU:
            break
        # The limiter takes away the more the louder it is.
        slope = max(_LEAST_SLOPE, gained / (decibels - last.decibels or 1.0))
        found, decibels = now, decibels + (target_lufs - now) / slope
    return gain


def loudness_told(said: str) -> float:
    """The loudness in what the measuring program says at its end, in LUFS."""
    found = _FOUND.findall(said)
    value = float(found[-1]) if found else float("-inf")
    return value if value == value else float("-inf")  # noqa: PLR0124 - not a number


def _limiter(ceiling: float) -> str:
    return f"alimiter=limit={ceiling}:attack=5:release=50:level=0:latency=1"
