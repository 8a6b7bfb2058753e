"""How much somebody says."""

from dataclasses import dataclass

from transcribe_video.conversation.editing.sign import Sign


@dataclass(frozen=True, slots=True)
class Amount:
    """How much, and how many words say it.

    Attributes:
        sign: of what it is so much.
        number: milliseconds of a time, a factor, a share of the whole.
        length: how many words say it.
        unit_ms: of a time, the smallest unit it is given in.
    """

    sign: Sign
    number: float
    length: int
    unit_ms: float = 0.0
