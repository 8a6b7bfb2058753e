"""The transcript as WebVTT subtitles."""

from collections.abc import Iterator
from html import escape

from transcribe_video.documents.facts import NO_SPEECH
from transcribe_video.timecode import subtitle_time
from transcribe_video.transcript.cue import Cue, cues
from transcribe_video.transcript.transcript import Transcript


def write_vtt(transcript: Transcript) -> bytes:
    """Cues in UTF-8, the speaker as a voice tag; remarks stand in comments."""
    return "\n\n".join(_blocks(transcript)).encode() + b"\n"


def _blocks(transcript: Transcript) -> Iterator[str]:
    yield "WEBVTT"
    remarks = transcript.notes if transcript.segments else (NO_SPEECH, *transcript.notes)
    yield from (f"NOTE {_escaped(remark)}" for remark in remarks)
    is_captions = transcript.is_captions
    shown = cues(transcript.segments, transcript.duration_ms, is_captions=is_captions)
    yield from map(_block, shown)


def _block(cue: Cue) -> str:
    start, end = subtitle_time(cue.start_ms, "."), subtitle_time(cue.end_ms, ".")
    text = _escaped("\n".join(cue.lines))
    voiced = f"<v {_escaped(cue.speaker)}>{text}</v>" if cue.speaker else text
    return f"{start} --> {end}\n{voiced}"


def _escaped(text: str) -> str:
    """Also keeps the arrow of a timing line out of the text."""
    return escape(text, quote=False)
