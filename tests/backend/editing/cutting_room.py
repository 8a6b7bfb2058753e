"""A session whose timeline is edited by talking; its files are named, and nobody opens them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from backend.jobs.workplace import Workplace
from transcribe_video.backend.context import Context
from transcribe_video.backend.dialogue import Said, begin
from transcribe_video.backend.editing.material import timeline_now
from transcribe_video.backend.editing.reading import edited_transcript
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.view import session_view
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word
from transcribe_video.wire.session import SessionView, Turn

WORD_MS, BETWEEN_MS = 400, 1000
Lines = Sequence[str | tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CuttingRoom:
    """One session, and what is said in it."""

    place: Workplace
    context: Context
    session: SessionRecord
    folder: Path

    def bring(
        self,
        name: str,
        d_ms: int = 120_000,
        kind: str = "video",
        *,
        has_sound: bool = True,
        fps: float = 25.0,
    ) -> MediaRecord:
        """Bring a file that is named and empty."""
        path = self.folder / name
        path.write_bytes(b"\0")
        width, height = (None, None) if kind == "audio" else (1920, 1080)
        length_ms = None if kind == "image" else d_ms
        facts = MediaFacts(kind, length_ms, width, height, fps, has_sound)
        return self.place.store.media.add(self.session.session_id, name, MediaPlace(path, 1), facts)

    def heard(self, file: MediaRecord, lines: Lines, language: str = "en") -> Transcript:
        """Let these lines be said in a file, each word 400 ms long, with a second after each line.

        The first begins at one second; a line may be a pair of speaker and words.
        """
        transcript = said_in(file.filename, lines, file.duration_ms or 0, language)
        self.place.store.transcripts.keep(file.media_id, "job_of_a_test", transcript)
        return transcript

    def say(self, message: str) -> Turn:
        """Say something to the editor."""
        return begin(self.context, Said(self.session.session_id, message, None, "")).turn

    @property
    def view(self) -> SessionView:
        return session_view(self.context, self.context.store.sessions.get(self.session.session_id))

    @property
    def timeline(self) -> Timeline:
        return timeline_now(self.context, self.view)

    @property
    def spans(self) -> list[tuple[str, int, int]]:
        """The parts of files that are on the timeline."""
        return [(clip.name, clip.from_ms, clip.to_ms) for clip in self.timeline.clips]

    @property
    def text(self) -> str:
        """What is said in the edit."""
        found = edited_transcript(self.context, self.view)
        assert found
        return " ".join(segment.text for segment in found[1].segments)


def said_in(name: str, lines: Lines, d_ms: int, language: str = "en") -> Transcript:
    """A transcript of these lines."""
    segments, at_ms = [], 1000
    for line in lines:
        speaker, text = (None, line) if isinstance(line, str) else line
        words = []
        for word in text.split(" "):
            words.append(Word(at_ms, at_ms + WORD_MS - 40, f" {word}", 0.9))
            at_ms += WORD_MS
        segments.append(segment_of(tuple(words), speaker))
        at_ms += BETWEEN_MS
    return Transcript(name, d_ms, language, "model", tuple(segments))
