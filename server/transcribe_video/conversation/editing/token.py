"""A word, phrase or mark of a message, and what it is."""

from dataclasses import dataclass
from typing import Final

from transcribe_video.conversation.editing.edit import Range
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.stretch import Stretch

COLON: Final = ":"
"""The text of the mark that may stand between a part and what is done to it."""


@dataclass(frozen=True, slots=True)
class Token:
    """One phrase as it was understood.

    Attributes:
        sign: the part it plays.
        start: its first character's place in the message.
        end: the place behind its last.
        text: what is meant, where that is a text: quoted words, a file's name, a position.
        number: how much, where that is a number: milliseconds of a time, a factor; of a
            quotation, which of several times it is said.
        unit_ms: of a quantity of time, the unit it is given in.
        span: of a range, its milliseconds; of a moment beside the word for a clip, that clip's.
        stretch: of what is said from somewhere to somewhere.
        is_negated: it is what is not wanted.
    """

    sign: Sign
    start: int
    end: int
    text: str = ""
    number: float = 0.0
    unit_ms: float = 0.0
    span: Range = (0, 0)
    stretch: Stretch | None = None
    is_negated: bool = False
