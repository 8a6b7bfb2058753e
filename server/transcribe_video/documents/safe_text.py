"""Text that is safe to put into any document.

What was recognised, and what a file is called, is nobody's promise: control characters make a
Word file unreadable, line breaks end a subtitle early, and direction overrides turn text around.
"""

import re
from dataclasses import replace

from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

# Controls, direction overrides and isolates, interlinear marks, byte order mark, and what XML
# forbids; joiners stay, because emoji and many scripts need them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff\ufffe\uffff]"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[^\\S\u00a0\u202f\u3000]+")


def safe_text(text: str) -> str:
    """The text in one line, without control characters; runs of spaces become one space."""
    visible = _LONE_SURROGATE.sub("\ufffd", _UNWANTED.sub("", text))
    return _SPACES.sub(" ", visible)


def safe_transcript(transcript: Transcript) -> Transcript:
    """The transcript with every text in it made safe; words and segments left empty are dropped."""
    segments = (_safe_segment(segment) for segment in transcript.segments)
    return replace(
        transcript,
        source=safe_text(transcript.source).strip(),
        model=safe_text(transcript.model).strip(),
        language=safe_text(transcript.language).strip(),
        segments=tuple(segment for segment in segments if segment.text),
        notes=tuple(note for note in map(_stripped, transcript.notes) if note),
    )


def _stripped(text: str) -> str:
    return safe_text(text).strip()


def _safe_segment(segment: Segment) -> Segment:
    words = (_safe_word(word) for word in segment.words)
    return replace(
        segment,
        text=_stripped(segment.text),
        words=tuple(word for word in words if word.text.strip()),
        speaker=_stripped(segment.speaker or "") or None,
    )


def _safe_word(word: Word) -> Word:
    text = safe_text(word.text)
    return word if text == word.text else replace(word, text=text)
