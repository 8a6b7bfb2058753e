"""Files that outlast a power cut, and that are known again."""

import os
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from stat import S_ISREG


def settle(folder: Path) -> None:
    """Make sure that the names given in the folder outlast a power cut, where a system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def digest_of(path: Path) -> str | None:
    """The SHA-256 of a regular file in hexadecimal digits; None if it is none or cannot be read."""
    try:
        if not S_ISREG(path.lstat().st_mode):
            return None
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
