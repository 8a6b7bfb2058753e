"""Where things go that have no place of their own."""

import os
from pathlib import Path

from transcribe_video.errors import UsageError
from transcribe_video.privacy import make_private


def folder_without_source(downloads: Path, home: Path) -> Path:
    """The user's downloads folder if it can be written to, else one of ours.

    Raises:
        OSError: neither can be.
    """
    if is_writable(downloads):
        return downloads
    own = home / "documents"
    make_private(own)
    return own


def own_folder_note(path: Path, home: Path) -> tuple[str, ...]:
    """A sentence for what was put into our own folder, where nobody looks for it.

    Args:
        path: what was made.
        home: the folder of this program.
    """
    own = home / "documents"
    if path.parent != own:
        return ()
    why = "There is no downloads folder that can be written to"
    return (f"{why}, so it is in “{own}”.",)


def is_writable(folder: Path) -> bool:
    """Whether files can be made in a folder that is there."""
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def full_path(given: str, what: str) -> Path:
    """The place that a caller names; ``~`` is the user's own folder.

    Args:
        given: the path.
        what: what cannot be done there otherwise, as the beginning of a sentence.

    Raises:
        UsageError: it is not a full path, so that nobody knows where it leads.
    """
    try:
        path = Path(given).expanduser()
    except RuntimeError:  # ~somebody who does not exist
        path = Path(given)
    if not path.is_absolute() or "\0" in given:
        raise UsageError(
            f"{what} “{given}”", "that is not the full path of a place", "Give its full path"
        )
    return path
