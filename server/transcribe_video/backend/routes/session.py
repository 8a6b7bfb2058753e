"""Sessions: begun, seen, stopped and deleted."""

import time

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.body import message_in
from transcribe_video.backend.caller import caller_of, instance_of
from transcribe_video.backend.context import Context, context_of
from transcribe_video.backend.number import whole_number
from transcribe_video.backend.reply import reply
from transcribe_video.backend.uploading import drop_unused
from transcribe_video.backend.view import session_for, session_view
from transcribe_video.wire.chat import USER
from transcribe_video.wire.job import Job, JobList
from transcribe_video.wire.session import (
    CANCEL,
    CREATE,
    FILE,
    LIST,
    ONE,
    Session,
    SessionList,
    SessionRequest,
)

_USUAL, _MOST = 3, 50
_STOPPING_S, _LOOK_S = 8.0, 0.1


async def _create(request: Request) -> Response:
    wanted, owner = await message_in(request, SessionRequest), instance_of(request)
    sessions = context_of(request).store.sessions
    made = await to_thread.run_sync(
        lambda: sessions.create(wanted.task_name, wanted.language, owner)
    )
    return reply(Session(session_id=made.session_id, task_id=made.task_id, user_id=USER))


def _list(request: Request) -> Response:
    """The newest sessions; for a page, its own."""
    context, own = context_of(request), caller_of(request).session_id
    sessions = context.store.sessions
    limit = whole_number(request, "limit", _USUAL, (1, _MOST))
    found = sessions.newest(limit) if own is None else [sessions.get(own)]
    return reply(SessionList(sessions=[session_view(context, one) for one in found]))


def _view(request: Request) -> Response:
    context = context_of(request)
    session = session_for(context, caller_of(request), request.path_params["session_id"])
    return reply(session_view(context, session))


def _cancel(request: Request) -> Response:
    return reply(JobList(jobs=_cancelled(context_of(request), request.path_params["session_id"])))


def _delete(request: Request) -> Response:
    """Stop its work, and forget it with all that was made for it alone."""
    context, session_id = context_of(request), request.path_params["session_id"]
    until_s = time.monotonic() + _STOPPING_S
    for job in _cancelled(context, session_id):
        while not context.board.view(job.job_id).has_ended and time.monotonic() < until_s:
            time.sleep(_LOOK_S)
    context.store.sessions.delete(session_id)
    return reply({"session_id": session_id})


def _drop(request: Request) -> Response:
    """Forget a file with which nothing was done; the user's own stays where it is."""
    context, session_id = context_of(request), request.path_params["session_id"]
    drop_unused(context, session_id, request.path_params["media_id"])
    return reply({"session_id": session_id})


def _cancelled(context: Context, session_id: str) -> list[Job]:
    """The jobs of a session that were going on, asked to stop."""
    context.store.sessions.get(session_id)
    jobs = context.store.jobs.of(session_id)
    return [context.board.cancel(job.job_id) for job in jobs if not job.has_ended]


ROUTES = (
    Route(CREATE, _create, methods=["POST"]),
    Route(LIST, _list),
    Route(ONE, _view),
    Route(ONE, _delete, methods=["DELETE"]),
    Route(FILE, _drop, methods=["DELETE"]),
    Route(CANCEL, _cancel, methods=["POST"]),
)
