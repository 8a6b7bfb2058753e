"""Credits: none are needed on this machine."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.reply import reply
from transcribe_video.wire.balance import BALANCE


def _balance(_: Request) -> Response:
    return reply({"available": 0, "frozen": 0, "total": None})  # null: there is no account


ROUTES = (Route(BALANCE, _balance),)
