"""How fast a recording is recognised, and how long the rest of it takes."""

import time
from collections import deque
from collections.abc import Callable

_RECENT_S = 60.0
_FEWEST = 3  # marks: the beginning, and two windows
_FINISH_S, _FINISH_SHARE = 0.5, 0.5 / 3600  # for the documents of a recording, by its length


class Pace:
    """The recent pace: what lies longer ago, or was there before, does not count.

    Args:
        clock: seconds since some moment, never going back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()  # when it was how far

    def begin(self, done_ms: int) -> None:
        """From here on it counts."""
        self._marks.clear()
        self._marks.append((self._clock(), done_ms))

    def mark(self, done_ms: int) -> None:
        """So far it is now."""
        if not self._marks or done_ms < self._marks[-1][1]:
            self.begin(done_ms)
        elif done_ms > self._marks[-1][1]:
            self._marks.append((self._clock(), done_ms))
        while len(self._marks) > _FEWEST and self._marks[1][0] < self._clock() - _RECENT_S:
            self._marks.popleft()

    @property
    def speed(self) -> float | None:
        """How many times faster than the recording plays; None while that is not known."""
        if not self._marks:
            return None
        (first_s, first_ms), (last_s, last_ms) = self._marks[0], self._marks[-1]
        return (last_ms - first_ms) / 1000 / (last_s - first_s) if last_s > first_s else None

    def left_s(self, total_ms: int) -> float | None:
        """Seconds until a recording of that length is done with, documents and all.

        None until two windows are done: the first takes as long as all beside it do.
        """
        speed = self.speed
        if speed is None:
            return None
        at_s, done_ms = self._marks[-1]
        if len(self._marks) < _FEWEST and done_ms < total_ms:
            return None
        rest_s = (total_ms - done_ms) / 1000 / speed - (self._clock() - at_s)
        return max(rest_s, 0) + _FINISH_S + _FINISH_SHARE * total_ms / 1000
