"""Sessions: one project each, as the cloud has it."""

from collections.abc import Callable
from dataclasses import dataclass

from transcribe_video.cloud.records.gone import gone
from transcribe_video.cloud.records.rows import Rows
from transcribe_video.cloud.records.schema import OF_SESSION
from transcribe_video.records import Row
from transcribe_video.wire.order import TranscribeOrder
from transcribe_video.wire.session import Session

_INSERT = (
    "INSERT INTO session (api_url, session_id, remote_id, task_id, user_id, name, language,"
    " created_s, updated_s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ONE = "SELECT * FROM session WHERE api_url = ? AND (session_id = ? OR remote_id = ?)"
_NEWEST = "SELECT * FROM session WHERE api_url = ? ORDER BY updated_s DESC, number DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class CloudSession:
    """One project.

    Attributes:
        session_id: what everybody here calls it, for good.
        api_url: the host that has it.
        remote_id: what that host calls it now: another id than ``session_id`` once the host has
            lost it and it was begun anew there.
        task_id: what links for a person are made with.
        user_id: whose it is.
        order: what is done with files that a person drops.
    """

    session_id: str
    api_url: str
    remote_id: str
    task_id: str | None
    user_id: str | None
    name: str
    language: str
    order: TranscribeOrder | None
    created_s: float
    updated_s: float


class Sessions:
    """The sessions that one host has for this machine.

    Args:
        rows: where they are written.
        clock: seconds since 1970.
    """

    def __init__(self, rows: Rows, clock: Callable[[], float]) -> None:
        self._rows, self._clock = rows, clock

    def add(self, session: Session, name: str = "project", language: str = "en") -> CloudSession:
        """The cloud has begun a session."""
        ids = (session.session_id, session.session_id, session.task_id, session.user_id)
        now_s = self._clock()
        with self._rows.transaction():
            self._rows.write(_INSERT, (self._rows.api_url, *ids, name, language, now_s, now_s))
            return self.get(session.session_id)

    def get(self, session_id: str) -> CloudSession:
        """The session with this id, whether it is ours or the cloud's.

        Raises:
            GoneError: none is known here.
        """
        row = self._rows.row(
            f"{_ONE} ORDER BY session_id != ?",
            (self._rows.api_url, session_id, session_id, session_id),
        )
        if row is None:
            raise gone("project")
        return _session(row)

    def newest(self, limit: int = 3) -> tuple[CloudSession, ...]:
        """The sessions that were last worked with, the newest first."""
        found = self._rows.rows(_NEWEST, (self._rows.api_url, limit))
        return tuple(_session(row) for row in found)

    def touch(self, session_id: str) -> None:
        """Somebody works with it now."""
        self._change(session_id, "updated_s = ?", self._clock())

    def rename(self, session_id: str, name: str) -> None:
        """Call it otherwise."""
        self._change(session_id, "name = ?", name)

    def set_order(self, session_id: str, order: TranscribeOrder | None) -> None:
        """What is done with files that a person drops."""
        self._change(session_id, "wanted = ?", None if order is None else order.model_dump_json())

    def renew(self, session_id: str, session: Session) -> CloudSession:
        """The cloud has lost it, with its draft and its files, and has begun this one for it."""
        ids = (session.session_id, session.task_id, session.user_id)
        with self._rows.transaction():
            known = self.get(session_id).session_id
            self._change(known, "remote_id = ?, task_id = ?, user_id = ?", *ids)
            self._delete("media", known)
            return self.get(known)

    def delete(self, session_id: str) -> None:
        """Forget it with all that belongs to it; files of the user's stay.

        Raises:
            GoneError: none is known here.
        """
        with self._rows.transaction():
            known = self.get(session_id).session_id
            for table in OF_SESSION:
                self._delete(table, known)

    def _delete(self, table: str, session_id: str) -> None:
        statement = f"DELETE FROM {table} WHERE api_url = ? AND session_id = ?"  # noqa: S608 - a constant
        self._rows.write(statement, (self._rows.api_url, session_id))

    def _change(self, session_id: str, what: str, *values: object) -> None:
        statement = f"UPDATE session SET {what} WHERE api_url = ? AND session_id = ?"  # noqa: S608 - a constant
        if not self._rows.write(statement, (*values, self._rows.api_url, session_id)):
            raise gone("project")


def _session(row: Row) -> CloudSession:
    fields = {name: row[name] for name in row.keys() if name not in {"number", "wanted"}}  # noqa: SIM118
    wanted = row["wanted"]
    order = TranscribeOrder.model_validate_json(wanted) if wanted else None
    return CloudSession(**fields, order=order)
