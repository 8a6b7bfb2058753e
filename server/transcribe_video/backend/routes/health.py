"""How the backend is, and its end."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.body import message_in
from transcribe_video.backend.context import context_of
from transcribe_video.backend.liveness import TOUCH
from transcribe_video.backend.reply import refusal_of, reply
from transcribe_video.errors import BusyError
from transcribe_video.wire.health import HEALTH, STOP, StopRequest

_CONFLICT = 409


async def _health(request: Request) -> Response:  # never behind work that fills the threads
    context = context_of(request)
    if TOUCH in request.query_params:
        context.activity.touch()
    return reply(context.health)


async def _stop(request: Request) -> Response:
    context, wanted = context_of(request), await message_in(request, StopRequest)
    health = context.health
    if wanted.only_if_idle and (health.jobs or health.is_page_open or context.activity.under_way):
        error = BusyError("The backend stays", "it has work to do", "Ask again later")
        return refusal_of(error, _CONFLICT)
    context.leaving.set()
    return reply(health)


ROUTES = (Route(HEALTH, _health), Route(STOP, _stop, methods=["POST"]))
