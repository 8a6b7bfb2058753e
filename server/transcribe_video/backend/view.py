"""Sessions as the wire shows them, and who may see them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from transcribe_video.backend.caller import Caller, refused
from transcribe_video.backend.context import Context
from transcribe_video.backend.editing.left_out import with_left_out
from transcribe_video.backend.media_view import uploaded_file
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.errors import GoneError
from transcribe_video.wire.job import Job
from transcribe_video.wire.session import SessionView, TranscriptSummary

_TRANSCRIBE, _COMPLETED = "transcribe", "completed"


def session_view(context: Context, session: SessionRecord) -> SessionView:
    """All that is known of a session, with the work that its turns joined elsewhere."""
    store, session_id = context.store, session.session_id
    jobs = [_quiet(context.board.view(job.job_id)) for job in store.jobs.of(session_id)]
    jobs = sorted([*_joined(context, session_id), *jobs], key=lambda job: -job.age_s)
    own = store.transcripts.of(session_id)
    return SessionView(
        session_id=session_id,
        task_id=session.task_id,
        name=session.name,
        status=_status(jobs),
        updated_at=session.updated_s,
        language=session.language,
        media=with_left_out(
            [uploaded_file(record) for record in store.media.of(session_id)],
            store.revisions.current(session_id) or store.revisions.first(session_id),
        ),
        jobs=jobs,
        transcripts=[*own, *_transcripts(jobs, {summary.media_id for summary in own})],
        turn=store.turns.newest(session_id),
        order=session.order,
        is_page_open=context.activity.is_page_open(session_id),
    )


def session_for(context: Context, caller: Caller, session_id: str) -> SessionRecord:
    """The session, if the caller may use it.

    A page may use its own, and one whose work a turn of its own has joined.

    Raises:
        AccessError: it may not.
        GoneError: there is no such session.
    """
    own = caller.session_id
    if own is None or own == session_id:
        return context.store.sessions.get(session_id)
    if all(job.session_id != session_id for job in _joined(context, own)):
        raise refused()
    return context.store.sessions.get(session_id)


def _joined(context: Context, session_id: str) -> Iterator[Job]:
    """The jobs that came of what was said in a session and are another session's."""
    for job_id in context.store.turns.job_ids(session_id):
        with suppress(GoneError):
            job = context.board.view(job_id)
            if job.session_id != session_id:
                yield _quiet(job)


def _quiet(job: Job) -> Job:
    """The job without what was just recognised, which is for those who ask for it by number."""
    return job.model_copy(update={"news": [], "news_next": 0})


def _status(jobs: Sequence[Job]) -> str:
    if not jobs:
        return "idle"
    return "running" if any(not job.has_ended for job in jobs) else jobs[-1].status


def _transcripts(jobs: Sequence[Job], known: set[str]) -> Iterator[TranscriptSummary]:
    """What joined jobs gave."""
    for job in reversed(jobs):  # of several on one file the newest tells
        if job.kind == _TRANSCRIBE and job.status == _COMPLETED and job.media_id not in known:
            known.add(job.media_id or "")
            yield TranscriptSummary.model_validate(job.result)
