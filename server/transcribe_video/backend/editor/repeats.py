"""What is said several times in a row: a start that breaks off, a sentence that is tried again."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_LONGEST, _SHORTEST = 40, 3  # words of a take
_BETWEEN = 6  # words may stand between two takes: “sorry, again”
_ALIKE = 0.85


def repeated(words: Sequence[str]) -> list[int]:
    """The numbers of the words that are said again right after, in about the same words.

    Args:
        words: in one form, without punctuation.

    A take has three words or more, and a few words may stand before it is said again; of several
    takes all but the last are given. A word that is doubled (“very, very good”) is meant so.
    """
    found: set[int] = set()
    number = 0
    while number < len(words):
        end = _end_of_first_take(words, number)
        if end is None:
            number += 1
        else:
            found.update(range(number, end))
            number = end
    return sorted(found)


def _end_of_first_take(words: Sequence[str], start: int) -> int | None:
    """Where a take that begins here gives way to its next time; None if none begins here."""
    for again in range(start + _SHORTEST, min(start + _LONGEST, len(words) - _SHORTEST + 1)):
        if list(words[start : start + _SHORTEST]) != list(words[again : again + _SHORTEST]):
            continue
        length = again - start
        for size in range(length, max(_SHORTEST, length - _BETWEEN) - 1, -1):
            if _is_alike(words[start : start + size], words[again : again + size]):
                return again
        if _shared(words, start, again) >= max(_SHORTEST, length - _BETWEEN):
            return again
    return None


def _is_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(other) < _SHORTEST:
        return False
    return SequenceMatcher(None, list(one), list(other), autojunk=False).ratio() >= _ALIKE


def _shared(words: Sequence[str], start: int, again: int) -> int:
    """How many words both times begin with."""
    count = 0
    while (
        again + count < len(words)
        and start + count < again
        and (words[start + count] == words[again + count])
    ):
        count += 1
    return count
