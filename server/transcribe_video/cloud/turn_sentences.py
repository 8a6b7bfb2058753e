"""What people are told of a turn that did not simply go well."""

from enum import Enum

from transcribe_video.client.foreign import quoted
from transcribe_video.errors import (
    AccessError,
    BackendError,
    BusyError,
    GoneError,
    UnreachableError,
)

NOTHING_CHANGED = "Nothing had changed in the timeline when it was looked at."
NOT_KNOWN = "What was done until then is not known: look at the state of the project."
STOPPED = "It was stopped by closing the connection, which ends the work in the cloud."
NOT_SAID = "It was stopped before it was sent to the editor, so nothing was done."
_ONCE = "it was not repeated by itself, because that could do it and charge for it twice"


class Broke(Enum):
    """What kept the end of an answer from coming, as a sentence without its full stop."""

    CONNECTION = "The connection broke off while the editor worked"
    FAULT = "NemoVideo answered with a fault of its own"
    PROGRAM = "This program was ended while the editor worked"


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


def without_effect(broke: Broke, looks: int) -> UnreachableError:
    """The error for a message after whose loss nothing changed.

    Args:
        broke: why its answer did not come.
        looks: how often the project was looked at.
    """
    return UnreachableError(
        f"{broke.value}, and nothing seems to have come of the message",
        f"{looks} looks at the project show no change; {_ONCE}",
        "Say it again if you want it tried once more",
    )


def not_looked_at(broke: Broke) -> UnreachableError:
    """The error for a message after whose loss the cloud could not be asked."""
    return UnreachableError(
        f"{broke.value}, and whether the message was done is not known",
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


def lost_before() -> GoneError:
    """The error for a message whose project, with something in it, was gone before it was said."""
    return GoneError(
        "The message was not said, because the cloud no longer has this project",
        "its timeline and its files are gone there; a new, empty project was begun in its place",
        "Bring the files again with the same session_id, then say it again",
    )


def renewed() -> AccessError:
    """The error for a message during which the token expired, where there is a new one now."""
    return AccessError(
        "NemoVideo did not go on with the message",
        "the token has expired; a new one is used from now on",
        "Say it again",
    )


def too_long(minutes: float, quiet: str | None) -> BackendError:
    """The error for a turn that was given up.

    Args:
        minutes: after how long.
        quiet: what came in that time, if it was nothing that counts.
    """
    span = _span(minutes)
    why = f"it had not ended after {span}" if quiet is None else f"{quiet} for {span}"
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
