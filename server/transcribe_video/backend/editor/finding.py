"""Finding what a person quotes among the words that are heard: exactly, else as near as can be."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from transcribe_video.backend.editor.speech import SpokenWord

_NEAR, _MUCH = 0.72, 400  # how alike a near match is; so many characters of a phrase count
_MOST_NEAR = 3
_SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase is heard.

    Attributes:
        first: number of its first word.
        last: number of its last word.
        text: what is heard there.
        likeness: 1 for an exact match.
    """

    first: int
    last: int
    text: str
    likeness: float = 1.0

    @property
    def is_exact(self) -> bool:
        """Whether it says just what was looked for, but for case and punctuation."""
        return self.likeness == 1


class Concordance:
    """The words of a timeline, ready to be searched.

    Case, punctuation, spacing, and forms of characters that look alike make no difference.
    """

    def __init__(self, words: Sequence[SpokenWord]) -> None:
        self._words = words
        forms = [folded(spoken.word.text) for spoken in words]
        self._ends = list(accumulate(map(len, forms)))
        self._text = "".join(forms)
        self._starts = [end - len(text) for end, text in zip(self._ends, forms, strict=True)]

    def find(self, phrase: str, after: int = 0) -> list[Match]:
        """Where a phrase is heard: all exact matches, or the nearest few if there is none.

        Args:
            phrase: as a person quotes it.
            after: number of the word from which on it is looked for.
        """
        needle = folded(phrase)
        if not needle:
            return []
        return list(self._exact(needle, after)) or self._near(needle, after)

    def text(self, first: int, last: int) -> str:
        """What is heard from one word to another."""
        return "".join(spoken.word.text for spoken in self._words[first : last + 1]).strip()

    def _exact(self, needle: str, after: int) -> Iterator[Match]:
        ends = {end: number for number, end in enumerate(self._ends) if self._starts[number] < end}
        for number in range(after, len(self._words)):
            start = self._starts[number]
            is_word = start < self._ends[number]
            last = ends.get(start + len(needle))
            if is_word and last is not None and self._text.startswith(needle, start):
                yield Match(number, last, self.text(number, last))

    def _near(self, needle: str, after: int) -> list[Match]:
        """The likeliest places, none overlapping a likelier one."""
        needle = needle[:_MUCH]
        judge = SequenceMatcher(autojunk=False)
        judge.set_seq2(needle)
        found: list[Match] = []
        for number in range(after, len(self._words)):
            if self._starts[number] < self._ends[number]:
                found += self._judged(judge, number, len(needle))
        chosen: list[Match] = []
        for match in sorted(found, key=lambda one: -one.likeness):
            if all(match.last < other.first or match.first > other.last for other in chosen):
                chosen.append(match)
        return sorted(chosen[:_MOST_NEAR], key=lambda one: one.first)

    def _judged(self, judge: SequenceMatcher[str], first: int, length: int) -> Iterator[Match]:
        """The best of the runs of words that begin here and are about as long as the phrase."""
        start, best = self._starts[first], None
        for last in range(first, len(self._words)):
            size = self._ends[last] - start
            if size > length * 1.3 + 4:
                break
            if size < length * 0.7 - 4 or self._starts[last] == self._ends[last]:
                continue
            judge.set_seq1(self._text[start : self._ends[last]])
            if judge.real_quick_ratio() < _NEAR or judge.quick_ratio() < _NEAR:
                continue
            likeness = judge.ratio()
            if likeness >= _NEAR and (best is None or likeness > best.likeness):
                best = Match(first, last, self.text(first, last), likeness)
        if best is not None:
            yield best


def folded(text: str) -> str:
    """The letters and figures alone, in one form."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())
