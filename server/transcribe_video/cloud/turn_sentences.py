"""What people are told of a turn that did not simply go well."""

from transcribe_video.client.foreign import quoted
from transcribe_video.errors import BackendError, BusyError, GoneError, UnreachableError

LOST = (
    "The cloud no longer had this project, so a new one was begun there: its timeline is gone, and "
    "its files must be brought again."
)
NOTHING_CHANGED = "Nothing had changed in the timeline when it was looked at."
NOT_KNOWN = "What was done until then is not known: look at the state of the project."
STOPPED = "It was stopped by closing the connection, which ends the work in the cloud."
NOT_SAID = "It was stopped before it was sent to the editor, so nothing was done."
BROKE_OFF = "The connection broke off while the editor worked, and the message was not repeated."
_ONCE = "it was not repeated by itself, because that could do it and charge for it twice"


def not_sent() -> BackendError:
    """The error for a message whose process ended before it was sent."""
    return BackendError(
        "The message was not sent to the editor",
        "the program was stopped before that, so nothing was done",
        "Say it again",
    )


def said_already() -> BackendError:
    """The error for a message that is about to be said a second time, or was withdrawn."""
    return BackendError(
        "The message was not sent to the editor",
        "it was sent before, or its project was deleted",
        "Look at the state of the project",
    )


def without_effect(looks: int) -> UnreachableError:
    """The error for a message after whose loss nothing changed.

    Args:
        looks: how often the project was looked at.
    """
    return UnreachableError(
        "The connection to the editor broke off, and nothing seems to have come of the message",
        f"{looks} looks at the project show no change; {_ONCE}",
        "Say it again if you want it tried once more",
    )


def not_looked_at() -> UnreachableError:
    """The error for a message after whose loss the cloud could not be asked."""
    return UnreachableError(
        "The connection to the editor broke off, and whether the message was done is not known",
        f"the project cannot be looked at; {_ONCE}",
        "Look at the state of the project later, before you say it again",
    )


def lost_in_between() -> GoneError:
    """The error for a project that went away after a message was sent."""
    return GoneError(
        "The cloud lost this project while it worked on the message",
        "its timeline and its files are gone there; a new project was begun in its place, and the "
        "message was not repeated",
        "Bring the files again, then say it again",
    )


def too_long(minutes: float, *, is_alive: bool) -> BackendError:
    """The error for a turn that was given up.

    Args:
        minutes: after how long.
        is_alive: whether nothing but signs of life came in that time.
    """
    why = (
        f"nothing but signs of life came for {_span(minutes)}"
        if is_alive
        else (f"it had not ended after {_span(minutes)}")
    )
    return BackendError(
        "The editor took too long, and was stopped",
        why,
        "Ask for less at once, e.g. for one change or a shorter video",
    )


def silent() -> BackendError:
    """The error for a turn that ended without a word and without a change."""
    return BackendError(
        "Nothing came of the message",
        "the editor ended without a word, and the timeline is as it was",
        "Say it again in other words",
    )


def trouble(said: str) -> BackendError:
    """The error for a turn whose only answer is that something went wrong."""
    return BackendError("The editor could not do this", f"it says {quoted(said)}", "Say it again")


def busy() -> BusyError:
    """The error for a message whose turn did not come."""
    return BusyError(
        "The message was not sent to the editor",
        "the message before it is still being worked on",
        "Wait for that, or stop it, then say this again",
    )


def _span(minutes: float) -> str:
    return f"{minutes:.0f} minutes" if minutes >= 2 else f"{minutes * 60:.0f} seconds"  # noqa: PLR2004 - as people say it
