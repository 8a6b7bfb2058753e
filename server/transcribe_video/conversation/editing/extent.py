"""How far what is said reaches: from one quotation to another, before one, behind one."""

from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.stretch import Extent
from transcribe_video.conversation.editing.token import Token

OPEN = {Extent.BETWEEN, Extent.AFTER, Extent.BEFORE}
"""What leaves out the quotations themselves."""


def extent_of(token: Token) -> Extent:
    """How far a token reaches that says what is said."""
    return token.stretch.extent if token.stretch else Extent.WHOLE


def said_by(token: Token, *, is_kept: bool = False) -> Said:
    """What a quotation, or several, mean.

    Whether words up to which something reaches belong to it is not said: what is cut ends before
    them and what is kept behind them, so that nothing is lost that somebody named.

    Args:
        token: a quotation or what was made of them.
        is_kept: the words stay in the video.
    """
    if token.stretch is None:
        return Said(token.text, nth=round(token.number))
    found = token.stretch
    if found.sentence_by:
        return Said(
            token.text,
            nth=round(token.number),
            sentence_by=found.sentence_by,
            is_every=found.is_every and not token.number,
        )
    is_between = found.extent in OPEN or (found.extent is Extent.UNTIL and not is_kept)
    return Said(
        start=found.first,
        end=found.last,
        is_between=is_between,
        nth=found.first_nth,
        end_nth=found.last_nth,
        from_ms=found.from_ms,
        to_ms=found.to_ms,
        sentence=found.sentence,
    )
