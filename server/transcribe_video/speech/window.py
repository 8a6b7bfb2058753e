"""Where a long recording is cut into windows that are decoded one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transcribe_video.speech.sound import SAMPLES_PER_MS, Samples, Sound

FRAME_MS = 10
_SMOOTH_FRAMES = 20  # a quiet place is quiet for a fifth of a second
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
    """The frame from ``first`` to before ``last`` around which the sound is quietest."""
    around = _SMOOTH_FRAMES // 2
    margin = powers[max(first - around, 0) : last + around]
    smooth = np.convolve(margin, np.ones(_SMOOTH_FRAMES) / _SMOOTH_FRAMES, "same")
    offset = first - max(first - around, 0)
    return first + int(np.argmin(smooth[offset : offset + last - first]))


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
        first, last = (start_ms + shortest_ms) // FRAME_MS, (start_ms + longest_ms) // FRAME_MS
        cut_ms = quietest(powers, first, last) * FRAME_MS
        yield Window(start_ms, cut_ms)
        start_ms = cut_ms
    if duration_ms > start_ms:
        yield Window(start_ms, duration_ms)
