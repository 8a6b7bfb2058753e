"""A nameless file for the sound that is being worked on."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import IO, TypeVar

from transcribe_video.privacy import make_private
from transcribe_video.refusal import refusal

_MB_PER_HOUR = 115  # 16,000 samples of two bytes a second
_Result = TypeVar("_Result")


class Scratch:
    """A file without a name in ``folder``: however the program ends, no sound is left behind.

    What was never written reads as zeros, and takes no space on a disk that keeps files with
    holes. Safe to use from several threads.

    Raises:
        StorageError: the folder cannot be made or written, or its disk is full.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._file = self._guarded(self._made)

    def write(self, at: int, data: bytes) -> None:
        """Put ``data`` at byte ``at``."""
        self._guarded(lambda: self._write_all(at, data))

    def read(self, at: int, size: int) -> bytes:
        """Up to ``size`` bytes from byte ``at``."""
        return self._guarded(lambda: self._read_all(at, size))

    def close(self) -> None:
        """Let go of the file, which ends it."""
        self._file.close()

    def _made(self) -> IO[bytes]:
        make_private(self._folder)
        return tempfile.TemporaryFile(dir=self._folder, buffering=0)

    def _write_all(self, at: int, data: bytes) -> None:
        view = memoryview(data)
        with self._lock:
            self._file.seek(at)
            while view:
                view = view[self._file.write(view) :]

    def _read_all(self, at: int, size: int) -> bytes:
        parts = []
        with self._lock:
            self._file.seek(at)
            while size > 0 and (part := self._file.read(size)):
                parts.append(part)
                size -= len(part)
        return b"".join(parts)

    def _guarded(self, action: Callable[[], _Result]) -> _Result:
        try:
            return action()
        except OSError as error:
            raise refusal(
                f"The sound cannot be kept in “{self._folder}” while it is worked on, which takes "
                f"{_MB_PER_HOUR} MB for each hour",
                error,
                "set TRANSCRIBE_VIDEO_HOME to another folder",
            ) from error
