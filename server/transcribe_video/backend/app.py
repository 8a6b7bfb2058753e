"""The application: the guard, the routes, and an answer to whatever goes wrong."""

from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp

from transcribe_video.backend.cloud_rules import CloudRules
from transcribe_video.backend.context import Context, context_of
from transcribe_video.backend.fault import fault
from transcribe_video.backend.guard import Guard, Keys
from transcribe_video.backend.reply import refusal_of
from transcribe_video.backend.routes import ROUTES
from transcribe_video.errors import TranscribeVideoError, UsageError

_NOT_ALLOWED, _NOBODY_THERE, _MISHAP = 405, 499, 500


def application(context: Context) -> ASGIApp:
    """All that the backend answers.

    Args:
        context: what it answers with.
    """
    app = Starlette(
        routes=ROUTES,
        exception_handlers={
            TranscribeVideoError: _refuse,
            HTTPException: _refuse_request,
            ClientDisconnect: _let_go,
            Exception: _apologise,
        },
    )
    app.state.context = context
    keys = Keys(context.runtime.port, context.runtime.secret, context.store.claims.session_of)
    guarded = partial(Guard, keys=keys, activity=context.activity)
    calls = context.settings.cloud_token_calls
    return guarded(app) if calls is None else CloudRules(app, guarded, keys.secret, calls)


def _refuse(_: Request, error: Exception) -> Response:
    assert isinstance(error, TranscribeVideoError)
    return refusal_of(error)


def _refuse_request(_: Request, error: Exception) -> Response:
    """There is no such address, or it is not asked for in that way."""
    assert isinstance(error, HTTPException)
    why = "there is nothing at this address"
    if error.status_code == _NOT_ALLOWED:
        why = "this address is asked for in another way"
    answer = refusal_of(UsageError("The request cannot be understood", why), error.status_code)
    answer.headers.update(error.headers or {})
    return answer


def _let_go(_request: Request, _error: Exception) -> Response:
    return Response(status_code=_NOBODY_THERE)


def _apologise(request: Request, error: Exception) -> Response:
    """A fault of our own; the server then logs where it is."""
    return refusal_of(fault(context_of(request).settings.home, error), _MISHAP)
