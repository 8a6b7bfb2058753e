"""Two short recordings that every format is tried on."""

import pytest

from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word


@pytest.fixture
def interview() -> Transcript:
    """Two speakers, with everything in the text that a format could stumble over."""
    question = (
        Word(7_200, 7_500, " Why", 0.98),
        Word(7_500, 7_900, " *is*", 0.91),
        Word(7_900, 8_300, " 1", 0.8),
        Word(8_300, 8_600, " <", 0.8),
        Word(8_600, 9_000, " 2?", 0.8567),
    )
    answer = (
        Word(11_000, 11_400, " Because", 0.99),
        Word(11_400, 11_900, " R&D", 0.7),
        Word(11_900, 12_300, " -->", 0.6),
        Word(12_300, 12_800, " <b>says</b>", 0.5),
        Word(12_800, 13_100, " so.", 0.97),
    )
    return Transcript(
        source="an_interview.mp4",
        duration_ms=3_723_450,
        language="en",
        model="whisper base",
        segments=(segment_of(question, "Ana"), segment_of(answer, "Ben <1>")),
        notes=("The file ends early: the last part could not be read.",),
    )


@pytest.fixture
def silence() -> Transcript:
    """A recording without a word."""
    return Transcript("silence.mp4", 10_000, "", "whisper base", ())


@pytest.fixture
def broken() -> Transcript:
    """Text that nobody should trust: controls, half characters, line breaks, direction marks."""
    words = (
        Word(0, 500, " Be\x00ll\x07", 0.9),
        Word(500, 900, " two\r\n\r\n2\n00:00:01,000 --> 00:00:02,000\nlines", 0.9),
        Word(900, 1_000, "\x1b", 0.1),
        Word(1_000, 1_400, " \ud83d\u202eend\ufeff.", float("nan")),
    )
    return Transcript(
        source="a\nb\u202egpj.mp4",
        duration_ms=2_000,
        language="en",
        model="whisper base",
        segments=(segment_of(words, "A\nna"), Segment(1_500, 1_600, "\x00", ())),
        notes=("One\nline.", "\x00"),
    )
