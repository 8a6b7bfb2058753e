"""Drafts made into files, and the files."""

from pathlib import Path

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from transcribe_video.backend.body import message_in
from transcribe_video.backend.caller import instance_of
from transcribe_video.backend.context import context_of
from transcribe_video.backend.reply import Answer
from transcribe_video.backend.store.gone import gone
from transcribe_video.errors import BusyError
from transcribe_video.wire.job import Job
from transcribe_video.wire.render import CANCEL, DOWNLOAD, ONE, RENDER, Rendered, RenderRequest

_RENDER = "render"
_STATUSES = {"queued": "pending", "running": "processing"}


async def _render(request: Request) -> Response:
    context, wanted = context_of(request), await message_in(request, RenderRequest)
    owner = instance_of(request)
    job = await to_thread.run_sync(context.board.render, wanted, owner)
    return _answer(request, job)


def _view(request: Request) -> Response:
    return _answer(request, _job(request))


def _cancel(request: Request) -> Response:
    context, job = context_of(request), _job(request)
    return _answer(request, context.board.cancel(job.job_id))


def _download(request: Request) -> Response:
    job = _job(request)
    if not job.has_ended:
        raise BusyError("The video cannot be had yet", "it is still being made", "Wait for it")
    path = Path(Rendered.model_validate(job.result).path) if job.result else None
    if path is None or not path.is_file():
        raise gone("video")
    return FileResponse(path, filename=path.name)


def _job(request: Request) -> Job:
    """The render that is meant; a job of another kind is none."""
    job = context_of(request).board.view(request.path_params["render_id"])
    if job.kind != _RENDER:
        raise gone("video")
    return job


def _answer(request: Request, job: Job) -> Response:
    """Envelope B, as the cloud has it for renders, with what is ours beside it."""
    fraction = 1 if job.status == "completed" else job.progress.fraction or 0
    data: dict[str, object] = {
        "id": job.job_id,
        "status": _STATUSES.get(job.status, job.status),
        "progress": round(100 * fraction),
    }
    if job.status == "completed":
        path = DOWNLOAD.format(render_id=job.job_id)
        data["output"] = {"url": f"{context_of(request).runtime.url}{path}"}
        data["result"] = job.result
    if job.error is not None:
        data["error"] = job.error
    return Answer({"success": True, "data": data})


ROUTES = (
    Route(RENDER, _render, methods=["POST"]),
    Route(ONE, _view),
    Route(CANCEL, _cancel, methods=["POST"]),
    Route(DOWNLOAD, _download),
)
