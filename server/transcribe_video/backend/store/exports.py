"""Exports: the videos that were delivered, so that only they are ever replaced."""

import os
from pathlib import Path

from transcribe_video.records import Records

_NOTE = "INSERT OR REPLACE INTO export VALUES (?, ?, ?, ?)"


class Exports:
    """What this program delivered where, from what.

    Args:
        records: where it is written.
    """

    def __init__(self, records: Records) -> None:
        self._records = records

    def digest(self, path: Path, source: str) -> str | None:
        """SHA-256 of what was delivered there from this source; None if nothing was."""
        row = self._records.row(
            "SELECT sha256 FROM export WHERE path = ? AND source = ?", (_key(path), source)
        )
        return None if row is None else str(row["sha256"])

    def note(self, path: Path, source: str, session_id: str, sha256: str) -> None:
        """A video with this content is being delivered there."""
        self._records.write(_NOTE, (_key(path), source, session_id, sha256))


def _key(path: Path) -> bytes:
    return os.fsencode(os.path.realpath(path.parent) + os.sep + path.name)
