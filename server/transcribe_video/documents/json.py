"""The transcript as JSON, for other programs."""

import json
from typing import Any

from transcribe_video.timecode import seconds
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

SCHEMA = "transcribe-video-to-text/transcript/1"


def write_json(transcript: Transcript) -> bytes:
    """One object, as transcript.schema.json beside this file describes it, in UTF-8."""
    document = {
        "schema": SCHEMA,
        "source": transcript.source,
        "language": transcript.language,
        "model": transcript.model,
        "duration_s": seconds(transcript.duration_ms),
        "notes": list(transcript.notes),
        "segments": [_segment(segment) for segment in transcript.segments],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "start_s": seconds(segment.start_ms),
        "end_s": seconds(segment.end_ms),
        "speaker": segment.speaker,
        "text": segment.text,
        "words": [_word(word) for word in segment.words],
    }


def _word(word: Word) -> dict[str, Any]:
    return {
        "start_s": seconds(word.start_ms),
        "end_s": seconds(word.end_ms),
        "text": word.text.strip(),
        "probability": round(word.probability, 3) if 0 <= word.probability <= 1 else 0.0,
    }
