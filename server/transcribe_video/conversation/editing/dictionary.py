"""Which phrase is which sign."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from transcribe_video.conversation.editing.asides import ASIDES
from transcribe_video.conversation.editing.folded import pieces_of
from transcribe_video.conversation.editing.impossible import IMPOSSIBLE
from transcribe_video.conversation.editing.looks import LOOKS
from transcribe_video.conversation.editing.manners import MANNERS
from transcribe_video.conversation.editing.parting import VERBS as VERBAL
from transcribe_video.conversation.editing.scanner import scraps_of
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.things import THINGS
from transcribe_video.conversation.editing.turns import TURNS
from transcribe_video.conversation.editing.verbs import VERBS

Meaning: TypeAlias = tuple[Sign, str]
Phrase: TypeAlias = tuple[str, ...]
LONGEST_PHRASE = 12
_SECTION = re.compile(r"^\[([a-z_]+) ?([^\]]*)\]$", re.MULTILINE)
_IRREGULAR = {
    "take": "took taken",
    "keep": "kept",
    "leave": "leaving",
    "lose": "lost",
    "make": "made",
    "get": "got gotten getting",
    "throw": "threw thrown",
    "bring": "brought",
    "put": "putting",
    "undo": "undid undone undoing",
    "redo": "redid redone redoing",
    "show": "shown",
    "write": "wrote written",
    "stick": "stuck",
    "lay": "laid",
    "hide": "hid hidden",
    "light": "lit",
    "speed": "sped",
    "burn": "burnt",
    "give": "gave given",
    "set": "setting",
    "come": "came",
    "slow": "slowing slowed",
    "pay": "paid",
    "run": "ran",
    "go": "went gone",
    "split": "splitting",
    "cut": "cutting",
    "swap": "swapped swapping",
    "die": "dying died",
    "fade": "fades",
    "start": "started starting",
    "bump": "bumped",
}
_VOWELS = "aeiou"


@lru_cache(maxsize=1)
def dictionary() -> dict[Phrase, Meaning]:
    """All phrases that are understood, each as its words; the first heading counts."""
    found: dict[Phrase, Meaning] = {}
    for table in (IMPOSSIBLE, TURNS, VERBS, THINGS, LOOKS, MANNERS, ASIDES):
        headings = list(_SECTION.finditer(table))
        ends = [heading.start() for heading in headings[1:]] + [len(table)]
        for heading, end in zip(headings, ends, strict=True):
            meaning = (Sign(heading[1]), heading[2])
            for phrase in pieces_of(table[heading.end() : end]):
                words = tuple(scrap.word for scrap in scraps_of(phrase, Fraction(25)))
                found.setdefault(words, meaning)
    for words, meaning in list(found.items()):
        if meaning[0] in VERBAL and words[0].isascii() and words[0].isalpha():
            for form in _inflected(words[0]):
                found.setdefault((form, *words[1:]), meaning)
    return found


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """All Latin words that some phrase has."""
    return frozenset(word for words in dictionary() for word in words if word.isascii())


def _inflected(verb: str) -> list[str]:
    """“cutting”, “removed”, “took”: how a verb may look otherwise."""
    others = _IRREGULAR.get(verb, "").split()
    if verb.endswith("ie"):
        return [*others, f"{verb[:-2]}ying", f"{verb}d"]
    if verb.endswith("e"):
        return [*others, f"{verb[:-1]}ing", f"{verb}d"]
    is_short = len(verb) > 1 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS
    stems = [f"{verb}{verb[-1]}", verb] if is_short else [verb]
    return [*others, *(f"{stem}{ending}" for stem in stems for ending in ("ing", "ed"))]
