"""What is asked for and is not there."""

from transcribe_video.errors import GoneError


def gone(noun: str) -> GoneError:
    """The error for an id that nothing here has, e.g. of a ``"project"``."""
    return GoneError(
        f"This {noun} is not known",
        "it was deleted, it belongs to another backend, or it never was there",
        "Begin a new project with the recording",
    )
