"""How words that were said are named; times are milliseconds of the timeline as it stands."""

from dataclasses import dataclass
from typing import Literal

SentenceBy = Literal["", "part", "beginning", "ending", "topic"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words that were said: ``text``, or all from ``start`` to ``end``.

    Attributes:
        text: the words themselves; empty where ``start`` and ``end`` tell.
        start: the first words that are meant; empty is the beginning of the video.
        end: the last words that are meant; empty is the end of the video.
        is_between: ``start`` and ``end`` are not meant themselves, only what lies between them.
        nth: which of several times ``text`` or ``start`` is said: 1 the first, -1 the last, 0 if
            that is not told.
        end_nth: the same of ``end``.
        from_ms: a moment in place of ``start``.
        to_ms: a moment in place of ``end``.
        sentence: the sentence with this number, counted as ``nth``; all else is empty then.
        sentence_by: the whole sentence of which ``text`` is a part, or how it begins or ends; of a
            topic all sentences that follow each other and say it.
        is_every: all such sentences are meant, and not one of them.
    """

    text: str = ""
    start: str = ""
    end: str = ""
    is_between: bool = False
    nth: int = 0
    end_nth: int = 0
    from_ms: int | None = None
    to_ms: int | None = None
    sentence: int = 0
    sentence_by: SentenceBy = ""
    is_every: bool = False
