"""Jobs: work that the cloud does for this machine and that takes time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from transcribe_video.cloud.records.gone import gone
from transcribe_video.cloud.records.rows import Rows
from transcribe_video.records import Row
from transcribe_video.wire.job import ENDED, Progress, Status
from transcribe_video.wire.notation import json_text, read_json

QUEUED: Final = "queued"
RUNNING: Final = "running"
COMPLETED: Final = "completed"
FAILED: Final = "failed"
CANCELLED: Final = "cancelled"
CHAT, UPLOAD, RENDER, TRANSCRIBE = "chat", "upload", "render", "transcribe"
_INSERT = (
    "INSERT INTO job (api_url, job_id, session_id, kind, status, owner, media_id, request, begun_s)"
    " VALUES (?, ?, ?, ?, 'queued', ?, ?, ?, ?)"
)
_SEND = (
    "UPDATE job SET status = 'running', draft_before = ?, sent_s = ?"
    " WHERE api_url = ? AND job_id = ? AND sent_s IS NULL"
)
_ADOPT = "UPDATE job SET owner = ? WHERE api_url = ? AND job_id = ? AND owner = ?"
_END = (
    "UPDATE job SET status = ?, reply = ?, changes = ?, error = ?, result = ?, is_cancelling = 0,"
    " progress = ?, ended_s = ? WHERE api_url = ? AND job_id = ?"
)
_BEFORE = (
    "SELECT * FROM job WHERE api_url = ? AND session_id = ? AND job_id != ?"
    " AND kind IN ('chat', 'transcribe') AND status IN ('queued', 'running')"
    " AND (sent_s IS NOT NULL OR (? = 'chat' AND kind = 'chat'"
    " AND number < (SELECT number FROM job WHERE job_id = ?))) ORDER BY number"
)


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job as it is asked for.

    Attributes:
        owner: the process that does it, see ``cloud.owner``.
        request: what is wanted, as JSON has it.
    """

    job_id: str
    session_id: str
    kind: str
    owner: str
    request: Mapping[str, Any]
    media_id: str | None = None


@dataclass(frozen=True, slots=True)
class CloudJob:
    """A job as it stands.

    Attributes:
        kind: ``chat``, ``upload``, ``render`` or ``transcribe``.
        owner: the process that does it, ``<pid>-<hex>``.
        request: what is wanted; of a chat ``{"message": …}``.
        draft_before: the draft before it, as it came; None if there was none.
        sent_s: when it was sent; None: nothing of it ever was.
        is_cancelling: whether somebody asked it to stop.
        reply: what the cloud has said so far, or in the end.
        changes: what it changed on the timeline, in the form of the tools' ``changes``.
        error: of a failed one, as ``wire.failure.described`` has it.
        result: what the wire's ``Job.result`` is.
    """

    job_id: str
    session_id: str
    kind: str
    status: Status
    owner: str
    media_id: str | None
    request: dict[str, Any]
    draft_before: dict[str, Any] | None
    sent_s: float | None
    progress: Progress
    is_cancelling: bool
    reply: str
    changes: tuple[dict[str, Any], ...]
    error: dict[str, str] | None
    result: dict[str, Any] | None
    begun_s: float
    ended_s: float | None

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in ENDED


@dataclass(frozen=True, slots=True)
class Ending:
    """How a job ended; see ``CloudJob`` for what is in it."""

    status: Status
    reply: str = ""
    changes: Sequence[Mapping[str, Any]] = ()
    error: Mapping[str, str] | None = None
    result: Mapping[str, Any] | None = None
    progress: Progress = field(default_factory=Progress)


