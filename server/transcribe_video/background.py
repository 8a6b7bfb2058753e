"""The main job on the backend, which other programs share and which outlives this process."""

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from anyio.from_thread import BlockingPortal, start_blocking_portal

from transcribe_video.connect import Connection
from transcribe_video.errors import BackendError, TranscribeVideoError
from transcribe_video.foreground import Finished
from transcribe_video.terminal import Terminal
from transcribe_video.timecode import milliseconds
from transcribe_video.transcript.segment import Segment
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Heard, Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import TranscriptSummary

_POLL_S = 2.0  # a person looks on


class Background:
    """Has recordings worked on by the backend; a ``foreground.Worker`` and a context manager.

    Args:
        connection: to the backend, which is started when it is first needed.
        terminal: told how the work goes on.
        order: what is wanted of every recording.
    """

    def __init__(self, connection: Connection, terminal: Terminal, order: TranscribeOrder) -> None:
        self._connection, self._terminal, self._order = connection, terminal, order
        self._portal: BlockingPortal | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        # Calls run in a thread of their own, so that Ctrl-C ends none in the middle.
        self._portal = self._stack.enter_context(start_blocking_portal())
        self._stack.enter_context(self._portal.wrap_async_context_manager(self._connection))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def work(self, path: Path) -> Finished:
        """Write the documents of one recording.

        Raises:
            TranscribeVideoError: whatever kept the backend from it.
            KeyboardInterrupt: a person stopped it; the backend stops too, and keeps what it has.
        """
        assert self._portal is not None
        job: Job = self._portal.call(self._begun, path)
        try:
            while not job.has_ended:
                job = self._portal.call(self._next, job)
                self._show(job)
        except KeyboardInterrupt:
            with suppress(TranscribeVideoError):
                self._portal.call(self._cancel, job.job_id)
            raise
        return _finished(job)

    async def _begun(self, path: Path) -> Job:
        client = await self._connection.client()
        session = await client.open_session(name=path.name)
        uploaded = await client.upload_paths(session.session_id, [path])
        media = [file.media_id for file in uploaded.files if file.media_id]
        order = self._order.model_copy(update={"media_ids": media})
        begun = await client.begin(session.session_id, "transcribe", order)
        if not begun.jobs:
            raise BackendError(
                f"“{path.name}” cannot be transcribed",
                begun.reply or "the backend did not begin",
                "Try again, or use --direct",
            )
        return begun.jobs[0]

    async def _next(self, job: Job) -> Job:
        client = await self._connection.client()
        return await client.job(job.job_id, _POLL_S, job.news_next)

    async def _cancel(self, job_id: str) -> None:
        await (await self._connection.client()).cancel_job(job_id)

    def _show(self, job: Job) -> None:
        progress = job.progress
        done_ms, total_ms = milliseconds(progress.done_s), milliseconds(progress.total_s or 0)
        if progress.stage == "recognising" or job.news:
            news = tuple(_segment(heard) for heard in job.news)
            self._terminal.recognised(done_ms, total_ms, news)
        elif progress.stage == "reading":
            self._terminal.reading(done_ms, total_ms or None)
        elif progress.stage and not job.has_ended:
            self._terminal.stage(progress.stage, progress.fraction)


def _segment(heard: Heard) -> Segment:
    start_ms, end_ms = milliseconds(heard.start_s), milliseconds(heard.end_s)
    return Segment(start_ms, end_ms, heard.text, (), heard.speaker)


def _finished(job: Job) -> Finished:
    if job.status == "cancelled":
        raise BackendError(
            f"“{job.media_name}” was not transcribed to its end",
            "somebody cancelled it",
            "Give the same command again to go on",
        )
    if job.status == "failed" or job.result is None:
        raise error_of(job.error) or BackendError(
            f"“{job.media_name}” was not transcribed", "the backend says no more", "Try again"
        )
    summary = TranscriptSummary.model_validate(job.result)
    return Finished(tuple(Path(file.path) for file in summary.files), tuple(_remarks(summary)))


def _remarks(summary: TranscriptSummary) -> Iterator[str]:
    yield from summary.notes
    if not summary.words:
        yield "no speech was found in it, and its documents say so."
