"""Orders for transcripts of the cloud: checked before anything is sent, and told apart."""

import json
from hashlib import sha256
from pathlib import Path

from transcribe_video.cloud.records.jobs import (
    CANCELLED,
    COMPLETED,
    FAILED,
    TRANSCRIBE,
    CloudJob,
    Jobs,
)
from transcribe_video.cloud.records.media_files import CloudMedia
from transcribe_video.documents.registry import formats_named
from transcribe_video.errors import UsageError
from transcribe_video.media.identity import identity
from transcribe_video.transcript.language import check_language
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import TranscriptSummary

_FRESH_S = 3600.0  # for so long a finished one is not asked for again


def checked(order: TranscribeOrder) -> TranscribeOrder:
    """The order in the one form that means the same.

    Raises:
        UsageError: it cannot be carried out.
    """
    formats = [kind.name for kind in formats_named(order.formats)]
    if not formats:
        raise UsageError("There is nothing to do", "no document format is named", "Name one")
    language = check_language(order.language)
    return order.model_copy(update={"formats": formats, "language": language})


def key_of(order: TranscribeOrder, media: CloudMedia, url: str | None) -> str:
    """Equal for orders that make the same documents of the same file."""
    wanted = order.model_dump(mode="json", exclude={"media_ids"})
    same = identity(media.path, handle=media.media_id, address=url)
    return sha256(json.dumps([same, wanted]).encode()).hexdigest()


def same_of(
    jobs: Jobs, candidates: tuple[CloudJob, ...], key: str, now_s: float
) -> CloudJob | None:
    """The newest job that does the same, or did it lately, and whose documents are still there."""
    for job in reversed(candidates):
        if job.kind != TRANSCRIBE or job.request.get("key") != key:
            continue
        if job.status in {FAILED, CANCELLED} or job.is_cancelling:
            continue
        if not job.has_ended or _is_good(job, now_s):
            return jobs.get(job.job_id)
    return None


def _is_good(job: CloudJob, now_s: float) -> bool:
    if job.status != COMPLETED or job.ended_s is None or now_s - job.ended_s > _FRESH_S:
        return False
    files = TranscriptSummary.model_validate(job.result).files
    return bool(files) and all(_is_there(file.path) for file in files)


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False
