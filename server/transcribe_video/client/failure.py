"""What a backend refuses, as the error that says so to a person."""

from collections.abc import Callable, Container

from transcribe_video.client.foreign import cleaned, quoted
from transcribe_video.errors import (
    AccessError,
    BackendError,
    BusyError,
    CreditsError,
    GoneError,
    TooLargeError,
    TranscribeVideoError,
    UnreachableError,
    UnsupportedMediaError,
)
from transcribe_video.wire import failure
from transcribe_video.wire.envelope import Refusal

Refused = Callable[[Refusal], TranscribeVideoError]
"""Makes an error of what a backend refuses."""

_LONGEST_SENTENCE = 600
_TOKENS = frozenset({failure.TOKEN, 1010, 1011, 401})
_TIMEOUT, _RATE = 408, 429
_PASSING = frozenset({_TIMEOUT, _RATE})
_FAULTS, _LOCAL = 500, 600  # of HTTP; codes of the protocol lie above
_LATER = "Wait a moment and try again"
_ACCESS = (
    AccessError,
    "The backend does not let us in",
    "what opens it is wrong or has expired",
    "Try again; if it happens again, stop the backend so that it starts anew",
)
_GONE = (
    GoneError,
    "The backend does not have this any more",
    "the project or job was deleted, or it never was there",
    "Begin a new project with the recording",
)
_TOO_LARGE = (
    TooLargeError,
    "The backend does not take the file",
    "it is too large to be sent",
    "Shorten or compress it, send its sound alone, or name it by its path",
)
_UNSUPPORTED = (
    UnsupportedMediaError,
    "The backend does not take the file",
    "it is of a kind that cannot be used there",
    "Choose mp4, mov, avi, webm, mkv, mp3, wav, m4a, aac, jpg, png, gif or webp",
)
_AWAY = (
    UnreachableError,
    "The backend could not do this now",
    "it, or something before it, is not ready",
    _LATER,
)
# A code of the body or, where it has none that is known, the HTTP status.
_ROWS: dict[int, tuple[type[TranscribeVideoError], str, str, str]] = {
    failure.TOKEN: _ACCESS,
    1010: _ACCESS,
    1011: _ACCESS,
    401: _ACCESS,
    403: (
        AccessError,
        "The backend does not allow this",
        "who asks may not do it there",
        "",
    ),
    failure.GONE: _GONE,
    404: _GONE,
    410: _GONE,
    failure.CREDITS: (
        CreditsError,
        "The backend did not begin",
        "the account has no credits left",
        "Top up credits in your account",
    ),
    402: (  # not a matter of credits
        BackendError,
        "The backend did not do this",
        "the plan of the account does not include it",
        "Register or upgrade your plan to unlock export",
    ),
    failure.UNSUPPORTED: _UNSUPPORTED,
    415: _UNSUPPORTED,
    failure.TOO_LARGE: _TOO_LARGE,
    413: _TOO_LARGE,
    429: (BusyError, "The backend is busy", "it was asked too often or has much to do", _LATER),
    500: (BackendError, "The backend failed", "it reports a fault of its own", _LATER),
    408: _AWAY,
    502: _AWAY,
    503: _AWAY,
    504: _AWAY,
}


def error_from(refusal: Refusal) -> TranscribeVideoError:
    """The error that a backend's refusal means: its own where it tells it, else by its code."""
    error = _error(refusal)
    error.was_refused = is_clear(refusal, _ROWS)
    return error


def is_clear(refusal: Refusal, rows: Container[int]) -> bool:
    """Whether what was asked was surely not done.

    What breaks in a server, or before it, may break when all was done.
    """
    number = row_of(refusal, rows) or refusal.status
    return number != _TIMEOUT and not _FAULTS <= number < _LOCAL


def _error(refusal: Refusal) -> TranscribeVideoError:
    own = failure.error_of(_cleaned(refusal.error))
    if own is not None:
        return own
    number = row_of(refusal, _ROWS)
    if number is not None:
        kind, what, why, remedy = _ROWS[number]
        return kind(what, why, remedy)
    said = f"it says {quoted(refusal.message)}" if refusal.message else "it does not say why"
    return BackendError("The backend did not do this", said, _LATER)


def row_of(refusal: Refusal, rows: Container[int]) -> int | None:
    """By which number of a table a refusal is known: its code, else its HTTP status."""
    known = (number for number in (refusal.code, refusal.status) if number in rows)
    return next((number for number in known if number is not None), None)


def is_of_token(refusal: Refusal) -> bool:
    """Whether what opens the backend was not accepted; what else is forbidden does not count."""
    return row_of(refusal, _ROWS) in _TOKENS


def is_of_rate(refusal: Refusal) -> bool:
    """Whether too much was asked, and nothing was done."""
    return row_of(refusal, _ROWS) == _RATE


def is_passing(refusal: Refusal) -> bool:
    """Whether what was asked may succeed if it is asked again."""
    number = row_of(refusal, _ROWS) or refusal.status
    return number in _PASSING or _FAULTS <= number < _LOCAL


def unusable() -> BackendError:
    """The error for an answer that is not of the expected form; it shows nothing of it."""
    return BackendError(
        "The backend's answer cannot be used",
        "it is not of the expected form",
        "Try again; if it happens again, update this program and stop its backend",
    )


def _cleaned(error: object) -> object:
    if not isinstance(error, dict):
        return None
    return {
        key: cleaned(value, _LONGEST_SENTENCE) if isinstance(value, str) else value
        for key, value in error.items()
    }
