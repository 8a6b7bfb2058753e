"""A message to the editor, which is said once and never again, and what comes of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync

from transcribe_video.conversation.intents import CHAT
from transcribe_video.conversation.timeline import timeline
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.call import Call
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.drop_page import drop_page, handed_over
from transcribe_video.tools.ending import failure_of, names_of, status_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.intake import Intake, gathered, session_of_jobs
from transcribe_video.tools.quotation import answered
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.running import running
from transcribe_video.tools.source import Source, source_of
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import SessionView

if TYPE_CHECKING:
    from transcribe_video.client.client import Client

_CHINESE, _JAPANESE = re.compile("[\u4e00-\u9fff]"), re.compile("[\u3040-\u30ff]")
_ANSWERS = "The editor answers:"


async def conversed(
    call: Call, message: str, session_id: str | None, sources: tuple[str, ...]
) -> Answer[Reply]:
    """Say it to the editor, and wait for what comes of it as long as the call may.

    Args:
        call: the tool's.
        message: what the user said.
        session_id: the project; None begins one.
        sources: what the message names that must be in the project first.

    Raises:
        TranscribeVideoError: it could not be said, or what came of it failed.
        StillWorkingError: it has not been said yet when time is up.
    """
    work = partial(_said, call.desk, message, session_id, sources)
    errand = call.desk.errand("chat", (message, session_id), work)
    begun = await call.outcome(errand)
    if begun.link is not None and not begun.reply:
        return replied(CHAT, handed_over(call.desk, Reply(notes=begun.notes), begun))
    jobs = await call.watch(begun.jobs)
    view = await (await call.desk.client()).session(begun.session_id)
    if all(job.has_ended for job in jobs):
        jobs = await call.watch(_of_turn(view) or jobs)
        view = await (await call.desk.client()).session(begun.session_id)
    return await _answer(call, begun, jobs, view)


async def _answer(call: Call, begun: Begun, jobs: list[Job], view: SessionView) -> Answer[Reply]:
    client = await call.desk.client()
    project = (await client.state(begun.session_id)).state
    draft = project.timeline if project else None
    text = begun.reply or (view.turn.reply if view.turn else "")
    result = Reply(
        session_id=begun.session_id,
        intent=view.turn.intent if view.turn else CHAT,
        reply=answered(text) if text else "",
        timeline=timeline(draft) if draft and draft.t else "",
        notes=begun.notes,
    )
    if not jobs:
        return _only_said(call.desk, result, begun)
    if not all(job.has_ended for job in jobs):
        return running(call.desk, result, jobs, names_of(jobs), _body)
    failed = [job for job in jobs if job.status == "failed"]
    if failed:
        raise failure_of(failed[0])
    result.status, result.job_id = status_of(jobs[-1]), jobs[-1].job_id
    return Answer(_ANSWERS, result, _body)


def _only_said(desk: Desk, result: Reply, begun: Begun) -> Answer[Reply]:
    """The answer when no work came of it: an empty project needs a file first."""
    if begun.link is None:
        return Answer(_ANSWERS, result, _body)
    asked = handed_over(desk, result, begun)
    return Answer(_ANSWERS, asked.result, _body)


def _body(result: Reply) -> Iterator[str]:
    if result.reply:
        yield result.reply
    if result.timeline:
        yield result.timeline


def _of_turn(view: SessionView) -> list[Job]:
    """The work of the newest turn, to which a video may have been added."""
    ids = view.turn.job_ids if view.turn else []
    return [job for job in view.jobs if job.job_id in ids]


async def _said(
    desk: Desk,
    message: str,
    session_id: str | None,
    sources: tuple[str, ...],
    errand: Errand[Begun],
) -> Begun:
    source = await run_sync(source_of, sources) if sources else Source()
    language = language_of_message(message, desk.settings.language)
    session_id, intake = await gathered(desk, source, session_id, language, errand)
    client = await desk.client()
    if sources and not intake.media_ids:
        return await drop_page(desk, client, session_id, None, intake)
    errand.say("Asking the editor…")
    begun = await client.begin(session_id, message)
    if not begun.jobs:
        return await _asking_for_file(desk, client, session_id, begun.reply)
    errand.session_id = session_id = session_of_jobs(begun.jobs, session_id)
    desk.use(session_id)
    return Begun(session_id, begun.jobs, notes=intake.remarks)


async def _asking_for_file(desk: Desk, client: "Client", session_id: str, reply: str) -> Begun:
    """What was answered; with the page, if the project is empty."""
    desk.use(session_id)
    if (await client.session(session_id)).media:
        return Begun(session_id, reply=reply)
    page = await drop_page(desk, client, session_id, None, Intake())
    return replace(page, reply=reply)


def language_of_message(message: str, usual: str) -> str:
    """The language in which the user writes, as far as its script tells: ``zh``, else ``usual``."""
    return "zh" if _CHINESE.search(message) and not _JAPANESE.search(message) else usual
