"""What is said several times in a row: a start that breaks off, a sentence that is tried again."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

_LONGEST, _SHORTEST = 40, 3  # words of a take
_BETWEEN = 6  # words may stand between two takes: “sorry, again”
_ALIKE = 0.85
_Beginning = tuple[str, ...]


def repeated(words: Sequence[str]) -> list[int]:
    """The numbers of the words that are said again right after, in about the same words.

    Args:
        words: in one form, without punctuation.

    A take has three words or more, and a few words may stand before it is said again; of several
    takes all but the last are given. A word that is doubled (“very, very good”) is meant so.
    """
    found: set[int] = set()
    places = _places(words)
    number = 0
    while number < len(words):
        end = _end_of_first_take(words, number, places)
        if end is None:
            number += 1
        else:
            found.update(range(number, end))
            number = end
    return sorted(found)


def _places(words: Sequence[str]) -> Mapping[_Beginning, Sequence[int]]:
    """Where each run of words is that a take may begin with."""
    places: dict[_Beginning, list[int]] = defaultdict(list)
    runs = zip(*(words[place:] for place in range(_SHORTEST)), strict=False)
    for number, run in enumerate(runs):
        places[run].append(number)
    return places


def _end_of_first_take(
    words: Sequence[str], start: int, places: Mapping[_Beginning, Sequence[int]]
) -> int | None:
    """Where a take that begins here gives way to its next time; None if none begins here."""
    for again in _beginnings(words, start, places):
        length = again - start
        for size in range(length, max(_SHORTEST, length - _BETWEEN) - 1, -1):
            if _is_alike(words[start : start + size], words[again : again + size]):
                return again
        if _shared(words, start, again) >= max(_SHORTEST, length - _BETWEEN):
            return again
    return None


def _beginnings(
    words: Sequence[str], start: int, places: Mapping[_Beginning, Sequence[int]]
) -> Iterator[int]:
    """Where the words with which a take begins are said again, soon but not within them."""
    found = places.get(tuple(words[start : start + _SHORTEST]), ())
    for again in found[bisect_left(found, start + _SHORTEST) :]:
        if again >= start + _LONGEST:
            return
        yield again


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