class Jobs:
    """The jobs that one host does for this machine.

    Args:
        rows: where they are written.
        clock: seconds since 1970.
    """

    def __init__(self, rows: Rows, clock: Callable[[], float]) -> None:
        self._rows, self._clock = rows, clock

    def add(self, job: NewJob) -> CloudJob:
        """A job is asked for; it is on the disk when this returns."""
        ids = (self._rows.api_url, job.job_id, job.session_id, job.kind, job.owner, job.media_id)
        with self._rows.transaction():
            self._rows.write(_INSERT, (*ids, json_text(job.request), self._clock()))
            return self.get(job.job_id)

    def get(self, job_id: str) -> CloudJob:
        """The job with this id.

        Raises:
            GoneError: there is none.
        """
        found = self._where("job_id = ?", job_id)
        if not found:
            raise gone("job")
        return found[0]

    def of(self, session_id: str) -> tuple[CloudJob, ...]:
        """The jobs of a session, the newest last."""
        return self._where("session_id = ?", session_id)

    def unfinished(self) -> tuple[CloudJob, ...]:
        """The jobs that wait or run, the newest last, whoever does them."""
        return self._where("status IN (?, 'running')", QUEUED)

    def before(self, job: CloudJob) -> tuple[CloudJob, ...]:
        """What must have ended before a job's message is sent, the first first.

        That is any other message of the session that is under way and, of those that people said
        themselves, each that came before it.
        """
        values = (self._rows.api_url, job.session_id, job.job_id, job.kind, job.job_id)
        return tuple(_job(row) for row in self._rows.rows(_BEFORE, values))

    def begin(self, job_id: str) -> None:
        """It is being done now."""
        self._change(job_id, "status = ?", RUNNING)

    def send(self, job_id: str, draft_before: Mapping[str, Any] | None) -> bool:
        """It is going to be sent, once this has returned True, and never again.

        Args:
            job_id: the job.
            draft_before: the draft as it is now.
        """
        before = None if draft_before is None else json_text(draft_before)
        values = (before, self._clock(), self._rows.api_url, job_id)
        return self._rows.write(_SEND, values) == 1

    def unsend(self, job_id: str) -> None:
        """It was refused, so that nothing of it was taken; it may be sent elsewhere."""
        self._change(job_id, "draft_before = NULL, sent_s = ?", None)

    def amend(self, job_id: str, request: Mapping[str, Any]) -> None:
        """What is wanted is put otherwise from now on, e.g. under another id of the cloud's."""
        self._change(job_id, "request = ?", json_text(request))

    def note(self, job_id: str, progress: Progress, reply: str | None = None) -> None:
        """So far it has come, and this has been said."""
        self._change(job_id, "progress = ?", progress.model_dump_json())
        if reply is not None:
            self._change(job_id, "reply = ?", reply)

    def mark_cancelling(self, job_id: str) -> None:
        """Somebody asked it to stop."""
        self._change(job_id, "is_cancelling = ?", 1)

    def is_cancelling(self, job_id: str) -> bool:
        """Whether somebody asked it to stop."""
        found = "SELECT is_cancelling FROM job WHERE api_url = ? AND job_id = ?"
        row = self._rows.row(found, (self._rows.api_url, job_id))
        return row is not None and bool(row["is_cancelling"])

    def adopt(self, job: CloudJob, owner: str) -> bool:
        """Another process takes it over from a dead one, unless a third one has done so."""
        values = (owner, self._rows.api_url, job.job_id, job.owner)
        return self._rows.write(_ADOPT, values) == 1

    def end(self, job_id: str, ending: Ending) -> None:
        """Nothing more will come of it; of a job that is gone nothing is written."""
        told = (ending.reply, json_text(list(ending.changes)))
        outcome = (_json(ending.error), _json(ending.result), ending.progress.model_dump_json())
        where = (self._clock(), self._rows.api_url, job_id)
        self._rows.write(_END, (ending.status, *told, *outcome, *where))

    def _change(self, job_id: str, what: str, value: object) -> None:
        statement = f"UPDATE job SET {what} WHERE api_url = ? AND job_id = ?"  # noqa: S608 - a constant
        self._rows.write(statement, (value, self._rows.api_url, job_id))

    def _where(self, condition: str, value: str) -> tuple[CloudJob, ...]:
        statement = f"SELECT * FROM job WHERE api_url = ? AND {condition} ORDER BY number"  # noqa: S608 - a constant
        return tuple(_job(row) for row in self._rows.rows(statement, (self._rows.api_url, value)))


def _json(value: Mapping[str, Any] | None) -> str | None:
    return None if value is None else json_text(value)


def _job(row: Row) -> CloudJob:
    fields = {name: row[name] for name in row.keys() if name not in {"number", "api_url"}}  # noqa: SIM118
    parsed = {name: _read(row[name]) for name in ("request", "draft_before", "error", "result")}
    changes: Any = read_json(row["changes"])
    return CloudJob(
        **{
            **fields,
            **parsed,
            "progress": Progress.model_validate_json(row["progress"]),
            "is_cancelling": bool(row["is_cancelling"]),
            "changes": tuple(changes),
        }
    )


def _read(text: str | None) -> Any:
    return None if text is None else read_json(text)
