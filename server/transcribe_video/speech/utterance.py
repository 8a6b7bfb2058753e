"""Words put together to utterances."""

from collections.abc import Iterable, Iterator

from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.word import Word

_PAUSE_MS = 900
_LONGEST_MS = 30_000
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "…", "।", "؟")  # noqa: RUF001
_CLOSING = "\"'”’)]»"  # noqa: RUF001
_ABBREVIATIONS = frozenset(
    [
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "prof.",
        "st.",
        "jr.",
        "sr.",
        "vs.",
        "no.",
        "nr.",
        "etc.",
        "e.g.",
        "i.e.",
        "z.b.",
        "bzw.",
        "sra.",
        "m.",
        "mme.",
    ]
)


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
        _ends_sentence(last.text)
        or following.start_ms - last.end_ms > _PAUSE_MS
        or following.end_ms - group[0].start_ms > _LONGEST_MS
    )


def _ends_sentence(text: str) -> bool:
    bare = text.strip().rstrip(_CLOSING)
    return bare.endswith(_SENTENCE_ENDS) and bare.lower() not in _ABBREVIATIONS
