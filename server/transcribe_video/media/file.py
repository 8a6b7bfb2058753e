"""Opening what should be a recording, as a file and as nothing else.

Pipes, sockets and devices are refused before they are opened, because opening one can wait for
ever; and what is read is the file that was looked at, whatever its name could mean to a library.
"""

import errno
import os
import stat
from io import FileIO
from pathlib import Path

from transcribe_video.errors import (
    DamagedMediaError,
    MediaError,
    MediaForbiddenError,
    MediaNotFoundError,
    UnsupportedMediaError,
)

_SPECIAL = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_LONG_NAME = 120
_NOTHING_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}
_FORBIDDEN = {errno.EACCES, errno.EPERM}
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class QuietFile(FileIO):
    """A file that answers a damaged recording's impossible seeks without raising.

    The library prints the traceback of what is raised to it, and takes a negative answer as an
    error just as well.
    """

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """The new position, or a negative error number."""
        try:
            return super().seek(offset, whence)
        except (OSError, ValueError):
            return -errno.EINVAL


def quoted(path: Path) -> str:
    """The name as it stands in a sentence: “name”, with no character that moves the cursor."""
    name = "".join(c if c.isprintable() else "?" for c in path.name or str(path))
    return f"“{name if len(name) <= _LONG_NAME else f'{name[:60]}…{name[-20:]}'}”"


def check_file(path: Path) -> None:
    """Make sure that ``path`` is a file that can be opened, without opening it.

    Raises:
        MediaNotFoundError: there is nothing.
        MediaForbiddenError: it may not be read.
        UnsupportedMediaError: it is a folder, a pipe, a socket or a device.
    """
    try:
        _check_mode(path, path.stat().st_mode)
    except (OSError, ValueError) as error:
        raise access_error(path, error) from error
    check_permission(path, os.R_OK)


def check_permission(path: Path, use: int) -> None:
    """Make sure that ``path`` may be used so: ``os.R_OK`` to read, ``os.X_OK`` to enter a folder.

    Raises:
        MediaForbiddenError: it may not.
    """
    if not os.access(path, use):
        raise access_error(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def open_file(path: Path) -> QuietFile:
    """Open the file at ``path`` for reading, unbuffered; raises what ``check_file`` raises."""
    check_file(path)
    try:
        descriptor = os.open(path, _FLAGS)
        file = QuietFile(descriptor)
    except (OSError, ValueError) as error:
        raise access_error(path, error) from error
    try:
        _check_mode(path, os.fstat(descriptor).st_mode)
    except BaseException:
        file.close()
        raise
    return file


def access_error(path: Path, error: OSError | ValueError) -> MediaError:
    """The error for what the system said about ``path``."""
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    if number in _NOTHING_THERE:
        return MediaNotFoundError(
            f"{quoted(path)} cannot be read", "there is no such file", "Check the name"
        )
    if number in _FORBIDDEN:
        return MediaForbiddenError(
            f"{quoted(path)} cannot be read",
            "the system does not allow it",
            "Allow this program to read it, or copy it into a folder of yours",
        )
    return DamagedMediaError(
        f"{quoted(path)} cannot be read",
        "the disk or the network that holds it does not answer rightly",
        "Copy it to this computer and try again",
    )


def _check_mode(path: Path, mode: int) -> None:
    for is_kind, kind in _SPECIAL:
        if is_kind(mode):
            raise UnsupportedMediaError(
                f"{quoted(path)} cannot be read", f"it is {kind} and not a file", "Name a recording"
            )
