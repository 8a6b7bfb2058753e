"""A turn as it is told while it goes on: events in ADK's form, over server-sent events."""

import asyncio
import json
import time
import uuid
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing

from transcribe_video.backend.agent import reply_of
from transcribe_video.backend.context import Context
from transcribe_video.backend.dialogue import Begun
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.wire.chat import (
    APP,
    HEARTBEAT,
    JOBS_KEY,
    TURN_KEY,
    Actions,
    Content,
    Event,
    Part,
)
from transcribe_video.wire.failure import failure
from transcribe_video.wire.job import Job

MEDIA_TYPE = "text/event-stream"
HEARTBEAT_S = 5.0
_LONGEST_WAIT_S = 25.0
_RUNNING = "running"


async def frames(
    context: Context, begun: Begun, heartbeat_s: float = HEARTBEAT_S
) -> AsyncGenerator[bytes, None]:
    """All that a turn has to tell, as bytes to send; whoever stops listening stops nothing.

    Args:
        context: where the work is done.
        begun: the turn.
        heartbeat_s: after so long without news, a frame says that it goes on.
    """
    events = _Events(begun)
    try:
        yield _frame(events.opening())
        async with aclosing(_changes(context, begun.jobs, heartbeat_s)) as changes:
            async for job in changes:
                yield _frame(HEARTBEAT if job is None else events.change(job))
        for event in events.closing():
            yield _frame(event)
    except TranscribeVideoError as error:
        yield _frame(failure(error))


class _Events:
    """Makes the events of one turn."""

    def __init__(self, begun: Begun) -> None:
        self._turn, self._language = begun.turn, begun.language
        self._jobs = {job.job_id: job for job in begun.jobs}
        self._call = {"id": f"call_{uuid.uuid4()}", "name": begun.turn.intent}

    def opening(self) -> dict[str, object]:
        """What is said at once, and which jobs there are."""
        # Where all has ended before, the end says so.
        is_said = self._turn.reply and (not self._jobs or self._turn.status == _RUNNING)
        parts = [Part(text=self._turn.reply)] if is_said else []
        if self._jobs:
            arguments = {"job_ids": list(self._jobs)}
            parts.append(Part(function_call={**self._call, "args": arguments}))
        delta = {TURN_KEY: self._turn.sent(), **self._state()}
        return self._event(parts, delta, turn_complete=None if self._jobs else True)

    def change(self, job: Job) -> dict[str, object]:
        """A job has gone on; what was recognised meanwhile is said as a part of a text."""
        self._jobs[job.job_id] = job
        said = "".join(f"{heard.text}\n" for heard in job.news)
        parts = [Part(text=said)] if said else []
        return self._event(parts, self._state(), partial=True if parts else None)

    def closing(self) -> list[dict[str, object]]:
        """All jobs have ended."""
        if not self._jobs:
            return []
        state = self._state()
        answer = Part(function_response={**self._call, "response": state})
        text = Part(text=reply_of(list(self._jobs.values()), self._language))
        return [self._event([answer], state), self._event([text], {}, turn_complete=True)]

    def _state(self) -> dict[str, object]:
        if not self._jobs:
            return {}
        quiet = (job.model_copy(update={"news": []}) for job in self._jobs.values())
        return {JOBS_KEY: [job.sent() for job in quiet]}

    def _event(
        self,
        parts: Sequence[Part],
        delta: Mapping[str, object],
        *,
        partial: bool | None = None,
        turn_complete: bool | None = None,
    ) -> dict[str, object]:
        event = Event(
            content=Content(role="model", parts=list(parts)) if parts else None,
            partial=partial,
            turn_complete=turn_complete,
            invocation_id=self._turn.turn_id,
            author=APP,
            actions=Actions(state_delta=dict(delta)) if delta else None,
            id=str(uuid.uuid4()),
            timestamp=time.time(),
        )
        return event.sent()


async def _changes(
    context: Context, jobs: Sequence[Job], heartbeat_s: float
) -> AsyncGenerator[Job | None, None]:
    """Each job whenever it has gone on, until all have ended; None after a while without any."""
    news: asyncio.Queue[Job | Exception] = asyncio.Queue()
    left = {job.job_id for job in jobs if not job.has_ended}
    watches = [asyncio.create_task(_watch(context, job_id, news)) for job_id in left]
    try:
        while left:
            try:
                job = await asyncio.wait_for(news.get(), heartbeat_s)
            except TimeoutError:
                yield None
                continue
            if isinstance(job, Exception):
                raise job
            if job.has_ended:
                left.discard(job.job_id)
            yield job
    finally:
        for watch in watches:
            watch.cancel()


async def _watch(context: Context, job_id: str, news: asyncio.Queue[Job | Exception]) -> None:
    """Tell each change of a job, and what keeps it from being told."""
    after = 0
    try:
        while True:
            job = await context.waited(job_id, _LONGEST_WAIT_S, after)
            if context.leaving.is_set() and not job.has_ended:
                return  # the stream is not ended but cut off, together with the server
            after = job.news_next
            news.put_nowait(job)
            if job.has_ended:
                return
    except Exception as error:  # noqa: BLE001 - it is raised where the news is read
        news.put_nowait(error)


def _frame(content: Mapping[str, object]) -> bytes:
    return b"data: " + json.dumps(content, separators=(",", ":")).encode("ascii") + b"\n\n"
