"""What was recognised stays recognised: every finished window, on disk as soon as it is done.

A row is found again by the sound itself, the model, the settings and the code that recognises, so
that it serves whatever the file is called by then, and never for another sound. After a kill only
the windows that were being decoded at that moment are done again.
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Any

from transcribe_video.database import open_database, storage_error
from transcribe_video.refusal import refusal
from transcribe_video.speech.hearing import Heard
from transcribe_video.speech.sound import Samples
from transcribe_video.transcript.word import Word

# What decides the words besides the sound, the model and the settings.
_FILES = ("engine.py", "hearing.py", "decoding.py", "silence.py", "voice.py", "window.py")
_LIBRARIES = ("faster-whisper", "ctranslate2")
_BUSY_S = 30
_DAY_S = 86_400
_TABLE = (
    "CREATE TABLE IF NOT EXISTS windows"
    " (key BLOB PRIMARY KEY, heard TEXT NOT NULL, at_s REAL NOT NULL) WITHOUT ROWID"
)
_DROP_OLD = "DELETE FROM windows WHERE at_s < ?"
_RECALL = "SELECT CAST(heard AS BLOB) FROM windows WHERE key = ?"
_KEEP = "INSERT OR REPLACE INTO windows VALUES (?, ?, ?)"
_DROP = "DELETE FROM windows WHERE key = ?"


class Ledger:
    """The windows that were recognised, by sound.

    Args:
        home: the folder in which ``ledger.sqlite3`` lies; made if it is not there.
        kept_days: rows older than this are dropped when the ledger is opened.
        busy_s: how long to wait for another process that is writing.

    A file that is no ledger is put aside: what it held is done again.

    Raises:
        StorageError: the ledger cannot be written.
    """

    def __init__(self, home: Path, kept_days: float, busy_s: float = _BUSY_S) -> None:
        self._lock = Lock()
        self._path = home / "ledger.sqlite3"
        with _storage_trouble(self._path):
            self._base = open_database(self._path, _TABLE, busy_s)
            try:
                self._base.execute(_DROP_OLD, (time.time() - kept_days * _DAY_S,))
            except BaseException:
                self._base.close()
                raise

    def recall(self, key: bytes) -> Heard | None:
        """What was heard in the window with this key, if it is known and can be read."""
        with self._lock, _storage_trouble(self._path), closing(self._base.cursor()) as cursor:
            row = cursor.execute(_RECALL, (key,)).fetchone()
            heard = _heard(row[0]) if row else None
            if row and heard is None:
                cursor.execute(_DROP, (key,))
        return heard

    def keep(self, key: bytes, heard: Heard) -> None:
        """Write down what was heard."""
        row = (key, _text(heard), time.time())
        with self._lock, _storage_trouble(self._path):
            self._base.execute(_KEEP, row)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


def window_key(samples: Samples, start_ms: int, settings: str) -> bytes:
    """The key of a window: its sound, its place, and all that decides how it is recognised."""
    digest = blake2b(f"{_own_recipe()}\n{start_ms}\n{settings}\n".encode(), digest_size=20)
    digest.update(samples.tobytes())
    return digest.digest()


def recipe(files: Iterable[Path], versions: Mapping[str, str]) -> str:
    """A digest of the code and the libraries that turn sound into words.

    Args:
        files: the modules, told apart by name and content.
        versions: of the libraries, by name.
    """
    lines = [f"{path.name} {blake2b(path.read_bytes()).hexdigest()}" for path in files]
    lines += [f"{name} {number}" for name, number in versions.items()]
    return blake2b("\n".join(sorted(lines)).encode(), digest_size=20).hexdigest()


@cache
def _own_recipe() -> str:
    files = [Path(__file__).parent / name for name in _FILES]
    return recipe(files, {name: version(name) for name in _LIBRARIES})


def _text(heard: Heard) -> str:
    words = [[word.start_ms, word.end_ms, word.text, word.probability] for word in heard.words]
    row = {"words": words, "unclear": heard.unclear, "sounds_like": heard.sounds_like}
    return json.dumps(row, ensure_ascii=False)


def _heard(text: bytes) -> Heard | None:
    """What a row says; None if it is damaged."""
    try:
        data = json.loads(text)
        words = tuple(_word(*word) for word in data["words"])
        unclear = tuple((int(start), int(end)) for start, end in data["unclear"])
        return Heard(words, unclear, str(data["sounds_like"]))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _word(start_ms: Any, end_ms: Any, text: Any, probability: Any) -> Word:
    if not isinstance(text, str):
        raise TypeError
    return Word(int(start_ms), int(end_ms), text, float(probability))


@contextmanager
def _storage_trouble(path: Path) -> Iterator[None]:
    what = f"Recognised speech cannot be kept in “{path}”"
    elsewhere = "set TRANSCRIBE_VIDEO_HOME to another folder"
    try:
        yield
    except OSError as error:
        raise refusal(what, error, elsewhere) from error
    except sqlite3.Error as error:
        raise storage_error(what, error, elsewhere) from error
