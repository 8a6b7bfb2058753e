"""One utterance."""

from dataclasses import dataclass

from transcribe_video.transcript.word import Word


@dataclass(frozen=True, slots=True)
class Segment:
    """One utterance: a sentence or a part of one, said by one person without a long pause.

    Attributes:
        start_ms: when its first word begins.
        end_ms: when its last word ends.
        text: the words as one line, without space at its ends.
        words: the same words with their times; joined and stripped they are ``text``.
        speaker: who says it, where that is known.
    """

    start_ms: int
    end_ms: int
    text: str
    words: tuple[Word, ...]
    speaker: str | None = None


def segment_of(words: tuple[Word, ...], speaker: str | None = None) -> Segment:
    """The segment that these words, at least one, make up."""
    text = "".join(word.text for word in words).strip()
    return Segment(words[0].start_ms, words[-1].end_ms, text, words, speaker)
