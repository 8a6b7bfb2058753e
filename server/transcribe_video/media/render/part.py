"""The file that a video is in until it is whole, beside the place where it goes."""

import errno
import os
import secrets
import shutil
import sys
import time
from contextlib import suppress
from io import FileIO
from pathlib import Path

from transcribe_video.durable import settle
from transcribe_video.errors import StorageError
from transcribe_video.refusal import refusal

if sys.platform != "win32":
    import fcntl

PREFIX, SUFFIX = ".transcribe-video-to-text-", ".rendering"
_UNLOCKED = ".new"
# Where files cannot be locked, a run that writes to one is younger than this.
ABANDONED_S = 86_400
# How systems say that a file system has no hard links.
_NO_LINKS = frozenset(
    {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
)


class Part:
    """An empty file of a name that nobody guesses, beside ``target``, to be filled.

    It is locked, so that what a killed run left is known from what is still written to; see
    ``sweep``.

    Args:
        target: where the video goes.
        needed_bytes: at least so much must be free there.

    Attributes:
        path: where it is.

    Raises:
        StorageError: the target is there already, or nothing can be written beside it.
    """

    def __init__(self, target: Path, needed_bytes: int) -> None:
        self._target = target
        try:
            if os.path.lexists(target):
                raise _taken(target)
            _check_space(target.parent, needed_bytes)
            self.path, self._held = _made(target.parent)
        except OSError as error:
            raise write_error(target, error) from error

    def sync(self) -> None:
        """Make sure that what is in it is safe on the disk, which may take a while.

        Raises:
            StorageError: the system refuses.
        """
        try:
            with self.path.open("r+b") as file:
                os.fsync(file.fileno())
        except OSError as error:
            raise write_error(self._target, error) from error

    def publish(self) -> None:
        """Give it its name; what has that name already is untouched.

        Raises:
            StorageError: the name is taken, or the system refuses.
        """
        try:
            _name(self.path, self._target)
            settle(self._target.parent)
        except FileExistsError:
            raise _taken(self._target) from None
        except OSError as error:
            raise write_error(self._target, error) from error
        self._held.close()

    def remove(self) -> None:
        """Remove it; nothing happens if it has its name."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self._held.close()


def write_error(target: Path, error: OSError) -> StorageError:
    """The system's refusal in words that a person can act on."""
    what = f"A video cannot be written into “{target.parent}”"
    return refusal(what, error, "choose another folder")


def _taken(target: Path) -> StorageError:
    return StorageError(
        f"“{target}” cannot be written",
        "a file of that name is there already",
        "Choose another name",
    )


def _made(folder: Path) -> tuple[Path, FileIO]:
    """Locked before it has the name by which others look for it."""
    name = f"{PREFIX}{secrets.token_hex(8)}"
    unlocked, path = folder / f"{name}{_UNLOCKED}", folder / f"{name}{SUFFIX}"
    file = FileIO(unlocked, "x")
    try:
        if not _is_locked(file):
            file.close()  # there is nothing to hold, and Windows renames no open file
        unlocked.rename(path)
    except BaseException:
        file.close()
        unlocked.unlink(missing_ok=True)
        raise
    return path, file


def _is_locked(file: FileIO) -> bool | None:
    """Lock it if nobody else has; None where that cannot be told."""
    if sys.platform == "win32":
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def sweep(folder: Path) -> None:
    """Remove what killed runs left there; call it before a run makes parts of its own.

    Where files cannot be locked, that is what has not been written to for ``ABANDONED_S``.
    """
    for part in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError), FileIO(part, "r+") as file:
            is_dead = _is_locked(file)
            if is_dead is None:
                is_dead = time.time() - os.fstat(file.fileno()).st_mtime > ABANDONED_S
            if is_dead:
                part.unlink()


def _check_space(folder: Path, needed_bytes: int) -> None:
    if shutil.disk_usage(folder).free < needed_bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _name(part: Path, target: Path) -> None:
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _name_reserved(part, target)
    part.unlink(missing_ok=True)


def _name_reserved(part: Path, target: Path) -> None:
    """Without hard links: take the name with an empty file, then move the part onto it."""
    target.open("xb").close()
    try:
        part.replace(target)
    except BaseException:
        target.unlink()
        raise
