"""The tool ``chat``: an instruction in the user's words, done by whoever it is for."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from anyio.to_thread import run_sync
from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.conversation.intents import document_wanted, intent_of
from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.wish import wish_of
from transcribe_video.errors import UsageError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import SessionId, WaitS
from transcribe_video.tools.call import Call, StillWorkingError, ToolContext
from transcribe_video.tools.cancel import cancelled
from transcribe_video.tools.conversation_turn import conversed
from transcribe_video.tools.credits import balance
from transcribe_video.tools.export import CAPTIONS, RESOLUTIONS, Wanted, exported, format_of
from transcribe_video.tools.mentioned import mentioned
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.running import not_begun
from transcribe_video.tools.state import told
from transcribe_video.tools.upload import uploaded

EXPORT, CREDITS, STATE, UPLOAD, CANCEL = "export", "credits", "state", "upload", "cancel"


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
    session_id = session_id or call.desk.newest_session
    sources = await run_sync(mentioned, message)
    try:
        answer = None if sources else await _routed(call, message, session_id)
        answer = answer or await conversed(call, message, session_id, sources)
    except StillWorkingError as late:
        answer = not_begun(call.desk, Reply(session_id=session_id), late.errand)
    return answer.sent()


async def _routed(call: Call, message: str, session_id: str | None) -> Answer[Reply] | None:
    """The answer of the tool that a message is for; None if it is for the editor."""
    documents = document_wanted(message)
    if documents:
        return await _documents(call, session_id, documents)
    intent = intent_of(message, call.desk.manifest.routing)
    if intent == EXPORT:
        return await _video(call, message, session_id)
    if intent == CANCEL and not wish_of(message).is_stop:
        return None  # “cut the part at the bus stop” ends no work
    doing = _DOING.get(intent)
    return await doing(call, session_id) if doing else None


async def _cancelled(call: Call, session_id: str | None) -> Answer[Reply]:
    return replied(CANCEL, await cancelled(call, None, session_id))


async def _balance(_call: Call, _session_id: str | None) -> Answer[Reply]:
    return replied(CREDITS, balance())


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


async def _video(call: Call, message: str, session_id: str | None) -> Answer[Reply] | None:
    """The video; None if it shall be changed first, which is for the editor to say."""
    wish = wish_of(message)
    if any(kind is Kind.EDIT for kind, _ in wish.misses):
        return None
    wanted = Wanted(
        resolution=wish.resolution if wish.resolution in RESOLUTIONS else "source",
        captions=wish.captions if wish.captions in CAPTIONS else "auto",
    )
    return replied(EXPORT, await exported(call, session_id, wanted))


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
