"""What the NemoVideo cloud refuses, as the error that says so to a person."""

import re
from collections.abc import Callable
from typing import NamedTuple

from transcribe_video.client.failure import is_clear, row_of
from transcribe_video.client.foreign import quoted
from transcribe_video.client.standing import Standing
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

_ELSEWHERE = range(300, 400)
_LATER = "Wait a moment and try again"
_PERMISSION = re.compile(r"[A-Za-z][\w:.-]{1,39}", re.ASCII)
_WORD = r"[^\w\s]?([a-z][\w:.-]*[a-z])"  # perhaps in quotation marks or brackets
_SCOPES = (
    re.compile(
        r"\b(?:scopes?|permissions?)\s*(?:is|are)?\s*(?:missing|required|needed)?\s*[:=]?\s*"
        + _WORD,
        re.IGNORECASE | re.ASCII,
    ),
    re.compile(_WORD + r"\W?\s+(?:scope|permission)\b", re.IGNORECASE | re.ASCII),
)
_NO_SCOPES = {"a", "an", "the", "is", "are", "not", "missing", "required", "needed", "insufficient"}
_NO_SCOPES |= {"for", "to", "of", "your", "this", "no", "lacks", "invalid", "denied", "token"}


class _Row(NamedTuple):
    """One code: the class of its error, and its sentence."""

    kind: type[TranscribeVideoError]
    what: str
    why: str
    remedy: str


_TOKEN = _Row(
    AccessError,
    "NemoVideo does not let us in",
    "it does not accept the token that it gave us, and no new one either",
    "Try again later, or set NEMO_TOKEN to the token of your account",
)
_GIVEN_TOKEN = _TOKEN._replace(
    why="the token in NEMO_TOKEN is wrong or has expired",
    remedy="Set NEMO_TOKEN to the present token of your account, or unset it to go on without one",
)
_GONE = _Row(
    GoneError,
    "NemoVideo does not have this any more",
    "the project has ended there, and its draft has gone with it",
    "Begin a new project with the file",
)
_CREDITS = _Row(
    CreditsError,
    "NemoVideo did not do this",
    "no credits are left",
    "Top up credits in your account",
)
_UNSUPPORTED = _Row(
    UnsupportedMediaError,
    "NemoVideo does not take the file",
    "it is of a kind that cannot be used there",
    "Send a video as mp4, mov, avi, webm or mkv, a sound as mp3, wav, m4a or aac, or a picture as "
    "jpg, png, gif or webp; mp4 is understood best",
)
_TOO_LARGE = _Row(
    TooLargeError,
    "NemoVideo does not take the file",
    "it is too large",
    "Compress it or trim it to the part that matters; where only the words matter, send its sound "
    "alone, which is some 40 times smaller, or use the engine on this machine "
    "(NEMO_BACKEND=local), which has no limit",
)
_AWAY = _Row(
    UnreachableError,
    "NemoVideo could not do this now",
    "it has trouble of its own",
    _LATER,
)
# A code of the body or, where it has none that is known, the HTTP status.
ROWS: dict[int, _Row] = {
    failure.TOKEN: _TOKEN,
    1010: _TOKEN,
    1011: _TOKEN,
    401: _TOKEN,
    403: _Row(
        AccessError,
        "NemoVideo does not allow this",
        "the token lacks the permission for it",
        "Set NEMO_TOKEN to a token of your account that has it",
    ),
    failure.GONE: _GONE,
    404: _GONE,
    410: _GONE,
    failure.CREDITS: _CREDITS,
    402: _Row(  # not a matter of credits
        BackendError,
        "NemoVideo does not hand out the video",
        "that is not part of the plan",
        "Register or upgrade your plan to unlock export",
    ),
    failure.UNSUPPORTED: _UNSUPPORTED,
    415: _UNSUPPORTED,
    failure.TOO_LARGE: _TOO_LARGE,
    413: _TOO_LARGE,
    429: _Row(
        BusyError,
        "NemoVideo is busy",
        "it was asked too often",
        "Wait a minute and try again",
    ),
    408: _AWAY,
    500: _Row(BackendError, "NemoVideo failed", "it reports a fault of its own", _LATER),
    502: _AWAY,
    503: _AWAY,
    504: _AWAY,
}


def cloud_error(refusal: Refusal, standing: Standing) -> TranscribeVideoError:
    """The error that a refusal of the cloud's means for who stands with it like this.

    What the cloud says is quoted only where its code is not known, and is never taken for an error
    of our own, whatever form it has.
    """
    error = _error(refusal, standing)
    error.was_refused = is_clear(refusal, ROWS)
    return error


def _error(refusal: Refusal, standing: Standing) -> TranscribeVideoError:
    number = row_of(refusal, ROWS)
    if number is None:
        if refusal.status in _ELSEWHERE:
            return BackendError(
                "NemoVideo did not do this",
                "it sends us to another host, which gets no token of ours",
                "Check NEMO_API_URL, or unset it",
            )
        said = f"it says {quoted(refusal.message)}" if refusal.message else "it does not say why"
        return BackendError("NemoVideo did not do this", said, _LATER)
    row = _PARTICULARS.get(ROWS[number], _as_it_is)(ROWS[number], refusal, standing)
    return row.kind(row.what, row.why, row.remedy)


def _as_it_is(row: _Row, _refusal: Refusal, _standing: Standing) -> _Row:
    return row


def _of_token(row: _Row, _refusal: Refusal, standing: Standing) -> _Row:
    return _GIVEN_TOKEN if standing.is_token_given else row


def _of_credits(row: _Row, _refusal: Refusal, standing: Standing) -> _Row:
    link = standing.registration_link
    return row._replace(remedy=f"Register to go on: {link}") if link else row


def _of_scope(row: _Row, refusal: Refusal, _standing: Standing) -> _Row:
    scope = scope_in(refusal)
    return row._replace(why=f"the token lacks the permission “{scope}”") if scope else row


_PARTICULARS: dict[_Row, Callable[[_Row, Refusal, Standing], _Row]] = {
    _TOKEN: _of_token,
    _CREDITS: _of_credits,
    ROWS[403]: _of_scope,
}


def scope_in(refusal: Refusal) -> str | None:
    """The permission that is missing, if the refusal names it; fit for a sentence."""
    named = re.split(r"[;,\s]+", refusal.scope or "")
    said = (word for form in _SCOPES for word in form.findall(refusal.message[:1000]))
    words = [*named, *(word for word in said if word.lower() not in _NO_SCOPES)]
    return next((word for word in words if _PERMISSION.fullmatch(word)), None)
