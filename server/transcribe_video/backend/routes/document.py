"""Transcripts as documents, and edits as timelines: written to the disk, or handed to a page."""

from pathlib import Path
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from transcribe_video.backend.body import message_in
from transcribe_video.backend.caller import caller_of
from transcribe_video.backend.context import Context, context_of
from transcribe_video.backend.handing_over import write_wanted
from transcribe_video.backend.recording import transcribed
from transcribe_video.backend.reply import reply
from transcribe_video.backend.view import session_for, session_view
from transcribe_video.documents.file_name import document_name
from transcribe_video.documents.registry import format_named
from transcribe_video.wire.session import SessionView
from transcribe_video.wire.transcript import DOCUMENT, WRITE, DocumentsRequest

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "srt": "application/x-subrip; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
}
_UNNAMED = "application/octet-stream"


async def _write(request: Request) -> Response:
    context, wanted = context_of(request), await message_in(request, DocumentsRequest)
    view = await to_thread.run_sync(_session, request)
    return reply(await to_thread.run_sync(write_wanted, context, view, wanted))


def _document(request: Request) -> Response:
    """One document's bytes, made now."""
    context, view = context_of(request), _session(request)
    kind = format_named(request.path_params["format"])
    _, transcript = transcribed(context, view, request.query_params.get("media_id"))
    name = document_name(Path(transcript.source), kind.suffix, 1)
    headers = {"Content-Disposition": _attached(name)}
    kind_of_content = _TYPES.get(kind.name, _UNNAMED)
    return Response(kind.write(transcript), headers=headers, media_type=kind_of_content)


def _session(request: Request) -> SessionView:
    context: Context = context_of(request)
    session_id = request.path_params["session_id"]
    return session_view(context, session_for(context, caller_of(request), session_id))


def _attached(name: str) -> str:
    """The header that names a download (RFC 6266, RFC 5987)."""
    plain = "".join(c if c.isascii() and c.isprintable() and c not in '"\\%' else "_" for c in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


ROUTES = (Route(WRITE, _write, methods=["POST"]), Route(DOCUMENT, _document))
