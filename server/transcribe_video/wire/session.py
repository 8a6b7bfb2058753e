"""A session: one project on a backend."""

from typing import Any

from pydantic import Field

from transcribe_video.wire.job import Job
from transcribe_video.wire.message import Id, Message
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.transcript import DocumentFile
from transcribe_video.wire.upload import UploadedFile

CREATE = "/api/tasks/me/with-session/nemo_agent"
CLAIM = "/api/auth/claim-token"
CLAIM_PAGE = "/workspace/claim"  # with ?ct=<claim token>
LIST = "/api/local/sessions"  # ours
ONE = "/api/local/sessions/{session_id}"  # ours; GET and DELETE
FILE = "/api/local/sessions/{session_id}/media/{media_id}"  # ours; DELETE
CANCEL = "/api/local/sessions/{session_id}/cancel"  # ours


class SessionRequest(Message):
    """``POST CREATE``: begin a session in the user's language."""

    task_name: str = "project"
    language: str = "en"


class Session(Message):
    """The reply: ids at top level or under ``data``."""

    session_id: Id
    task_id: Id | None = None
    user_id: Id | None = None


class ClaimRequest(Message):
    """``POST CLAIM``: a token that opens one session in a browser.

    ``order`` is ours: what is done with the files that a person drops there.
    """

    session_id: Id
    task_id: Id | None = None
    order: TranscribeOrder | None = None


class Claim(Message):
    """The reply: a token, and for how many seconds it opens the page."""

    claim_token: str = Field(pattern=r"^clm_[A-Za-z0-9_-]+$")
    expires_in: int = 604_800


class TurnChoice(Message):
    """One answer to a question of the editor (ours).

    Attributes:
        label: for people.
        message: what is said to choose it.
    """

    label: str
    message: str


class Turn(Message):
    """The newest thing a person said in a session, and what came of it (ours).

    Attributes:
        changes: of the timeline: ``{kind, track, clip, from_s, to_s, text}``.
        actions: what can be called next: ``{tool, arguments, label}``.
        question: what must be answered before anything is done; empty if nothing must.
        remarks: what the program itself says of it, beside the answer: sentences.
        choices: answers to it.
    """

    turn_id: Id
    intent: str = "chat"
    message: str = ""
    status: str = "completed"
    reply: str = ""
    job_ids: list[Id] = []
    changes: list[dict[str, Any]] = []
    actions: list[dict[str, Any]] = []
    remarks: list[str] = []
    question: str = ""
    choices: list[TurnChoice] = []


class TranscriptSummary(Message):
    """What is known of one finished transcript (ours); the text itself is not in it."""

    media_id: Id
    status: str = "completed"
    language: str = ""
    duration_s: float = 0
    words: int = 0
    preview: str = ""
    files: list[DocumentFile] = []
    notes: list[str] = []


class SessionView(Message):
    """All that is known of a session (ours): ``GET ONE``; in ``GET LIST`` a list of them.

    Attributes:
        name: the first file's name, or ``"project"``.
        status: ``idle|running|completed|failed|cancelled``.
        updated_at: seconds since 1970.
    """

    session_id: Id
    task_id: Id | None = None
    name: str = "project"
    status: str = "idle"
    updated_at: float = 0
    language: str = "en"
    media: list[UploadedFile] = []
    jobs: list[Job] = []
    transcripts: list[TranscriptSummary] = []
    turn: Turn | None = None
    order: TranscribeOrder | None = None
    is_page_open: bool = False


class SessionList(Message):
    """``GET LIST?limit=3``: the newest sessions first."""

    sessions: list[SessionView] = []
