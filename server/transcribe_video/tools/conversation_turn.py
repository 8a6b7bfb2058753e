"""A message to the editor, which is said once and never again, and what comes of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from transcribe_video.conversation.sense import CHAT
from transcribe_video.conversation.timeline import timeline
from transcribe_video.conversation.written_language import written_language
from transcribe_video.errors import TranscribeVideoError, UnreachableError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.call import Call
from transcribe_video.tools.change import actions_of, changes_of, remarks_of
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.drop_page import attached, handed_over, same_page
from transcribe_video.tools.ending import failure_of, names_of, status_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.intake import Intake, gathered, has_lost, settled
from transcribe_video.tools.place import Place, abandon, abandon_empty
from transcribe_video.tools.quotation import answered, cut, one_line
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.result import AnswerWith, Choice
from transcribe_video.tools.running import running
from transcribe_video.tools.source import Source, source_of
from transcribe_video.tools.wished_documents import order_in, parted
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import SessionView, Turn

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

_ANSWERS = "The editor answers:"
_MOST_NAMED = 3
_LONGEST_FAILED, _MOST_FAILED = 300, 3  # characters of a reply, and changes, beside an error


async def conversed(
    call: Call,
    message: str,
    session_id: str | None,
    sources: tuple[str, ...],
    wish: dict[str, Any] | None = None,
) -> Answer[Reply]:
    """Say it to the editor, and wait for what comes of it as long as the call may.

    Args:
        call: the tool's.
        message: what the user said.
        session_id: the project; None begins one.
        sources: what the message names that must be in the project first.
        wish: arguments of the export that the user asked for behind the change, if any.

    Raises:
        TranscribeVideoError: it could not be said, or what came of it failed.
        StillWorkingError: it has not been said yet when time is up.
    """
    work = partial(_said, call.desk, message, session_id, sources, wish)
    errand = call.desk.errand("chat", (message, session_id), work)
    begun = await call.outcome(errand)
    if begun.link is not None and not begun.reply:
        return replied(CHAT, handed_over(call.desk, Reply(notes=begun.notes), begun))
    jobs = await call.watch(begun.jobs)
    view = await (await call.desk.client()).session(begun.session_id)
    if all(job.has_ended for job in jobs):
        jobs = await call.watch(_of_turn(view, jobs) or jobs)
        view = await (await call.desk.client()).session(begun.session_id)
    answer = await _answer(call, begun, jobs, view)
    if answer.result.changes or answer.result.status == "needs_input":
        call.desk.wishes.drop([begun.session_id])  # what was planned before is not waited for
    return answer


async def _answer(call: Call, begun: Begun, jobs: list[Job], view: SessionView) -> Answer[Reply]:
    client = await call.desk.client()
    project = (await client.state(begun.session_id)).state
    draft = project.timeline if project else None
    turn = view.turn if not jobs or _of_turn(view, jobs) else None
    text = begun.reply or (turn.reply if turn else "")
    result = Reply(
        session_id=begun.session_id,
        intent=turn.intent if turn else CHAT,
        reply=answered(text) if text else "",
        timeline=timeline(draft) if draft and draft.t else "",
        changes=changes_of(turn),
        actions=actions_of(turn),
        notes=[*begun.notes, *remarks_of(turn)],
    )
    if not jobs:
        return _only_said(call.desk, result, begun, turn)
    if not all(job.has_ended for job in jobs):
        return running(call.desk, result, jobs, names_of(jobs), _body)
    failed = [job for job in jobs if job.status == "failed"]
    if failed:
        if await abandon_empty(call.desk, client, begun.place):
            raise failure_of(failed[0])  # with no handle of what is not there any more
        return _failed(result, failed[0], text)
    result.status, result.job_id = status_of(jobs[-1]), jobs[-1].job_id
    done = next(iter(remarks_of(turn)), f"{names_of(jobs)}: {result.status}.")
    return Answer(_ANSWERS if text else done, result, _body)


def _failed(result: Reply, job: Job, text: str) -> Answer[Reply]:
    """The answer of a message that was not done, with what was said and done until then."""
    error = str(failure_of(job))
    is_told = not text or text in error or error in text
    result.status, result.job_id = "failed", job.job_id
    result.reply = "" if is_told else answered(cut(text, _LONGEST_FAILED))
    result.changes = result.changes[:_MOST_FAILED]
    result.notes = [*result.notes, error]
    return Answer(error, result, _body, is_error=True)


def _only_said(desk: Desk, result: Reply, begun: Begun, turn: Turn | None) -> Answer[Reply]:
    """The answer when no work came of it: an empty project needs a file first."""
    if begun.link is None:
        _put(result, turn)
        return Answer(_ANSWERS, result, _body)
    asked = handed_over(desk, result, begun)
    return Answer(_ANSWERS, asked.result, _body)


def _put(result: Reply, turn: Turn | None) -> None:
    """What was changed is done; what the editor asks is put to the user."""
    if result.changes:
        result.status = "completed"
    if turn is None or not turn.question:
        return
    result.status, result.question = "needs_input", one_line(turn.question)
    result.choices = [
        Choice(label=one_line(choice.label), arguments={"message": choice.message})
        for choice in turn.choices
    ]
    arguments = {"session_id": result.session_id}
    result.answer_with = AnswerWith(tool="chat", arguments=arguments)


def _body(result: Reply) -> Iterator[str]:
    if result.reply:
        yield result.reply
    yield from (change.line for change in result.changes)
    if result.timeline:
        yield result.timeline
    yield from (action.line for action in result.actions)


def _of_turn(view: SessionView, begun: Sequence[Job]) -> list[Job]:
    """The work of the newest turn, to which a video may have been added.

    It is none if that turn is not about what was begun: a joined session may have heard of more.
    """
    ids = view.turn.job_ids if view.turn else []
    if all(job.job_id not in ids for job in begun):
        return []
    return [job for job in view.jobs if job.job_id in ids]


async def _said(
    desk: Desk,
    message: str,
    session_id: str | None,
    sources: tuple[str, ...],
    wish: dict[str, Any] | None,
    errand: Errand[Begun],
) -> Begun:
    source = await on_disk(source_of, sources) if sources else Source()
    language = written_language(message, desk.settings.language)
    intake = await gathered(desk, source, session_id, language, errand)
    client = await desk.client()
    if sources and not intake.media_ids:
        order = order_in(desk, message) if parted(message, sources)[0] else None
        page = await same_page(desk, client, order, intake, attached(intake.out_of_reach))
        if page.link is not None:
            return page
        message = _with_name(message, intake.out_of_reach, page.name)
        intake = Intake(Place(page.session_id), notes=page.notes)
    errand.say("Asking the editor…")
    try:
        begun = await client.begin(intake.place.session_id, message, brought=intake.brought)
    except UnreachableError:
        raise  # whether it was said is not known
    except TranscribeVideoError:
        await _check_arrived(desk, client, intake)
        await abandon(desk, client, intake.place)
        raise
    if not begun.jobs:
        return await _only_answered(desk, client, intake, begun.reply)
    sent = _sent(desk, intake)
    notes = [*intake.remarks, *sent, *await settled(desk, client, intake, begun.jobs)]
    if wish is not None:
        desk.wishes.keep(begun.jobs[-1].job_id, wish)
    errand.session_id = session_id = intake.place.session_id
    desk.use(session_id)
    return Begun(session_id, begun.jobs, notes=notes, is_opened=intake.place.is_opened)


def _sent(desk: Desk, intake: Intake) -> list[str]:
    """To which host files go that the message names."""
    names = [f"“{one_line(file.filename, 100)}”" for file in intake.files]
    if desk.cloud_host is None or not names:
        return []
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return [f"Sent to {desk.cloud_host}: {', '.join(names[:_MOST_NAMED])}{more}."]


async def _only_answered(desk: Desk, client: "BackendClient", intake: Intake, reply: str) -> Begun:
    """What was answered where no work began; with the page, if the project is empty."""
    await _check_arrived(desk, client, intake)
    session_id = intake.place.session_id
    desk.use(session_id)
    if (await client.session(session_id)).media:
        return Begun(session_id, reply=reply, notes=intake.remarks)
    page = await same_page(desk, client, None, intake, ("empty", session_id))
    return replace(page, reply=reply)


def _with_name(message: str, paths: Sequence[str], name: str) -> str:
    """The message with the name of the file that was dropped in place of its path in a chat."""
    for path in sorted(paths, key=len, reverse=True):
        called = name if len(paths) == 1 else re.split(r"[/\\]", path)[-1]
        quoted = f"“{called}”" if re.search(r"\s", called) else called
        found = f"[“\"'`]?{re.escape(path)}[”\"'`]?"
        message = re.sub(found, quoted.replace("\\", r"\\"), message)
    return message


async def _check_arrived(desk: Desk, client: "BackendClient", intake: Intake) -> None:
    """Make sure that something is there; raises why nothing of what was named could be fetched."""
    if await has_lost(client, intake) and intake.is_hopeless:
        await abandon(desk, client, intake.place)
        raise intake.failures[0]
