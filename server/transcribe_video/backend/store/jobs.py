"""Jobs: work that takes time, and what became of it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from transcribe_video.backend.store.gone import gone
from transcribe_video.records import Records, Row
from transcribe_video.wire.job import ENDED, Progress, Status

QUEUED: Final = "queued"
RUNNING: Final = "running"
COMPLETED: Final = "completed"
FAILED: Final = "failed"
CANCELLED: Final = "cancelled"
_INSERT = (
    "INSERT INTO job (job_id, session_id, kind, status, media_id, request, key, after, owner,"
    " created_s) VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?)"
)
_BEGIN = (
    "UPDATE job SET status = 'running', attempts = attempts + 1, boot_id = ?, started_s = ?"
    " WHERE job_id = ? AND status = 'queued'"
)
_END = (
    "UPDATE job SET status = ?, result = ?, error = ?, progress = ?, is_cancelling = 0,"
    " ended_s = ? WHERE job_id = ?"
)


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job as it is asked for.

    Attributes:
        request: what is wanted, as JSON has it.
        key: equal for equal work.
        after: the jobs that must be done first.
        owner: the client process that asks; empty if it does not say.
    """

    job_id: str
    session_id: str
    kind: str
    media_id: str | None
    request: Mapping[str, Any]
    key: str
    owner: str = ""
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as it stands.

    Attributes:
        after: the jobs that must be done first.
        attempts: how often it was begun.
        crashes: how often the process that did it broke down over it.
        boot_id: the run of the backend that began it last.
        is_cancelling: whether somebody asked it to stop.
    """

    job_id: str
    session_id: str
    kind: str
    status: Status
    media_id: str | None
    request: dict[str, Any]
    key: str
    after: tuple[str, ...]
    owner: str
    attempts: int
    crashes: int
    boot_id: str
    progress: Progress
    is_cancelling: bool
    error: dict[str, str] | None
    result: dict[str, Any] | None
    created_s: float
    started_s: float | None
    ended_s: float | None

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will come of it."""
        return self.status in ENDED


class Jobs:
    """The jobs of all sessions.

    Args:
        records: where they are written.
        clock: seconds since 1970.
    """

    def __init__(self, records: Records, clock: Callable[[], float]) -> None:
        self._records, self._clock = records, clock

    def add(self, job: NewJob) -> JobRecord:
        """A job is asked for."""
        values = (job.job_id, job.session_id, job.kind, job.media_id, json.dumps(job.request))
        after = " ".join(job.after) or None
        with self._records.transaction():
            self._records.write(_INSERT, (*values, job.key, after, job.owner, self._clock()))
            return self.get(job.job_id)

    def get(self, job_id: str) -> JobRecord:
        """The job with this id.

        Raises:
            GoneError: there is none.
        """
        row = self._records.row("SELECT * FROM job WHERE job_id = ?", (job_id,))
        if row is None:
            raise gone("job")
        return _job(row)

    def of(self, session_id: str) -> tuple[JobRecord, ...]:
        """The jobs of a session, the newest last."""
        return self._where("session_id = ?", session_id)

    def equal(self, key: str) -> tuple[JobRecord, ...]:
        """The jobs with this key, the newest last."""
        return self._where("key = ?", key)

    def unfinished(self) -> tuple[JobRecord, ...]:
        """The jobs that wait or run, the newest last."""
        return self._where("status IN (?, 'running')", QUEUED)

    def begin(self, job_id: str, boot_id: str) -> JobRecord:
        """A waiting job is begun, once more or for the first time.

        Raises:
            GoneError: there is none that waits.
        """
        with self._records.transaction():
            if not self._records.write(_BEGIN, (boot_id, self._clock(), job_id)):
                raise gone("job")
            return self.get(job_id)

    def note(self, job_id: str, progress: Progress) -> None:
        """So far it has come."""
        self._change(job_id, "progress = ?", progress.model_dump_json())

    def count_crash(self, job_id: str) -> int:
        """The process that did it broke down over it; how often that has happened."""
        self._change(job_id, "crashes = crashes + ?", 1)
        return self.get(job_id).crashes

    def count_attempt(self, job_id: str) -> None:
        """It is begun once more."""
        self._change(job_id, "attempts = attempts + ?", 1)

    def mark_cancelling(self, job_id: str) -> None:
        """Somebody asked it to stop."""
        self._change(job_id, "is_cancelling = ?", 1)

    def adopt(self, job_id: str, owner: str) -> None:
        """Another client process waits for it now."""
        self._change(job_id, "owner = ?", owner)

    def requeue(self, job_id: str) -> None:
        """It is not being done any more, and waits."""
        self._change(job_id, "status = ?", QUEUED)

    def end(
        self,
        job_id: str,
        status: Status,
        progress: Progress,
        result: Mapping[str, Any] | None = None,
        error: Mapping[str, str] | None = None,
    ) -> None:
        """Nothing more will come of it; of a job that is gone nothing is written."""
        outcome = (_json(result), _json(error), progress.model_dump_json())
        self._records.write(_END, (status, *outcome, self._clock(), job_id))

    def _change(self, job_id: str, what: str, value: object) -> None:
        statement = f"UPDATE job SET {what} WHERE job_id = ?"  # noqa: S608 - a constant
        self._records.write(statement, (value, job_id))

    def _where(self, condition: str, value: str) -> tuple[JobRecord, ...]:
        statement = f"SELECT * FROM job WHERE {condition} ORDER BY number"  # noqa: S608 - constant
        return tuple(_job(row) for row in self._records.rows(statement, (value,)))


def _json(value: Mapping[str, Any] | None) -> str | None:
    return None if value is None else json.dumps(value)


def _job(row: Row) -> JobRecord:
    fields = {name: row[name] for name in row.keys() if name != "number"}  # noqa: SIM118
    return JobRecord(
        **{
            **fields,
            "request": json.loads(row["request"]),
            "after": tuple((row["after"] or "").split()),
            "progress": Progress.model_validate_json(row["progress"]),
            "is_cancelling": bool(row["is_cancelling"]),
            "error": json.loads(row["error"]) if row["error"] else None,
            "result": json.loads(row["result"]) if row["result"] else None,
        }
    )
