"""Sessions: one project each."""

import json
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from transcribe_video.backend.store.gone import gone
from transcribe_video.backend.store.schema import OF_SESSION
from transcribe_video.privacy import make_private
from transcribe_video.records import Records, Row
from transcribe_video.wire.order import TranscribeOrder

_LEAST_ID, _MOST_ID = 2**53, 2**63


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One project.

    Attributes:
        session_id: digits; as a number above 2^53, so that nobody takes it for one.
        owner: the client process that works with it; empty if it does not say.
        order: what is done with files that a person drops.
    """

    session_id: str
    task_id: str
    name: str
    language: str
    owner: str
    order: TranscribeOrder | None
    created_s: float
    updated_s: float


class Sessions:
    """The sessions of this computer.

    Args:
        records: where they are written.
        media: the folder that holds one folder of files for each.
        clock: seconds since 1970.
    """

    def __init__(self, records: Records, media: Path, clock: Callable[[], float]) -> None:
        self._records, self._media, self._clock = records, media, clock

    def create(self, name: str = "project", language: str = "en", owner: str = "") -> SessionRecord:
        """Begin a session."""
        session_id = str(_LEAST_ID + secrets.randbelow(_MOST_ID - _LEAST_ID))
        task_id = f"task_{secrets.token_hex(12)}"
        now_s = self._clock()
        values = (session_id, task_id, name, language, owner, None, now_s, now_s)
        self._records.write("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        return SessionRecord(*values)

    def get(self, session_id: str) -> SessionRecord:
        """The session with this id.

        Raises:
            GoneError: there is none.
        """
        row = self._records.row("SELECT * FROM session WHERE session_id = ?", (session_id,))
        if row is None:
            raise gone("project")
        return _session(row)

    def newest(self, limit: int = 3) -> tuple[SessionRecord, ...]:
        """The sessions that were last worked with, the newest first."""
        found = "SELECT * FROM session ORDER BY updated_s DESC, rowid DESC LIMIT ?"
        return tuple(_session(row) for row in self._records.rows(found, (limit,)))

    def touch(self, session_id: str) -> None:
        """Somebody works with it now."""
        self._change(session_id, "updated_s = ?", self._clock())

    def rename(self, session_id: str, name: str) -> None:
        """Call it otherwise."""
        self._change(session_id, "name = ?", name)

    def set_order(self, session_id: str, order: TranscribeOrder | None) -> None:
        """What is done with files that a person drops."""
        wanted = None if order is None else json.dumps(order.model_dump(mode="json"))
        self._change(session_id, "wanted = ?", wanted)

    def adopt(self, session_id: str, owner: str) -> None:
        """Another client process works with it now."""
        self._change(session_id, "owner = ?", owner)

    def delete(self, session_id: str) -> None:
        """Forget it with all that belongs to it; files of the user's and documents stay.

        Raises:
            GoneError: there is none.
        """
        self.get(session_id)
        with self._records.transaction():
            for table in OF_SESSION:
                self._records.write(
                    f"DELETE FROM {table} WHERE session_id = ?",  # noqa: S608 - a constant
                    (session_id,),
                )
        self.remove_folder(session_id)

    def folder(self, session_id: str) -> Path:
        """The folder for its files, made if it is not there, its owner's only.

        Raises:
            GoneError: there is no such session.
            OSError: the system refuses.
        """
        folder = self._media / self.get(session_id).session_id
        make_private(folder)
        return folder

    def remove_folder(self, session_id: str) -> None:
        """Remove its files, if the session is not there any more."""
        row = self._records.row("SELECT 1 FROM session WHERE session_id = ?", (session_id,))
        if row is None and session_id.isdecimal():
            shutil.rmtree(self._media / session_id, ignore_errors=True)

    def _change(self, session_id: str, what: str, value: object) -> None:
        statement = f"UPDATE session SET {what} WHERE session_id = ?"  # noqa: S608 - a constant
        if not self._records.write(statement, (value, session_id)):
            raise gone("project")


def _session(row: Row) -> SessionRecord:
    wanted = row["wanted"]
    return SessionRecord(
        session_id=row["session_id"],
        task_id=row["task_id"],
        name=row["name"],
        language=row["language"],
        owner=row["owner"],
        order=TranscribeOrder.model_validate(json.loads(wanted)) if wanted else None,
        created_s=row["created_s"],
        updated_s=row["updated_s"],
    )
