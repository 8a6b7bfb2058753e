"""A session as the wire shows it, from what is known here."""

from collections.abc import Sequence
from typing import Any

from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.jobs import CHAT, CloudJob
from transcribe_video.cloud.records.sessions import CloudSession
from transcribe_video.conversation.gui_speak import Action, translated
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import SessionView, Turn


def session_view(archive: Archive, session: CloudSession, jobs: Sequence[Job]) -> SessionView:
    """All that is known of a session; ``jobs`` are its own, the newest last."""
    media = archive.media.of(session.session_id)
    return SessionView(
        session_id=session.session_id,
        task_id=session.task_id,
        name=media[0].filename if media else session.name,
        status=_status(jobs),
        updated_at=session.updated_s,
        language=session.language,
        media=[one.uploaded for one in media],
        jobs=list(jobs),
        transcripts=list(archive.transcripts.of(session.session_id)),
        turn=_turn(archive.jobs.of(session.session_id)),
        order=session.order,
    )


def _status(jobs: Sequence[Job]) -> str:
    if any(not job.has_ended for job in jobs):
        return "running"
    return jobs[-1].status if jobs else "idle"


def _turn(jobs: Sequence[CloudJob]) -> Turn | None:
    """The newest thing that a person said, and what came of it."""
    said = next((job for job in reversed(jobs) if job.kind == CHAT), None)
    return None if said is None else turn_of(said)


def turn_of(job: CloudJob) -> Turn:
    """What a person said, and what came of it so far; steps on a screen become calls."""
    told = translated(job.reply)
    return Turn(
        turn_id=job.job_id,
        intent=CHAT,
        message=str(job.request.get("message", "")),
        status=job.status,
        reply=told.text,
        job_ids=[job.job_id],
        remarks=[str(remark) for remark in (job.result or {}).get("remarks", [])],
        changes=list(job.changes),
        actions=[_action(action, job.session_id) for action in told.actions],
    )


def _action(action: Action, session_id: str) -> dict[str, Any]:
    ids = {} if action.tool == "credits" else {"session_id": session_id}
    return {
        "tool": action.tool,
        "arguments": {**action.arguments, **ids},
        "label": action.label,
    }
