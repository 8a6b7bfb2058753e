"""Keywords that were typed in haste."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[a-z]+")
_SHORTEST = 5  # letters of a word in which a slip is still told from another word


def mended(text: str, keywords: Iterable[str]) -> str:
    """A plain text in which two letters that changed places, or one typed twice, are put right.

    A letter more or less is left alone: “statues” is not “status”.
    """
    slips = {slip: word for word in keywords if _WORD.fullmatch(word) for slip in _slips(word)}
    return _WORD.sub(lambda found: slips.get(found[0], found[0]), text)


def _slips(word: str) -> set[str]:
    if len(word) < _SHORTEST:
        return set()
    places = range(len(word) - 1)
    swapped = {f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in places}
    doubled = {f"{word[: i + 1]}{word[i:]}" for i in range(len(word) - 1)}
    return (swapped | doubled) - {word}
