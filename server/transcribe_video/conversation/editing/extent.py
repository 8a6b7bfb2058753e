"""How far what is said reaches: from one quotation to another, before one, behind one."""

from enum import StrEnum, auto

from transcribe_video.conversation.editing.edit import Said
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token


class Extent(StrEnum):
    """Which of the words beside a quotation are meant."""

    WHOLE = auto()  # from the first to the second, both included
    BETWEEN = auto()  # the same without them
    SINCE = auto()  # from the words on
    AFTER = auto()  # all behind them
    BEFORE = auto()  # all before them
    UNTIL = auto()  # all up to them
    THROUGH = auto()  # from the beginning to them, them included


OPEN = {Extent.BETWEEN, Extent.AFTER, Extent.BEFORE}
"""What leaves out the quotations themselves."""


def written(extent: Extent, first: str, last: str) -> str:
    """The text of a token that says so."""
    return "\n".join((extent, *(" ".join(words.split()) for words in (first, last))))


def extent_of(token: Token) -> Extent:
    """How far a token reaches that says what is said."""
    return Extent(token.text.partition("\n")[0]) if token.sign is Sign.SAID else Extent.WHOLE


def said_by(token: Token, *, is_kept: bool = False) -> Said:
    """What a quotation, or several, mean.

    Whether words up to which something reaches belong to it is not said: what is cut ends before
    them and what is kept behind them, so that nothing is lost that somebody named.

    Args:
        token: a quotation or what was made of them.
        is_kept: the words stay in the video.
    """
    if token.sign is Sign.QUOTE:
        return Said(token.text)
    extent = extent_of(token)
    _, first, last = token.text.split("\n")
    is_between = extent in OPEN or (extent is Extent.UNTIL and not is_kept)
    return Said("", first, last, is_between)
