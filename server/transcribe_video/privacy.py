"""Folders and files that only their owner may open."""

import os
from pathlib import Path


def make_private(folder: Path) -> None:
    """Make the folder, and whatever it lies in, where they are missing; those there stay as is.

    Raises:
        OSError: the system refuses, or a file is in the place of a folder.
    """
    for path in reversed((folder, *folder.parents)):
        if not path.is_dir():
            path.mkdir(mode=0o700, exist_ok=True)


def create_private(path: Path) -> None:
    """Create an empty file.

    Raises:
        FileExistsError: the name is taken; what has it is not even opened.
        OSError: the system refuses.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def write_private(path: Path, text: str) -> None:
    """Write a file anew, whoever could read the one that was there before.

    Raises:
        OSError: the system refuses.
    """
    path.unlink(missing_ok=True)
    create_private(path)
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
