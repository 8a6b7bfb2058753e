"""The main job on the backend, which other programs share and which outlives this process."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import TYPE_CHECKING, Self

from anyio import CancelScope
from anyio.from_thread import BlockingPortal, start_blocking_portal

from transcribe_video.connect import Connection
from transcribe_video.errors import BackendError, TranscribeVideoError, UnreachableError
from transcribe_video.foreground import Finished
from transcribe_video.terminal import Terminal
from transcribe_video.timecode import milliseconds
from transcribe_video.transcript.segment import Segment
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Heard, Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import TranscriptSummary

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import (
        BackendClient,  # which brings the HTTP library
    )

_POLL_S = 2.0  # a person looks on
_ANSWER_S = 30.0  # for what is under way while a person stops it
_HANDING_OVER = "handing over the file, which the backend may not read where it is"
_HANDED_OVER = "the backend may not read it where it is, so it was handed over, and the documents \
are in “{}”."


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
        beginning = _Beginning(self._connection, self._terminal, self._order)
        begun = self._portal.start_task_soon(beginning.job_of, path)
        try:
            job = begun.result().model_copy(update={"news_next": 0})  # nothing is shown yet
            shown = _Shown(self._terminal, is_all_there=job.has_ended)
            while not job.has_ended:
                job = self._portal.call(self._next, job)
                shown.show(job)
            if job.status == "completed":
                self._portal.call(self._finish, job, shown)
        except KeyboardInterrupt:
            begun.cancel()
            beginning.is_over.wait(_ANSWER_S)
            with suppress(TranscribeVideoError):
                self._portal.call(beginning.undo)
            raise
        return _finished(job, was_sent=beginning.was_sent)

    async def _next(self, job: Job) -> Job:
        client = await self._connection.client()
        return await client.job(job.job_id, _POLL_S, job.news_next)

    async def _finish(self, job: Job, shown: "_Shown") -> None:
        """Show what was said and not shown yet: an earlier run had done it, or it came last."""
        with suppress(TranscribeVideoError):  # the documents are there
            client = await self._connection.client()
            words = [one async for one in _words(client, job)] if self._terminal.is_live else []
            shown.finish(job, words)


async def _words(client: "BackendClient", job: Job) -> AsyncIterator[Segment]:
    cursor = None
    while True:
        page = await client.transcript(job.session_id, media_id=job.media_id, cursor=cursor)
        for one in page.segments:
            start_ms, end_ms = milliseconds(one.start_s), milliseconds(one.end_s)
            yield Segment(start_ms, end_ms, one.text, (), one.speaker)
        cursor = page.next_cursor
        if cursor is None:
            return


class _Shown:
    """What a person has been shown of a job.

    Args:
        terminal: where.
        is_all_there: whether an earlier run had done all of it.
    """

    def __init__(self, terminal: Terminal, *, is_all_there: bool) -> None:
        self._terminal, self._is_all_there = terminal, is_all_there
        self._is_recalled = False
        self._until_ms = 0

    def show(self, job: Job) -> None:
        """So far it is now."""
        progress = job.progress
        done_ms, total_ms = milliseconds(progress.done_s), milliseconds(progress.total_s or 0)
        if progress.stage == "recognising" or job.news:
            news = tuple(_segment(heard) for heard in job.news)
            self._until_ms = news[-1].end_ms if news else self._until_ms
            if progress.recalled_s and not self._is_recalled:
                self._is_recalled = True
                self._terminal.recalled(milliseconds(progress.recalled_s), total_ms, news)
                news = ()
            self._terminal.recognised(done_ms, total_ms, news)
        elif progress.stage == "reading":
            self._terminal.reading(done_ms, total_ms or None)
        elif progress.stage and not job.has_ended:
            self._terminal.stage(progress.stage, progress.fraction)

    def finish(self, job: Job, words: Sequence[Segment]) -> None:
        """It is done, and this was said in it."""
        rest = tuple(one for one in words if one.start_ms >= self._until_ms)
        total_ms = milliseconds(job.progress.total_s or 0)
        recalled_ms = milliseconds(job.progress.recalled_s or 0)
        if self._is_all_there:
            self._terminal.recalled(total_ms, total_ms, rest)
        elif recalled_ms and not self._is_recalled:  # it ended between two looks
            self._terminal.recalled(recalled_ms, total_ms, rest)
        else:
            self._terminal.words(rest)


class _Beginning:
    """What it takes until the backend works on one recording.

    Attributes:
        is_over: set when nothing more is under way.
        was_sent: whether the recording's bytes were sent.
    """

    def __init__(self, connection: Connection, terminal: Terminal, order: TranscribeOrder) -> None:
        self._connection, self._terminal, self._order = connection, terminal, order
        self._session_id = ""
        self._jobs: list[Job] = []
        self.is_over = Event()
        self.was_sent = False

    async def job_of(self, path: Path) -> Job:
        """The job that works on the recording; without one, no session is left behind."""
        try:
            client = await self._connection.client()
            with CancelScope(shield=True):  # so that the session's name is known, and can go
                self._session_id = (await client.open_session(name=path.name)).session_id
            try:
                return await self._begun(client, path)
            except UnreachableError:
                raise  # and whether it has begun is not known
            except TranscribeVideoError:
                await self._forget(client)
                raise
        finally:
            self.is_over.set()

    async def undo(self) -> None:
        """Stop the work; what was recognised is kept."""
        if not self._session_id:
            return
        client = await self._connection.client()
        for job in self._jobs:
            await client.cancel_job(job.job_id)
        if not self._jobs:
            await client.delete_session(self._session_id)

    async def _begun(self, client: "BackendClient", path: Path) -> Job:
        order = self._order.model_copy(update={"media_ids": await self._brought(client, path)})
        with CancelScope(shield=True):  # what has begun must be known by name, to be stopped
            begun = await client.begin(self._session_id, "transcribe", order)
            self._jobs = begun.jobs
        if not begun.jobs:
            raise BackendError(
                f"“{path.name}” cannot be transcribed",
                begun.reply or "the backend did not begin",
                "Try again, or use --direct",
            )
        if all(job.session_id != self._session_id for job in begun.jobs):  # others' work is joined
            await self._forget(client)
        return begun.jobs[0]

    async def _brought(self, client: "BackendClient", path: Path) -> list[str]:
        from transcribe_video.client.handover import hand_over  # noqa: PLC0415 - as above

        reply = await hand_over(client, self._session_id, path, self._sending)
        return [file.media_id for file in reply.files if file.media_id]

    def _sending(self, done: int, total: int) -> None:
        self.was_sent = True
        self._terminal.stage(_HANDING_OVER, done / max(total, 1))

    async def _forget(self, client: "BackendClient") -> None:
        with suppress(TranscribeVideoError):
            await client.delete_session(self._session_id)


def _segment(heard: Heard) -> Segment:
    start_ms, end_ms = milliseconds(heard.start_s), milliseconds(heard.end_s)
    return Segment(start_ms, end_ms, heard.text, (), heard.speaker)


def _finished(job: Job, *, was_sent: bool) -> Finished:
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
    documents = tuple(Path(file.path) for file in summary.files)
    remarks = list(_remarks(summary))
    if was_sent and documents:
        remarks.append(_HANDED_OVER.format(documents[0].parent))
    return Finished(documents, tuple(remarks))


def _remarks(summary: TranscriptSummary) -> Iterator[str]:
    yield from summary.notes
    if not summary.words:
        yield "no speech was found in it, and its documents say so."
