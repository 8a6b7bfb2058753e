"""One turn of the conversation: what a person said is understood, and the work for it begins."""

import asyncio
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace

from anyio import to_thread

from transcribe_video.backend.agent import Plan, understand
from transcribe_video.backend.context import Context
from transcribe_video.backend.drafting import draft_of
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.view import session_view
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.render import Output, RenderRequest
from transcribe_video.wire.session import SessionView, Turn

_WAIT_S = 25.0
_COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said.

    Attributes:
        session_id: in which session.
        message: in which words; empty where a page only handed files over.
        order: what is wanted, where it is said apart from the words.
        owner: the client process.
        is_page: whether a page said it, whose session must stay.
    """

    session_id: str
    message: str
    order: TranscribeOrder | None
    owner: str
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """What came of it.

    Attributes:
        session_id: where it goes on: another session's work may have been joined.
        turn: as it is remembered.
        jobs: the work that was begun or joined.
        rendering: gives the job that follows when those are done, if one is to follow and can.
    """

    session_id: str
    turn: Turn
    jobs: tuple[Job, ...]
    rendering: asyncio.Task[Job | None] | None = None


async def begin(context: Context, said: Said) -> Begun:
    """Understand what was said and begin the work, which goes on whoever listens.

    Raises:
        TranscribeVideoError: it cannot be begun.
    """
    plan, begun = await to_thread.run_sync(_begun, context, said)
    if plan.render is None or not begun.jobs or any(job.kind == "render" for job in begun.jobs):
        return begun
    rendering = asyncio.create_task(_rendered_after(context, said, begun, plan.render))
    context.errands.add(rendering)
    rendering.add_done_callback(context.errands.discard)
    rendering.add_done_callback(_noticed)
    return replace(begun, rendering=rendering)


def _begun(context: Context, said: Said) -> tuple[Plan, Begun]:
    session = context.store.sessions.get(said.session_id)
    view = session_view(context, session)
    plan = _allowed(understand(said.message, view, said.order), session, said)
    jobs: tuple[Job, ...] = ()
    if plan.order is not None:
        jobs = tuple(context.board.transcribe(session, plan.order, said.owner))
    session_id = _home(context, view, jobs, said)
    if plan.render is not None and not jobs:
        jobs = (_rendered(context, session_id, plan.render, said.owner),)
    job_ids = [job.job_id for job in jobs]
    turn = context.store.turns.add(session_id, plan.intent, said.message, plan.reply, job_ids)
    context.store.sessions.touch(session_id)
    return plan, Begun(session_id, turn, jobs)


def _allowed(plan: Plan, session: SessionRecord, said: Said) -> Plan:
    """What a page asks for, without a choice of places on the disk."""
    if not said.is_page:
        return plan
    usual = session.order or TranscribeOrder()
    places = {"output_dir": usual.output_dir, "model": usual.model}
    order = plan.order and plan.order.model_copy(update=places)
    render = plan.render and plan.render.model_copy(update={"path": None})
    return replace(plan, order=order, render=render)


def _home(context: Context, view: SessionView, jobs: Sequence[Job], said: Said) -> str:
    """The session in which it goes on; one that was only made for joined work is not needed."""
    others = {job.session_id for job in jobs} - {view.session_id}
    is_all_there = len(others) == 1 and all(job.session_id in others for job in jobs)
    if said.is_page or not is_all_there or _holds_more(view, jobs):
        return view.session_id
    [other] = others
    context.store.sessions.delete(view.session_id)
    context.store.sessions.adopt(other, said.owner)
    return other


def _holds_more(view: SessionView, jobs: Sequence[Job]) -> bool:
    """Whether a session is of use beyond the files that these jobs are about."""
    is_used = view.jobs or view.turn or view.transcripts or view.order or view.is_page_open
    return bool(is_used) or len(view.media) > len(jobs)


def _rendered(context: Context, session_id: str, output: Output, owner: str) -> Job:
    view = session_view(context, context.store.sessions.get(session_id))
    request = RenderRequest(
        id=f"render_{uuid.uuid4()}",
        session_id=session_id,
        draft=draft_of(view.media, view.transcripts),
        output=output,
    )
    return context.board.render(request, owner)


async def _rendered_after(context: Context, said: Said, begun: Begun, output: Output) -> Job | None:
    """Render once all jobs of a turn are done; not if one of them was not."""
    for job in begun.jobs:
        ended = job
        while not ended.has_ended and not context.leaving.is_set():
            ended = await context.waited(job.job_id, _WAIT_S, ended.news_next)
        if ended.status != _COMPLETED:
            return None

    return await to_thread.run_sync(_rendered_now, context, said, begun, output)


def _rendered_now(context: Context, said: Said, begun: Begun, output: Output) -> Job:
    """Render, and remember it as a part of what was said."""
    turns, turn = context.store.turns, begun.turn
    try:
        job = _rendered(context, begun.session_id, output, said.owner)
    except TranscribeVideoError as error:
        turns.add(begun.session_id, turn.intent, said.message, str(error), [])
        raise
    job_ids = [*turn.job_ids, job.job_id]
    turns.add(begun.session_id, turn.intent, said.message, turn.reply, job_ids)
    return job


def _noticed(rendering: asyncio.Task[Job | None]) -> None:
    """Whoever listens is told why it failed; if nobody does, the turn tells it."""
    if not rendering.cancelled():
        rendering.exception()
