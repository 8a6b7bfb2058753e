"""Where in a stretch of sound nothing is heard, by its own standard: a room hums, a studio not."""

from itertools import groupby

import numpy as np

from transcribe_video.speech.sound import Samples
from transcribe_video.speech.window import FRAME_MS, power

_FLOOR, _LOUD = 10, 90  # percentiles of the frames that are not empty
_BELOW_SPEECH_DB, _ABOVE_FLOOR_DB = 30.0, 6.0
_EMPTY_DB = -90.0
_LEAST_FRAMES = 3  # a shorter sound is a click, a shorter silence a part of the word
_SHORTEST_MS = 30  # that is left of a word


class Silence:
    """The silent frames in a stretch of sound.

    Args:
        samples: the sound.
    """

    def __init__(self, samples: Samples) -> None:
        levels = 10 * np.log10(np.maximum(power(samples), 1e-12))
        heard = levels[levels > _EMPTY_DB]
        floor, loud = np.percentile(heard, (_FLOOR, _LOUD)) if len(heard) else (0.0, 0.0)
        limit = max(
            loud - _BELOW_SPEECH_DB, min(floor + _ABOVE_FLOOR_DB, loud - _BELOW_SPEECH_DB / 2)
        )
        self._is_silent = levels < limit

    def without(self, start_ms: int, end_ms: int) -> tuple[int, int]:
        """A time without the silence at its edges; the same if there is little sound in it.

        Args:
            start_ms: from the beginning of the sound.
            end_ms: likewise.
        """
        frames = self._is_silent[max(start_ms, 0) // FRAME_MS : -(-end_ms // FRAME_MS)]
        runs = [(silent, len([*run])) for silent, run in groupby(frames.tolist())]
        before, after = _edge(runs), _edge(runs[::-1])
        first, last = start_ms + before * FRAME_MS, end_ms - after * FRAME_MS
        return (first, last) if last - first >= _SHORTEST_MS else (start_ms, end_ms)


def _edge(runs: list[tuple[bool, int]]) -> int:
    """How many frames it is silent at the beginning, but for clicks."""
    silent = 0
    for is_silent, length in runs:
        if not is_silent and length >= _LEAST_FRAMES:
            break
        silent += length
    return silent if silent >= _LEAST_FRAMES else 0
