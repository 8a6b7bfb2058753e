"""The tool ``chat``: an instruction in the user's words, done by whoever it is for."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.conversation.clauses import clauses_of
from transcribe_video.conversation.editing.caption_language import caption_language
from transcribe_video.conversation.editing.handed_back import handed_back as text_in
from transcribe_video.conversation.routing import Routed, routed
from transcribe_video.conversation.sense import CHAT, DOCUMENT, EXPORT, UPLOAD
from transcribe_video.conversation.written_language import written_language
from transcribe_video.errors import UsageError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import SessionId, WaitS
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.choice_of_session import ask_which
from transcribe_video.tools.conversation_turn import conversed
from transcribe_video.tools.delivery import DOING, arguments_of, delivered, video, wished_for
from transcribe_video.tools.destination import destination_of, is_name
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.drop_page import asked_before, attached
from transcribe_video.tools.edit_first import await_agreement, edited_first
from transcribe_video.tools.edits_in import (
    is_about_project,
    is_agreement,
    is_all_edits,
    is_beyond_captions,
    names_edits,
)
from transcribe_video.tools.export import VIDEO
from transcribe_video.tools.handed_document import Handed, handed_in
from transcribe_video.tools.instruction import brought, instructed, is_for_documents, transcribed_to
from transcribe_video.tools.mentioned import Mentioned, named_in
from transcribe_video.tools.nearby_media import completed as completed_message
from transcribe_video.tools.reply import Reply
from transcribe_video.tools.undeliverable import publishing

_NOT_YET = "Nothing is written to “{}” yet: once the editor is done, ask for the export again."


async def chat(
    context: ToolContext,
    *,
    message: Annotated[str, Field(description="The user's instruction, in their words.")],
    session_id: SessionId = None,
    wait_s: WaitS = None,
) -> Annotated[CallToolResult, Reply]:
    """Do what a message asks for."""
    if not message.strip():
        raise UsageError("There is nothing to do", "“message” is empty", "Say what shall be done")
    call = Call(context, wait_s)
    return (await call.within(_answer(call, message, session_id))).sent()


async def _answer(call: Call, message: str, session_id: str | None) -> Answer[Reply]:
    chosen = session_id or call.desk.newest_session
    is_handed = bool(text_in(message))
    if chosen is None and call.desk.cloud_host is None and (is_handed or is_about_project(message)):
        named = await on_disk(named_in, "" if is_handed else message)
        if not (named.sources or named.trouble):
            await ask_which(call)
    if is_handed:  # a transcript in the message: what is said in it is no instruction
        return await conversed(call, message, chosen, ())
    handed = await handed_in(call, message, chosen)
    completed = await completed_message(call, handed.message, chosen)
    handed = replace(handed, message=completed.message)
    error, note = publishing(handed.message)
    if error is not None:
        raise error
    answer = await _routed(call, handed, session_id)
    answer.result.notes = [
        *answer.result.notes,
        *filter(None, [note, handed.note]),
        *completed.notes,
    ]
    return answer


async def _routed(call: Call, handed: Handed, session_id: str | None) -> Answer[Reply]:
    """The answer of the editor or of a tool, or of both."""
    place = await on_disk(destination_of, handed.message)
    named = await on_disk(named_in, place.rest if place else handed.message)
    is_made = place is not None and not handed.text and is_for_documents(named)
    is_for_editor = not is_made and _is_for_editor(call, handed, named)
    if place is not None and (is_for_editor or (is_made and is_name(place.path))):
        place, named = None, await on_disk(named_in, handed.message)  # the editor is told all of it
    if named.trouble is not None:
        raise named.trouble
    session_id = session_id or await _used_before(call, named.sources)
    if place is not None and is_made:
        return await transcribed_to(call, place.path, session_id, named)
    return await _carried_out(call, handed, named, session_id, place.path if place else None)


async def _carried_out(
    call: Call, handed: Handed, named: Mentioned, session_id: str | None, path: str | None
) -> Answer[Reply]:
    """The answer to all that a message asks for."""
    message, sources = named.message, named.sources
    asked = routed(message, call.desk.manifest.routing)
    is_edit = _is_edit(message, asked, sources) or await _is_refused(
        call, message, asked, session_id
    )
    if is_edit or (asked.is_unread and await _is_begun(call, session_id)):
        asked = Routed((CHAT,), (), message)
    if (agreed := await _agreed(call, asked, session_id, named, path)) is not None:
        return agreed
    if len(asked.intents) > 1:
        asked = replace(asked, message_for_chat=handed.joined(asked.message_for_chat))
        return await _edited_first(call, asked, session_id, named, path)
    if handed.text:
        return await conversed(call, handed.joined(message), session_id, sources)
    if sources:
        answer = await _with_files(call, message, asked, session_id, sources, path)
    else:
        answer = await delivered(call, message, asked, session_id, path)
    if answer is not None:
        return answer
    answer = await instructed(call, message, session_id, named)
    if path is not None:
        answer.result.notes = [*answer.result.notes, _NOT_YET.format(path)]
    return answer


def _is_for_editor(call: Call, handed: Handed, named: Mentioned) -> bool:
    """Whether the editor is told where a file shall be, as it does more with what is named."""
    if not (named.sources or handed.text):
        return False
    intents = routed(named.message, call.desk.manifest.routing).intents
    is_edited = bool(handed.text) or names_edits(named.message, named.sources)
    return len(intents) == 1 and (is_edited or intents != (EXPORT,))


async def _used_before(call: Call, sources: tuple[str, ...]) -> str | None:
    """The project of the same files of a chat, else the newest that this process has used."""
    desk, key = call.desk, attached(sources)
    if sources and desk.asked_page(key) is not None:
        known = await asked_before(desk, await call.client(), key)
        return known or desk.newest_session
    return desk.newest_session


def _is_edit(message: str, asked: Routed, sources: tuple[str, ...]) -> bool:
    """Whether it is for the editor after all: “turn on captions, small”, “append b.mp4”."""
    if DOCUMENT in asked.intents and is_all_edits(message):
        return True
    return asked.intents == (UPLOAD,) and bool(sources) and names_edits(message, sources)


async def _is_refused(call: Call, message: str, asked: Routed, session_id: str | None) -> bool:
    """Whether documents are asked for that cannot be had, which the editor here says."""
    if session_id is None or asked.intents != (DOCUMENT,) or call.desk.cloud_host is not None:
        return False
    spoken: set[str] = set()
    if caption_language(message):
        view = await (await call.client()).session(session_id)
        spoken = {one.language for one in view.transcripts}
    return is_beyond_captions(message, spoken)


async def _is_begun(call: Call, session_id: str | None) -> bool:
    """Whether the editor here has a project, so that it says what it does not understand."""
    if session_id is None or call.desk.cloud_host is not None:
        return False
    return bool((await (await call.client()).session(session_id)).media)


async def _with_files(
    call: Call,
    message: str,
    asked: Routed,
    session_id: str | None,
    sources: tuple[str, ...],
    path: str | None,
) -> Answer[Reply] | None:
    """The answer to a message that names files; None if something is to be done with them."""
    [intent] = asked.intents
    if intent == UPLOAD:
        return await brought(call, sources, session_id)
    if intent in DOING:
        return await DOING[intent](call, session_id)
    is_told = call.desk.cloud_host is None and path is None  # the editor here does all of it
    if intent != EXPORT or is_told:
        return None
    came = await brought(call, sources, session_id)
    if came.result.status != "completed":
        return came
    only = None if call.desk.cloud_host else await _only(call, came.result.session_id, sources)
    return await video(call, message, came.result.session_id, path, only)


async def _only(call: Call, session_id: str | None, sources: tuple[str, ...]) -> str | None:
    """The one file that is named of several in a project; None if it is all of them, or more."""
    if session_id is None:
        return None
    view = await (await call.client()).session(session_id)
    meant = [file.media_id for file in view.media if file.path in sources]
    return meant[0] if len(meant) == 1 < len(view.media) else None


async def _edited_first(
    call: Call, asked: Routed, session_id: str | None, named: Mentioned, path: str | None
) -> Answer[Reply]:
    """The change, and then the file; an export runs only because the user's message asks for it."""
    whole = named.message
    message = whole.replace(asked.message_for_chat, " ") or whole  # what is to be delivered
    arguments = arguments_of(message, asked, path)
    delivery = replace(asked, intents=asked.intents[1:])
    deliver = partial(delivered, call, message, delivery, path=path)
    return await _then(call, asked.message_for_chat, session_id, named, deliver, arguments)


