"""A fault of the program's own, as an error like any other."""

from pathlib import Path

from transcribe_video.errors import TranscribeVideoError
from transcribe_video.mishap import write_mishap


def fault(home: Path, error: BaseException) -> TranscribeVideoError:
    """The error that a person is told of; the details go to a file in ``home``."""
    what, _, why = write_mishap(home, error).partition(": ")
    return TranscribeVideoError(what, why.removesuffix("."))
