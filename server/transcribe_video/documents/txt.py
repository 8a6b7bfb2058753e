"""The transcript as plain text."""

from collections.abc import Iterator

from transcribe_video.documents.facts import NO_SPEECH, facts_of, title_of
from transcribe_video.timecode import clock
from transcribe_video.transcript.paragraph import Paragraph, paragraphs
from transcribe_video.transcript.transcript import Transcript


def write_txt(transcript: Transcript) -> bytes:
    """A heading with the facts, then one line for each paragraph, with its timecode.

    The text is UTF-8; blocks are separated by an empty line, paragraphs are not wrapped.
    """
    return ("\n\n".join(_blocks(transcript)) + "\n").encode()


def _blocks(transcript: Transcript) -> Iterator[str]:
    yield title_of(transcript)
    yield "\n".join(f"{fact.label}: {fact.value}" for fact in facts_of(transcript))
    if transcript.notes:
        yield "\n".join(f"Note: {note}" for note in transcript.notes)
    if not transcript.segments:
        yield NO_SPEECH
    for paragraph in paragraphs(transcript.segments):
        yield _line(paragraph, is_timed=transcript.is_timed)


def _line(paragraph: Paragraph, *, is_timed: bool) -> str:
    time = f"[{clock(paragraph.start_ms)}] " if is_timed else ""
    speaker = f"{paragraph.speaker}: " if paragraph.speaker else ""
    return f"{time}{speaker}{paragraph.text}"
