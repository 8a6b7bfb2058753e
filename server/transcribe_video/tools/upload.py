"""The tool ``upload``: a file into a project, or a page to drop one on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Annotated, Self

from mcp_types import CallToolResult
from pydantic import Field

from transcribe_video.tools.answer import Answer
from transcribe_video.tools.argument import NewSessionId
from transcribe_video.tools.begun import Begun
from transcribe_video.tools.call import Call, ToolContext
from transcribe_video.tools.desk import Desk
from transcribe_video.tools.disk import on_disk
from transcribe_video.tools.drop_page import attached, handed_over, new_page, same_page
from transcribe_video.tools.ending import failure_of
from transcribe_video.tools.errand import Errand
from transcribe_video.tools.intake import Intake, gathered
from transcribe_video.tools.media_entry import MediaEntry, media_entry
from transcribe_video.tools.place import abandon, place_of
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.result import Result
from transcribe_video.tools.running import running
from transcribe_video.tools.source import Source, source_of
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import SessionView

_FEWEST_FILES, _NAMED = 10, 3
_HINT = "transcribe with this session_id makes documents of what can be heard."
_CUT = "This list of files is cut short; state names the newest."


class Uploaded(Result):
    """Files that are in a project now."""

    files: list[MediaEntry] = Field(default=[])

    def shortened(self) -> Self | None:
        """With half of the files."""
        if len(self.files) <= _FEWEST_FILES:
            return None
        notes = self.notes if _CUT in self.notes else [*self.notes, _CUT]
        fewer = self.files[: len(self.files) // 2]
        return self.model_copy(update={"files": fewer, "notes": notes})


async def upload(
    context: ToolContext,
    *,
    source: Annotated[
        str | list[str] | None,
        Field(description="Path or URL of a file, or a list; left out: a page to drop files on."),
    ] = None,
    session_id: NewSessionId = None,
) -> Annotated[CallToolResult, Uploaded]:
    """Bring files into a project."""
    named = None if source is None else (source,) if isinstance(source, str) else tuple(source)
    call = Call(context)
    return (await call.within(uploaded(call, named, session_id))).sent()


async def uploaded(
    call: Call, named: tuple[str, ...] | None, session_id: str | None
) -> Answer[Uploaded]:
    """Bring what is named into a project; None gives the page on which a person drops it.

    Raises:
        TranscribeVideoError: none of it can be used.
        StillWorkingError: it has not come in when time is up.
    """
    work = partial(_brought, call.desk, named, session_id)
    errand = call.desk.errand("upload", (named, session_id), work)
    begun = await call.outcome(errand)
    if begun.link is not None:
        return handed_over(call.desk, Uploaded(notes=begun.notes), begun)
    return await _answer(call, begun)


async def _answer(call: Call, begun: Begun) -> Answer[Uploaded]:
    jobs = await call.watch(begun.jobs)
    client = await call.desk.client()
    view = await client.session(begun.session_id)
    result = Uploaded(session_id=view.session_id, notes=begun.notes, files=_files(begun, view))
    if not all(job.has_ended for job in jobs):
        return running(call.desk, result, jobs, begun.name, body_of)
    failed = [job for job in jobs if job.status != "completed"]
    if failed and not result.files:
        await abandon(call.desk, client, begun.place)
        raise failure_of(failed[0])
    result.notes += [str(failure_of(job)) for job in failed]
    result.notes += _told(jobs)
    result.status = "completed"
    names = ", ".join(f"“{file.filename}”" for file in result.files[:_NAMED])
    more = f" and {len(result.files) - _NAMED} more" if len(result.files) > _NAMED else ""
    hint = "" if all(file.file_type == "image" for file in result.files) else f" {_HINT}"
    return Answer(f"{names}{more}: in the project now.{hint}", result, body_of)


def _told(jobs: Sequence[Job]) -> list[str]:
    """What the work says of itself."""
    notes = [(job.result or {}).get("notes") for job in jobs]
    return [str(note) for told in notes if isinstance(told, list) for note in told]


def _files(begun: Begun, view: SessionView) -> list[MediaEntry]:
    """What was brought, as the backend knows it by now."""
    brought = set(begun.media_ids)
    return [media_entry(file) for file in view.media if file.media_id in brought]


async def _brought(
    desk: Desk, named: tuple[str, ...] | None, session_id: str | None, errand: Errand[Begun]
) -> Begun:
    source = Source() if named is None else await on_disk(source_of, named)
    intake = await gathered(desk, source, session_id, desk.settings.language, errand)
    if not intake.media_ids:
        key = attached(intake.out_of_reach) if named else ("upload", None, session_id)
        begun = await same_page(desk, await desk.client(), None, intake, key)
        if begun.link is not None or named is not None:
            return replace(begun, jobs=[], name=f"“{one_line(begun.name)}”")
        place = await place_of(await desk.client(), session_id, desk.settings.language, "project")
        return await new_page(desk, await desk.client(), None, Intake(place), key)
    place = intake.place
    desk.use(place.session_id)
    return Begun(
        place.session_id,
        intake.jobs,
        f"“{one_line(source.name)}”",
        intake.remarks,
        media_ids=intake.media_ids,
        is_opened=place.is_opened,
    )


def body_of(result: Uploaded) -> Iterator[str]:
    """The files as lines of text."""
    yield from (file.line for file in result.files)
