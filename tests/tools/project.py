"""A project in a home whose backend runs: callers in memory, and transcripts put into it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from mcp import Client

from shipped import shipped_manifest
from tools.driver import Assistant, Eyes, read_structure
from transcribe_video.backend.store.store import Store
from transcribe_video.connect import Ensure
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill
from transcribe_video.tools.server import server_of
from transcribe_video.transcript.segment import Segment, segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

_WORD_MS = 400


@asynccontextmanager
async def assistant_in(
    home: Path,
    mode: str = "auto",
    eyes: Eyes = read_structure,
    *,
    wait_s: float = 25,
    ensure: Ensure | None = None,
) -> AsyncIterator[Assistant]:
    """An assistant with a server of its own.

    Args:
        home: of its backend.
        mode: of the protocol.
        eyes: the half of an answer that it is shown.
        wait_s: how long calls wait that are not told how long.
        ensure: finds the backend; None is the one on this machine.
    """
    manifest = shipped_manifest()
    server = server_of(Settings(home=home, wait_s=wait_s), load_skill(), manifest, ensure)
    async with Client(server, mode=mode) as client:
        yield Assistant(client, eyes)


def sessions_in(home: Path) -> set[str]:
    """All sessions that the backend of this home keeps."""
    store = Store(home)
    try:
        return {session.session_id for session in store.sessions.newest(1000)}
    finally:
        store.close()


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
