"""Claims: tokens with which a browser opens one session."""

import secrets
from collections.abc import Callable
from hashlib import sha256

from transcribe_video.backend.store.sessions import Sessions
from transcribe_video.records import Records

VALID_S = 604_800
"""A token opens its session for so long."""
_PREFIX = "clm_"


class Claims:
    """The tokens; only their hashes are kept.

    Args:
        records: where they are written.
        sessions: what they open.
        clock: seconds since 1970.
    """

    def __init__(self, records: Records, sessions: Sessions, clock: Callable[[], float]) -> None:
        self._records, self._sessions, self._clock = records, sessions, clock

    def make(self, session_id: str) -> str:
        """A new token for a session.

        Raises:
            GoneError: there is no such session.
        """
        token = f"{_PREFIX}{secrets.token_urlsafe(32)}"
        self._sessions.get(session_id)
        with self._records.transaction():
            self._records.write("DELETE FROM claim WHERE expires_s < ?", (self._clock(),))
            values = (_digest(token), session_id, self._clock() + VALID_S)
            self._records.write("INSERT INTO claim VALUES (?, ?, ?)", values)
        return token

    def session_of(self, token: str) -> str | None:
        """The session that a token opens; None if it opens none, or none any more."""
        row = self._records.row(
            "SELECT session_id FROM claim WHERE digest = ? AND expires_s >= ?",
            (_digest(token), self._clock()),
        )
        return None if row is None else str(row["session_id"])


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
