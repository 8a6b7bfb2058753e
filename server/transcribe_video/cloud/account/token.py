"""A token that the cloud gave to this installation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

_LIFE_S = 7 * 24 * 3600.0
_MARGIN_S = 60.0  # a call that begins now should still be let in when it arrives
_MOST_CHARACTERS = 4096
_MILLISECONDS_FROM = 1e11  # as seconds that would be the year 5138
_IDS = ("bind_id", "user_id")


@dataclass(frozen=True, slots=True)
class Token:
    """A token, whose it is, and how long it is good.

    Attributes:
        text: what opens the cloud; never in a log, a sentence or an address.
        user_id: of the anonymous user that it was made for, if that was told.
        expires_s: in seconds since 1970.
    """

    text: str = field(repr=False)
    user_id: str | None
    expires_s: float

    def is_good(self, now_s: float) -> bool:
        """Whether it has not expired by its own date."""
        return now_s < self.expires_s - _MARGIN_S


def token_in(data: object, now_s: float) -> Token | None:
    """The token in the cloud's answer, or in what was kept of it; None if there is none.

    Args:
        data: ``{token, user_id?, expires_at?}``; a date is text as in RFC 3339, or seconds or
            milliseconds since 1970. Without one the token is good for seven days.
        now_s: seconds since 1970.
    """
    if not isinstance(data, Mapping):
        return None
    text = data.get("token")
    if not (isinstance(text, str) and _is_sendable(text)):
        return None
    return Token(text, user_id_in(data), _expiry(data.get("expires_at"), now_s))


def user_id_in(data: Mapping[str, object]) -> str | None:
    """Whose an answer of the cloud's is, by either of the names for it."""
    found = (data.get(name) for name in _IDS)
    ids = (str(value) for value in found if type(value) in {str, int})
    return next((value for value in ids if 0 < len(value) <= _MOST_CHARACTERS), None)


def _is_sendable(text: str) -> bool:
    is_word = text.isascii() and text.isprintable() and " " not in text
    return is_word and 0 < len(text) <= _MOST_CHARACTERS


def _expiry(value: object, now_s: float) -> float:
    usual = now_s + _LIFE_S
    if isinstance(value, str):
        return _date(value.strip(), usual)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return usual
    return _seconds(float(value)) if abs(value) < 1e18 else usual  # noqa: PLR2004 - ns and beyond


def _seconds(value: float) -> float:
    return value / 1000 if value > _MILLISECONDS_FROM else value


def _date(text: str, usual: float) -> float:
    try:
        return _seconds(float(text))
    except ValueError:
        pass
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        return usual
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
