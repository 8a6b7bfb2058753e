"""The tool ``state``: how far the work is, and what is in a project."""

import time
from typing import TYPE_CHECKING, Annotated, Any

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.conversation.sense import CHAT
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import JobId, SessionId
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.choice_of_session import session_of
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.drop_page import handed_over, link_again
from transcribe_video.tools.edit_first import due
from transcribe_video.tools.ending import names_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.errand_handle import errand_named, is_errand
from transcribe_video.tools.overview import Overview
from transcribe_video.tools.running import running
from transcribe_video.tools.survey import body_of, sentence_of, surveyed
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import SessionView

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

_NOTHING_DROPPED = "Nothing has been dropped on the page yet."
_PATIENCE_S = 600.0  # for so long a page that nobody has open is waited for
_LOOK_S = 1.0  # a page on which nothing was dropped yet is looked at so often


async def state(
    context: ToolContext,
    *,
    session_id: SessionId = None,
    job_id: JobId = None,
    wait_s: Annotated[
        float | None,
        Field(description="Seconds to wait for running work; at most 50.", allow_inf_nan=False),
    ] = 0,
) -> Annotated[CallToolResult, Overview]:
    """Tell of a project, and wait for its work."""
    call = Call(context, wait_s)
    return (await call.within(_answer(call, session_id, job_id))).sent()


async def _answer(call: Call, session_id: str | None, job_id: str | None) -> Answer[Overview]:
    errand = _errand(call, session_id, job_id)
    if errand is not None:
        try:
            begun = await call.outcome(errand, least_s=0)
        except TranscribeVideoError as error:
            return _failed(errand, error)
        session_id = begun.session_id
        job_id = begun.jobs[0].job_id if len(begun.jobs) == 1 else None
    elif job_id and is_errand(job_id):
        job_id = None  # its process has ended; the project tells what came of it
    return await told(call, session_id, job_id)


def _errand(call: Call, session_id: str | None, job_id: str | None) -> Errand[Any] | None:
    """What this process does that the backend does not know of yet, if the call is about it."""
    if job_id and is_errand(job_id) and not session_id:
        return errand_named(call.desk, job_id)
    if job_id:
        return call.desk.errand_kept(job_id)
    return call.desk.errand_about(session_id)


def _failed(errand: Errand[Any], error: TranscribeVideoError) -> Answer[Overview]:
    """The answer about an errand that came to nothing."""
    overview = Overview(job_id=errand.errand_id, status="failed", notes=[str(error)])
    overview.session_id = errand.session_id
    return Answer(str(error), overview)


async def told(call: Call, session_id: str | None, job_id: str | None) -> Answer[Overview]:
    """A project as it is once its work has ended, or this call's time.

    Raises:
        TranscribeVideoError: it is not there.
        QuestionError: nobody knows which is meant.
        StillWorkingError: the backend is not there yet.
    """
    client = await call.client()
    job = await client.job(job_id) if job_id else None
    session_id = await session_of(call, job.session_id if job else session_id)
    view = await client.session(session_id)
    call.desk.use(session_id)
    view = await _dropped(call, client, view)
    pending = [one for one in ([job] if job else view.jobs) if not one.has_ended]
    if pending:
        watched = await call.watch(pending)
        view = await client.session(session_id)
        job = watched[0] if job else None
    project = (await client.state(session_id)).state
    overview = await on_disk(surveyed, view, project, job)
    if overview.status == "running":
        left = [job] if job else [one for one in view.jobs if not one.has_ended]
        return running(call.desk, overview, left, names_of(left), body_of)
    in_cloud = call.desk.cloud_host is not None
    _name_wish(call, overview, view, job)
    if session_id in call.desk.pages or not (view.media or view.jobs):
        return await _asked_for_file(call, client, overview, view)
    return Answer(sentence_of(overview, view, in_cloud=in_cloud), overview, body_of)


def _name_wish(call: Call, overview: Overview, view: SessionView, job: Job | None) -> None:
    """Name the export that the newest message asked for behind its change."""
    turn = view.turn
    ids = turn.job_ids if turn else []
    arguments = call.desk.wishes.behind(ids)
    if turn is None or arguments is None or (job is not None and job.job_id not in ids):
        return
    places = [at for at, one in enumerate(view.jobs) if one.job_id in ids]
    if any(one.kind == "render" for one in view.jobs[max(places, default=0) :]):
        call.desk.wishes.drop(ids)
    elif turn.status == "completed":
        is_changed = bool(turn.changes) or turn.intent != CHAT
        due(overview, view.session_id, arguments, is_changed=is_changed)


async def _dropped(call: Call, client: "BackendClient", view: SessionView) -> SessionView:
    """The session once something came of the page on which a person may drop a file."""
    page = call.desk.pages.get(view.session_id)
    if page is None and (view.media or view.jobs):
        return view
    before = page.there if page else 0
    is_new = page is None or time.monotonic() - page.asked_s < _PATIENCE_S
    while call.desk.counted(view) <= before and (is_new or view.is_page_open):
        if not await call.pause("Waiting for a file…", _LOOK_S):
            break
        view = await client.session(view.session_id)
    if call.desk.counted(view) > before:
        call.desk.pages.pop(view.session_id, None)
    return view


async def _asked_for_file(
    call: Call, client: "BackendClient", overview: Overview, view: SessionView
) -> Answer[Overview]:
    """The answer for a session into which a person has yet to drop a file."""
    link = await link_again(call.desk, client, view.session_id, view.order)
    if link is None:
        return Answer(sentence_of(overview, view), overview)
    if view.media or view.jobs:
        overview.link, overview.notes = link, [*overview.notes, _NOTHING_DROPPED]
        return Answer(sentence_of(overview, view), overview, body_of)
    open_ = "is open, and nothing" if view.is_page_open else "waits: nothing"
    question = f"The page {open_} has been dropped on it yet. Please drop the file there."
    return handed_over(call.desk, overview, Begun(view.session_id, link=link, question=question))
