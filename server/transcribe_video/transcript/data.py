"""A transcript as JSON has it, on disk and between processes, and back."""

from collections.abc import Mapping
from typing import Any

from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word


def transcript_data(transcript: Transcript) -> dict[str, Any]:
    """The transcript as an object of plain values; words are ``[start_ms, end_ms, text, p]``."""
    return {
        "source": transcript.source,
        "duration_ms": transcript.duration_ms,
        "language": transcript.language,
        "model": transcript.model,
        "segments": [_segment_data(segment) for segment in transcript.segments],
        "notes": list(transcript.notes),
        "is_timed": transcript.is_timed,
    }


def transcript_of(data: Mapping[str, Any]) -> Transcript:
    """The transcript that ``transcript_data`` gave as an object."""
    segments = tuple(_segment(item) for item in data["segments"])
    return Transcript(**{**data, "segments": segments, "notes": tuple(data["notes"])})


def _segment_data(segment: Segment) -> dict[str, Any]:
    words = [[word.start_ms, word.end_ms, word.text, word.probability] for word in segment.words]
    return {
        "start_ms": segment.start_ms,
        "end_ms": segment.end_ms,
        "text": segment.text,
        "words": words,
        "speaker": segment.speaker,
    }


def _segment(data: Mapping[str, Any]) -> Segment:
    return Segment(**{**data, "words": tuple(Word(*word) for word in data["words"])})
