"""The words of successive segments as one running text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from transcribe_video.transcript.script import unspaced
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.word import Word


def running_words(segments: Iterable[Segment]) -> Iterator[Word]:
    """All words in order, so that joining their texts reads as running text.

    A word keeps its own leading space; only where a segment begins without one, in a script that
    uses spaces, one is put before it. A segment without words counts as one word.
    """
    before = ""
    for segment in segments:
        for position, word in enumerate(_words_of(segment)):
            spaced = _with_space(word, before) if position == 0 else word
            yield spaced
            before = spaced.text[-1]


def _words_of(segment: Segment) -> list[Word]:
    whole = Word(segment.start_ms, segment.end_ms, segment.text, 1.0)
    return [word for word in segment.words or (whole,) if word.text.strip()]


def _with_space(word: Word, before: str) -> Word:
    joined = not before or before.isspace() or word.text[0].isspace()
    if joined or unspaced(before) or unspaced(word.text[0]):
        return word
    return replace(word, text=" " + word.text)
