"""A project in a home whose backend runs: callers in memory, and transcripts put into it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from mcp import Client

from tools.driver import Assistant, Eyes, read_structure
from transcribe_video.backend.store.store import Store
from transcribe_video.manifest import load_manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill, skill_folder
from transcribe_video.tools.server import server_of
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

_WORD_MS = 400


@asynccontextmanager
async def assistant_in(
    home: Path, mode: str = "auto", eyes: Eyes = read_structure
) -> AsyncIterator[Assistant]:
    """An assistant with a server of its own."""
    manifest = load_manifest(skill_folder())
    server = server_of(Settings(home=home), load_skill(), manifest)
    async with Client(server, mode=mode) as client:
        yield Assistant(client, eyes)


def keep_transcript(home: Path, media_id: str, lines: Sequence[tuple[str | None, str]]) -> None:
    """Let a file of a project say something else.

    Args:
        home: of the running backend.
        media_id: the file.
        lines: who says what.
    """
    store = Store(home)
    try:
        store.transcripts.keep(media_id, "job_of_a_test", _transcript(lines))
    finally:
        store.close()


def _transcript(lines: Sequence[tuple[str | None, str]]) -> Transcript:
    segments: list[Segment] = []
    now_ms = 0
    for speaker, line in lines:
        words = []
        for text in line.split():
            words.append(Word(now_ms, now_ms + _WORD_MS, f" {text}", 0.9))
            now_ms += _WORD_MS
        segments.append(segment_of(tuple(words), speaker))
        now_ms += _WORD_MS
    return Transcript("talk.mp4", now_ms, "en", "Whisper base", tuple(segments))
