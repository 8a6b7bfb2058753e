"""What was recognised stays recognised: every finished window, on disk as soon as it is done.

A row is found again by the sound itself, the model and the settings, so that it serves whatever
the file is called by then, and never for another sound. After a kill only the windows that were
being decoded at that moment are done again.
"""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from transcribe_video.errors import StorageError
from transcribe_video.refusal import refusal
from transcribe_video.speech.hearing import Heard
from transcribe_video.speech.sound import Samples
from transcribe_video.transcript.word import Word

_FORM = "1"  # changes when the same sound would be recognised otherwise
_BUSY_S = 30
_DAY_S = 86_400
_TABLE = (
    "CREATE TABLE IF NOT EXISTS windows"
    " (key BLOB PRIMARY KEY, heard TEXT NOT NULL, at_s REAL NOT NULL) WITHOUT ROWID"
)


class Ledger:
    """The windows that were recognised, by sound.

    Args:
        home: the folder in which ``ledger.sqlite3`` lies; made if it is not there.
        kept_days: rows older than this are dropped when the ledger is opened.

    A file that is no ledger is put aside as ``ledger.damaged``: what it held is done again.

    Raises:
        StorageError: the ledger cannot be written.
    """

    def __init__(self, home: Path, kept_days: float) -> None:
        self._lock = Lock()
        self._path = home / "ledger.sqlite3"
        oldest_s = time.time() - kept_days * _DAY_S
        with _storage_trouble(self._path):
            home.mkdir(parents=True, exist_ok=True)
            try:
                self._base = _opened(self._path, oldest_s)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._path.replace(self._path.with_suffix(".damaged"))
                self._base = _opened(self._path, oldest_s)

    def recall(self, key: bytes) -> Heard | None:
        """What was heard in the window with this key, if it is known."""
        query = "SELECT heard FROM windows WHERE key = ?"
        with self._lock, _storage_trouble(self._path), closing(self._base.cursor()) as cursor:
            row = cursor.execute(query, (key,)).fetchone()
        return _heard(row[0]) if row else None

    def keep(self, key: bytes, heard: Heard) -> None:
        """Write down what was heard."""
        row = (key, _text(heard), time.time())
        with self._lock, _storage_trouble(self._path):
            self._base.execute("INSERT OR REPLACE INTO windows VALUES (?, ?, ?)", row)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def _opened(path: Path, oldest_s: float) -> sqlite3.Connection:
    path.touch(mode=0o600)
    base = sqlite3.connect(path, timeout=_BUSY_S, check_same_thread=False, isolation_level=None)
    try:
        with suppress(sqlite3.OperationalError):  # another process is just switching it
            base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        base.execute(_TABLE)
        base.execute("DELETE FROM windows WHERE at_s < ?", (oldest_s,))
    except sqlite3.Error:
        base.close()
        raise
    return base


def window_key(samples: Samples, start_ms: int, settings: str) -> bytes:
    """The key of a window: its sound, its place, and all that decides how it is recognised."""
    digest = blake2b(f"{_FORM}\n{start_ms}\n{settings}\n".encode(), digest_size=20)
    digest.update(samples.tobytes())
    return digest.digest()


def _text(heard: Heard) -> str:
    words = [[word.start_ms, word.end_ms, word.text, word.probability] for word in heard.words]
    return json.dumps({"words": words, "unclear": heard.unclear}, ensure_ascii=False)


def _heard(text: str) -> Heard:
    data = json.loads(text)
    unclear = tuple((start, end) for start, end in data["unclear"])
    return Heard(tuple(Word(*word) for word in data["words"]), unclear)


@contextmanager
def _storage_trouble(path: Path) -> Iterator[None]:
    what = f"Recognised speech cannot be kept in “{path}”"
    elsewhere = "set TRANSCRIBE_VIDEO_HOME to another folder"
    try:
        yield
    except OSError as error:
        raise refusal(what, error, elsewhere) from error
    except sqlite3.Error as error:
        remedy = f"Free some disk space there, or {elsewhere}"
        raise StorageError(what, str(error), remedy) from error
