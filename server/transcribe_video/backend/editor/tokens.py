"""Words in one form, and where phrases begin and end: of a text, and of what was said."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.transcript.script import unspaced

_LETTERS = re.compile(r"[^\w]+")
_BREAKS = re.compile(r"[^\w\s'’\-]|\n")  # noqa: RUF001 - as people write it
_PIECES = re.compile(r"\S+|\n")
_PAUSE_MS = 500
_LONGEST_COMMON = 3  # letters
# Longer words that stand in any text.
_LONG_COMMON = (
    "about after also because been before being could does from have here into just like more most "
    "much only other over should some such than that their them then there these they thing things "
    "this those very want well went were what when where which while will with would your"
)
_COMMON = frozenset(_LONG_COMMON.split())
_COMMON_SIGNS = frozenset("的了是我你他她它们这那在有和就都也不个一上说要会到去吗呢吧啊人来得地着")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, of which each sign of a script without spaces is one.

    Attributes:
        forms: each without case and punctuation.
        breaks: whether a phrase ends before each of them, and behind the last.
        pauses_ms: how long nothing is said before each of them, and behind the last.
        numbers: of which spoken word each is, or is a part.
    """

    forms: Sequence[str]
    breaks: Sequence[bool]
    pauses_ms: Sequence[int]
    numbers: Sequence[int]

    def parts_words(self, place: int) -> bool:
        """Whether a word ends before this place."""
        ends = 0 < place < len(self.numbers)
        return not ends or self.numbers[place - 1] != self.numbers[place]


def tokens_of_text(text: str) -> Tokens:
    """The words of a text; a phrase ends at a mark and where a line ends."""
    forms: list[str] = []
    breaks = [True]
    for piece in _PIECES.findall(text):
        for part in _parted(piece):
            found = tokenized(part)
            forms += found
            breaks += [False] * len(found)
            breaks[-1] |= not found and bool(_BREAKS.search(part))
    breaks[-1] = True
    return Tokens(forms, breaks, [0] * len(breaks), range(len(forms)))


def tokens_of_words(words: Sequence[SpokenWord]) -> Tokens:
    """The words that are heard; a phrase ends at a mark, a pause, and where an utterance ends."""
    forms: list[str] = []
    numbers: list[int] = []
    breaks, pauses_ms = [True], [0]
    for number, spoken in enumerate(words):
        before = words[number - 1] if number else spoken
        pause_ms = max(0, spoken.word.start_ms - before.word.end_ms)
        breaks[-1] |= pause_ms >= _PAUSE_MS or before.segment != spoken.segment
        pauses_ms[-1] = max(pauses_ms[-1], pause_ms)
        for part in _parted(spoken.word.text.strip()):
            found = tokenized(part)
            forms += found
            numbers += [number] * len(found)
            breaks += [False] * len(found)
            pauses_ms += [0] * len(found)
            breaks[-1] |= not found and bool(_BREAKS.search(part))
    breaks[-1] = True
    return Tokens(forms, breaks, pauses_ms, numbers)


def is_common(form: str) -> bool:
    """Whether a word says too little to be known again by."""
    if unspaced(form[0]):
        return form in _COMMON_SIGNS
    return form in _COMMON or (len(form) <= _LONGEST_COMMON and not form.isdigit())


def tokenized(text: str) -> list[str]:
    """The words of a text in one form; each character of a script without spaces is one."""
    found: list[str] = []
    for piece in unicodedata.normalize("NFKC", text).casefold().split():
        if piece.isascii():
            found += filter(None, [_LETTERS.sub("", piece)])
            continue
        word = ""
        for sign in _LETTERS.sub("", piece):
            if unspaced(sign):
                found += [word, sign] if word else [sign]
                word = ""
            else:
                word += sign
        if word:
            found.append(word)
    return found


def _parted(piece: str) -> list[str]:
    """A piece without spaces, parted where a mark shows that a phrase ends: not in “3.5”."""
    if piece.isascii():
        core = piece.strip("\"'()[]{}<>.,;:!?*_-\u2026")
        first = piece.find(core) if core else 0
        return [piece[:first], core, piece[first + len(core) :]]
    return re.split(r"([^\w\s'’\-]+)", piece)  # noqa: RUF001
