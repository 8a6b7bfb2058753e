"""A part of an utterance that is longer than a page."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.word import Word

_CHUNK = re.compile(r"\s*\S{1,100}")
_LONGEST = 100  # characters that stay together


@dataclass(frozen=True, slots=True)
class Moment:
    """A place inside an utterance: by time, so that it outlasts a change of its words.

    Attributes:
        at_ms: when the word there begins.
        passed: how many words before it begin at the same time.
    """

    at_ms: int
    passed: int


class Utterance:
    """An utterance that can be cut between its words.

    Args:
        segment: the utterance; where its words are not known, they share its time by length.
    """

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """What is not cut any further, in order."""
        segment = self._segment
        whole = Word(segment.start_ms, segment.end_ms, segment.text, 1.0)
        return tuple(_cut(segment.words or (whole,)))

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((word.start_ms for word in self.words), max))

    def moment(self, number: int) -> Moment:
        """The place before a word."""
        at_ms = self._starts[number]
        return Moment(at_ms, number - bisect_left(self._starts, at_ms))

    def number(self, moment: Moment) -> int:
        """The word after a place; as many as there are words if none is."""
        first = bisect_left(self._starts, moment.at_ms)
        return min(first + moment.passed, bisect_right(self._starts, moment.at_ms))

    def fitting(self, first: int, most: int) -> int:
        """The end of what has so many characters from a word on, and of one word at least."""
        sums = accumulate(len(word.text) for word in self.words[first:])
        return first + max(1, sum(1 for characters in sums if characters <= most))

    def part(self, first: int, last: int) -> Segment:
        """The words from the first to before the last, at least one."""
        words = self.words[first:last]
        return replace(
            self._segment,
            start_ms=self._starts[first],
            end_ms=max(word.end_ms for word in words),
            text="".join(word.text for word in words).strip(),
            words=words if self._segment.words else (),
        )


def _cut(words: Iterable[Word]) -> Iterator[Word]:
    """The words; of one that is too long, its pieces."""
    for word in words:
        if len(word.text) <= _LONGEST:
            yield word
        else:
            yield from _pieces(word)


def _pieces(word: Word) -> Iterator[Word]:
    texts = _CHUNK.findall(word.text) or [word.text]
    ends = list(accumulate(len(text) for text in texts))
    span_ms = max(word.end_ms - word.start_ms, 0)
    start_ms = word.start_ms
    for text, end in zip(texts, ends, strict=True):
        end_ms = word.start_ms + span_ms * end // ends[-1]
        yield Word(start_ms, end_ms, text, word.probability)
        start_ms = end_ms
