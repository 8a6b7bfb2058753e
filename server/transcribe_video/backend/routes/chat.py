"""``/run_sse``: something is said, and all that comes of it is told."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from transcribe_video.backend.body import checked, message_in
from transcribe_video.backend.caller import caller_of, instance_of
from transcribe_video.backend.context import context_of
from transcribe_video.backend.dialogue import Said, begin
from transcribe_video.backend.stream import MEDIA_TYPE, frames
from transcribe_video.backend.view import session_for
from transcribe_video.wire.chat import BROUGHT_KEY, RUN, RunRequest
from transcribe_video.wire.order import STATE_KEY, TranscribeOrder


async def _run(request: Request) -> Response:
    context, caller = context_of(request), caller_of(request)
    wanted = await message_in(request, RunRequest)
    session = await to_thread.run_sync(session_for, context, caller, wanted.session_id)
    said = Said(
        session_id=session.session_id,
        message="".join(part.text or "" for part in wanted.new_message.parts).strip(),
        order=_order(wanted),
        owner=session.owner if caller.is_page else instance_of(request),
        is_page=caller.is_page,
        brought=_brought(wanted),
    )
    begun = await to_thread.run_sync(begin, context, said)
    return StreamingResponse(frames(context, begun), media_type=MEDIA_TYPE)


def _order(wanted: RunRequest) -> TranscribeOrder | None:
    given = (wanted.state_delta or {}).get(STATE_KEY)
    return None if given is None else checked(given, TranscribeOrder)


def _brought(wanted: RunRequest) -> tuple[str, ...]:
    given = (wanted.state_delta or {}).get(BROUGHT_KEY)
    return tuple(filter(None, map(str, given))) if isinstance(given, list) else ()


ROUTES = (Route(RUN, _run, methods=["POST"]),)
