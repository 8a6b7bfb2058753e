"""Jobs: how far they are, and their end."""

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.caller import caller_of
from transcribe_video.backend.context import context_of
from transcribe_video.backend.number import number, whole_number
from transcribe_video.backend.reply import reply
from transcribe_video.backend.view import session_for
from transcribe_video.wire.job import CANCEL, ONE

_LONGEST_WAIT_S = 25.0
_MOST_NEWS = 10_000_000


async def _view(request: Request) -> Response:
    """A job; if ``wait_s`` is given, once it has ended or there is news of it."""
    wait_s = number(request, "wait_s", 0, (0, _LONGEST_WAIT_S)) or 0
    after = whole_number(request, "after", 0, (0, _MOST_NEWS))
    await to_thread.run_sync(_check, request)
    context, job_id = context_of(request), request.path_params["job_id"]
    if wait_s <= 0:
        return reply(await to_thread.run_sync(context.board.view, job_id, after))
    return reply(await context.waited(job_id, wait_s, after))


def _cancel(request: Request) -> Response:
    _check(request)
    return reply(context_of(request).board.cancel(request.path_params["job_id"]))


def _check(request: Request) -> None:
    """Make sure that the caller may know of it."""
    context = context_of(request)
    job = context.store.jobs.get(request.path_params["job_id"])
    session_for(context, caller_of(request), job.session_id)


ROUTES = (Route(ONE, _view), Route(CANCEL, _cancel, methods=["POST"]))
