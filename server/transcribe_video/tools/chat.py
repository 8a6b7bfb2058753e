"""The tool ``chat``: an instruction in the user's words, done by whoever it is for."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Annotated

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.editing.handed_back import handed_back as text_in
from transcribe_video.conversation.routing import Routed, routed
from transcribe_video.conversation.sense import CANCEL, CREDITS, DOCUMENT, EXPORT, STATE, UPLOAD
from transcribe_video.conversation.wish import wish_of
from transcribe_video.errors import UsageError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import SessionId, WaitS
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.cancel import cancelled
from transcribe_video.tools.conversation_turn import conversed
from transcribe_video.tools.credits import balance
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.edit_first import edited_first
from transcribe_video.tools.export import CAPTIONS, RESOLUTIONS, Wanted, exported, format_of
from transcribe_video.tools.handed_document import handed_back
from transcribe_video.tools.mentioned import named_in
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.state import told
from transcribe_video.tools.undeliverable import check_video, publishing, shortcomings, timeline_in
from transcribe_video.tools.upload import uploaded

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
    session_id = session_id or call.desk.newest_session
    if text_in(message):  # a transcript in the message: what is said in it is no instruction
        return await conversed(call, message, session_id, ())
    handed = await on_disk(handed_back, message)
    if handed.text:
        message = handed.message
    named = await on_disk(named_in, message)
    if named.trouble is not None:
        raise named.trouble
    message, sources = named.message, named.sources
    asked = routed(message, call.desk.manifest.routing)
    if len(asked.intents) > 1:
        asked = replace(asked, message_for_chat=handed.joined(asked.message_for_chat))
        return await _edited_first(call, message, asked, session_id, sources)
    is_for_editor = bool(sources or handed.text)
    answer = None if is_for_editor else await _delivered(call, message, asked, session_id)
    return answer or await conversed(call, handed.joined(message), session_id, sources)


async def _edited_first(
    call: Call, message: str, asked: Routed, session_id: str | None, sources: tuple[str, ...]
) -> Answer[Reply]:
    """The change, and then the file; an export runs only because the user's message asks for it."""
    said = await conversed(call, asked.message_for_chat, session_id, sources)
    delivery = replace(asked, intents=asked.intents[1:])
    arguments = {"format": asked.formats[0]} if asked.formats else {}
    return await edited_first(said, partial(_delivered, call, message, delivery), arguments)


async def _delivered(
    call: Call, message: str, asked: Routed, session_id: str | None
) -> Answer[Reply] | None:
    """The answer of the tool that a message is for; None if it is for the editor."""
    intent = asked.intents[0]
    if intent == DOCUMENT:
        return await _documents(call, session_id, asked.formats)
    if intent == EXPORT:
        return await _video(call, message, session_id)
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


async def _video(call: Call, message: str, session_id: str | None) -> Answer[Reply]:
    """The video, as large and with such captions as the message says."""
    wish = wish_of(message)
    timeline = timeline_in(message)
    if timeline is not None:
        return replied(EXPORT, await exported(call, session_id, Wanted(format=timeline)))
    check_video(message, wish)
    resolution = _NEAREST.get(wish.resolution or "", wish.resolution)
    captions = "burned" if any(kind is Kind.BURN for kind, _ in wish.misses) else wish.captions
    wanted = Wanted(
        resolution=resolution if resolution in RESOLUTIONS else "source",
        captions=captions if captions in CAPTIONS else "auto",
    )
    answer = replied(EXPORT, await exported(call, session_id, wanted))
    answer.result.notes = [*answer.result.notes, *shortcomings(wish)]
    return answer


async def _documents(
    call: Call, session_id: str | None, names: tuple[str, ...]
) -> Answer[Reply] | None:
    """The transcript in those formats; None if nothing was transcribed, which the editor does."""
    formats = [format_of(name) for name in names]
    if session_id is not None:
        view = await (await call.client()).session(session_id)
        if not view.transcripts and all(job.has_ended for job in view.jobs):
            return None
    answers = [await exported(call, session_id, Wanted(format=name)) for name in formats]
    running = next((one for one in answers if one.result.status != "completed"), answers[0])
    return replied(EXPORT, running, [one.sentence for one in answers if one is not running])
