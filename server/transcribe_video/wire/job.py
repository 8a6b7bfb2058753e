"""A job: work that takes time (ours)."""

from typing import Literal

from transcribe_video.wire.message import Id, Message

ONE = "/api/local/jobs/{job_id}"  # GET ?wait_s=20&after=0
CANCEL = "/api/local/jobs/{job_id}/cancel"  # POST

Status = Literal["queued", "running", "completed", "failed", "cancelled"]
ENDED = frozenset({"completed", "failed", "cancelled"})


class Progress(Message):
    """How far a job is, in media time.

    Attributes:
        done_s: so much is done.
        total_s: of so much; None while it is not known.
        fraction: 0 to 1; None while it is not known.
        eta_s: seconds until it is done, as far as one can tell.
        stage: what is being done, as a phrase: ``"reading"``, ``"fetching the speech model"``.
        recalled_s: so much of it an earlier run had done; None if nothing.
    """

    done_s: float = 0
    total_s: float | None = None
    fraction: float | None = None
    eta_s: float | None = None
    stage: str = ""
    recalled_s: float | None = None


class Heard(Message):
    """A piece of speech that was just recognised."""

    start_s: float
    end_s: float
    text: str
    speaker: str | None = None


class Job(Message):
    """One job; ``GET ONE`` answers when it has ended, has news, or ``wait_s`` has passed.

    Attributes:
        kind: ``transcribe``, ``fetch`` or ``render``.
        attempts: how often it was begun.
        age_s: seconds since it was asked for.
        is_cancelling: whether somebody asked it to stop.
        error: ``{kind, what, why, remedy}`` of a failed job.
        result: of a completed one: for ``transcribe`` a ``TranscriptSummary``, for ``render`` a
            ``Rendered``.
        news: what was recognised, from number ``after`` on; only while the job runs.
        news_next: the ``after`` for the next call.
        is_joined: whether it was already there when it was asked for.
    """

    job_id: Id
    session_id: Id
    kind: str
    status: Status
    media_id: Id | None = None
    media_name: str = ""
    attempts: int = 0
    age_s: float = 0
    progress: Progress = Progress()
    is_cancelling: bool = False
    error: dict[str, str] | None = None
    result: dict[str, object] | None = None
    news: list[Heard] = []
    news_next: int = 0
    is_joined: bool = False

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in ENDED


class JobList(Message):
    """Several jobs, e.g. those that were cancelled."""

    jobs: list[Job] = []
