"""Files into a session: named by their paths, sent, or fetched from an address."""

from collections.abc import Sequence

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.body import checked, json_body
from transcribe_video.backend.caller import caller_of, instance_of
from transcribe_video.backend.context import Context, context_of
from transcribe_video.backend.dialogue import Said, begin
from transcribe_video.backend.media_view import uploaded_file
from transcribe_video.backend.multipart import FORM, received
from transcribe_video.backend.reply import reply
from transcribe_video.backend.store.media_files import MediaRecord
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.uploading import add_named, add_received, check_count
from transcribe_video.backend.view import session_for
from transcribe_video.errors import TranscribeVideoError, UsageError
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.upload import THEN, UPLOAD, PathUpload, UploadReply, UrlUpload

_TRANSCRIBE = "transcribe"
_WAIT_S = 25.0


async def _upload(request: Request) -> Response:
    context, caller = context_of(request), caller_of(request)
    session_id = request.path_params["session_id"]
    session = await to_thread.run_sync(session_for, context, caller, session_id)
    jobs: Sequence[Job] = ()
    if request.headers.get("content-type", "").lower().startswith(FORM):
        media = await _received(request, session)
    else:
        caller.check_program()  # a page names no path, and has nothing fetched
        media, jobs = await _named(request, session)
    if request.query_params.get(THEN) == _TRANSCRIBE:
        jobs = [*jobs, *await _transcribing(request, session, media)]
    files = [uploaded_file(record) for record in media]
    return reply(UploadReply(files=files, jobs=list(jobs)))


async def _received(request: Request, session: SessionRecord) -> list[MediaRecord]:
    context, session_id = context_of(request), session.session_id
    folder = await to_thread.run_sync(context.store.media.folder, session_id)
    kind, most_bytes = request.headers["content-type"], context.manifest.limits.upload_bytes
    files = await received(request.stream(), kind, folder, most_bytes)
    return await to_thread.run_sync(add_received, context, session_id, files)


async def _named(
    request: Request, session: SessionRecord
) -> tuple[list[MediaRecord], Sequence[Job]]:
    context, body = context_of(request), await json_body(request)
    if "paths" in body:
        paths = checked(body, PathUpload).paths
        return await to_thread.run_sync(add_named, context, session.session_id, paths), ()
    if "urls" in body:
        return await _fetched(context, session, checked(body, UrlUpload))
    raise UsageError(
        "There is nothing to upload", "neither paths nor urls nor files are given", "Name a file"
    )


async def _fetched(
    context: Context, session: SessionRecord, wanted: UrlUpload
) -> tuple[list[MediaRecord], Sequence[Job]]:
    check_count(wanted.urls)
    begun = [
        await to_thread.run_sync(context.board.fetch, session.session_id, url)
        for url in wanted.urls
    ]
    if wanted.in_background:  # one may have failed by now: its job says why
        return [record for record, _ in begun], [job for _, job in begun]
    for _, job in begun:
        await _arrived(context, job)
    return [context.store.media.get(record.media_id) for record, _ in begun], ()


async def _arrived(context: Context, job: Job) -> None:
    """Wait until a file has been fetched, or the backend leaves."""
    while not job.has_ended and not context.leaving.is_set():
        job = await context.waited(job.job_id, _WAIT_S, job.news_next)
    if job.status == "failed":
        raise error_of(job.error) or TranscribeVideoError("It was not fetched", "nobody knows why")


async def _transcribing(
    request: Request, session: SessionRecord, media: Sequence[MediaRecord]
) -> Sequence[Job]:
    """Begin what is wanted of the session's files with those that have just come."""
    media_ids = [record.media_id for record in media if record.has_sound]
    if not media_ids:
        return ()
    order = session.order or TranscribeOrder()
    is_page = caller_of(request).is_page
    said = Said(
        session_id=session.session_id,
        message="",
        order=order.model_copy(update={"media_ids": media_ids}),
        owner=session.owner if is_page else instance_of(request),
        is_page=is_page,
    )
    return (await to_thread.run_sync(begin, context_of(request), said)).jobs


ROUTES = (Route(UPLOAD, _upload, methods=["POST"]),)
