"""One turn of the conversation: what a person said is understood, and the work for it begins."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transcribe_video.backend.agent import Plan, understand
from transcribe_video.backend.agent.tongue import tongue_of
from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.conversation import EDIT, edit_of
from transcribe_video.backend.editing.left_out import leave_out
from transcribe_video.backend.editing.material import draft_now
from transcribe_video.backend.jobs.work import FETCH
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.view import session_view
from transcribe_video.errors import MediaError, UsageError
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Output, RenderRequest
from transcribe_video.wire.session import SessionView, Turn

_LONGEST_MESSAGE = 2000  # that is kept: one may bring a whole transcript


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said.

    Attributes:
        session_id: in which session.
        message: in which words; empty where a page only handed files over.
        order: what is wanted, where it is said apart from the words.
        owner: the client process.
        is_page: whether a page said it, whose session must stay.
        brought: the files that have just come with it.
    """

    session_id: str
    message: str
    order: TranscribeOrder | None
    owner: str
    is_page: bool = False
    brought: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Begun:
    """What came of it.

    Attributes:
        turn: as it is remembered.
        jobs: the work that was begun or joined; another session's, perhaps.
        language: in which the person is answered, ``en`` or ``zh``.
    """

    turn: Turn
    jobs: tuple[Job, ...]
    language: str


def begin(context: Context, said: Said) -> Begun:
    """Understand what was said and begin the work, which goes on whoever listens.

    Raises:
        TranscribeVideoError: it cannot be begun.
    """
    session = context.store.sessions.get(said.session_id)
    view = session_view(context, session)
    plan = _allowed(understand(said.message, view, said.order), session, said)
    language = tongue_of(said.message, session.language).code
    edited = None
    if said.order is None:  # else it is said apart from the words what shall be done
        edited = edit_of(context, view, said.message, plan, language)
    plan = edited.plan if edited else plan
    if said.brought and not (plan.order or plan.render or (edited and edited.is_done)):
        told = leave_out(context, view, said.brought, language)
        plan = plan if edited and edited.is_planned else replace(plan, reply=f"{plan.reply}{told}")
    jobs: list[Job] = []
    if plan.order is not None:
        jobs = context.board.transcribe(session, plan.order, said.owner)
    session_id = _home(context, view, jobs, said)
    reply = plan.reply
    if plan.render is not None:
        reply = _add_video(context, session_id, plan, said.owner, jobs)
    job_ids = [job.job_id for job in jobs]
    detail = edited.detail if edited else None
    for told in dict.fromkeys((view.session_id, session_id)):  # both tell of it
        message = said.message[:_LONGEST_MESSAGE]
        turn = context.store.turns.add(told, plan.intent, message, reply, job_ids, detail)
        context.store.sessions.touch(told)
    return Begun(turn, tuple(jobs), language)


def _allowed(plan: Plan, session: SessionRecord, said: Said) -> Plan:
    """What a page asks for, without a choice of places on the disk."""
    if not said.is_page:
        return plan
    usual = session.order or TranscribeOrder()
    places = {"output_dir": usual.output_dir, "model": usual.model}
    order = plan.order and plan.order.model_copy(update=places)
    return replace(plan, order=order)


def _home(context: Context, view: SessionView, jobs: Sequence[Job], said: Said) -> str:
    """The session in which it goes on: another one, if all of the work has been joined there.

    The session in which it was said stays: it may be one that somebody comes back to.
    """
    others = {job.session_id for job in jobs} - {view.session_id}
    is_all_there = len(others) == 1 and all(job.session_id in others for job in jobs)
    if said.is_page or not is_all_there or _holds_more(context, view, jobs):
        return view.session_id
    [other] = others
    context.store.sessions.adopt(other, said.owner)
    return other


def _holds_more(context: Context, view: SessionView, jobs: Sequence[Job]) -> bool:
    """Whether there is more in a session than the files that these jobs are about."""
    is_worked_on = any(job.session_id == view.session_id for job in view.jobs)
    is_used = is_worked_on or context.store.transcripts.of(view.session_id)
    is_shown = view.order or view.is_page_open
    return bool(is_used or is_shown) or len(view.media) > len(jobs)


def _add_video(context: Context, session_id: str, plan: Plan, owner: str, jobs: list[Job]) -> str:
    """Have the video made too, after the jobs that there are; what is said of all of it."""
    assert plan.render is not None
    try:
        jobs.append(_rendered(context, session_id, plan.render, owner, jobs))
    except (UsageError, MediaError) as error:
        if not jobs and plan.intent != EDIT:  # else what was done before is told as well
            raise
        return f"{plan.reply} {error}"
    return plan.reply


def _rendered(
    context: Context, session_id: str, output: Output, owner: str, jobs: Sequence[Job]
) -> Job:
    view = session_view(context, context.store.sessions.get(session_id))
    draft, after = draft_now(context, view), [job.job_id for job in jobs]
    arrivals = [job.job_id for job in view.jobs if job.kind == FETCH and not job.has_ended]
    if jobs and arrivals:  # the timeline is made when all files are there
        draft, after = {}, [*after, *arrivals]
    render_id = f"render_{uuid.uuid4()}"
    request = RenderRequest(id=render_id, session_id=session_id, draft=draft, output=output)
    return context.board.render(request, owner, after)
