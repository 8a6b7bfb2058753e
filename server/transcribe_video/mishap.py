"""What a person is told when the program itself is at fault."""

import traceback
from pathlib import Path


def write_mishap(home: Path | None, error: BaseException) -> str:
    """Write the details to a file and give the sentences for a person.

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
        home.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return sentence
    return f"{sentence} If it happens again, “{path}” tells a developer why."
