"""What the disk does to files and folders, and what its refusals mean to a person."""

import errno
import os
import shutil
from pathlib import Path

from transcribe_video.errors import StorageError
from transcribe_video.refusal import refusal


def is_about_disk(error: BaseException) -> bool:
    """Whether this is the disk's refusal: a closed pipe is that of whoever shows the progress."""
    return isinstance(error, OSError) and not isinstance(error, BrokenPipeError)


def storage_error(folder: Path, error: OSError) -> StorageError:
    """The sentence for what went wrong in ``folder``."""
    what = f"The speech model cannot be stored in “{folder}”"
    return refusal(what, error, "set TRANSCRIBE_VIDEO_HOME to another folder")


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
