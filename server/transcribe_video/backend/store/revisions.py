"""Revisions: the timelines that a session's edits have made, one after the other."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from transcribe_video.records import Records, Row

_CURRENT = (
    "SELECT revision.* FROM revision JOIN revision_place USING (session_id, number)"
    " WHERE session_id = ? AND number > 0"
)
_PLACE = "INSERT OR REPLACE INTO revision_place (session_id, number, plan) VALUES (?, ?, ?)"
_UP_TO = "SELECT * FROM revision WHERE session_id = ? AND number BETWEEN 1 AND ? ORDER BY number"
_FIRST = "SELECT * FROM revision WHERE session_id = ? AND number = 0"
_KEEP = "INSERT OR IGNORE INTO revision VALUES (?, 0, '', '', ?, ?)"


@dataclass(frozen=True, slots=True)
class Revision:
    """A timeline that an edit has made.

    Attributes:
        number: from 1; 0 is the timeline before the first edit.
        message: what was said.
        summary: what was done, as a sentence.
        draft: the timeline, in the wire's form.
    """

    number: int
    message: str
    summary: str
    draft: dict[str, Any]


class ChangedError(Exception):
    """Somebody else has changed the timeline in the meantime."""


class Revisions:
    """The revisions of all sessions; those that were undone stay until something else is done.

    Args:
        records: where they are written.
        clock: seconds since 1970.
    """

    def __init__(self, records: Records, clock: Callable[[], float]) -> None:
        self._records, self._clock = records, clock

    def current(self, session_id: str) -> Revision | None:
        """The revision that counts; None if nothing was changed, or all of it is undone."""
        row = self._records.row(_CURRENT, (session_id,))
        return None if row is None else _revision(row)

    def first(self, session_id: str) -> Revision | None:
        """The timeline before the first edit; None if nothing was ever changed."""
        row = self._records.row(_FIRST, (session_id,))
        return None if row is None else _revision(row)

    def keep_first(self, session_id: str, before: Mapping[str, Any]) -> None:
        """Keep the timeline before the first edit, unless one is kept already."""
        self._records.write(_KEEP, (session_id, json.dumps(before), self._clock()))

    def number(self, session_id: str) -> int:
        """Its number; 0 if there is none."""
        row = self._place(session_id)
        return 0 if row is None else int(row["number"])

    def is_undone(self, session_id: str) -> bool:
        """Whether something was undone that can be done again."""
        return self._last(session_id) > self.number(session_id)

    def history(self, session_id: str) -> tuple[Revision, ...]:
        """The revisions up to the current one, the oldest first."""
        rows = self._records.rows(_UP_TO, (session_id, self.number(session_id)))
        return tuple(map(_revision, rows))

    def add(
        self,
        session_id: str,
        message: str,
        summary: str,
        draft: Mapping[str, Any],
        onto: int | None = None,
        before: Mapping[str, Any] | None = None,
    ) -> Revision:
        """The next revision; what was undone before cannot be done again.

        Args:
            session_id: of which session.
            message: what was said.
            summary: what was done.
            draft: the timeline after it.
            onto: the number of the revision that was edited; None is whichever counts.
            before: the timeline before it, which is kept if it is the first that was edited.

        Raises:
            ChangedError: another one counts by now.
        """
        with self._records.transaction():
            number = self.number(session_id) + 1
            if onto is not None and number != onto + 1:
                raise ChangedError
            plan = self._outdated(session_id)
            self._records.write(
                "DELETE FROM revision WHERE session_id = ? AND number >= ?", (session_id, number)
            )
            if before is not None and number == 1:
                self._records.write(_KEEP, (session_id, json.dumps(before), self._clock()))
            values = (session_id, number, message, summary, json.dumps(draft), self._clock())
            self._records.write("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?)", values)
            self._records.write(_PLACE, (session_id, number, plan))
        return Revision(number, message, summary, dict(draft))

    def replace(
        self, session_id: str, message: str, summary: str, draft: Mapping[str, Any], number: int
    ) -> Revision:
        """A revision in place of the one that counts, which this is the number of.

        Raises:
            ChangedError: another one counts by now.
        """
        with self._records.transaction():
            if number != self.number(session_id):
                raise ChangedError
            self.step(session_id, -1)
            return self.add(session_id, message, summary, draft, onto=number - 1)

    def step(self, session_id: str, by: int) -> int:
        """Go back or forward by so many revisions, as far as there are any; gives how many."""
        with self._records.transaction():
            now = self.number(session_id)
            to = min(max(now + by, 0), self._last(session_id))
            if to != now:
                self._records.write(_PLACE, (session_id, to, self._outdated(session_id)))
        return abs(to - now)

    def plan(self, session_id: str) -> dict[str, Any] | None:
        """What was only planned; None if nothing was.

        It ``is_stale`` if the timeline was changed since.
        """
        row = self._place(session_id)
        return json.loads(row["plan"]) if row is not None and row["plan"] else None

    def set_plan(
        self, session_id: str, plan: Mapping[str, Any] | None, onto: int | None = None
    ) -> None:
        """Keep what is only planned, or nothing.

        Args:
            session_id: of which session.
            plan: what is planned; None drops what was.
            onto: the number of the revision that it was planned for; None is whichever counts.

        Raises:
            ChangedError: another one counts by now.
        """
        written = None if plan is None else json.dumps(plan)
        with self._records.transaction():
            number = self.number(session_id)
            if onto not in {None, number}:
                raise ChangedError
            self._records.write(_PLACE, (session_id, number, written))

    def _last(self, session_id: str) -> int:
        """The number of the newest revision, undone or not; 0 if there is none."""
        row = self._records.row(
            "SELECT MAX(number) AS last FROM revision WHERE session_id = ?", (session_id,)
        )
        return int((row and row["last"]) or 0)

    def _outdated(self, session_id: str) -> str | None:
        """The plan as it is worth after a change: there was one, and it cannot be done now.

        A question is worth nothing any more.
        """
        known = {"draft", "is_stale"} & (self.plan(session_id) or {}).keys()
        return json.dumps({"is_stale": True}) if known else None

    def _place(self, session_id: str) -> Row | None:
        return self._records.row("SELECT * FROM revision_place WHERE session_id = ?", (session_id,))


def _revision(row: Row) -> Revision:
    return Revision(row["number"], row["message"], row["summary"], json.loads(row["draft"]))
