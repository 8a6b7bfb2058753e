"""A stretch of what is said: from one quotation or time to another, before one, behind one."""

from dataclasses import dataclass
from enum import StrEnum, auto

from transcribe_video.conversation.editing.said import SentenceBy


class Extent(StrEnum):
    """Which of the words beside a quotation are meant."""

    WHOLE = auto()  # from the first to the second, both included
    BETWEEN = auto()  # the same without them
    SINCE = auto()  # from the words on
    AFTER = auto()  # all behind them
    BEFORE = auto()  # all before them
    UNTIL = auto()  # all up to them
    THROUGH = auto()  # from the beginning to them, them included


@dataclass(frozen=True, slots=True)
class Stretch:
    """From where to where; what is not said is the beginning or the end of the video.

    Attributes:
        extent: which of the words beside the quotations are meant.
        first: the quotation at which it begins.
        last: the quotation at which it ends.
        first_nth: which of several times ``first`` is said: 1 the first, -1 the last, 0 not told.
        last_nth: the same of ``last``.
        from_ms: the time at which it begins, in place of a quotation.
        to_ms: the time at which it ends, in place of a quotation.
        sentence: it is the sentence with this number, and none of the above.
        sentence_by: of a quotation: the sentence of which it is a part or the beginning is meant,
            or those of which it is the topic.
        is_every: all such sentences are meant.
    """

    extent: Extent = Extent.WHOLE
    first: str = ""
    last: str = ""
    first_nth: int = 0
    last_nth: int = 0
    from_ms: int | None = None
    to_ms: int | None = None
    sentence: int = 0
    sentence_by: SentenceBy = ""
    is_every: bool = False
