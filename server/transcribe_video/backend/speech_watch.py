"""How a transcription goes on, told to another process; and the place where it is stopped."""

import time
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any

from transcribe_video.backend.patience import StoppedError
from transcribe_video.speech.models.progress import Progress as ModelProgress
from transcribe_video.speech.models.progress import Step
from transcribe_video.speech.pace import Pace
from transcribe_video.timecode import seconds
from transcribe_video.transcript.segment import Segment
from transcribe_video.wire.job import Heard, Progress

READING, LOADING, RECOGNISING = "reading", "loading the speech model", "recognising"
_STEPS = {
    Step.JOINING: "installing the speech model",
    Step.FETCHING: "fetching the speech model",
    Step.WAITING: "waiting for the speech model",
}
_REPORT_S = 0.25  # between two reports of the same stage


class SpeechWatch:
    """Watches one transcription; a ``transcription.Watcher``.

    Args:
        tell: takes ``{"progress": …}`` and ``{"news": […]}`` as the wire has them.
        clock: seconds since some moment, never going back.
    """

    def __init__(
        self, tell: Callable[[Mapping[str, Any]], None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._tell, self._clock = tell, clock
        self._turn = Lock()
        self._is_stopped = self._is_past_stopping = False
        self._stage, self._told_s = "", 0.0
        self._pace, self._recalled_ms = Pace(clock), 0

    def stop(self) -> bool:
        """End the work at its next report, unless that was the last one.

        Returns:
            Whether it counts as stopped from now on. While a recording is read it does not: then
            reports are so frequent that, if none comes, the decoder hangs.
        """
        with self._turn:
            self._is_stopped = not self._is_past_stopping
            return self._is_stopped and self._stage not in {"", READING}

    def reading(self, done_ms: int, total_ms: int | None) -> None:
        """So much of the recording has been read."""
        fraction = min(done_ms / total_ms, 1.0) if total_ms else None
        self._report(
            Progress(
                done_s=seconds(done_ms),
                total_s=seconds(total_ms) if total_ms else None,
                fraction=fraction,
                stage=READING,
            )
        )

    def fetching(self, progress: ModelProgress) -> None:
        """The speech model is on its way to this machine."""
        fraction = progress.done_bytes / progress.total_bytes if progress.total_bytes else None
        self._report(Progress(fraction=fraction, stage=_STEPS[progress.step]))

    def loading(self) -> None:
        """The speech model is on its way into memory."""
        self._report(Progress(stage=LOADING))

    def recognised(self, done_ms: int, total_ms: int, news: tuple[Segment, ...]) -> None:
        """So much has been recognised."""
        self._pace.mark(done_ms)
        left_s = self._pace.left_s(total_ms)
        if news:
            self._tell({"news": [_heard(segment).sent() for segment in news]})
        self._report(
            Progress(
                done_s=seconds(done_ms),
                total_s=seconds(total_ms),
                fraction=min(done_ms / total_ms, 1.0) if total_ms else None,
                eta_s=None if left_s is None else round(left_s, 1),
                stage=RECOGNISING,
                recalled_s=seconds(self._recalled_ms) if self._recalled_ms else None,
            ),
            is_news=bool(news),
            is_last=done_ms >= total_ms,
        )

    def recalled(self, until_ms: int, total_ms: int, news: tuple[Segment, ...]) -> None:
        """An earlier run had recognised everything up to here, and this was said."""
        self._pace.begin(until_ms)
        self._recalled_ms = until_ms
        self.recognised(until_ms, total_ms, news)

    def _report(self, progress: Progress, *, is_news: bool = False, is_last: bool = False) -> None:
        with self._turn:
            if self._is_stopped:
                raise StoppedError
            self._is_past_stopping = is_last
        now_s = self._clock()
        if is_news or progress.stage != self._stage or now_s - self._told_s >= _REPORT_S:
            self._stage, self._told_s = progress.stage, now_s
            self._tell({"progress": progress.sent()})


def _heard(segment: Segment) -> Heard:
    return Heard(
        start_s=seconds(segment.start_ms),
        end_s=seconds(segment.end_ms),
        text=segment.text,
        speaker=segment.speaker,
    )
