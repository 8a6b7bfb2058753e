"""What a person is told when the program itself is at fault."""

import traceback
from collections.abc import Iterator
from pathlib import Path

from transcribe_video.privacy import make_private, write_private


def write_mishap(home: Path | None, error: BaseException) -> str:
    """Write the details to a file, its owner's only, and give the sentences for a person.

    Args:
        home: the folder for ``mishap.txt``; None if it is not known.
        error: what went wrong; only its class and its places are written down.
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
        write_private(path, f"Traceback, the newest place first:\n{whereabouts(error)}\n")
    except OSError:
        return sentence
    return f"{sentence} If it happens again, “{path}” tells a developer why."


def whereabouts(error: BaseException) -> str:
    """An error by its class and its places, and those that led to it, each on a line.

    Its words are left out: they may quote what was said, or name somebody's files.

    Returns:
        ``KeyError at app.py:12 in answer < guard.py:30 in __call__``.
    """
    return "\nafter ".join(_told(one) for one in _chain(error))


def _told(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)[::-1]
    places = (f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames)
    return f"{type(error).__name__} at {' < '.join(places) or 'no place'}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and what it was raised after."""
    seen: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in seen:
        yield found
        seen.append(found)
        hidden = None if found.__suppress_context__ else found.__context__
        found = found.__cause__ or hidden
