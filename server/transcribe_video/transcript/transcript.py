"""Everything that was said in one recording."""

from collections.abc import Iterator
from dataclasses import dataclass

from transcribe_video.transcript.running_text import running_words
from transcribe_video.transcript.script import unspaced
from transcribe_video.transcript.segment import Segment
from transcribe_video.transcript.word import Word


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in one recording, in order of time.

    Attributes:
        source: the recording's file name, without its folder.
        duration_ms: length of the recording's sound.
        language: ISO 639-1 code of the language spoken (``"en"``); empty if nothing was said.
        model: the speech model that recognised it, e.g. ``"Whisper base"``.
        segments: the utterances, ordered by ``start_ms``.
        notes: sentences a reader should know, e.g. that the file ends early.
        is_timed: whether the times mean anything; False where only the text is known.
        is_captions: whether each segment is a caption already, to be shown as one.
    """

    source: str
    duration_ms: int
    language: str
    model: str
    segments: tuple[Segment, ...]
    notes: tuple[str, ...] = ()
    is_timed: bool = True
    is_captions: bool = False

    @property
    def word_count(self) -> int:
        """How many words there are; where they are not told apart, about as many."""
        return sum(len(segment.words) or _counted(segment.text) for segment in self.segments)

    @property
    def words(self) -> Iterator[Word]:
        """All words in order."""
        return (word for segment in self.segments for word in segment.words)

    @property
    def text(self) -> str:
        """All that was said, in one line."""
        return "".join(word.text for word in running_words(self.segments)).strip()


def _counted(text: str) -> int:
    """The words of a text; of a script without spaces, its characters."""
    parts = text.split()
    return sum(len(part) if unspaced(part[0]) else 1 for part in parts)
