"""Where in a stretch of sound somebody speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transcribe_video.speech.sound import RATE

FRAME_S = 512 / RATE  # the voice model judges 512 samples at a time
_FAINT = 0.15  # below this nobody speaks
_LIKELY = 0.35  # above this somebody does
_MARGIN_S = 0.5  # kept around speech
_PAUSE_S = 3.0  # a longer pause is left out


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, in seconds."""

    start_s: float
    end_s: float


class Voice:
    """How likely somebody speaks, for each 32 ms of a stretch of sound.

    Args:
        probabilities: one for each 512 samples, 0 to 1.
    """

    def __init__(self, probabilities: npt.NDArray[np.float32]) -> None:
        self._heard = probabilities > _LIKELY
        self._faint = probabilities > _FAINT

    def spans(self) -> Iterator[Span]:
        """Stretches with speech in them, with a margin; pauses up to 3 s stay inside.

        Sound in which speech is nowhere likely, such as noise or music, gives none.
        """
        if not self._heard.any():
            return
        start, end = None, 0.0
        for run in _runs(self._faint):
            if start is not None and run.start_s - end > _PAUSE_S:
                yield Span(max(start - _MARGIN_S, 0), end + _MARGIN_S)
                start = None
            start, end = run.start_s if start is None else start, run.end_s
        if start is not None:
            yield Span(max(start - _MARGIN_S, 0), end + _MARGIN_S)

    def part(self, start_s: float, end_s: float) -> "Voice":
        """The voice in a part of the stretch."""
        part = Voice.__new__(Voice)
        frames = slice(round(start_s / FRAME_S), round(end_s / FRAME_S))
        part._heard, part._faint = self._heard[frames], self._faint[frames]  # noqa: SLF001
        return part

    def unexplained_s(self, explained: Sequence[Span], within_s: float) -> float:
        """Most seconds of speech in any ``within_s`` that lie outside the ``explained`` spans."""
        rest = self._heard.copy()
        for span in explained:
            rest[max(int(span.start_s / FRAME_S), 0) : int(span.end_s / FRAME_S) + 1] = False
        sums = np.concatenate([[0], np.cumsum(rest)])
        width = int(within_s / FRAME_S)
        most = max((sums[min(i + width, len(rest))] - sums[i] for i in range(len(rest))), default=0)
        return float(most) * FRAME_S

    def runs_within(self, start_s: float, end_s: float) -> list[Span]:
        """Stretches between two times in which speech is likely without a break."""
        first = max(int(start_s / FRAME_S), 0)
        runs = _runs(self._heard[first : int(end_s / FRAME_S) + 1])
        offset = first * FRAME_S
        return [Span(run.start_s + offset, run.end_s + offset) for run in runs]


def _runs(flags: npt.NDArray[np.bool_]) -> list[Span]:
    """The stretches in which ``flags`` is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return [
        Span(start * FRAME_S, end * FRAME_S)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
