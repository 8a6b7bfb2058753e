"""How a job ended, in words."""

from collections.abc import Sequence

from transcribe_video.errors import BackendError, TranscribeVideoError
from transcribe_video.tools.quotation import one_line
from transcribe_video.tools.result import Status
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.job import Job

_MOST_NAMED = 3
_LEFT = {
    "transcribe": "what was recognised so far is kept, and the same request goes on from there",
    "render": "no video was made, and the timeline is as it was",
    "upload": "the file is not in the project",
    "fetch": "the file is not in the project",
}
_LEFT_IN_CLOUD = {
    "transcribe": "what the cloud had done until then may have cost credits, and nothing of it is "
    "kept here",
    "chat": "what the cloud had done until then may stay on the timeline, and may have cost "
    "credits",
}


def left_by(kind: str, *, in_cloud: bool) -> str:
    """What a piece of work that was cancelled leaves behind; empty if that is plain."""
    return (_LEFT | _LEFT_IN_CLOUD if in_cloud else _LEFT).get(kind, "")


def status_of(job: Job) -> Status:
    """The status that a caller sees: work that waits for other work is running."""
    return "running" if job.status in {"queued", "running"} else job.status  # type: ignore[return-value]


def failure_of(job: Job) -> TranscribeVideoError:
    """Why a job did not do what it should."""
    if job.status == "completed":
        why = "its result is not there any more"
        return BackendError(f"{names_of([job])} cannot be given", why, "Ask for it again")
    return error_of(job.error) or BackendError(
        f"{names_of([job])} was not done", "the backend does not say why", "Ask for it again"
    )


def names_of(jobs: Sequence[Job]) -> str:
    """What jobs work on, as it stands in a sentence: “interview.mp4” and 2 more."""
    names = list(dict.fromkeys(one_line(job.media_name) for job in jobs if job.media_name))
    if not names:
        return "The project"
    more = len(names) - _MOST_NAMED
    named = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    return f"{named} and {more} more" if more > 0 else named
