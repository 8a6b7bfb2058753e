"""One picture of the edit."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.caller import caller_of
from transcribe_video.backend.context import context_of
from transcribe_video.backend.number import number
from transcribe_video.backend.previewing import previewed
from transcribe_video.backend.reply import reply
from transcribe_video.backend.view import session_for, session_view
from transcribe_video.timecode import milliseconds
from transcribe_video.wire.preview import PREVIEW, Preview

_LONGEST_S, _MOST_JOINS = 1_000_000.0, 1_000_000.0


async def _preview(request: Request) -> Response:
    return reply(await to_thread.run_sync(_made, request))


def _made(request: Request) -> Preview:
    context = context_of(request)
    session = session_for(context, caller_of(request), request.path_params["session_id"])
    at_s = number(request, "at_s", None, (0.0, _LONGEST_S))
    join = number(request, "join", None, (0.0, _MOST_JOINS))
    return previewed(
        context,
        session_view(context, session),
        None if at_s is None else milliseconds(at_s),
        None if join is None else int(join),
    )


ROUTES = (Route(PREVIEW, _preview),)
