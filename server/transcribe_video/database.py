"""The program's own databases: private, shared by several processes, begun anew when damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from transcribe_video.errors import StorageError
from transcribe_video.privacy import create_private, make_private
from transcribe_video.refusal import refused

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PRIMARY = 0xFF  # an extended result code has the primary one in its lowest byte

_LATER, _AGAIN = "Try again when that run has ended", "Try again: it is begun anew"
_CAUSES = {
    sqlite3.SQLITE_BUSY: ("another run is using it", _LATER),
    sqlite3.SQLITE_LOCKED: ("another run is using it", _LATER),
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space"),
    sqlite3.SQLITE_IOERR: ("the disk is full or fails", "Free some space"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", ""),
    sqlite3.SQLITE_READONLY: ("it may not be written to", ""),
    sqlite3.SQLITE_PERM: ("it may not be written to", ""),
    sqlite3.SQLITE_CORRUPT: ("it is damaged", _AGAIN),
    sqlite3.SQLITE_NOTADB: ("it is damaged", _AGAIN),
}


def open_database(path: Path, schema: str, busy_s: float) -> sqlite3.Connection:
    """Open a database, made if it is not there; in autocommit, for any thread.

    A file that is no database, or a damaged one, is kept as ``NAME.damaged``, together with its
    log so that this is not taken for the new one's. Several processes may do that at once.

    Args:
        path: the file; it and a folder that is made for it are their owner's only.
        schema: statements that make the tables if they are not there.
        busy_s: how long each statement waits for other processes.

    Raises:
        sqlite3.Error: it cannot be used, e.g. because the disk is full.
        OSError: the system refuses to make it.
    """
    make_private(path.parent)
    try:
        return _opened(path, schema, busy_s)
    except sqlite3.DatabaseError as error:
        if _code(error) not in _DAMAGED:
            raise
    with _alone(path, busy_s):
        try:
            return _opened(path, schema, busy_s)  # another process was faster
        except sqlite3.DatabaseError as error:
            if _code(error) not in _DAMAGED:
                raise
        _set_aside(path)
        return _opened(path, schema, busy_s)


def storage_error(what: str, error: sqlite3.Error, elsewhere: str) -> StorageError:
    """A database's refusal in words that a person can act on.

    Args:
        what: what could not be kept, and where.
        error: what the database said.
        elsewhere: how a person has it kept elsewhere, e.g. ``"choose another folder"``.
    """
    why, remedy = _CAUSES.get(_code(error), (str(error), ""))
    return refused(what, why, remedy, elsewhere)


def _opened(path: Path, schema: str, busy_s: float) -> sqlite3.Connection:
    # Never opened but by SQLite once it is there: closing it would end this process's locks on it
    # (sqlite.org/howtocorrupt.html, 2.2).
    with suppress(FileExistsError):
        create_private(path)
    base = sqlite3.connect(path, timeout=busy_s, check_same_thread=False, isolation_level=None)
    try:
        _switch_to_log(base)
        base.execute("PRAGMA synchronous=NORMAL")
        base.execute("PRAGMA secure_delete=ON")
        _check(base)
        base.executescript(schema)
    except BaseException:
        base.close()
        raise
    return base


def _switch_to_log(base: sqlite3.Connection) -> None:
    try:
        base.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if _code(error) not in _BUSY:
            raise  # else another process is just switching it


def _check(base: sqlite3.Connection) -> None:
    """Read all pages, so that damage shows now and not in the middle of the work."""
    [found] = base.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


@contextmanager
def _alone(path: Path, busy_s: float) -> Iterator[None]:
    """One process's turn; SQLite's own lock on an empty file, which ends with the process."""
    lock = path.with_name(f"{path.name}.lock")
    with suppress(FileExistsError):
        create_private(lock)
    with closing(sqlite3.connect(lock, timeout=busy_s, isolation_level=None)) as held:
        held.execute("BEGIN EXCLUSIVE")
        yield


def _set_aside(path: Path) -> None:
    """Rename a damaged database; its log first, which must not lie beside a new one."""
    for end in ("-wal", "-shm", ""):
        kept = path.with_name(f"{path.name}.damaged{end}")
        try:
            path.with_name(f"{path.name}{end}").replace(kept)
        except FileNotFoundError:
            kept.unlink(missing_ok=True)  # of an earlier one


def _code(error: sqlite3.Error) -> int:
    # Only errors of SQLite's own have a code.
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & _PRIMARY
