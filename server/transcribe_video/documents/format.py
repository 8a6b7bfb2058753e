"""One kind of document."""

from collections.abc import Callable
from dataclasses import dataclass

from transcribe_video.documents.safe_text import safe_transcript
from transcribe_video.transcript.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of document and how it is written.

    Attributes:
        name: what people call it, e.g. ``"docx"``.
        suffix: how its files end, e.g. ``".docx"``.
        title: what it is, e.g. ``"Word document"``.
        aliases: other names for it, in lower case.
        writer: makes the file's bytes from a transcript whose text is safe.
    """

    name: str
    suffix: str
    title: str
    aliases: frozenset[str]
    writer: Callable[[Transcript], bytes]

    def write(self, transcript: Transcript) -> bytes:
        """The document as bytes: always the same for the same transcript."""
        return self.writer(safe_transcript(transcript))
