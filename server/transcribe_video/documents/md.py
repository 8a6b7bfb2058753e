"""The transcript as Markdown."""

import re
from collections.abc import Iterator

from transcribe_video.documents.facts import NO_SPEECH, facts_of, title_of
from transcribe_video.timecode import clock
from transcribe_video.transcript.paragraph import Paragraph, paragraphs
from transcribe_video.transcript.transcript import Transcript

# Characters that CommonMark, its tables, strike-through and the usual formulas give a meaning.
_SPECIAL = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?\w+;)|#(?=#*$)")
_BLOCK_START = re.compile(r"^(?:[-+#=]|\d{1,9}(?=[.)]))")


def write_md(transcript: Transcript) -> bytes:
    """A heading with the facts, then the paragraphs, each with its timecode, in CommonMark."""
    return ("\n\n".join(_blocks(transcript)) + "\n").encode()


def escaped(text: str) -> str:
    """The text, one line, so that Markdown shows every character of it as it is."""
    return _BLOCK_START.sub(_escaped_start, _SPECIAL.sub(r"\\\g<0>", text))


def _escaped_start(start: re.Match[str]) -> str:
    """Escape what would begin a list or heading; in ``1.`` the digit cannot be escaped."""
    mark = start.group()
    return f"&#{ord(mark[0])};{mark[1:]}" if mark[0].isdecimal() else rf"\{mark}"


def _blocks(transcript: Transcript) -> Iterator[str]:
    yield f"# {escaped(title_of(transcript))}"
    yield "\n".join(f"- **{fact.label}:** {escaped(fact.value)}" for fact in facts_of(transcript))
    if transcript.notes:
        yield "## Notes"
        yield "\n".join(f"- {escaped(note)}" for note in transcript.notes)
    yield "## Transcript"
    if not transcript.segments:
        yield NO_SPEECH
    for paragraph in paragraphs(transcript.segments):
        yield _line(paragraph, is_timed=transcript.is_timed)


def _line(paragraph: Paragraph, *, is_timed: bool) -> str:
    time = f"**[{clock(paragraph.start_ms)}]** " if is_timed else ""
    speaker = f"**{escaped(paragraph.speaker)}:** " if paragraph.speaker else ""
    return f"{time}{speaker}{escaped(paragraph.text)}"
