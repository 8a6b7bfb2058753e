"""Words of commands that were typed in haste."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from transcribe_video.conversation.editing.dictionary import dictionary, known_words
from transcribe_video.conversation.editing.numerals import WORDS
from transcribe_video.conversation.editing.sign import Sign

_SHORTEST, _LONGEST, _SURE = 5, 16, 7
_TIMES = {"second", "seconds", "minute", "minutes", "hour", "hours", "frames", "half"}
# Words of their own that are a letter away from a command's.
_THEMSELVES = {
    *("remote", "caution", "cautions", "founds", "grounds", "house", "cause", "clause", "places"),
    *("peace", "weight", "spent", "spend", "audience", "trails", "trial", "trials", "mouse"),
    *("votes", "voiced", "cups", "picks", "later", "latest", "story", "stories", "feed"),
}
_MENDED = frozenset(Sign) - {Sign.COURTESY, Sign.SMALL, Sign.REMARK, Sign.REMARK_FIRST, Sign.PLAN}


def mended(word: str) -> str:
    """The command word that is meant; the word itself if none is.

    It has two letters that changed places, one too many or one too few; of a long word one letter
    may also be another. The first letter is right.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or word in _THEMSELVES:
        return word
    if word in known_words() or word in WORDS or word in _TIMES:
        return word
    variants = _variants()
    found = {one for form in (word, *_shorter(word)) for one in variants.get(form, ())}
    likely = {one for one in found if one[0] == word[0] and _is_slip(word, one)}
    return likely.pop() if len(likely) == 1 else min(likely, default=word)


@lru_cache(maxsize=1)
def _variants() -> Mapping[str, set[str]]:
    """Each keyword under all forms of it that lack a letter."""
    keywords = {
        word
        for words, (sign, _) in dictionary().items()
        if sign in _MENDED and len(words) == 1
        for word in words
        if word.isascii() and word.isalpha()
    }
    found: dict[str, set[str]] = defaultdict(set)
    for word in keywords | WORDS | _TIMES:
        if len(word) >= _SHORTEST:
            for form in (word, *_shorter(word)):
                found[form].add(word)
    return found


def _shorter(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def _is_slip(word: str, keyword: str) -> bool:
    if len(word) != len(keyword):
        longer, shorter = sorted((word, keyword), key=len, reverse=True)
        return shorter in _shorter(longer)
    places = [
        place for place, pair in enumerate(zip(word, keyword, strict=True)) if len({*pair}) > 1
    ]
    if len(places) == 1:
        return len(word) >= _SURE
    first, *rest = places
    is_pair = rest == [first + 1]
    return is_pair and word[first] == keyword[first + 1] and word[first + 1] == keyword[first]
