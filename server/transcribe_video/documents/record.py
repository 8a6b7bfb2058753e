"""Which documents this program wrote, and from what."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from transcribe_video.database import open_database

_TABLE = """
CREATE TABLE IF NOT EXISTS document (
    path BLOB NOT NULL,    -- absolute; bytes, because a name need not be text
    sha256 TEXT NOT NULL,  -- of the content that was, or was about to be, written there
    source BLOB NOT NULL,  -- the recording it came from
    PRIMARY KEY (path, sha256)
) WITHOUT ROWID
"""
_KNOWN = "SELECT sha256 FROM document WHERE path = ? AND source = ?"
_NOTE = "INSERT OR REPLACE INTO document (path, sha256, source) VALUES (?, ?, ?)"
_FORGET_OTHERS = "DELETE FROM document WHERE path = ? AND sha256 <> ?"

_BUSY_S = 10.0


class Turn:
    """One process's turn with the record: what it reads stays true until the turn ends.

    Args:
        database: in a transaction that no other can be beside; ``None`` knows and notes nothing.
    """

    def __init__(self, database: sqlite3.Connection | None) -> None:
        self._database = database

    def digests(self, document: Path, source: Path) -> frozenset[str]:
        """The contents that were written there from this source, by their SHA-256."""
        with suppress(sqlite3.Error):
            if self._database is not None:
                rows = self._database.execute(_KNOWN, (os.fsencode(document), os.fsencode(source)))
                return frozenset(digest for (digest,) in rows)
        return frozenset()

    def announce(self, documents: Mapping[Path, str], source: Path) -> None:
        """Note what is about to be written, beside what is there now."""
        rows = [
            (os.fsencode(path), digest, os.fsencode(source)) for path, digest in documents.items()
        ]
        with suppress(sqlite3.Error):
            if self._database is not None:
                self._database.executemany(_NOTE, rows)

    def confirm(self, documents: Mapping[Path, str], source: Path) -> None:
        """Note what has been written, instead of what was there before."""
        self.announce(documents, source)
        rows = [(os.fsencode(path), digest) for path, digest in documents.items()]
        with suppress(sqlite3.Error):
            if self._database is not None:
                self._database.executemany(_FORGET_OTHERS, rows)


class Record:
    """Which content this program wrote where, from what; several processes may use one file.

    A record that cannot be read or written never keeps a document from being written: the
    program then takes no existing file for its own.

    Args:
        path: the database file; made when first needed, readable by its owner only.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def turn(self) -> Iterator[Turn]:
        """A turn, alone among all processes; what it notes is kept unless the block fails."""
        database = self._begun()
        try:
            yield Turn(database)
            with suppress(sqlite3.Error):
                if database is not None:
                    database.commit()
        finally:
            if database is not None:
                database.close()

    def _begun(self) -> sqlite3.Connection | None:
        try:
            return self._begin()
        except (sqlite3.Error, OSError):  # busy, full, not allowed
            return None

    def _begin(self) -> sqlite3.Connection:
        database = open_database(self._path, _TABLE, _BUSY_S)
        try:
            database.execute("BEGIN IMMEDIATE")
        except BaseException:
            database.close()
            raise
        return database
