"""A job of the cloud as the wire shows it."""

from contextlib import suppress

from transcribe_video.cloud.live_job import LiveJob
from transcribe_video.cloud.records.archive import Archive
from transcribe_video.cloud.records.jobs import CHAT, CloudJob
from transcribe_video.errors import GoneError
from transcribe_video.wire.job import Job

_LONGEST_NAME = 40


def job_view(archive: Archive, job: CloudJob, live: LiveJob | None) -> Job:
    """A job; ``live`` is its work, if this process does it and it has not ended."""
    is_live = live is not None and not job.has_ended
    return Job(
        job_id=job.job_id,
        session_id=job.session_id,
        kind=job.kind,
        status=job.status,
        media_id=job.media_id,
        media_name=_name(archive, job),
        attempts=1,
        age_s=max(0.0, round((job.ended_s or archive.now_s()) - job.begun_s, 3)),
        progress=live.progress if live is not None and is_live else job.progress,
        is_cancelling=job.is_cancelling or (live is not None and is_live and live.is_cancelling),
        error=job.error,
        result=job.result,
        news_next=live.version if live is not None and is_live else 0,
    )


def _name(archive: Archive, job: CloudJob) -> str:
    """How the work is called: by its file, or by the first words of what was said."""
    if job.kind == CHAT:
        said = " ".join(str(job.request.get("message", "")).split())
        return said if len(said) <= _LONGEST_NAME else f"{said[: _LONGEST_NAME - 1].rstrip()}…"
    with suppress(GoneError):
        return archive.media.get(job.media_id).filename if job.media_id else ""
    return str(job.request.get("name", ""))  # it never arrived
