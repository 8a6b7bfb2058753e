"""A database of rows: one connection, one thread at a time, each change whole or not at all."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from transcribe_video.database import open_database, storage_error
from transcribe_video.refusal import refusal

_BUSY_S = 30.0

Row = sqlite3.Row


class Records:
    """The rows of one file, for any thread.

    Args:
        path: the file; it and its folder are made if they are not there.
        schema: statements that make the tables if they are not there.
        what: what cannot be kept where the disk refuses, as the beginning of a sentence.

    Raises:
        StorageError: it cannot be kept there.
    """

    def __init__(self, path: Path, schema: str, what: str) -> None:
        self._path, self._what = path, what
        self._lock = RLock()
        self._depth = 0
        with self._told():
            self._base = open_database(path, schema, _BUSY_S)
        self._base.row_factory = sqlite3.Row

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is changed in the block is kept, or nothing; blocks may stand in each other."""
        with self._lock, self._told():
            if not self._depth:
                self._base.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                if self._depth == 1:
                    self._base.execute("COMMIT")
            finally:
                self._depth -= 1
                if not self._depth and self._base.in_transaction:
                    self._base.execute("ROLLBACK")

    def write(self, statement: str, values: Sequence[Any]) -> int:
        """Change rows, and say how many."""
        with self.transaction():
            return self._base.execute(statement, values).rowcount

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows that a statement finds."""
        with self._lock, self._told():
            return self._base.execute(statement, values).fetchall()

    def row(self, statement: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row that a statement finds."""
        return next(iter(self.rows(statement, values)), None)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._base.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        what = f"{self._what} cannot be kept in “{self._path}”"
        elsewhere = "set TRANSCRIBE_VIDEO_HOME to another folder"
        try:
            yield
        except sqlite3.Error as error:
            raise storage_error(what, error, elsewhere) from error
        except OSError as error:
            raise refusal(what, error, elsewhere) from error
