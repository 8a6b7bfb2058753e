"""A job that waits or runs, as far as it is known in memory only."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from transcribe_video.backend.stop_sign import StopSign
from transcribe_video.backend.store.jobs import JobRecord
from transcribe_video.wire.job import Heard, Progress

_KEEP_S = 1.0  # between two writes of the same stage to the disk
_NOTICEABLE = 0.01  # of the whole


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a job was at some moment."""

    stage: str
    fraction: float
    is_running: bool
    is_cancelling: bool

    def is_noticeably_past(self, earlier: "Mark") -> bool:
        """Whether somebody who saw the earlier one wants to see this one."""
        moved = abs(self.fraction - earlier.fraction) >= _NOTICEABLE
        same = (self.stage, self.is_running, self.is_cancelling) == (
            earlier.stage,
            earlier.is_running,
            earlier.is_cancelling,
        )
        return moved or not same


class LiveJob:
    """What goes on with one job; for any thread.

    Args:
        record: the job.
        keep: writes its progress to the disk.

    Attributes:
        record: as it was when it began to wait or to run.
        stop: set when it is to stop, because somebody asked for it or the backend leaves.
        is_cancelling: whether somebody asked for it.
    """

    def __init__(self, record: JobRecord, keep: Callable[[str, Progress], None]) -> None:
        self.record = record
        self.stop = StopSign()
        self.is_cancelling = record.is_cancelling
        self._keep, self._kept_s = keep, 0.0
        self._lock = Lock()
        self._progress = Progress()
        self._news: list[Heard] = []
        self._has_ended = False
        self._watchers: list[Callable[[], None]] = []

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._progress

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self._has_ended

    @property
    def mark(self) -> Mark:
        """How far it is, for comparing."""
        progress = self._progress
        is_running = self.record.status == "running"
        fraction = progress.fraction or 0.0
        return Mark(progress.stage, fraction, is_running, self.is_cancelling)

    def news(self, after: int) -> tuple[list[Heard], int]:
        """What was recognised from number ``after`` on, and the number of what comes next.

        A number from an earlier run of the backend, which had come farther, counts as none.
        """
        with self._lock:
            count = len(self._news)
            return self._news[after if after <= count else 0 :], count

    def has_news(self, after: int) -> bool:
        """Whether something was recognised from number ``after`` on."""
        return bool(self.news(after)[0])

    def report(self, progress: Progress | None, news: Sequence[Heard] = ()) -> None:
        """So far it has come, and this was recognised."""
        with self._lock:
            self._news.extend(news)
            now_s = time.monotonic()
            is_new = progress is not None and progress.stage != self._progress.stage
            is_due = progress is not None and (is_new or now_s - self._kept_s >= _KEEP_S)
            self._progress = progress or self._progress
            if is_due:
                self._kept_s = now_s
        if is_due:
            self._keep(self.record.job_id, self._progress)
        self.notify()

    def cancel(self) -> None:
        """Somebody asks for it to stop."""
        self.is_cancelling = True
        self.stop.set()
        self.notify()

    def end(self) -> None:
        """Nothing more will come of it, and what came of it is on the disk."""
        self._has_ended = True
        self.notify()

    def notify(self) -> None:
        """Tell all who watch that there is something to see."""
        with self._lock:
            watchers = list(self._watchers)
        for watcher in watchers:
            watcher()

    @contextmanager
    def watched(self, watcher: Callable[[], None]) -> Iterator[None]:
        """Call ``watcher``, from any thread, whenever there is something to see."""
        with self._lock:
            self._watchers.append(watcher)
        try:
            yield
        finally:
            with self._lock:
                self._watchers.remove(watcher)
