"""What the wire says when something fails: codes, and the kinds of our own backend."""

from transcribe_video import errors
from transcribe_video.errors import TranscribeVideoError

# Code ↔ class. A class without a code of the protocol goes as LOCAL, told apart by its kind.
TOKEN, GONE, CREDITS, UNSUPPORTED, TOO_LARGE = 1001, 1002, 2001, 4001, 4002
LOCAL = 5000
_CODES: dict[type[TranscribeVideoError], tuple[int, int]] = {  # class → code, HTTP status
    errors.AccessError: (TOKEN, 401),
    errors.GoneError: (GONE, 404),
    errors.CreditsError: (CREDITS, 402),
    errors.UnsupportedMediaError: (UNSUPPORTED, 415),
    errors.TooLargeError: (TOO_LARGE, 413),
    errors.UsageError: (LOCAL, 400),
    errors.MediaError: (LOCAL, 422),
    errors.TranscribeVideoError: (LOCAL, 500),
}
_KINDS: dict[str, type[TranscribeVideoError]] = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, TranscribeVideoError)
}


def code_of(error: TranscribeVideoError) -> tuple[int, int]:
    """The wire's code and the HTTP status for an error."""
    return next(_CODES[kind] for kind in type(error).__mro__ if kind in _CODES)


def failure(error: TranscribeVideoError) -> dict[str, object]:
    """The body that tells of an error: envelope A, with our own ``error`` beside it."""
    code, _ = code_of(error)
    return {"code": code, "message": str(error), "error": described(error)}


def described(error: TranscribeVideoError) -> dict[str, str]:
    """An error as data: ``{kind, what, why, remedy}``; ``kind`` is its class's name."""
    kind = type(error).__name__
    return {"kind": kind, "what": error.what, "why": error.why, "remedy": error.remedy}


def error_of(data: object) -> TranscribeVideoError | None:
    """The error that ``described`` gave as data; None if it is not of that form."""
    if not isinstance(data, dict):
        return None
    what, why, remedy = (data.get(key, "") for key in ("what", "why", "remedy"))
    if not (isinstance(what, str) and isinstance(why, str) and isinstance(remedy, str) and what):
        return None
    kind = _KINDS.get(str(data.get("kind")), TranscribeVideoError)
    error = kind.__new__(kind)  # some build their sentences themselves
    TranscribeVideoError.__init__(error, what, why, remedy)
    return error
