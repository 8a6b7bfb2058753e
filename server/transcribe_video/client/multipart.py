"""Files as the body of a form, read while they are sent: no more than a piece is ever held."""

import asyncio
import math
import mimetypes
import re
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from transcribe_video.errors import (
    DamagedMediaError,
    MediaError,
    MediaForbiddenError,
    MediaNotFoundError,
    TooLargeError,
)
from transcribe_video.manifest import Limits
from transcribe_video.wire.upload import FIELD

_PIECE_BYTES = 256 * 1024
_MB = 1024 * 1024
# As browsers write a file's name into a form: what would end it is percent-encoded.
_UNSAFE = re.compile('["\x00-\x1f\x7f]')
Progress = Callable[[int, int], None]
"""Told how many bytes of the files have been sent, and of how many."""


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file that goes into the form, and its size when it was looked at."""

    path: Path
    size_bytes: int

    def head(self, boundary: str) -> bytes:
        """What stands before its bytes."""
        kind = mimetypes.guess_type(self.path.name)[0] or "application/octet-stream"
        name = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", self.path.name)
        return (
            f'--{boundary}\r\nContent-Disposition: form-data; name="{FIELD}"; filename="{name}"\r\n'
            f"Content-Type: {kind}\r\n\r\n"
        ).encode(errors="replace")


def form_files(paths: Sequence[Path], limits: Limits) -> list[FormFile]:
    """Look at the files; none is opened.

    Raises:
        TooLargeError: one has more bytes than may travel.
        MediaError: one is not there, is no file, or may not be read.
    """
    return [_form_file(path, limits) for path in paths]


def _form_file(path: Path, limits: Limits) -> FormFile:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if not S_ISREG(status.st_mode):
        raise MediaError(_cannot(path), "it is not a file", "Choose a file")
    if status.st_size > limits.upload_bytes:
        has, most = math.ceil(10 * status.st_size / _MB) / 10, limits.upload_bytes / _MB
        raise TooLargeError(
            _cannot(path),
            f"it has {has:,.1f} MB, and at most {most:,.4g} MB may be sent",
            "Name it by its path, so that it is read where it lies, or send its sound alone",
        )
    return FormFile(path, status.st_size)


class Multipart:
    """The body of one upload; ``chunks`` may be asked for again, to send it again."""

    def __init__(self, files: Sequence[FormFile], progress: Progress | None = None) -> None:
        self._files, self._progress = files, progress
        self._boundary = secrets.token_hex(16)
        self._total_bytes = sum(file.size_bytes for file in files)
        self._is_whole = False

    def is_whole(self) -> bool:
        """Whether the last byte of a body was asked for; without it no file of it is whole.

        Several files in one body are taken as whole with the first of them.
        """
        return self._is_whole or len(self._files) > 1

    @property
    def headers(self) -> dict[str, str]:
        """What the request says about its body."""
        heads = sum(len(file.head(self._boundary)) + len(b"\r\n") for file in self._files)
        return {
            "Content-Type": f"multipart/form-data; boundary={self._boundary}",
            "Content-Length": str(heads + self._total_bytes + len(self._end)),
        }

    @property
    def _end(self) -> bytes:
        return f"--{self._boundary}--\r\n".encode()

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body, piece by piece.

        Raises:
            MediaError: a file cannot be read, or has become shorter.
        """
        sent_bytes, self._is_whole = 0, False
        for file in self._files:
            yield file.head(self._boundary)
            async for piece in _pieces(file):
                yield piece
                sent_bytes += len(piece)
                if self._progress:
                    self._progress(sent_bytes, self._total_bytes)
            self._is_whole = file is self._files[-1]
            yield b"\r\n"
        yield self._end


async def _pieces(file: FormFile) -> AsyncIterator[bytes]:
    """Exactly as many bytes as were promised."""
    stream = await asyncio.to_thread(_opened, file.path)
    try:
        left = file.size_bytes
        while left:
            piece = await asyncio.to_thread(_read, stream, file.path, min(left, _PIECE_BYTES))
            left -= len(piece)
            yield piece
    finally:
        stream.close()


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error


def _read(stream: BinaryIO, path: Path, most: int) -> bytes:
    try:
        piece = stream.read(most)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not piece:
        why = "it became shorter while it was being sent"
        raise DamagedMediaError(_cannot(path), why, "Send it when it is finished")
    return piece


def _cannot(path: Path) -> str:
    return f"“{path.name}” cannot be sent"


def _unreadable(path: Path, error: Exception) -> MediaError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MediaNotFoundError(_cannot(path), f"there is no file “{path}”", "Check the path")
    if isinstance(error, PermissionError):
        why = "the system does not let this program read it"
        return MediaForbiddenError(_cannot(path), why, "Allow it, or choose another file")
    return MediaError(_cannot(path), "it cannot be read", "Choose another file")
