"""The tool ``transcribe``: a recording in, its documents out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.errors import BackendError, TranscribeVideoError, UnreachableError, UsageError
from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import (
    MediaId,
    NewSessionId,
    WaitS,
    one_of,
    whole_path,
)
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.drop_page import handed_over, same_page
from transcribe_video.tools.ending import failure_of, names_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.intake import Intake, gathered, has_lost, settled
from transcribe_video.tools.place import Place, abandon, abandon_empty
from transcribe_video.tools.running import running
from transcribe_video.tools.source import Source, source_of
from transcribe_video.tools.transcription import Transcription, transcribed
from transcribe_video.wire.job import Job
from transcribe_video.wire.order import TranscribeOrder

if TYPE_CHECKING:
    from transcribe_video.client.backend_client import BackendClient

QUALITIES = ("fast", "balanced", "best")
FORMATS = ["docx", "txt"]
_MESSAGE = "transcribe"


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a call asks for, checked as far as it can be without looking at the disk."""

    desk: Desk
    source: tuple[str, ...]
    session_id: str | None
    media_id: str | None
    order: TranscribeOrder

    @property
    def key(self) -> tuple[Any, ...]:
        """Equal for calls that ask for the same."""
        return (self.source, self.session_id, self.media_id, self.order.model_dump_json())


async def transcribe(  # noqa: PLR0913 - the tool's arguments
    context: ToolContext,
    *,
    source: Annotated[
        str | list[str] | None,
        Field(description="Path or URL of a recording, or a list; a folder is all in it."),
    ] = None,
    formats: Annotated[
        str | list[str], Field(description="Documents to write: docx, txt, md, srt, vtt, json.")
    ] = FORMATS,
    language: Annotated[
        str, Field(description="What is spoken: a code such as en or de, or auto.")
    ] = "auto",
    speakers: Annotated[bool, Field(description="Tell speakers apart.")] = False,
    quality: Annotated[
        str, Field(description="fast, balanced or best.", json_schema_extra={"enum": [*QUALITIES]})
    ] = "balanced",
    output_dir: Annotated[
        str | None, Field(description="Folder for the documents; left out: beside the recording.")
    ] = None,
    session_id: NewSessionId = None,
    media_id: MediaId = None,
    wait_s: WaitS = None,
) -> Annotated[CallToolResult, Transcription]:
    """Turn recordings into documents."""
    call = Call(context, wait_s)
    named = (source,) if isinstance(source, str) else tuple(source or ())
    named = tuple(one for one in named if one.strip())
    if named and media_id:
        raise UsageError(
            "It is not clear what is to be transcribed",
            "“source” names a file to bring, and “media_id” one that is in a project already",
            "Give one of them",
        )
    session_id = session_id or (call.desk.newest_session if media_id else None)
    if not named and (source is not None or session_id is None):
        raise UsageError(
            "There is nothing to transcribe",
            "“source” is missing" if source is None else "“source” is empty",
            "Give the path or address of a recording; upload without arguments gives a page to "
            "drop one on",
        )
    order = order_of(call.desk, formats, language, quality, output_dir)
    order = order.model_copy(update={"speakers": speakers})
    return (await call.within(documented(call, named, session_id, order, media_id))).sent()


async def documented(
    call: Call,
    named: tuple[str, ...],
    session_id: str | None,
    order: TranscribeOrder,
    media_id: str | None = None,
) -> Answer[Transcription]:
    """Make documents of recordings, and wait for them as long as the call may.

    Raises:
        TranscribeVideoError: it cannot be done.
        StillWorkingError: it has not begun yet when time is up.
    """
    plan = _Plan(call.desk, named, session_id, media_id, order)
    errand = call.desk.errand("transcribe", plan.key, partial(_begin, plan))
    return await _answer(call, errand)


async def _answer(call: Call, errand: Errand[Begun]) -> Answer[Transcription]:
    begun = await call.outcome(errand)
    if begun.link is not None or not begun.jobs:
        return handed_over(call.desk, Transcription(notes=begun.notes), begun)
    jobs = await call.watch(begun.jobs)
    if all(job.status == "failed" for job in jobs) and await abandon_empty(
        call.desk, await call.desk.client(), begun.place
    ):
        raise failure_of(jobs[0])  # with no handle of what is not there any more
    if all(job.has_ended for job in jobs):
        tell = partial(transcribed, in_cloud=call.desk.cloud_host is not None)
        return await on_disk(tell, begun.session_id, jobs, begun.notes, begun.refused)
    result = Transcription(session_id=begun.session_id, notes=begun.notes)
    result.media_id = jobs[0].media_id if len(jobs) == 1 else None
    return running(call.desk, result, jobs, names_of(jobs))


def order_of(
    desk: Desk, formats: str | Sequence[str], language: str, quality: str, output_dir: str | None
) -> TranscribeOrder:
    """What is wanted, in the wire's words; raises UsageError for what cannot be."""
    # The writers take a moment to load: only who transcribes waits for it.
    from transcribe_video.documents.registry import formats_named  # noqa: PLC0415
    from transcribe_video.transcript.language import check_language  # noqa: PLC0415

    kinds = formats_named([formats] if isinstance(formats, str) else formats)
    if not kinds:
        remedy = "Leave it out for docx and txt, or name some of docx, txt, md, srt, vtt, json"
        raise UsageError("There is nothing to write", "“formats” is empty", remedy)
    beside = "the documents go beside the recording"
    folder = whole_path("output_dir", output_dir, beside) if output_dir else None
    return TranscribeOrder(
        formats=[kind.name for kind in kinds],
        language=check_language(language),
        quality=one_of("quality", quality, QUALITIES),
        output_dir=str(folder) if folder else None,
        model=desk.settings.model if desk.settings.is_model_chosen else None,
    )


async def _begin(plan: _Plan, errand: Errand[Begun]) -> Begun:
    desk = plan.desk
    source = await on_disk(source_of, plan.source) if plan.source else Source()
    intake = await gathered(desk, source, plan.session_id, desk.settings.language, errand)
    client = await desk.client()
    if plan.source and not intake.media_ids:
        begun = await same_page(desk, client, plan.order, intake, plan.key)
        errand.session_id = begun.session_id
        if begun.link is not None or begun.jobs:
            return begun
        intake = Intake(Place(begun.session_id), notes=begun.notes)  # in the cloud it only came
    errand.say("Beginning…")
    try:
        jobs = await _asked(client, plan, intake)
    except UnreachableError:
        raise  # whether it was begun is not known
    except TranscribeVideoError:
        await abandon(desk, client, intake.place)
        raise
    refused = intake.refused(jobs)
    notes = [*intake.remarks, *await settled(desk, client, intake, jobs)]
    errand.session_id = session_id = intake.place.session_id
    desk.use(session_id)
    is_opened = intake.place.is_opened
    return Begun(session_id, jobs, source.name, notes, is_opened=is_opened, refused=refused)


async def _asked(client: "BackendClient", plan: _Plan, intake: Intake) -> list[Job]:
    """The work, of what has arrived or may yet arrive."""
    while True:
        chosen = intake.media_ids or ([plan.media_id] if plan.media_id else [])
        order = plan.order.model_copy(update={"media_ids": chosen})
        try:
            begun = await client.begin(intake.place.session_id, _MESSAGE, order)
            if begun.jobs:
                return begun.jobs
            why = begun.reply.rstrip(". ") or "the backend did not begin"
            raise BackendError("The recording cannot be transcribed", why, "Try again")
        except TranscribeVideoError:
            if not await has_lost(client, intake):
                raise
        if intake.is_hopeless:
            raise intake.failures[0]
