"""A session of a running backend whose timeline is edited."""

from collections.abc import Callable
from pathlib import Path

from backend.backend_process import BackendProcess
from transcribe_video.backend.drafting import whole_timeline
from transcribe_video.backend.editor.draft import draft_of_timeline
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.store.store import Store
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word
from transcribe_video.wire.session import SessionView

WORD_MS = 200


def edit(
    backend: BackendProcess, session_id: str, change: Callable[[Timeline], Timeline]
) -> Timeline:
    """Make the timeline of a session another one; gives it."""
    view = SessionView.model_validate(backend.get(f"/api/local/sessions/{session_id}"))
    after = change(whole_timeline(view.media))
    store = Store(backend.home)
    try:
        draft = draft_of_timeline(after, {"title": "film"}, ())
        store.revisions.add(session_id, "edit", "It is edited.", draft)
    finally:
        store.close()
    return after


def say(backend: BackendProcess, media_id: str, words: int) -> None:
    """Let a file say ``w0 w1 w2 …``, a word every fifth of a second."""
    spoken = tuple(
        Word(WORD_MS * number, WORD_MS * (number + 1), f" w{number}", 0.9)
        for number in range(words)
    )
    transcript = Transcript("film.mp4", WORD_MS * words, "en", "test", (segment_of(spoken),), ())
    store = Store(backend.home)
    try:
        store.transcripts.keep(media_id, "job_of_a_test", transcript)
    finally:
        store.close()


def documents_in(folder: Path) -> dict[str, str]:
    """The text of each file in a folder that is no film."""
    texts = {path.name: path for path in folder.iterdir() if path.suffix not in {".mp4", ".mov"}}
    return {name: path.read_text("utf-8") for name, path in sorted(texts.items())}
