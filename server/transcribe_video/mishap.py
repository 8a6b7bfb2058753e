"""What a person is told when the program itself is at fault."""

import traceback
from pathlib import Path

from transcribe_video.privacy import make_private, write_private


def write_mishap(home: Path | None, error: BaseException) -> str:
    """Write the details to a file, its owner's only, and give the sentences for a person.

    Args:
        home: the folder for ``mishap.txt``; None if it is not known.
        error: what went wrong; it may hold names of files, never what was said in them.
    """
    sentence = (
        f"Something went wrong inside the program ({type(error).__name__}): this is a fault of "
        "its own, not of yours. What was recognised so far is kept; try the same command again."
    )
    if home is None:
        return sentence
    path = home / "mishap.txt"
    try:
        make_private(home)
        write_private(path, "".join(traceback.format_exception(error)))
    except OSError:
        return sentence
    return f"{sentence} If it happens again, “{path}” tells a developer why."
