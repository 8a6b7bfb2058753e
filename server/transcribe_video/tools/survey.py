"""What the backend knows of a project, brought into the form of ``Overview``."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from transcribe_video.conversation.timeline import timeline
from transcribe_video.conversation.tracks import tracks_of
from transcribe_video.tools.change import actions_of, changes_of, remarks_of
from transcribe_video.tools.documents import Document, found
from transcribe_video.tools.ending import failure_of, left_by, status_of
from transcribe_video.tools.media_entry import media_entry
from transcribe_video.tools.overview import (
    ClipEntry,
    JobEntry,
    Overview,
    RenderEntry,
    TrackEntry,
    TranscriptEntry,
    TurnEntry,
)
from transcribe_video.tools.progress import tally
from transcribe_video.tools.quotation import answered, one_line, said
from transcribe_video.tools.result import Status
from transcribe_video.tools.transcription import BEGINNING, LONGEST_PREVIEW, became
from transcribe_video.wire.job import Job
from transcribe_video.wire.render import Rendered
from transcribe_video.wire.session import SessionView, TranscriptSummary
from transcribe_video.wire.state import Project

_MOST = 20  # of a kind that are listed, the newest of them
_MOST_CLIPS = 12
_MOST_LISTED = 6  # jobs that the text lists; the structure has more
_TOLD_ALREADY = "transcribe"  # what the editor says of it stands in the answer anyway


def surveyed(view: SessionView, project: Project | None, job: Job | None) -> Overview:
    """All that is known of a project; documents and videos are looked for on the disk.

    Args:
        view: the session.
        project: its draft, if it has one.
        job: the one that was asked about; None is all of them.
    """
    draft = project.timeline if project else None
    jobs = [job] if job else view.jobs
    renders = [_render(one) for one in view.jobs if one.kind == "render"][-_MOST:]
    return Overview(
        session_id=view.session_id,
        job_id=job.job_id if job else None,
        status=_status(view, job),
        notes=[
            *(str(failure_of(one)) for one in jobs[-1:] if one.status == "failed"),
            *(remarks_of(view.turn) if _is_about(view, job) else []),
            *_vanished(renders),
        ],
        timeline=timeline(draft) if draft and draft.t else "",
        tracks=_tracks(project)[:_MOST],
        media=[media_entry(file) for file in view.media[-_MOST:]],
        ready_to_export=draft.is_ready if draft else False,
        jobs=[_job(one) for one in view.jobs[-_MOST:]],
        turn=_turn(view),
        transcript=_transcript(view, job),
        renders=[entry for entry, _ in renders],
    )


def _is_about(view: SessionView, job: Job | None) -> bool:
    """Whether the newest message is what is asked about."""
    asked = job or (view.jobs[-1] if view.jobs else None)
    return view.turn is not None and (asked is None or asked.job_id in view.turn.job_ids)


def sentence_of(overview: Overview, view: SessionView, *, in_cloud: bool = False) -> str:
    """What a person hears of a project in which nothing is under way."""
    newest = next((job for job in reversed(view.jobs) if job.job_id == overview.job_id), None)
    newest = newest or (view.jobs[-1] if view.jobs else None)
    name = f"“{one_line(newest.media_name)}”" if newest and newest.media_name else "The project"
    if overview.status == "failed" and overview.notes:
        return overview.notes[0]
    if overview.status == "cancelled":
        left = left_by(newest.kind, in_cloud=in_cloud) if newest else ""
        return f"{name}: cancelled{'; ' if left else ''}{left}."
    if overview.status == "completed" and newest:
        return _done(overview, newest, name)
    if not overview.media:
        return "The project is empty."
    more = f" and {len(overview.media) - 1} more" if len(overview.media) > 1 else ""
    return f"“{overview.media[0].filename}”{more}: in the project; nothing is being done with it."


def body_of(overview: Overview) -> Iterator[str]:
    """The lines of text that say the same as the structure."""
    transcript = overview.transcript
    if transcript:
        yield from (file.line for file in transcript.files)
        if transcript.preview:
            yield said(transcript.preview)
        yield from (f"Note: {note}" for note in transcript.notes)
    if overview.turn and overview.turn.reply and overview.turn.intent != _TOLD_ALREADY:
        yield answered(overview.turn.reply)
    if overview.timeline:
        yield overview.timeline
    yield from (file.line for file in overview.media)
    yield from (job.line for job in overview.jobs[-_MOST_LISTED:])
    if len(overview.jobs) > _MOST_LISTED:
        yield f"(and {len(overview.jobs) - _MOST_LISTED} earlier jobs)"
    yield from (render.line for render in overview.renders)


def _status(view: SessionView, job: Job | None) -> Status:
    if job is not None:
        return status_of(job)
    if any(not one.has_ended for one in view.jobs):
        return "running"
    return status_of(view.jobs[-1]) if view.jobs else "idle"


def _done(overview: Overview, newest: Job, name: str) -> str:
    spoken = overview.transcript
    if newest.kind == "transcribe" and spoken and spoken.media_id == newest.media_id:
        length_s = newest.progress.total_s or newest.progress.done_s
        return became(name, spoken.language, length_s, spoken.words)
    if newest.kind == "render":
        made = next((one for one in overview.renders if one.render_id == newest.job_id), None)
        if made and made.path:
            return f"The video is ready: {made.path}"
    return f"{name}: done."


def _tracks(project: Project | None) -> list[TrackEntry]:
    draft = project.timeline if project else None
    return [
        TrackEntry(
            index=track.index,
            label=track.label,
            clips=[ClipEntry(**asdict(clip)) for clip in track.clips[:_MOST_CLIPS]],
        )
        for track in (tracks_of(draft) if draft else ())
    ]


def _job(job: Job) -> JobEntry:
    return JobEntry(
        job_id=job.job_id,
        kind=job.kind,
        status=status_of(job),
        media_id=job.media_id,
        media_name=one_line(job.media_name),
        progress=tally([job]).progress,
    )


def _turn(view: SessionView) -> TurnEntry | None:
    turn = view.turn
    if turn is None:
        return None
    status = "running" if turn.status == "queued" else turn.status
    return TurnEntry(
        intent=turn.intent,
        status=status,
        reply=turn.reply,
        changes=changes_of(turn),
        actions=actions_of(turn),
    )


def _transcript(view: SessionView, job: Job | None) -> TranscriptEntry | None:
    """The transcript that was asked about, else the newest work's; with the documents of all."""
    asked = [one for one in view.transcripts if job and one.media_id == job.media_id]
    summaries = asked or (view.transcripts if job is None or job.kind != "transcribe" else [])
    working = [one for one in view.jobs if one.kind == "transcribe" and not one.has_ended]
    if not summaries:
        return TranscriptEntry(status="running") if working else None
    worked_on = [one.media_id for one in view.jobs if one.kind == "transcribe" and one.has_ended]
    ends = {media_id: place for place, media_id in enumerate(worked_on)}
    first = max(summaries, key=lambda summary: ends.get(summary.media_id, -1))
    files, notes = _documents(summaries)
    return TranscriptEntry(
        status="running" if first.status in {"queued", "running"} else first.status,
        media_id=first.media_id,
        language=first.language,
        words=first.words,
        preview=first.preview[:LONGEST_PREVIEW],
        files=files,
        notes=[*notes, *([BEGINNING] if first.preview.endswith("…") else [])],
    )


def _documents(summaries: Sequence[TranscriptSummary]) -> tuple[list[Document], list[str]]:
    files: list[Document] = []
    notes: list[str] = []
    for summary in summaries:
        there, missing = found(summary.files)
        files += there
        notes += [*summary.notes, *(_moved(path) for path in missing)]
    return files, list(dict.fromkeys(notes))[:_MOST]


def _moved(path: str) -> str:
    return f"“{one_line(path)}” was written and has been moved or deleted since."


def _render(job: Job) -> tuple[RenderEntry, str]:
    """A video as it is listed, and where it was put."""
    entry = RenderEntry(render_id=job.job_id, status=status_of(job), progress=tally([job]).progress)
    if job.status != "completed" or job.result is None:
        return entry, ""
    rendered = Rendered.model_validate(job.result)
    path = rendered.path if Path(rendered.path).is_file() else None
    made = {"path": path, "bytes": rendered.bytes, "method": rendered.method}
    return entry.model_copy(update=made), rendered.path


def _vanished(renders: Sequence[tuple[RenderEntry, str]]) -> list[str]:
    return [_moved(path) for entry, path in renders[-1:] if path and entry.path is None]
