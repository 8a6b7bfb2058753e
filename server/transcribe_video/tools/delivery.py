"""What a message asks for that changes nothing: a file, or what another tool tells."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.routing import Routed
from transcribe_video.conversation.sense import CANCEL, CREDITS, DOCUMENT, EXPORT, STATE, UPLOAD
from transcribe_video.conversation.timelines import timeline_in
from transcribe_video.conversation.wish import Wish, wish_of
from transcribe_video.conversation.written_language import written_language
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.call import Call
from transcribe_video.tools.cancel import cancelled
from transcribe_video.tools.credits import balance
from transcribe_video.tools.export import Wanted, exported, format_of
from transcribe_video.tools.reply import Reply, replied
from transcribe_video.tools.state import told
from transcribe_video.tools.undeliverable import check_video, shortcomings
from transcribe_video.tools.upload import uploaded
from transcribe_video.tools.wished_documents import TRANSCRIBE, wished
from transcribe_video.wire.render import CAPTIONS, RESOLUTIONS

_NEAREST = {"over": "1080p", "under": "720p"}


async def wished_for(
    call: Call, wish: dict[str, Any], language: str, session_id: str | None
) -> Answer[Reply]:
    """The file that was asked for before; ``wish`` holds the arguments of ``export``."""
    return replied(EXPORT, await exported(call, session_id, Wanted(**wish), language))


def arguments_of(message: str, asked: Routed, path: str | None) -> dict[str, Any]:
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


async def delivered(
    call: Call, message: str, asked: Routed, session_id: str | None, path: str | None
) -> Answer[Reply] | None:
    """The answer of the tool that a message is for; None if it is for the editor."""
    intent = asked.intents[0]
    if intent == DOCUMENT:
        return await _documents(call, session_id, asked.formats, path)
    if intent == EXPORT:
        return await video(call, message, session_id, path)
    doing = DOING.get(intent)
    return await doing(call, session_id) if doing else None


async def _cancelled(call: Call, session_id: str | None) -> Answer[Reply]:
    return replied(CANCEL, await cancelled(call, None, session_id))


async def _balance(call: Call, _session_id: str | None) -> Answer[Reply]:
    return replied(CREDITS, await balance(call))


async def _state(call: Call, session_id: str | None) -> Answer[Reply]:
    return replied(STATE, await told(call, session_id, None))


async def _page(call: Call, session_id: str | None) -> Answer[Reply]:
    return replied(UPLOAD, await uploaded(call, None, session_id))


DOING: dict[str, Callable[[Call, str | None], Awaitable[Answer[Reply]]]] = {
    CANCEL: _cancelled,
    CREDITS: _balance,
    STATE: _state,
    UPLOAD: _page,
}
"""By the intents that one tool alone is for."""


async def video(
    call: Call,
    message: str,
    session_id: str | None,
    path: str | None,
    media_id: str | None = None,
) -> Answer[Reply]:
    """The video, or one file of it, as large and with such captions as the message says."""
    wish = wish_of(message)
    timeline = timeline_in(message)
    if timeline is not None:
        return replied(EXPORT, await exported(call, session_id, Wanted(timeline, output_path=path)))
    check_video(message, wish)
    wanted = replace(_wanted(wish, path), media_id=media_id)
    language = written_language(message, "en")
    answer = replied(EXPORT, await exported(call, session_id, wanted, language))
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
