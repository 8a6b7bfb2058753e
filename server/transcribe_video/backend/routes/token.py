"""Anonymous tokens, which this backend does not give: its secret is all that opens it."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.guard import TOKEN


def _refuse(_: Request) -> Response:
    raise HTTPException(404)


ROUTES = (Route(TOKEN, _refuse, methods=["POST"]),)
