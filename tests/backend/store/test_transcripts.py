"""Transcripts, kept with every word, and what the wire says of them."""

from pathlib import Path

import pytest

from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.backend.store.store import Store
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word
from transcribe_video.wire.session import TranscriptSummary
from transcribe_video.wire.transcript import DocumentFile

SAID = Transcript(
    source="a.mp4",
    duration_ms=11_008,
    language="zh",
    model="Whisper base",
    segments=(
        segment_of((Word(100, 300, " 你好", 0.987), Word(300, 500, "。", 0.5)), "Ana"),
        segment_of((Word(4_000, 4_300, " Ask", 0.9), Word(4_300, 4_600, " not.", 0.8))),
    ),
    notes=("The file ends early.",),
)
FILES = (DocumentFile(format="txt", path="/films/a.txt", bytes=183),)


@pytest.fixture
def media_id(store: Store) -> str:
    session_id = store.sessions.create().session_id
    place = MediaPlace(Path("/films/a.mp4"), 1)
    return store.media.add(session_id, "a.mp4", place, MediaFacts()).media_id


def _session(store: Store, media_id: str) -> str:
    return store.media.get(media_id).session_id


def test_every_word_comes_back(store: Store, media_id: str) -> None:
    assert store.transcripts.get(media_id) is None
    store.transcripts.keep(media_id, "job_1", SAID, FILES)
    assert store.transcripts.get(media_id) == SAID


def test_its_summary_says_what_there_is(store: Store, media_id: str) -> None:
    kept = store.transcripts.keep(media_id, "job_1", SAID, FILES, ["More."])
    assert kept == TranscriptSummary(
        media_id=media_id,
        language="zh",
        duration_s=11.008,
        words=4,
        preview="你好。\n\nAsk not.",
        files=list(FILES),
        notes=["The file ends early.", "More."],
    )
    assert store.transcripts.of(_session(store, media_id)) == (kept,)


def test_a_long_one_is_previewed_by_its_beginning(store: Store, media_id: str) -> None:
    words = tuple(Word(n, n + 1, f" word{n}", 1.0) for n in range(2_000))
    said = Transcript("a.mp4", 2_000, "en", "Whisper base", (segment_of(words),))
    preview = store.transcripts.keep(media_id, "job_1", said).preview
    assert 5_900 < len(preview) <= 6_000
    assert preview.startswith("word0 word1 ")
    assert preview[-1] == "…"
    assert preview[:-1].split()[-1] in {word.text.strip() for word in words}


def test_documents_that_are_written_later_stand_beside_the_first(
    store: Store, media_id: str
) -> None:
    store.transcripts.keep(media_id, "job_1", SAID, FILES)
    newer = DocumentFile(format="txt", path="/films/a.txt", bytes=200)
    srt = DocumentFile(format="srt", path="/films/a.srt", bytes=90)
    store.transcripts.add_files(media_id, [newer, srt])
    [summary] = store.transcripts.of(_session(store, media_id))
    assert summary.files == [newer, srt]


def test_nothing_is_kept_of_a_file_that_is_gone(store: Store, media_id: str) -> None:
    store.media.drop(media_id)
    store.transcripts.keep(media_id, "job_1", SAID, FILES)
    assert store.transcripts.get(media_id) is None
