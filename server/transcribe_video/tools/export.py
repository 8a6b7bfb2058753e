"""The tool ``export``: a project as a video, or its transcript as a document."""

import json
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import NAMESPACE_URL, uuid5

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.errors import GoneError, UsageError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import MediaId, SessionId, WaitS, one_of, whole_path
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.choice_of_session import session_of
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.destination import beside, is_name
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.ending import failure_of, names_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.exported import Exported, rendered, written
from transcribe_video.tools.progress import tally
from transcribe_video.tools.running import running
from transcribe_video.wire.draft import Draft
from transcribe_video.wire.job import Job
from transcribe_video.wire.render import (
    CAPTIONS,
    RESOLUTIONS,
    Output,
    Rendered,
    RenderRequest,
)
from transcribe_video.wire.transcript import DocumentsRequest

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

VIDEO = "mp4"
_VIDEO_NAMES = frozenset({"mp4", "video", "movie", "film"})
_LOOK_S = 20.0
_OTHERWISE = "the file goes beside the recording"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported, and how."""

    format: str = VIDEO
    media_id: str | None = None
    output_path: str | None = None
    resolution: str = "source"
    captions: str = "auto"


async def export(  # noqa: PLR0913 - the tool's arguments
    context: ToolContext,
    *,
    format: Annotated[  # noqa: A002 - the argument's name
        str,
        Field(
            description=(
                "mp4 for the video; docx, txt, md, srt, vtt or json for the transcript; otio, "
                "fcpxml or edl to go on in an editing program."
            )
        ),
    ] = VIDEO,
    session_id: SessionId = None,
    media_id: MediaId = None,
    output_path: Annotated[
        str | None, Field(description="File or folder; left out: beside the recording.")
    ] = None,
    resolution: Annotated[
        str,
        Field(
            description="source (at most 1080p), 1080p or 720p.",
            json_schema_extra={"enum": [*RESOLUTIONS]},
        ),
    ] = "source",
    captions: Annotated[
        str,
        Field(
            description="auto is soft if there is a transcript; off, soft, or burned in.",
            json_schema_extra={"enum": [*CAPTIONS]},
        ),
    ] = "auto",
    wait_s: WaitS = None,
) -> Annotated[CallToolResult, Exported]:
    """Deliver a project."""
    wanted = Wanted(
        format=format_of(format),
        media_id=media_id,
        output_path=output_path,
        resolution=one_of("resolution", resolution, RESOLUTIONS),
        captions=one_of("captions", captions, CAPTIONS),
    )
    call = Call(context, wait_s)
    return (await call.within(exported(call, session_id, wanted))).sent()


async def exported(
    call: Call, session_id: str | None, wanted: Wanted, language: str = "en"
) -> Answer[Exported]:
    """Export, and wait for it as long as the call may.

    Args:
        call: the tool's.
        session_id: the project; None is the one at hand.
        wanted: what is to be made.
        language: in which it is told that a video is ready, ``en`` or ``zh``.

    Raises:
        TranscribeVideoError: it cannot be done.
        StillWorkingError: it has not begun yet when time is up.
    """
    wanted = replace(wanted, output_path=_checked_path(wanted))
    session_id = await session_of(call, session_id)
    if wanted.output_path and is_name(wanted.output_path):
        view = await (await call.client()).session(session_id)
        path = await on_disk(beside, view, wanted.output_path)
        wanted = replace(wanted, output_path=str(path))
    work = _render if wanted.format == VIDEO else _write
    begin = partial(work, call.desk, session_id, wanted)
    errand = call.desk.errand("export", (session_id, wanted), begin)
    errand.session_id = session_id
    begun = await call.outcome(errand)
    if not begun.jobs:
        return await on_disk(written, begun)
    [job] = await call.watch(begun.jobs)
    if job.has_ended:
        return await on_disk(rendered, job, begun.notes, language)
    result = Exported(session_id=session_id, job_id=job.job_id, render_id=job.job_id)
    result.notes = begun.notes
    return running(call.desk, result, [job], names_of([job]))


def format_of(name: str) -> str:
    """The format that is meant: ``mp4``, or a document's or a timeline's name.

    Raises:
        UsageError: there is none of that name.
    """
    # The writers take a moment to load: only who exports waits for it.
    from transcribe_video.documents.registry import FORMATS, format_named  # noqa: PLC0415
    from transcribe_video.handoff.registry import TIMELINE_FORMATS, timeline_format  # noqa: PLC0415

    if name.strip().lower().removeprefix(".") in _VIDEO_NAMES:
        return VIDEO
    timeline = timeline_format(name)
    if timeline is not None:
        return timeline.name
    try:
        return format_named(name).name
    except UsageError as error:
        texts = _either([kind.name for kind in FORMATS])
        timelines = _either([kind.name for kind in TIMELINE_FORMATS])
        why = f"the video can be {VIDEO}, the transcript {texts}, and the timeline {timelines}"
        raise UsageError(f"“{name[:60]}” cannot be exported", why, error.remedy) from error


def _either(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}"


def _is_timeline(name: str) -> bool:
    from transcribe_video.handoff.registry import timeline_format  # noqa: PLC0415 - as above

    return timeline_format(name) is not None


def _checked_path(wanted: Wanted) -> str | None:
    """A whole path or a file's name; raises UsageError if it is neither, or of another kind."""
    if not wanted.output_path:
        return None
    given = wanted.output_path
    path = Path(given) if is_name(given) else whole_path("output_path", given, _OTHERWISE)
    if path.suffix and path.suffix.lower() != f".{wanted.format}" and not path.is_dir():
        raise UsageError(
            f"“{path.name[:100]}” cannot be the name of the file",
            f"the format of the file would be {wanted.format}",
            f"Let it end with .{wanted.format}, or give the other format as “format”",
        )
    return str(path)


