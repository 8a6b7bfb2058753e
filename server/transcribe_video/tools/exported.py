"""The result of ``export``, and how finished work becomes one."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel

from transcribe_video.errors import BackendError
from transcribe_video.timecode import clock, milliseconds
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.documents import found
from transcribe_video.tools.ending import failure_of
from transcribe_video.tools.result import Result
from transcribe_video.wire.job import Job
from transcribe_video.wire.render import Rendered

_READY = {
    "en": "The video is ready ({length}): {path}",
    "zh": "视频已生成（{length}）：{path}",
}
NOTHING_SAID = "No speech was found in the recording, so the subtitle file is empty."


class Method(BaseModel):
    """How a video was made, and why so."""

    name: str = ""
    why: str = ""


class Exported(Result):
    """A file that was made of a project."""

    render_id: str | None = None
    path: str | None = None
    url: str | None = None
    bytes: int = 0
    duration_s: float | None = None
    width: int | None = None
    height: int | None = None
    method: Method | None = None


def rendered(job: Job, notes: Sequence[str], language: str = "en") -> Answer[Exported]:
    """The answer once a render has ended; it looks whether the file is there.

    Args:
        job: the render.
        notes: what is known of it already.
        language: of whoever asked for it, ``en`` or ``zh``.

    Raises:
        TranscribeVideoError: the render failed.
    """
    ids = Exported(session_id=job.session_id, job_id=job.job_id, render_id=job.job_id)
    if job.status == "cancelled":
        ids.status = "cancelled"
        return Answer("The export was cancelled.", ids)
    if job.status != "completed" or job.result is None:
        raise failure_of(job)
    made = Rendered.model_validate(job.result)
    size = _bytes_at(made.path)
    result = ids.model_copy(
        update={
            "status": "completed",
            "path": made.path,
            "bytes": size,
            "duration_s": made.duration_s,
            "width": made.width,
            "height": made.height,
            "method": Method(**{name: made.method.get(name, "") for name in ("name", "why")}),
            "notes": [*notes, *made.notes],
        }
    )
    length = clock(milliseconds(made.duration_s))
    return Answer(_READY[language].format(length=length, path=made.path), result, body_of)


def written(begun: Begun) -> Answer[Exported]:
    """The answer once a transcript, or a timeline, is written in another format.

    Raises:
        BackendError: the document is not there.
    """
    # Loaded when it is needed only, as the writers are.
    from transcribe_video.handoff.registry import timeline_format  # noqa: PLC0415

    files, missing = found(begun.files)
    if missing or not files:
        what = f"“{Path(missing[0]).name}” was not written" if missing else "Nothing was written"
        raise BackendError(what, "it is not where it should be", "Export it again")
    others = [f"Also written: {file.path}" for file in files[1:]]
    result = Exported(
        session_id=begun.session_id,
        status="completed",
        path=files[0].path,
        bytes=files[0].bytes,
        notes=[*begun.notes, *others],
    )
    if any(file.is_empty for file in files):
        result.notes.append(NOTHING_SAID)
    what = "timeline" if timeline_format(files[0].format) else "document"
    return Answer(f"The {what} is ready: {files[0].path}", result, body_of)


def body_of(result: Exported) -> Iterator[str]:
    """The lines of text that say the same as the structure."""
    if result.width and result.height:
        yield f"{result.width}×{result.height}, {result.bytes:,} bytes"
    if result.method and result.method.name:
        yield f"Made by: {result.method.name} ({result.method.why})"
    if result.render_id:
        yield f"render_id={result.render_id}"


def _bytes_at(path: str) -> int:
    """The size of the file that was made; raises BackendError if it is not there."""
    try:
        size = Path(path).stat().st_size
    except (OSError, ValueError):
        size = 0
    if not size:
        why = "it was made and is not there any more"
        raise BackendError(f"“{Path(path).name}” cannot be given", why, "Export it again")
    return size
