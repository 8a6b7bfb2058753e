"""Where a message wants a file to be, looked up on the disk."""

import os
import re
from pathlib import Path

from transcribe_video.conversation.destination import Destination, destination_in
from transcribe_video.delivery.folder import is_writable
from transcribe_video.errors import UsageError
from transcribe_video.wire.session import SessionView


def destination_of(message: str) -> Destination | None:
    """The place to which a message wants something exported or transcribed.

    It is a whole path, or the name of a file alone.

    Raises:
        UsageError: it is no whole path, or there is no folder in which the file could be made.
    """
    found = destination_in(message, _is_folder)
    if found is None or is_name(found.path):
        return found
    return Destination(_checked(found.path), found.rest)


def is_name(given: str) -> bool:
    """Whether it is the name of a file alone, with its suffix: no folder is told."""
    return Path(given).name == given and "\\" not in given and Path(given).suffix != ""


def beside(view: SessionView, name: str) -> Path:
    """Where a file of this name goes: beside the first recording, else to the downloads."""
    folders = (Path(file.path).parent for file in view.media if file.path)
    usual = Path.home() / "Downloads"
    return next((folder for folder in folders if is_writable(folder)), usual) / name


def _checked(typed: str) -> str:
    path = _meant(typed)
    what = f"Nothing can be written to “{typed[:200]}”"
    if not path.is_absolute():
        remedy = "Give all of it, such as ~/Documents, or leave it out"
        raise UsageError(what, "it is not a whole path", remedy)
    if _is_folder(typed):
        return str(path)
    folder = path if typed.endswith(("/", os.sep)) else path.parent
    if folder.is_dir():
        return str(path)
    remedy = "Make it first, or name a folder that is there"
    raise UsageError(what, f"there is no folder “{folder}”", remedy)


def _is_folder(typed: str) -> bool:
    try:
        return _meant(typed).is_dir()
    except (OSError, ValueError):
        return False


def _meant(typed: str) -> Path:
    path = Path(re.sub(r"\\(?=\s)", "", typed) if os.name == "posix" else typed)
    try:
        return path.expanduser()
    except RuntimeError:  # ~nobody
        return path
