"""What of a message was not understood, and whether it may change what the rest means."""

import re

_LIMITS = re.compile(
    r"\b(?:except|excluding|unless|only|but|if|without|not|don't|never|until|till|while|when"
    r"|whenever|where|wherever|instead|rather|or|either|before|after|whose|who|that|which)\b"
    r"|除了|除非|除外|以外|只有|只在|仅|但|如果|要是|假如|不|别|没有|直到|而是|或|的时候|之前|之后|的话",
    re.IGNORECASE,
)
# A time, or words that are said: which of the rest is it about?
_PLACE = (
    r"(?:\d:\d|\b(?:\d+(?:\.\d+)? ?(?:s|ms|h|min)|secs?|seconds?|minutes?|hours?)\b"
    r"|秒|分钟|\d分|小时|[\"“”‘「『]|(?<!\w)')"  # noqa: RUF001
)
_PLACED = re.compile(_PLACE, re.IGNORECASE)
_FILE = re.compile(r"[\"“‘'「][^\"”’'」]*\.[A-Za-z]\w{1,4}[\"”’'」]")  # noqa: RUF001 - a name in quotes
_BESIDES = re.compile(r"(?:[,;:.，；：。]|\b(?:and|then|also)|再|然后|并|同时)\s*$", re.IGNORECASE)
_PLACE_BEHIND = re.compile(
    rf"\W*(?:(?:at|for|from|in|on|near|around|until|to|the|在)\W*){{0,2}}{_PLACE}", re.IGNORECASE
)
_LEAD = re.compile(r"(?:[^\W\u2e80-\u9fff]+\W*){0,2}$|[\u4e00-\u9fff]{0,4}\W*$")


def limits(unread: str, message: str) -> bool:
    """Whether words that were not understood may limit, or turn, what was.

    “remove the pauses unless she laughs” is another wish than “remove the pauses”, and “and
    defenestrate the wombat” is one more. A time or a quotation may say where the rest is meant.

    Args:
        unread: what was not understood, as a request tells it.
        message: all that was said.
    """
    return any(
        _LIMITS.search(_led(piece, message))
        or _PLACED.search(_FILE.sub("", piece))
        or _is_placed(piece, message)
        for piece in filter(None, unread.split("; "))
    )


def _is_placed(piece: str, message: str) -> bool:
    """Whether a wish of its own that was not understood goes on with a place that was."""
    before, found, behind = message.partition(piece)
    is_besides = bool(found) and _BESIDES.search(before) is not None
    return is_besides and _PLACE_BEHIND.match(behind) is not None


def _led(piece: str, message: str) -> str:
    """The piece with the words that lead to it: what limits may itself be understood."""
    at = message.find(piece)
    if at < 0:
        return piece
    lead = _LEAD.search(message[:at])
    return f"{lead[0] if lead else ''}{piece}"
