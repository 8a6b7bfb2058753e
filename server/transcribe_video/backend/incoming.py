"""A file on its way in: private, counted and hashed as it comes, and gone unless it is kept."""

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from transcribe_video.backend.arrived_name import numbered
from transcribe_video.durable import settle
from transcribe_video.errors import TooLargeError
from transcribe_video.privacy import create_private
from transcribe_video.refusal import refusal

PREFIX, SUFFIX = ".incoming-", ".part"
"""Of the name that a file has while it comes; one that a killed process left has it still."""

_MB, _GB = 1 << 20, 1 << 30
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that came whole.

    Attributes:
        path: where it lies.
        filename: what it is called, for a person; ``path`` may have a number more.
        bytes: its size.
        sha256: of its content, in hexadecimal digits.
    """

    path: Path
    filename: str
    bytes: int
    sha256: str


class Incoming:
    """The file, while it is entered; whatever was not kept by then is removed.

    Args:
        folder: where it will lie; it exists.
        filename: what it will be called, as ``arrived_name`` gives it.
        most_bytes: more than so many are refused.
    """

    def __init__(self, folder: Path, filename: str, most_bytes: int) -> None:
        self._folder, self._filename, self._most_bytes = folder, filename, most_bytes
        self._draft = folder / f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}"
        self._hash = hashlib.sha256()
        self.bytes = 0

    def __enter__(self) -> Self:
        self._file = self._guarded(self._opened)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
        with suppress(OSError):
            self._draft.unlink(missing_ok=True)

    def expect(self, size: int) -> None:
        """Refuse at once what says that it is too large.

        Raises:
            TooLargeError: it is more than allowed.
            StorageError: it is more than the disk has room for.
        """
        self._check(size)
        self._guarded(lambda: self._check_room(size))

    def write(self, data: bytes) -> None:
        """Take the next bytes.

        Raises:
            TooLargeError: they are too many.
            StorageError: the disk refuses them.
        """
        self.bytes += len(data)
        self._check(self.bytes)
        self._guarded(lambda: self._write_all(data))
        self._hash.update(data)

    def keep(self) -> Arrived:
        """Give the file its name, with a number if another has it; it outlasts a power cut.

        Raises:
            StorageError: the disk refuses.
        """
        path = self._guarded(self._named)
        return Arrived(path, self._filename, self.bytes, self._hash.hexdigest())

    def _check(self, size: int) -> None:
        if size > self._most_bytes:
            raise TooLargeError(
                f"“{self._filename}” is too large",
                f"it has more than {_size(self._most_bytes)}, the most that can come this way",
                "If it lies on this computer, name its path: then there is no limit. Else shorten "
                "it, or take its sound alone",
            )

    def _check_room(self, size: int) -> None:
        if size > shutil.disk_usage(self._folder).free:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _opened(self) -> FileIO:
        create_private(self._draft)
        return self._draft.open("r+b", buffering=0)

    def _write_all(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) :]

    def _named(self) -> Path:
        os.fsync(self._file.fileno())
        self._file.close()
        for number in count(1):
            path = self._folder / numbered(self._filename, number)
            with suppress(FileExistsError):
                create_private(path)  # takes the name, so that nobody else can
                self._move(path)
                return path
        raise AssertionError

    def _move(self, path: Path) -> None:
        try:
            self._draft.replace(path)
        except BaseException:
            path.unlink()
            raise
        settle(self._folder)

    def _guarded(self, action: Callable[[], _Result]) -> _Result:
        try:
            return action()
        except OSError as error:
            raise refusal(
                f"“{self._filename}” cannot be kept in “{self._folder}”",
                error,
                "set TRANSCRIBE_VIDEO_HOME to another folder",
            ) from error


def _size(size: int) -> str:
    return f"{size / _GB:g} GB" if size >= _GB else f"{size / _MB:g} MB"
