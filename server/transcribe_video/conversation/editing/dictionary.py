"""Which phrase is which sign."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from transcribe_video.conversation.editing.folded import pieces_of
from transcribe_video.conversation.editing.impossible import IMPOSSIBLE
from transcribe_video.conversation.editing.manners import MANNERS
from transcribe_video.conversation.editing.scanner import scraps_of
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.things import THINGS
from transcribe_video.conversation.editing.verbs import VERBS

Meaning: TypeAlias = tuple[Sign, str]
Phrase: TypeAlias = tuple[str, ...]
LONGEST_PHRASE = 8
_SECTION = re.compile(r"^\[([a-z_]+) ?([^\]]*)\]$", re.MULTILINE)
_VERBAL = (Sign.CUT, Sign.KEEP, Sign.TRIM, Sign.SPLIT, Sign.MOVE, Sign.ADD, Sign.MUTE, Sign.JOIN)
_VERBAL_TOO = (Sign.FADE, Sign.CROP, Sign.PAD, Sign.BURN, Sign.TAKE, Sign.TURN, Sign.MAKE)
_VOWELS = "aeiou"


@lru_cache(maxsize=1)
def dictionary() -> dict[Phrase, Meaning]:
    """All phrases that are understood, each as its words; the first heading counts."""
    found: dict[Phrase, Meaning] = {}
    for table in (IMPOSSIBLE, VERBS, THINGS, MANNERS):
        headings = list(_SECTION.finditer(table))
        ends = [heading.start() for heading in headings[1:]] + [len(table)]
        for heading, end in zip(headings, ends, strict=True):
            meaning = (Sign(heading[1]), heading[2])
            for phrase in pieces_of(table[heading.end() : end]):
                words = tuple(scrap.word for scrap in scraps_of(phrase, Fraction(25)))
                found.setdefault(words, meaning)
    for words, meaning in list(found.items()):
        if meaning[0] in (*_VERBAL, *_VERBAL_TOO) and words[0].isascii():
            for form in _inflected(words[0]):
                found.setdefault((form, *words[1:]), meaning)
    return found


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """All Latin words that some phrase has."""
    return frozenset(word for words in dictionary() for word in words if word.isascii())


def _inflected(verb: str) -> list[str]:
    """“cutting”, “removed”: how a verb may look otherwise."""
    if verb.endswith("e"):
        return [f"{verb[:-1]}ing", f"{verb}d"]
    is_short = len(verb) > 1 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS
    stems = [f"{verb}{verb[-1]}", verb] if is_short else [verb]
    return [f"{stem}{ending}" for stem in stems for ending in ("ing", "ed")]
