"""The tool ``chat``: an instruction in the user's words, done by whoever it is for."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.conversation.editing.handed_back import handed_back as text_in
from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.routing import Routed, routed
from transcribe_video.conversation.sense import (
    CANCEL,
    CHAT,
    CREDITS,
    DOCUMENT,
    EXPORT,
    STATE,
    UPLOAD,
)
from transcribe_video.conversation.wish import Wish, wish_of
from transcribe_video.errors import UsageError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import SessionId, WaitS
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.cancel import cancelled
from transcribe_video.tools.conversation_turn import conversed
from transcribe_video.tools.credits import balance
from transcribe_video.tools.destination import destination_of, is_name
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.drop_page import asked_before, attached
from transcribe_video.tools.edit_first import edited_first
from transcribe_video.tools.edits_in import is_all_edits, names_edits
from transcribe_video.tools.export import CAPTIONS, RESOLUTIONS, Wanted, exported, format_of
from transcribe_video.tools.handed_document import Handed, handed_in
from transcribe_video.tools.instruction import brought, instructed, is_for_documents, transcribed_to
from transcribe_video.tools.mentioned import Mentioned, named_in
from transcribe_video.tools.nearby_media import completed as completed_message
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.state import told
from transcribe_video.tools.undeliverable import check_video, publishing, shortcomings, timeline_in
from transcribe_video.tools.upload import uploaded
from transcribe_video.tools.wished_documents import TRANSCRIBE, wished

_NOT_YET = "Nothing is written to “{}” yet: once the editor is done, ask for the export again."
_NEAREST = {"over": "1080p", "under": "720p"}


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
    if text_in(message):  # a transcript in the message: what is said in it is no instruction
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
    is_for_editor = not is_made and bool(named.sources or handed.text)
    if place is not None and (is_for_editor or (is_made and is_name(place.path))):
        place, named = None, await on_disk(named_in, handed.message)  # the editor is told all of it
    if named.trouble is not None:
        raise named.trouble
    path = place.path if place else None
    message, sources = named.message, named.sources
    session_id = session_id or await _used_before(call, sources)
    if path is not None and is_made:
        return await transcribed_to(call, path, session_id, named)
    asked = routed(message, call.desk.manifest.routing)
    if _is_edit(message, asked, sources):
        asked = Routed((CHAT,), (), message)
    if len(asked.intents) > 1:
        asked = replace(asked, message_for_chat=handed.joined(asked.message_for_chat))
        return await _edited_first(call, message, asked, session_id, named, path)
    if handed.text:
        return await conversed(call, handed.joined(message), session_id, sources)
    if sources:
        answer = await _with_files(call, message, asked, session_id, sources)
    else:
        answer = await _delivered(call, message, asked, session_id, path)
    if answer is not None:
        return answer
    answer = await instructed(call, message, session_id, named)
    if path is not None:
        answer.result.notes = [*answer.result.notes, _NOT_YET.format(path)]
    return answer


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


async def _with_files(
    call: Call, message: str, asked: Routed, session_id: str | None, sources: tuple[str, ...]
) -> Answer[Reply] | None:
    """The answer to a message that names files; None if something is to be done with them."""
    [intent] = asked.intents
    if intent == UPLOAD:
        return await brought(call, sources, session_id)
    if intent in _DOING:
        return await _DOING[intent](call, session_id)
    if intent != EXPORT or call.desk.cloud_host is None:
        return None
    came = await brought(call, sources, session_id)
    if came.result.status != "completed":
        return came
    return await _video(call, message, came.result.session_id, None)


async def _edited_first(
    call: Call,
    message: str,
    asked: Routed,
    session_id: str | None,
    named: Mentioned,
    path: str | None,
) -> Answer[Reply]:
    """The change, and then the file; an export runs only because the user's message asks for it."""
    message = message.replace(asked.message_for_chat, " ") or message  # what is to be delivered
    arguments = _arguments(message, asked, path)
    said = await instructed(call, asked.message_for_chat, session_id, named, arguments)
    delivery = replace(asked, intents=asked.intents[1:])
    if said.result.status == "running" and said.result.job_id:
        call.desk.wishes.keep(said.result.job_id, arguments)
    deliver = partial(_delivered, call, message, delivery)
    return await edited_first(said, partial(deliver, path=path), arguments)


