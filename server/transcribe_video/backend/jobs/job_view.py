"""Jobs as the wire shows them."""

from transcribe_video.backend.jobs.live_job import LiveJob
from transcribe_video.backend.store.jobs import JobRecord
from transcribe_video.wire.job import Heard, Job


def job_view(
    record: JobRecord, live: LiveJob | None, media_name: str, age_s: float, after: int
) -> Job:
    """A job with what is known of it on the disk and in memory.

    Args:
        record: as it stands on the disk.
        live: what goes on with it; None if it has ended.
        media_name: what its file is called.
        age_s: how long ago it was asked for.
        after: number of the first piece of news that is wanted.
    """
    news: list[Heard] = []
    news_next = 0
    if live is not None:
        news, news_next = live.news(after)
    return Job(
        job_id=record.job_id,
        session_id=record.session_id,
        kind=record.kind,
        status=record.status,
        media_id=record.media_id,
        media_name=media_name,
        attempts=record.attempts,
        age_s=round(max(age_s, 0.0), 1),
        progress=record.progress if live is None or record.has_ended else live.progress,
        is_cancelling=not record.has_ended and (record.is_cancelling or _is_stopping(live)),
        error=record.error,
        result=record.result,
        news=news,
        news_next=news_next,
    )


def _is_stopping(live: LiveJob | None) -> bool:
    return live is not None and live.is_cancelling
