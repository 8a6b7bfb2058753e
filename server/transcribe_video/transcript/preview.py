"""The beginning of a transcript, to be shown before all of it is read."""

from transcribe_video.transcript.paragraph import paragraphs
from transcribe_video.transcript.transcript import Transcript

PREVIEW = 6_000
"""So many characters are shown of a transcript; a shorter one is shown whole."""


def preview_of(transcript: Transcript) -> str:
    """Its paragraphs, or the first of them up to a word's end, with “…” after it."""
    text = "\n\n".join(paragraph.text for paragraph in paragraphs(transcript.segments))
    if len(text) <= PREVIEW:
        return text
    beginning = text[: PREVIEW - 1]
    whole_words = beginning.rsplit(maxsplit=1)[0] if " " in beginning[-100:] else beginning
    return f"{whole_words}…"
