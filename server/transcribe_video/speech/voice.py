"""Where in a stretch of sound somebody speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from transcribe_video.speech.sound import RATE

FRAME_S = 512 / RATE  # the voice model judges 512 samples at a time
_FAINT = 0.15  # below this nobody speaks
_LIKELY = 0.35  # above this somebody may
_CERTAIN = 0.5  # above this, somebody does; white noise reaches 0.4, music less
_LEAST_FRAMES = 4  # of certain speech in a stretch; “yes” has ten
_MARGIN_S = 0.5  # kept around speech
_PAUSE_S = 3.0  # a longer pause is left out
_CRUMB_S = 0.5


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
        self._probabilities = probabilities
        self._heard = probabilities > _LIKELY

    def spans(self) -> Iterator[Span]:
        """Stretches with speech in them, with a margin; pauses up to 3 s stay inside.

        Sound in which speech is nowhere certain, such as noise or music, gives none.
        """
        for span in _joined(_runs(self._probabilities > _FAINT), _PAUSE_S):
            first, last = (round(time_s / FRAME_S) for time_s in (span.start_s, span.end_s))
            if np.count_nonzero(self._probabilities[first:last] > _CERTAIN) >= _LEAST_FRAMES:
                yield Span(max(span.start_s - _MARGIN_S, 0), span.end_s + _MARGIN_S)

    def part(self, start_s: float, end_s: float) -> "Voice":
        """The voice in a part of the stretch."""
        return Voice(self._probabilities[round(start_s / FRAME_S) : round(end_s / FRAME_S)])

    def unexplained_s(self, explained: Sequence[Span], within_s: float) -> float:
        """Most seconds of speech in any ``within_s`` that lie outside the ``explained`` spans."""
        rest = self._rest(explained)
        sums = np.concatenate([[0], np.cumsum(rest)])
        width = int(min(within_s / FRAME_S, len(rest)))
        return float((sums[width:] - sums[: len(sums) - width]).max()) * FRAME_S

    def unexplained(self, explained: Sequence[Span]) -> list[Span]:
        """Where somebody speaks outside the ``explained`` spans; crumbs are left out."""
        joined = _joined(_runs(self._rest(explained)), _CRUMB_S)
        return [span for span in joined if span.end_s - span.start_s > _CRUMB_S]

    def speech_s(self) -> float:
        """For how many seconds somebody speaks, certainly."""
        return float(np.count_nonzero(self._probabilities > _CERTAIN)) * FRAME_S

    def _rest(self, explained: Sequence[Span]) -> npt.NDArray[np.bool_]:
        """The frames with speech outside the ``explained`` spans."""
        rest = self._heard.copy()
        for span in explained:
            rest[max(int(span.start_s / FRAME_S), 0) : int(span.end_s / FRAME_S) + 1] = False
        return rest

    def runs_within(self, start_s: float, end_s: float) -> list[Span]:
        """Stretches between two times in which speech is likely without a break."""
        first = max(int(start_s / FRAME_S), 0)
        runs = _runs(self._heard[first : int(end_s / FRAME_S) + 1])
        offset = first * FRAME_S
        return [Span(run.start_s + offset, run.end_s + offset) for run in runs]


def _joined(runs: Sequence[Span], pause_s: float) -> Iterator[Span]:
    """The runs, those with no more than that pause between them as one."""
    joined: Span | None = None
    for run in runs:
        if joined is not None and run.start_s - joined.end_s > pause_s:
            yield joined
            joined = None
        joined = Span(run.start_s if joined is None else joined.start_s, run.end_s)
    if joined is not None:
        yield joined


def _runs(flags: npt.NDArray[np.bool_]) -> list[Span]:
    """The stretches in which ``flags`` is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flags, [False]]).astype(np.int8)))
    return [
        Span(start * FRAME_S, end * FRAME_S)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
