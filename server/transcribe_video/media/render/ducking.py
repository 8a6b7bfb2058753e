"""How loud music is while somebody speaks, and how it comes and goes."""

from collections.abc import Iterable, Iterator

from transcribe_video.media.engine import Samples, np
from transcribe_video.media.render.cut_grid import SAMPLE_RATE
from transcribe_video.media.render.request import Span

_QUIETER_DB = -14.0
# It is quiet when the first word comes, and grows loud after the last one.
_BEFORE_MS, _AFTER_MS = 250, 600


class Ducking:
    """The gain of music over the whole video.

    Args:
        speech: when somebody speaks, in any order.
    """

    def __init__(self, speech: Iterable[Span]) -> None:
        points = list(_points(speech))
        self._times = np.array([time for time, _ in points])
        self._gains = np.array([gain for _, gain in points])

    def gain(self, at: int, count: int) -> Samples:
        """The factor for each of ``count`` samples from ``at`` on."""
        if not len(self._times):
            return np.ones(count, np.float32)
        times_ms = (np.arange(at, at + count)) * (1000 / SAMPLE_RATE)
        decibels = np.interp(times_ms, self._times, self._gains)
        factors: Samples = (10 ** (decibels / 20)).astype(np.float32)
        return factors


def _points(speech: Iterable[Span]) -> Iterator[tuple[float, float]]:
    """Where the gain, in dB, changes its course."""
    for start_ms, end_ms in _together(speech):
        yield start_ms - _BEFORE_MS, 0.0
        yield start_ms, _QUIETER_DB
        yield end_ms, _QUIETER_DB
        yield end_ms + _AFTER_MS, 0.0


def _together(speech: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Spans between which the music has no time to grow loud are one."""
    last: tuple[int, int] | None = None
    for span in sorted(speech, key=lambda span: span.start_ms):
        if last and span.start_ms - last[1] < _BEFORE_MS + _AFTER_MS:
            last = (last[0], max(last[1], span.end_ms))
            continue
        if last:
            yield last
        last = (span.start_ms, span.end_ms)
    if last:
        yield last