async def _agreed(
    call: Call, asked: Routed, session_id: str | None, named: Mentioned, path: str | None
) -> Answer[Reply] | None:
    """What was planned, and the file that was asked for with it; None if it is no yes to both."""
    wish = call.desk.wishes.behind(filter(None, [session_id]))
    yes = asked.message_for_chat if CHAT in asked.intents else clauses_of(named.message)[0].text
    is_about_it = {*asked.intents} <= {CHAT, DOCUMENT, EXPORT}
    if wish is None or session_id is None or not (is_about_it and is_agreement(yes)):
        return None
    call.desk.wishes.drop([session_id])
    own = {} if asked.intents == (CHAT,) else arguments_of(named.message, asked, path)
    is_other = own.get("format", VIDEO) != wish.get("format", VIDEO)
    wish = own if own and is_other else wish | own
    deliver = partial(wished_for, call, wish, written_language(yes, "en"))
    return await _then(call, yes, session_id, named, deliver, wish)


async def _then(
    call: Call,
    change: str,
    session_id: str | None,
    named: Mentioned,
    deliver: Callable[[str | None], Awaitable[Answer[Reply] | None]],
    arguments: dict[str, Any],
) -> Answer[Reply]:
    """A change, and the file behind it: now, or later if the change takes its time or a yes."""
    wishes = call.desk.wishes
    said = await instructed(call, change, session_id, named, arguments)
    if said.result.status == "running" and said.result.job_id:
        wishes.keep(said.result.job_id, arguments)
    elif said.result.status == "needs_input":
        await_agreement(said.result, wishes, arguments, written_language(change, "en"))
    return await edited_first(said, deliver, arguments)
