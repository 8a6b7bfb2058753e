"""Where each stretch of sound belongs on the recording's own clock."""

from dataclasses import dataclass
from math import inf

SAMPLE_RATE = 16_000
SAMPLES_PER_MS = SAMPLE_RATE // 1000

# Timestamps that disagree with the sound before them by less than this are rounding or jitter.
_JITTER = 0.1 * SAMPLE_RATE
# A clock that jumps by more than this was set anew, and the sound goes on: back, in files whose
# clock is not known to be set anew and in those where it is, and ahead in the latter.
_BACK = 10 * SAMPLE_RATE
_BACK_RESETTING = SAMPLE_RATE // 2
_AHEAD_RESETTING = 10 * SAMPLE_RATE
# A longer silence than this is believed only if the recording says that it is that long.
_LONGEST_GAP = 3600 * SAMPLE_RATE
_SLACK = 60 * SAMPLE_RATE


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of sound goes, in samples from the recording's start.

    Attributes:
        at: the sample it begins at.
        skip: how many of its samples come before that, and are left out.
        follows: whether it goes on exactly where the last one ended.
    """

    at: int
    skip: int
    follows: bool


class Clock:
    """Follows the timestamps of a sound track.

    A late start and a gap stay as they are (nothing is there: silence), what overlaps is left
    out, jitter is ignored, and a clock that was set anew (two recordings in one file) goes on.

    Args:
        origin_s: what the timestamps show at the recording's start.
        end_s: where the recording says that it ends, from its start; None if it does not say.
        resets: whether this kind of file may set its clock anew.
    """

    def __init__(self, origin_s: float, end_s: float | None = None, *, resets: bool) -> None:
        self._origin_s = origin_s
        self._furthest = inf if end_s is None else end_s * SAMPLE_RATE + _SLACK
        self._most_back = _BACK_RESETTING if resets else _BACK
        self._longest_gap = _AHEAD_RESETTING if resets else _LONGEST_GAP if end_s is None else inf
        self._next: float | None = None

    def place(self, stamp_s: float | None, length: float) -> Place:
        """Where the next stretch goes.

        Args:
            stamp_s: its timestamp in seconds, if it has one.
            length: how many samples (at ``SAMPLE_RATE``) it has.
        """
        expected = self._next or 0.0
        at = expected if stamp_s is None else (stamp_s - self._origin_s) * SAMPLE_RATE
        if self._next is not None:
            at = self._settled(at, expected)
        elif at > self._furthest:
            at = self._set_anew(at, expected)
        follows = self._next is not None and at == expected
        skip = min(max(expected - at, 0.0), length)
        self._next = max(expected, at + length)
        return Place(round(max(at, expected)), round(skip), follows)

    def _settled(self, at: float, expected: float) -> float:
        """``at``, unless the timestamp is off only by jitter or cannot be believed."""
        drift = at - expected
        if abs(drift) <= _JITTER:
            return expected
        if drift < -self._most_back or drift > self._longest_gap or at > self._furthest:
            return self._set_anew(at, expected)
        return at

    def _set_anew(self, at: float, expected: float) -> float:
        self._origin_s += (at - expected) / SAMPLE_RATE
        return expected
