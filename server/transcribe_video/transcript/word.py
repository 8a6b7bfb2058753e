"""One spoken word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One word with the time at which it is heard.

    Attributes:
        start_ms: when it begins, from the start of the recording.
        end_ms: when it ends; never before ``start_ms``.
        text: the word as recognised **with the space before it** where the script uses one
            (``" ask"``) and its punctuation, so that joining words gives the segment's text.
        probability: how sure the recogniser is, 0 to 1.
    """

    start_ms: int
    end_ms: int
    text: str
    probability: float
