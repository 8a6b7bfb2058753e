"""Where a long recording is cut into windows that are decoded one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transcribe_video.speech.sound import SAMPLES_PER_MS, Samples, Sound

FRAME_MS = 10
_SMOOTH_FRAMES = 20  # a quiet place is quiet for a fifth of a second
_LEAST_MS = 2_000  # is left for the last window
_BLOCK_MS = 60_000
_FRAME = FRAME_MS * SAMPLES_PER_MS


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a recording that is decoded at once."""

    start_ms: int
    end_ms: int


def power(samples: Samples) -> npt.NDArray[np.float32]:
    """Mean square of each whole 10 ms of the samples."""
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    return np.asarray(np.square(frames).mean(axis=1), np.float32)


def power_of(sound: Sound) -> npt.NDArray[np.float32]:
    """Mean square of each 10 ms of a recording, 400 bytes a second, read a minute at a time."""
    starts = range(0, sound.duration_ms, _BLOCK_MS)
    blocks = [power(sound.read(start, start + _BLOCK_MS)) for start in starts]
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32)


def quietest(powers: npt.NDArray[np.float32], first: int, last: int) -> int:
    """The frame from ``first`` to before ``last``, at least one, around which it is quietest."""
    around = _SMOOTH_FRAMES // 2
    frames = np.arange(first - around, last + around).clip(0, len(powers) - 1)
    smooth = np.convolve(powers[frames], np.ones(2 * around + 1) / (2 * around + 1), "valid")
    return first + int(np.argmin(smooth))


def windows(
    powers: npt.NDArray[np.float32], duration_ms: int, shortest_ms: int, longest_ms: int
) -> Iterator[Window]:
    """Cut a recording at its quietest places.

    Args:
        powers: mean square of each 10 ms.
        duration_ms: length of the recording.
        shortest_ms: least length of a window, but for the last.
        longest_ms: greatest length of a window.
    """
    start_ms = 0
    while duration_ms - start_ms > longest_ms:
        latest_ms = min(start_ms + longest_ms, duration_ms - _LEAST_MS)
        first, last = (start_ms + shortest_ms) // FRAME_MS, latest_ms // FRAME_MS
        cut_ms = quietest(powers, first, last) * FRAME_MS
        yield Window(start_ms, cut_ms)
        start_ms = cut_ms
    if duration_ms > start_ms:
        yield Window(start_ms, duration_ms)
