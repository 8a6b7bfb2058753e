"""A phrase of a message, and what it is."""

from dataclasses import dataclass

from transcribe_video.conversation.kind import Kind
from transcribe_video.transcript.script import unspaced


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One phrase as it was understood.

    Attributes:
        kind: the part it plays.
        value: what is meant, e.g. a format's name or a language's code.
        text: the phrase itself, in small letters and without spaces.
        is_negated: whether it is what is not wanted.
    """

    kind: Kind
    value: str = ""
    text: str = ""
    is_negated: bool = False

    @property
    def is_unspaced(self) -> bool:
        """Whether it is of a script that puts no spaces between words."""
        return bool(self.text) and unspaced(self.text[0])
