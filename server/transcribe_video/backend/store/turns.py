"""Turns: what a person said in a session, and what came of it."""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from transcribe_video.backend.store.jobs import JobRecord, Jobs
from transcribe_video.backend.store.media_files import MediaFiles
from transcribe_video.errors import GoneError
from transcribe_video.records import Records, Row
from transcribe_video.transcript.language import language_of
from transcribe_video.wire.failure import error_of
from transcribe_video.wire.session import Turn

_INSERT = (
    "INSERT INTO turn (turn_id, session_id, intent, message, reply, job_ids)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_DETAIL = "INSERT INTO turn_detail (turn_id, session_id, detail) VALUES (?, ?, ?)"
_DETAIL_OF = "SELECT detail FROM turn_detail WHERE turn_id = ?"
_JOB_IDS = "SELECT job_ids FROM turn WHERE session_id = ? ORDER BY number"
_NEWEST = "SELECT * FROM turn WHERE session_id = ? ORDER BY number DESC LIMIT 1"


class Turns:
    """The turns of all sessions; those with jobs read as their jobs stand.

    Args:
        records: where they are written.
        jobs: what turns began.
        media: what the jobs work on.
    """

    def __init__(self, records: Records, jobs: Jobs, media: MediaFiles) -> None:
        self._records, self._jobs, self._media = records, jobs, media

    def add(
        self,
        session_id: str,
        intent: str,
        message: str,
        reply: str,
        job_ids: Sequence[str],
        detail: Mapping[str, object] | None = None,
    ) -> Turn:
        """A person said something.

        Args:
            session_id: where.
            intent: what was meant, e.g. ``"transcribe"``.
            message: as it was said.
            reply: what is answered, as long as the jobs run or if there are none.
            job_ids: the jobs that came of it.
            detail: ``changes``, ``question``, ``choices`` and ``actions``, where there are any.
        """
        turn_id = f"turn_{secrets.token_hex(12)}"
        values = (turn_id, session_id, intent, message, reply, json.dumps(list(job_ids)))
        with self._records.transaction():
            self._records.write(_INSERT, values)
            if detail:
                self._records.write(_DETAIL, (turn_id, session_id, json.dumps(detail)))
            found = self.newest(session_id)
        assert found is not None
        return found

    def newest(self, session_id: str) -> Turn | None:
        """What was last said in a session; None if nothing was."""
        row = self._records.row(_NEWEST, (session_id,))
        return None if row is None else self._turn(row)

    def job_ids(self, session_id: str) -> tuple[str, ...]:
        """The jobs that came of all that was said in a session, each once, the oldest first."""
        rows = self._records.rows(_JOB_IDS, (session_id,))
        return tuple(dict.fromkeys(name for row in rows for name in json.loads(row["job_ids"])))

    def _turn(self, row: Row) -> Turn:
        job_ids = json.loads(row["job_ids"])
        jobs = list(self._still_known(job_ids))
        status = _status(jobs)
        has_ended = bool(jobs) and status != "running"
        return Turn(
            turn_id=row["turn_id"],
            intent=row["intent"],
            message=row["message"],
            status=status,
            reply=self._outcomes(jobs) if has_ended else row["reply"],
            job_ids=job_ids,
            **self._detail(row["turn_id"]),
        )

    def _detail(self, turn_id: str) -> dict[str, Any]:
        row = self._records.row(_DETAIL_OF, (turn_id,))
        return {} if row is None else dict(json.loads(row["detail"]))

    def _still_known(self, job_ids: Sequence[str]) -> Iterator[JobRecord]:
        for job_id in job_ids:
            try:
                yield self._jobs.get(job_id)
            except GoneError:
                continue

    def _outcomes(self, jobs: Sequence[JobRecord]) -> str:
        """What became of the jobs; a failure that others share is told once."""
        return " ".join(dict.fromkeys(self._outcome(job) for job in jobs))

    def _outcome(self, job: JobRecord) -> str:
        """What became of a job, as a sentence."""
        error = error_of(job.error)
        if error is not None:  # one that is stopped has one if a person did not stop it itself
            return str(error)
        name = self._name(job)
        if job.status == "cancelled":
            return f"The work on {name} was stopped; what was recognised so far is kept."
        return f"{name[0].upper()}{name[1:]} {_done(job)}"

    def _name(self, job: JobRecord) -> str:
        try:
            return f"“{self._media.get(job.media_id or '').filename}”"
        except GoneError:
            return "the file"


def _status(jobs: Sequence[JobRecord]) -> str:
    found = {job.status for job in jobs}
    if found & {"queued", "running"}:
        return "running"
    return next((status for status in ("failed", "cancelled") if status in found), "completed")


def _done(job: JobRecord) -> str:
    result = job.result or {}
    if job.kind == "transcribe":
        words, language = result.get("words", 0), language_of(str(result.get("language", "")))
        spoken = f" in {language.name}" if language.name else ""
        files = ", ".join(f"“{file['path']}”" for file in result.get("files", ()))
        written = f" It is written to {files}." if files else ""
        said = f"{words:,} words{spoken}" if words else "no speech was found in it"
        return f"is transcribed: {said}.{written}"
    if job.kind == "render":
        return f"is exported to “{result.get('path', '')}”."
    return "has arrived."
