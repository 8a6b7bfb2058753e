"""Words put together to utterances."""

from collections.abc import Iterable, Iterator

from transcribe_video.transcript.punctuation import ends_sentence
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.word import Word

_PAUSE_MS = 900
_LONGEST_MS = 30_000


def utterances(words: Iterable[Word]) -> tuple[Segment, ...]:
    """Words as segments that end with a sentence, at a pause, or after 30 s."""
    return tuple(segment_of(group) for group in _groups(words))


def _groups(words: Iterable[Word]) -> Iterator[tuple[Word, ...]]:
    group: list[Word] = []
    for word in words:
        if group and _parts(group, word):
            yield tuple(group)
            group = []
        group.append(word)
    if group:
        yield tuple(group)


def _parts(group: list[Word], following: Word) -> bool:
    last = group[-1]
    return (
        ends_sentence(last.text)
        or following.start_ms - last.end_ms > _PAUSE_MS
        or following.end_ms - group[0].start_ms > _LONGEST_MS
    )
