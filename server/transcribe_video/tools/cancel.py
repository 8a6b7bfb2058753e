"""The tool ``cancel``: the only way in which a caller ends work."""

from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from mcp_types import CallToolResult

from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import JobId, SessionId
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.choice_of_session import session_of
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.ending import left_by, names_of, status_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.errand_handle import errand_named, is_errand
from transcribe_video.tools.result import Result
from transcribe_video.tools.running import running
from transcribe_video.wire.job import Job

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

ENDS_WITHIN_S = 10.0


class Cancellation(Result):
    """What became of the work."""


async def cancel(
    context: ToolContext, *, job_id: JobId = None, session_id: SessionId = None
) -> Annotated[CallToolResult, Cancellation]:
    """End work."""
    call = Call(context, ENDS_WITHIN_S)
    return (await call.within(cancelled(call, job_id, session_id))).sent()


async def cancelled(call: Call, job_id: str | None, session_id: str | None) -> Answer[Cancellation]:
    """End a piece of work, or all of a project, and wait until it has ended.

    The backend is asked to by an errand: it hears of it, whoever still waits for the answer.

    Raises:
        TranscribeVideoError: there is no such work.
        StillWorkingError: the backend has not answered when time is up.
    """
    if job_id and not is_errand(job_id):
        jobs = await _asked(call, partial(_end_job, job_id), None)
        return await _told(call, jobs, session_id)
    errand = errand_named(call.desk, job_id) if job_id else call.desk.errand_about(session_id)
    if errand is not None:
        session_id = errand.session_id
        errand.cancel()
        if session_id is None:
            return Answer("Cancelled.", Cancellation(status="cancelled"))
    session_id = await session_of(call, session_id)
    jobs = await _asked(call, partial(_end_all, session_id), session_id)
    call.desk.use(session_id)
    if jobs or errand is None:
        return await _told(call, jobs, session_id)
    return Answer("Cancelled.", Cancellation(session_id=session_id, status="cancelled"))


async def _asked(
    call: Call, end: partial[Coroutine[Any, Any, list[Job]]], session_id: str | None
) -> list[Job]:
    """The work that the backend was asked to end."""

    async def ask(errand: Errand[list[Job]]) -> list[Job]:
        errand.session_id = session_id
        client = await call.desk.client(errand)
        errand.say("Cancelling…")
        return await end(client)

    errand = call.desk.errand("cancel", end.args, ask, is_followed=False)
    return await call.outcome(errand)


async def _end_job(job_id: str, client: "BackendClient") -> list[Job]:
    return [await client.cancel_job(job_id)]


async def _end_all(session_id: str, client: "BackendClient") -> list[Job]:
    return await client.cancel_session(session_id)


async def _told(call: Call, jobs: Sequence[Job], session_id: str | None) -> Answer[Cancellation]:
    """The answer once the work has ended, which takes a second or two."""
    if not jobs:
        result = Cancellation(session_id=session_id)
        return Answer("There was nothing to cancel: no work is under way.", result)
    result = Cancellation(session_id=jobs[0].session_id, job_id=jobs[0].job_id)
    call.desk.use(jobs[0].session_id)
    jobs = await call.watch(jobs)
    if not all(job.has_ended for job in jobs):
        return running(call.desk, result, jobs, names_of(jobs))
    if any(job.status == "cancelled" for job in jobs):
        result.status, result.notes = "cancelled", _left(call.desk, jobs)
        return Answer(f"{names_of(jobs)}: cancelled.", result)
    result.status = status_of(jobs[0])
    return Answer(f"{names_of(jobs)}: it had ended already ({result.status}).", result)


def _left(desk: Desk, jobs: Sequence[Job]) -> list[str]:
    """What the work leaves behind that was cancelled, by its kinds."""
    in_cloud = desk.cloud_host is not None
    kinds = dict.fromkeys(job.kind for job in jobs if job.status == "cancelled")
    left = [left_by(kind, in_cloud=in_cloud) for kind in kinds]
    return [f"{one[0].upper()}{one[1:]}." for one in left if one]
