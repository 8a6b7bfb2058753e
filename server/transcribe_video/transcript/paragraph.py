"""What is read in one go: some sentences of one speaker."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transcribe_video.transcript.columns import columns
from transcribe_video.transcript.punctuation import ends_clause, ends_sentence
from transcribe_video.transcript.running_text import running_words
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.speaker_turn import speaker_turns
from transcribe_video.transcript.word import Word

LONG_PAUSE_MS = 2_000
SENTENCE_PAUSE_MS = 1_000
# Columns, so that a Chinese character counts as two letters. A paragraph that has no sentence end
# once it is full (some recognised speech has no punctuation) ends at a comma, a breath, anywhere.
FULL = 500
OVERFULL = 900
BREATH_MS = 300
AT_MOST = 1_400


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences of one speaker (``None``: not known), without line breaks."""

    start_ms: int
    end_ms: int
    speaker: str | None
    text: str


def paragraphs(segments: Iterable[Segment]) -> Iterator[Paragraph]:
    """Readable paragraphs: they end with the speaker's turn, at a long pause, or when full."""
    for turn in speaker_turns(segments):
        held: list[Word] = []
        width = 0
        for word in running_words(turn.segments):
            if held and _ends_between(held[-1], word, width):
                yield _paragraph(held, turn.speaker)
                held, width = [], 0
            held.append(word)
            width += columns(word.text)
        if held:
            yield _paragraph(held, turn.speaker)


def _ends_between(last: Word, following: Word, width: int) -> bool:
    pause_ms = following.start_ms - last.end_ms
    if pause_ms >= LONG_PAUSE_MS or width >= AT_MOST:
        return True
    if ends_sentence(last.text):
        return pause_ms >= SENTENCE_PAUSE_MS or width >= FULL
    return width >= OVERFULL and (ends_clause(last.text) or pause_ms >= BREATH_MS)


def _paragraph(words: list[Word], speaker: str | None) -> Paragraph:
    text = "".join(word.text for word in words).strip()
    end_ms = max(word.end_ms for word in words)
    return Paragraph(words[0].start_ms, end_ms, speaker, text)
