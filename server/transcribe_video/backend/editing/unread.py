"""What of a message was not understood, and whether it may change what the rest means."""

import re

_LIMITS = re.compile(
    r"\b(?:except|excluding|unless|only|but|if|without|not|don't|never|until|till|while|when"
    r"|whenever|where|wherever|instead|rather|or|either|before|after|whose|who|that|which)\b"
    r"|除了|除非|除外|以外|只有|只在|仅|但|如果|要是|假如|不|别|没有|直到|而是|或|的时候|之前|之后|的话",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:[^\W\u2e80-\u9fff]+\W*){0,2}$|[\u4e00-\u9fff]{0,4}\W*$")


def limits(unread: str, message: str) -> bool:
    """Whether words that were not understood may limit, or turn, what was.

    “remove the pauses unless she laughs” is another wish than “remove the pauses”; “and defenestrate
    the wombat” is one more.

    Args:
        unread: what was not understood, as a request tells it.
        message: all that was said.
    """
    return any(_LIMITS.search(_led(piece, message)) for piece in unread.split("; "))


def _led(piece: str, message: str) -> str:
    """The piece with the words that lead to it: what limits may itself be understood."""
    at = message.find(piece)
    if not piece or at < 0:
        return piece
    lead = _LEAD.search(message[:at])
    return f"{lead[0] if lead else ''}{piece}"