async def _render(desk: Desk, session_id: str, wanted: Wanted, errand: Errand[Any]) -> Begun:
    client = await desk.client(errand)
    project = (await client.state(session_id)).state
    desk.use(session_id)
    if project is None or project.draft is None or not (project.timeline or Draft()).is_ready:
        raise await _nothing(client, session_id)
    notes = []
    if wanted.captions != "off" and await _unfinished(client, session_id, wanted):
        notes = ["The transcript is not finished yet, so the video gets no captions from it."]
    job = await _rendering(client, session_id, wanted, project.draft)
    return Begun(session_id, [job], notes=notes)


async def _nothing(client: "BackendClient", session_id: str) -> UsageError:
    """Why there is nothing to export: no file at all, or none on the timeline."""
    what = "There is nothing to export yet"
    if (await client.session(session_id)).media:
        why = "the timeline is empty: the files are in the project, and nothing was made of them"
        return UsageError(what, why, "Say with chat what shall be made of them, then export")
    why = "the project holds no video and no sound"
    return UsageError(what, why, "Add one with transcribe or upload first")


async def _rendering(
    client: "BackendClient", session_id: str, wanted: Wanted, draft: dict[str, Any]
) -> Job:
    """The job that makes the video: of the same material as before the same, if it is of use."""
    output = Output(
        format=VIDEO,
        resolution=wanted.resolution,
        captions=wanted.captions,
        path=wanted.output_path,
        media_id=wanted.media_id,
    )
    material = [draft, await _transcripts(client, session_id)]
    asked = json.dumps([session_id, asdict(wanted), *material], sort_keys=True)
    for attempt in count():
        render_id = f"render_{uuid5(NAMESPACE_URL, f'{asked} {attempt}')}"
        try:
            job = await client.job(render_id)
        except GoneError:
            request = RenderRequest(id=render_id, session_id=session_id, draft=draft, output=output)
            return await client.render(request)
        if not await on_disk(_is_spent, job):
            return job
    raise AssertionError


async def _transcripts(client: "BackendClient", session_id: str) -> list[str]:
    """The jobs that made the session's transcripts: the draft names no words, which may change."""
    jobs = (await client.session(session_id)).jobs
    return sorted(
        job.job_id for job in jobs if job.kind == "transcribe" and job.status == "completed"
    )


def _is_spent(job: Job) -> bool:
    """Whether an earlier render came to nothing, or its file has been moved since."""
    if not job.has_ended:
        return False
    if job.status != "completed" or job.result is None:
        return True
    made = Rendered.model_validate(job.result)
    try:
        return Path(made.path).stat().st_size != made.bytes
    except (OSError, ValueError):
        return True


async def _write(desk: Desk, session_id: str, wanted: Wanted, errand: Errand[Any]) -> Begun:
    client = await desk.client(errand)
    unfinished = await _unfinished(client, session_id, wanted)
    desk.use(session_id)
    notes = []
    if unfinished and _is_timeline(wanted.format):
        notes = ["The transcript is not finished yet, so no subtitles of it lie beside."]
    else:
        for job in unfinished:
            await _ended(client, job, errand)
    errand.say("Writing the file…")
    request = DocumentsRequest(
        formats=[wanted.format], media_id=wanted.media_id, path=wanted.output_path
    )
    documents = await client.write_documents(session_id, request)
    return Begun(session_id, files=documents.files, notes=[*notes, *documents.notes])


async def _unfinished(client: "BackendClient", session_id: str, wanted: Wanted) -> list[Job]:
    """The jobs that still make the transcripts that are meant."""
    view = await client.session(session_id)
    return [
        job
        for job in view.jobs
        if job.kind == "transcribe"
        and not job.has_ended
        and wanted.media_id in {None, job.media_id}
    ]


async def _ended(client: "BackendClient", job: Job, errand: Errand[Any]) -> None:
    while not job.has_ended:
        errand.say(tally([job]).sentence)
        job = await client.job(job.job_id, _LOOK_S, job.news_next)
    if job.status == "failed":
        raise failure_of(job)
