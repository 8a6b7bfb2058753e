"""The jobs of the cloud in this process: each an asyncio task, its row on disk before it begins."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path
from time import monotonic

from transcribe_video.cloud.job_view import job_view
from transcribe_video.cloud.live_job import LiveJob
from transcribe_video.cloud.owner import Owner
from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.jobs import (
    CANCELLED,
    COMPLETED,
    FAILED,
    UPLOAD,
    CloudJob,
    Ending,
    NewJob,
)
from transcribe_video.errors import StorageError, TranscribeVideoError
from transcribe_video.mishap import write_mishap
from transcribe_video.wire.failure import described
from transcribe_video.wire.job import Job

Work = Callable[[CloudJob, LiveJob], Awaitable[Ending]]
"""Does a job, also one that a process before this one began, and says how it ended."""
_LOOK_S = 0.5  # another process's job, and a wish to stop one of ours, are looked at so often


class JobBoard:
    """All that is under way in the cloud for this machine, as far as it is known here.

    A job belongs to one process. Of a process that has died, the next one that looks takes over
    what it left.

    Args:
        archive: where the jobs are written down.
        owner: this process.
        works: what does each kind of job.
        home: where details of the program's own faults are written.
    """

    def __init__(
        self, archive: Archive, owner: Owner, works: Mapping[str, Work], home: Path
    ) -> None:
        self._archive, self._owner, self._works, self._home = archive, owner, works, home
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._live: dict[str, LiveJob] = {}
        self._unkept: dict[str, Ending] = {}
        self._watch: asyncio.Task[None] | None = None

    def start(self, job: NewJob) -> Job:
        """Begin a job; it is on the disk when this returns, and goes on whoever waits for it.

        Raises:
            StorageError: it cannot be written down; nothing was begun.
        """
        kept = self._archive.jobs.add(job)
        self._archive.sessions.touch(job.session_id)
        self._begin(kept)
        return self.view(job.job_id)

    def resume(self) -> None:
        """Take over what dead processes left."""
        for job in self._archive.jobs.unfinished():
            self._take_over(job)

    def view(self, job_id: str) -> Job:
        """A job as it is now; raises GoneError if there is none."""
        return job_view(self._archive, self._row(job_id), self._live.get(job_id))

    def of(self, session_id: str) -> list[Job]:
        """The jobs of a session, the newest last."""
        rows = (self._with_ending(job) for job in self._archive.jobs.of(session_id))
        return [job_view(self._archive, job, self._live.get(job.job_id)) for job in rows]

    async def wait(self, job_id: str, wait_s: float, after: int = 0) -> Job:
        """A job once it has ended or has news beyond ``after``, or ``wait_s`` has passed."""
        ends_s = monotonic() + wait_s
        first = view = self.view(job_id)
        while not view.has_ended and (left_s := ends_s - monotonic()) > 0:
            live = self._live.get(job_id)
            if live is None:
                self._take_over(self._row(job_id))
                await asyncio.sleep(min(_LOOK_S, left_s))
            elif live.version > after:
                break
            else:
                await live.news(after, left_s)
            view = self.view(job_id)
            if live is None and view.progress != first.progress:
                break
        return view

    async def ended(self, job_id: str) -> CloudJob:
        """A job's row once nothing more comes of it."""
        while not (await self.wait(job_id, 3600, self.view(job_id).news_next)).has_ended:
            pass
        return self._row(job_id)

    def cancel(self, job_id: str) -> Job:
        """Ask a job to stop, whichever process does it."""
        job = self._row(job_id)
        if not job.has_ended:
            self._archive.jobs.mark_cancelling(job_id)
            self._take_over(job)
            self._stop(job_id)
        return self.view(job_id)

    async def close(self) -> None:
        """End the tasks; the rows stay as they are, for the next process."""
        tasks = [*self._tasks.values(), *([self._watch] if self._watch else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _row(self, job_id: str) -> CloudJob:
        return self._with_ending(self._archive.jobs.get(job_id))

    def _with_ending(self, job: CloudJob) -> CloudJob:
        """A row whose end could not be written, because the disk refused."""
        unkept = self._unkept.get(job.job_id)
        if unkept is None:
            return job
        try:
            self._end(job, unkept)
        except StorageError as error:
            return _failed(job, error)
        del self._unkept[job.job_id]
        return self._archive.jobs.get(job.job_id)

    def _take_over(self, job: CloudJob) -> None:
        if job.has_ended or job.job_id in self._tasks or self._owner.is_alive(job.owner):
            return
        if self._archive.jobs.adopt(job, self._owner.name):
            self._begin(job)

    def _begin(self, job: CloudJob) -> None:
        self._live[job.job_id] = LiveJob()
        task = asyncio.create_task(self._run(job, self._live[job.job_id]))
        self._tasks[job.job_id] = task
        if self._watch is None or self._watch.done():
            self._watch = asyncio.create_task(self._watched())

    async def _run(self, job: CloudJob, live: LiveJob) -> None:
        try:
            ending = await self._done(job, live)
            try:
                self._end(job, ending)
            except StorageError:
                self._unkept[job.job_id] = ending
        finally:
            del self._tasks[job.job_id], self._live[job.job_id]
            live.tell()

    def _end(self, job: CloudJob, ending: Ending) -> None:
        """Write down how it ended; a file that did not arrive is not in the project."""
        with self._archive.transaction():
            if job.kind == UPLOAD and ending.status != COMPLETED and job.media_id:
                self._archive.media.remove(job.media_id)
            self._archive.jobs.end(job.job_id, ending)

    async def _done(self, job: CloudJob, live: LiveJob) -> Ending:
        live.has_begun = True
        try:
            if live.is_cancelling:
                raise asyncio.CancelledError  # noqa: TRY301 - as if it had begun
            return await self._works[job.kind](job, live)
        except asyncio.CancelledError:
            if not live.is_cancelling:
                raise
            return Ending(CANCELLED, progress=live.progress)
        except TranscribeVideoError as error:
            return Ending(FAILED, error=described(error), progress=live.progress)
        except Exception as error:  # noqa: BLE001 - a fault of ours ends this job only
            sentence = write_mishap(self._home, error)
            told = {"kind": "TranscribeVideoError", "what": "This failed", "why": sentence}
            return Ending(FAILED, error={**told, "remedy": ""}, progress=live.progress)

    def _stop(self, job_id: str) -> None:
        task, live = self._tasks.get(job_id), self._live.get(job_id)
        if task is not None and live is not None and not live.is_cancelling:
            live.is_cancelling = True
            live.tell()
            if live.has_begun:  # a task that is cancelled before that would never write its end
                task.cancel()

    async def _watched(self) -> None:
        """Stop what another process has asked to stop."""
        while self._tasks:
            await asyncio.sleep(_LOOK_S)
            for job in self._archive.jobs.unfinished():
                if job.is_cancelling:
                    self._stop(job.job_id)


def _failed(job: CloudJob, error: StorageError) -> CloudJob:
    return replace(job, status=FAILED, error=described(error))
