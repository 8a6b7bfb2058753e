"""Finding what a person quotes among the words that are heard: exactly, else as near as can be."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import accumulate, pairwise
from math import log

from transcribe_video.backend.editor.speech import SpokenWord

_NEAR, _MUCH = 0.72, 400  # how alike a near match is; so many characters of a phrase count
_MOST_BEGINNINGS, _MOST_ENDS = 120, 12  # places at which a near match is looked for
_SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase is heard.

    Attributes:
        first: number of its first word.
        last: number of its last word.
        likeness: 1 for an exact match.
    """

    first: int
    last: int
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
        forms = [folded(spoken.word.text) for spoken in words]
        self._text = "".join(forms)
        self._ends = list(accumulate(map(len, forms)))
        self._starts = [end - len(form) for end, form in zip(self._ends, forms, strict=True)]
        there = [number for number, form in enumerate(forms) if form]
        self._first_at = {self._starts[number]: number for number in there}
        self._last_at = {self._ends[number]: number for number in there}

    def find(self, phrase: str, after: int = 0) -> list[Match]:
        """Where a phrase is heard: all exact matches or, if there is none, the nearest.

        Args:
            phrase: as a person quotes it.
            after: number of the word from which on it is looked for.
        """
        needle = folded(phrase)
        if not needle or after >= len(self._starts):
            return []
        return list(self._exact(needle, after)) or self._near(needle[:_MUCH], after)

    def _exact(self, needle: str, after: int) -> Iterator[Match]:
        at = self._text.find(needle, self._starts[after])
        while at >= 0:
            first, last = self._first_at.get(at), self._last_at.get(at + len(needle))
            if first is not None and last is not None:
                yield Match(first, last)
            at = self._text.find(needle, at + 1)

    def _near(self, needle: str, after: int) -> list[Match]:
        """The likeliest run of words, the first of several that are as likely.

        Only runs that share pairs of letters with the phrase are looked at, those that share most
        of the rarest ones first.
        """
        judge = _Judge(needle)
        count = max(_MOST_ENDS, _MOST_BEGINNINGS * 40 // (40 + len(needle)))
        likely = self._sharing(needle, after, count)
        likely = nlargest(_MOST_ENDS, likely, key=lambda first: self._first_try(judge, first))
        best: Match | None = None
        for first in sorted(likely):
            for last in self._lasts(first, len(needle)):
                likeness = judge.likeness(self._text[self._starts[first] : self._ends[last]])
                if likeness >= _NEAR and (best is None or likeness > best.likeness):
                    judge.least, best = likeness, Match(first, last, likeness)
        return [] if best is None else [best]

    def _sharing(self, needle: str, after: int, count: int) -> list[int]:
        """The first words of the runs that share most with a phrase."""
        pairs = list(pairwise(self._text))
        known = Counter(pairs)
        worth = {
            pair: log(1 + len(pairs) / known[pair]) for pair in {*pairwise(needle)} if pair in known
        }
        sums = [0.0, *accumulate(worth.get(pair, 0.0) for pair in pairs)]
        end = len(sums) - 1

        def shared(first: int) -> float:
            start = self._starts[first]
            return sums[min(start + len(needle), end)] - sums[min(start, end)]

        there = (number for number in self._first_at.values() if number >= after)
        return nlargest(count, there, key=shared)

    def _first_try(self, judge: "_Judge", first: int) -> float:
        """How alike the run is that begins here and is as long as the phrase."""
        start = self._starts[first]
        return judge.likeness(self._text[start : start + judge.length])

    def _lasts(self, first: int, length: int) -> Iterator[int]:
        """The last words of the runs that begin here and are about as long as a phrase."""
        start = self._starts[first]
        for last in range(first, len(self._ends)):
            size = self._ends[last] - start
            if size > length * 1.3 + 4:
                return
            if size >= length * 0.7 - 4 and self._starts[last] < self._ends[last]:
                yield last


class _Judge:
    """Says how alike texts are to a phrase.

    Attributes:
        length: of the phrase.
        least: what is less alike than this counts as not alike at all.
    """

    def __init__(self, phrase: str) -> None:
        self.length, self.least = len(phrase), 0.0
        self._matcher = SequenceMatcher(autojunk=False)
        self._matcher.set_seq2(phrase)

    def likeness(self, text: str) -> float:
        self._matcher.set_seq1(text)
        if self._matcher.real_quick_ratio() < self.least:
            return 0.0
        return 0.0 if self._matcher.quick_ratio() < self.least else self._matcher.ratio()


def folded(text: str) -> str:
    """The letters and figures alone, in one form."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())
