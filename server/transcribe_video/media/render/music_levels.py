"""Music that is louder or quieter for a while, at the request of a person."""

from collections.abc import Iterator, Sequence

from transcribe_video.media.engine import Samples, np
from transcribe_video.media.render.cut_grid import SAMPLE_RATE
from transcribe_video.media.render.request import Level

# Within the while that is meant: so short a change is heard as none, and does not click.
_CHANGE_MS = 30


class MusicLevels:
    """The gain of a piece of music over the whole video.

    Args:
        levels: in any order, none overlapping another; between them the gain is 1.
    """

    def __init__(self, levels: Sequence[Level]) -> None:
        points = list(_points(levels))
        self._times = np.array([time for time, _ in points])
        self._gains = np.array([gain for _, gain in points])

    def gain(self, at: int, count: int) -> Samples:
        """The factor for each of ``count`` samples from ``at`` on."""
        if not len(self._times):
            return np.ones(count, np.float32)
        times_ms = np.arange(at, at + count) * (1000 / SAMPLE_RATE)
        factors: Samples = np.interp(times_ms, self._times, self._gains).astype(np.float32)
        return factors


def _points(levels: Sequence[Level]) -> Iterator[tuple[float, float]]:
    """Where the gain changes its course; from one while to the next it goes straight."""
    starts, ends = {one.start_ms for one in levels}, {one.end_ms for one in levels}
    for level in sorted(levels, key=lambda one: one.start_ms):
        change_ms = min(_CHANGE_MS, (level.end_ms - level.start_ms) / 2)
        if level.start_ms not in ends:
            yield level.start_ms, 1.0
        yield level.start_ms + change_ms, level.volume
        yield level.end_ms - change_ms, level.volume
        if level.end_ms not in starts:
            yield level.end_ms, 1.0
