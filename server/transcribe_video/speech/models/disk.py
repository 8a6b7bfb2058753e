"""What the disk does to files and folders, and what its refusals mean to a person."""

import errno
import os
import shutil
from pathlib import Path

from transcribe_video.errors import StorageError

_CAUSES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "the system does not allow files of that size",
    errno.EACCES: "writing there is not allowed",
    errno.EPERM: "writing there is not allowed",
    errno.EROFS: "the disk can only be read",
    errno.ENOTDIR: "a part of that path is a file, not a folder",
    errno.EEXIST: "a file is in the place of the folder",
}


def is_about_disk(error: BaseException) -> bool:
    """Whether this is the disk's refusal: a closed pipe is that of whoever shows the progress."""
    return isinstance(error, OSError) and not isinstance(error, BrokenPipeError)


def storage_error(folder: Path, error: OSError) -> StorageError:
    """The sentence for what went wrong in ``folder``."""
    cause = _CAUSES.get(error.errno or 0, (error.strerror or "it cannot be written").lower())
    return StorageError(
        f"The speech model cannot be stored in “{folder}”",
        cause,
        "Free some space or change the permissions, or set TRANSCRIBE_VIDEO_HOME to another folder",
    )


def discard(path: Path) -> None:
    """Remove a file, a link or a whole folder; nothing happens if it is not there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Have the disk keep what was written, where the system can be asked to."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError as error:  # Windows and some network disks cannot
        if error.errno not in {errno.EBADF, errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)