def _arguments(message: str, asked: Routed, path: str | None) -> dict[str, Any]:
    """Of the export that a message asks for behind a change, for a call of its own."""
    given: dict[str, Any] = {"output_path": path} if path else {}
    if asked.formats:
        return {"format": asked.formats[0]} | given
    timeline = timeline_in(message)
    if timeline is not None:
        return {"format": timeline} | given
    wanted = _wanted(wish_of(message), path)
    usual = Wanted()
    chosen = {"resolution": wanted.resolution, "captions": wanted.captions}
    return {k: v for k, v in chosen.items() if v != getattr(usual, k)} | given


async def _delivered(
    call: Call, message: str, asked: Routed, session_id: str | None, path: str | None
) -> Answer[Reply] | None:
    """The answer of the tool that a message is for; None if it is for the editor."""
    intent = asked.intents[0]
    if intent == DOCUMENT:
        return await _documents(call, session_id, asked.formats, path)
    if intent == EXPORT:
        return await _video(call, message, session_id, path)
    doing = _DOING.get(intent)
    return await doing(call, session_id) if doing else None


async def _cancelled(call: Call, session_id: str | None) -> Answer[Reply]:
    return replied(CANCEL, await cancelled(call, None, session_id))


async def _balance(call: Call, _session_id: str | None) -> Answer[Reply]:
    return replied(CREDITS, await balance(call))


async def _state(call: Call, session_id: str | None) -> Answer[Reply]:
    return replied(STATE, await told(call, session_id, None))


async def _page(call: Call, session_id: str | None) -> Answer[Reply]:
    return replied(UPLOAD, await uploaded(call, None, session_id))


_DOING: dict[str, Callable[[Call, str | None], Awaitable[Answer[Reply]]]] = {
    CANCEL: _cancelled,
    CREDITS: _balance,
    STATE: _state,
    UPLOAD: _page,
}


async def _video(
    call: Call, message: str, session_id: str | None, path: str | None
) -> Answer[Reply]:
    """The video, as large and with such captions as the message says."""
    wish = wish_of(message)
    timeline = timeline_in(message)
    if timeline is not None:
        return replied(EXPORT, await exported(call, session_id, Wanted(timeline, output_path=path)))
    check_video(message, wish)
    answer = replied(EXPORT, await exported(call, session_id, _wanted(wish, path)))
    answer.result.notes = [*answer.result.notes, *shortcomings(wish)]
    return answer


def _wanted(wish: Wish, path: str | None) -> Wanted:
    """The video that is wished for."""
    resolution = _NEAREST.get(wish.resolution or "", wish.resolution)
    captions = "burned" if any(kind is Kind.BURN for kind, _ in wish.misses) else wish.captions
    return Wanted(
        output_path=path,
        resolution=resolution if resolution in RESOLUTIONS else "source",
        captions=captions if captions in CAPTIONS else "auto",
    )


async def _documents(
    call: Call, session_id: str | None, names: tuple[str, ...], path: str | None
) -> Answer[Reply]:
    """The transcript in those formats; what was not transcribed yet is, and not by the editor."""
    formats = [format_of(name) for name in names]
    if session_id is not None:
        view = await (await call.client()).session(session_id)
        if not view.media:
            return await _page(call, session_id)
        working = [one for one in view.jobs if one.kind == TRANSCRIBE and not one.has_ended]
        if not view.transcripts and not working:
            return await wished(call, "", session_id, formats=formats)
    wanted = [Wanted(name, output_path=path) for name in formats]
    answers = [await exported(call, session_id, one) for one in wanted]
    running = next((one for one in answers if one.result.status != "completed"), answers[0])
    return replied(EXPORT, running, [one.sentence for one in answers if one is not running])
