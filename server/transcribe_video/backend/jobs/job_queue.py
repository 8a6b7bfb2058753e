"""The jobs that wait or run, and their turn on the executor."""

import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any

from transcribe_video.backend.fault import fault
from transcribe_video.backend.jobs.live_job import LiveJob
from transcribe_video.backend.jobs.work import FETCH, RENDER, TRANSCRIBE, Outcome, Work
from transcribe_video.backend.log import NAME
from transcribe_video.backend.patience import StoppedError
from transcribe_video.backend.store.jobs import CANCELLED, COMPLETED, FAILED, QUEUED, JobRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import BackendError, GoneError, StorageError, TranscribeVideoError
from transcribe_video.wire.failure import described
from transcribe_video.wire.job import Progress, Status

# So many of a kind run at once, and what is said of those that wait.
_LANES = {
    TRANSCRIBE: (2, "waiting for another recording"),
    FETCH: (4, "waiting for another download"),
    RENDER: (1, "waiting for another video"),
}
MOST_AT_ONCE = sum(most for most, _ in _LANES.values())
_DEPENDENT = {
    TRANSCRIBE: "waiting for the recording to arrive",
    RENDER: "waiting for the transcript",
}


class JobQueue:
    """Hands jobs to an executor in their order, some of each kind at once.

    Args:
        store: where jobs are written.
        home: where details of a fault of the program are written.
        boot_id: of this run of the backend.
        works: what does the jobs, by their kind.
        executor: runs the works.

    Attributes:
        lock: held while what waits and runs is looked at and changed in one go.
    """

    def __init__(
        self,
        store: Store,
        home: Path,
        boot_id: str,
        works: Mapping[str, Work],
        executor: Executor,
    ) -> None:
        self._store, self._home, self._boot_id = store, home, boot_id
        self._works, self._executor = works, executor
        self._live: dict[str, LiveJob] = {}
        self._running: Counter[str] = Counter()
        self._is_closing = False
        self.lock = RLock()

    def __len__(self) -> int:
        return len(self._live)

    def live(self, job_id: str) -> LiveJob | None:
        """What goes on with a job; None if it has ended."""
        return self._live.get(job_id)

    def resume(self) -> None:
        """Let the jobs that an earlier run of the backend left have their turn."""
        with self.lock:
            for record in self._store.jobs.unfinished():
                if record.kind in self._works:
                    self._store.jobs.requeue(record.job_id)
                    self.add(replace(record, status=QUEUED))

    def add(self, record: JobRecord) -> None:
        """Let a job have its turn; one that was being cancelled ends."""
        with self.lock:
            live = self._live[record.job_id] = LiveJob(record, self._keep)
            if live.is_cancelling:
                self._end(live, CANCELLED)
            self._dispatch()

    def cancel(self, job_id: str) -> None:
        """Stop a job: at once if it waits, soon if it runs, and with it those that wait for it."""
        with self.lock:
            live = self._live.get(job_id)
            if live is None:
                return
            self._store.jobs.mark_cancelling(job_id)
            live.cancel()
            if live.record.status == QUEUED:
                self._end(live, CANCELLED)
                self._dispatch()

    def close(self) -> None:
        """Begin no more and stop what runs, which goes on with the next run of the backend."""
        with self.lock:
            self._is_closing = True
            for live in self._live.values():
                live.stop.set()

    def _dispatch(self) -> None:
        """Begin what may begin; called with the lock held."""
        for live in list(self._live.values()):
            if self._is_closing:
                return
            if live.record.status == QUEUED and self._may_begin(live):
                most, waiting = _LANES[live.record.kind]
                if self._running[live.record.kind] < most:
                    self._begin(live)
                else:
                    _wait(live, waiting)

    def _may_begin(self, live: LiveJob) -> bool:
        """Whether all that the job waits for is done; if some of it has failed the job has, too."""
        for job_id in live.record.after:
            if job_id not in self._live and not self._is_done(job_id, live):
                return False
        if not self._live.keys().isdisjoint(live.record.after):
            _wait(live, _DEPENDENT[live.record.kind])
            return False
        return True

    def _is_done(self, job_id: str, live: LiveJob) -> bool:
        """Whether an earlier job was done; if it was not, the one that waits for it ends so."""
        try:
            earlier = self._store.jobs.get(job_id)
        except GoneError:
            self._end(live, CANCELLED)
            return False
        if earlier.status != COMPLETED:
            is_video = live.record.kind == RENDER
            error = described(self._unmade(earlier)) if is_video else earlier.error
            self._end(live, earlier.status, error=error)
        return earlier.status == COMPLETED

    def _unmade(self, earlier: JobRecord) -> BackendError:
        """Why a video is not made: what it had to wait for was not done."""
        what = "The video is not made"
        if earlier.error is not None:
            return BackendError(what, earlier.error["what"])  # why and what to do says the other
        try:
            name = self._store.media.get(earlier.media_id or "").filename
        except GoneError:
            return BackendError(what, "the work for which it waited was stopped")
        return BackendError(what, f"the work on “{name}”, for which it waited, was stopped")

    def _begin(self, live: LiveJob) -> None:
        try:
            live.record = self._store.jobs.begin(live.record.job_id, self._boot_id)
        except GoneError:  # deleted with its session
            self._forget(live)
            return
        except StorageError as error:  # the others must have their turn nevertheless
            self._end(live, FAILED, error=described(error))
            return
        live.report(Progress())
        self._running[live.record.kind] += 1
        self._executor.submit(self._run, live)

    def _run(self, live: LiveJob) -> None:
        try:
            self._work(live)
        finally:
            with self.lock:
                self._running[live.record.kind] -= 1
                self._dispatch()

    def _work(self, live: LiveJob) -> None:
        try:
            outcome = self._works[live.record.kind](live.record, live)
            self._complete(live, outcome)
        except StoppedError:
            if live.is_cancelling:
                self._end(live, CANCELLED)
            else:
                self._put_back(live)
        except TranscribeVideoError as error:
            self._end(live, FAILED, error=described(error))
        except Exception as error:
            logging.getLogger(NAME).exception("a job failed")
            self._end(live, FAILED, error=described(fault(self._home, error)))

    def _complete(self, live: LiveJob, outcome: Outcome) -> None:
        progress = live.progress
        whole = progress.total_s if progress.total_s is not None else progress.done_s
        done = Progress(
            done_s=whole,
            total_s=progress.total_s,
            fraction=1.0,
            eta_s=0.0,
            recalled_s=progress.recalled_s,
        )
        with self.lock:
            with self._store.transaction():
                if outcome.keep is not None:
                    outcome.keep()
                self._store.jobs.end(live.record.job_id, COMPLETED, done, outcome.result)
            self._forget(live)

    def _end(self, live: LiveJob, status: Status, error: Mapping[str, Any] | None = None) -> None:
        progress = live.progress.model_copy(update={"stage": "", "eta_s": None})
        with self.lock:
            with _unless_refused():
                self._store.jobs.end(live.record.job_id, status, progress, error=error)
            self._forget(live)

    def _put_back(self, live: LiveJob) -> None:
        with self.lock:
            with _unless_refused():
                self._store.jobs.requeue(live.record.job_id)
            self._forget(live)

    def _forget(self, live: LiveJob) -> None:
        self._live.pop(live.record.job_id, None)
        live.end()

    def _keep(self, job_id: str, progress: Progress) -> None:
        with _unless_refused():
            self._store.jobs.note(job_id, progress)


def _wait(live: LiveJob, why: str) -> None:
    if live.progress.stage != why:
        live.report(Progress(stage=why))


@contextmanager
def _unless_refused() -> Iterator[None]:
    """Write what can be written: where the disk refuses, the job is not held up by it."""
    try:
        yield
    except StorageError:
        logging.getLogger(NAME).exception("a job's state cannot be kept")
