"""What is said of a handle that leads nowhere."""

from transcribe_video.errors import GoneError


def gone(thing: str) -> GoneError:
    """The error for a thing that is not known, e.g. ``"project"``."""
    return GoneError(
        f"That {thing} is not there any more",
        "it was deleted, or it never was on this computer",
        "Begin again with the file",
    )
