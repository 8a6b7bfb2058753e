"""A session's state: its draft, and what it is made of."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.caller import caller_of
from transcribe_video.backend.context import context_of
from transcribe_video.backend.editing.material import draft_now
from transcribe_video.backend.reply import reply
from transcribe_video.backend.view import session_for, session_view
from transcribe_video.wire.chat import USER
from transcribe_video.wire.state import LATEST, Project, State


def _latest(request: Request) -> Response:
    context = context_of(request)
    session = session_for(context, caller_of(request), request.path_params["session_id"])
    view = session_view(context, session)
    project = Project()
    if view.media:
        draft = draft_now(context, view)
        project = Project(draft=draft, video_infos=[file.sent() for file in view.media])
    state = State(
        session_id=view.session_id,
        task_id=view.task_id,
        task_name=view.name,
        user_id=USER,
        state=project,
    )
    return reply(state)


ROUTES = (Route(LATEST, _latest),)
