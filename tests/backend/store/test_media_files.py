"""The files of sessions, named however they are, there or on their way."""

import os
from pathlib import Path

import pytest

from backend.store.clock import Clock
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace, MediaRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import GoneError

FACTS = MediaFacts("video", 11_000, 640, 360, 29.97, notes=("A note.",))


@pytest.fixture
def session_id(store: Store) -> str:
    return store.sessions.create().session_id


def test_a_file_is_found_as_it_was_added(store: Store, session_id: str, clock: Clock) -> None:
    place = MediaPlace(Path("/films/a.mp4"), 352_369)
    added = store.media.add(session_id, "a.mp4", place, FACTS)
    assert added == MediaRecord(
        media_id=added.media_id,
        session_id=session_id,
        filename="a.mp4",
        path=Path("/films/a.mp4"),
        is_ours=False,
        url=None,
        bytes=352_369,
        sha256=None,
        facts=FACTS,
        created_s=clock(),
    )
    assert store.media.get(added.media_id) == added
    assert store.media.of(session_id) == (added,)


def test_a_session_is_called_after_its_first_file(store: Store, session_id: str) -> None:
    for name in ("first.mp4", "second.mp4"):
        store.media.add(session_id, name, MediaPlace(Path("/films", name), 1), FACTS)
    assert store.sessions.get(session_id).name == "first.mp4"


def test_a_session_with_a_name_of_its_own_keeps_it(store: Store) -> None:
    named = store.sessions.create("Interviews").session_id
    store.media.add(named, "a.mp4", MediaPlace(Path("/films/a.mp4"), 1), FACTS)
    assert store.sessions.get(named).name == "Interviews"


def test_a_file_that_is_fetched_comes_later(store: Store, session_id: str) -> None:
    expected = store.media.expect(session_id, "a.mp4", "https://example.org/a.mp4")
    assert (expected.path, expected.is_ours, expected.has_sound) == (None, True, True)

    place = MediaPlace(store.media.folder(session_id) / "talk.mp4", 9, "ab" * 32, is_ours=True)
    filled = store.media.fill(expected.media_id, "talk.mp4", place, FACTS)

    assert (filled.path, filled.filename, filled.sha256) == (place.path, "talk.mp4", "ab" * 32)
    assert (filled.url, filled.facts) == ("https://example.org/a.mp4", FACTS)


def test_a_file_that_nobody_waits_for_any_more_is_told(store: Store, session_id: str) -> None:
    expected = store.media.expect(session_id, "a.mp4", "https://example.org/a.mp4")
    store.media.drop(expected.media_id)
    with pytest.raises(GoneError, match="That file is not there any more"):
        store.media.fill(expected.media_id, "a.mp4", MediaPlace(Path("/a"), 1), FACTS)


def test_a_name_that_is_no_text_keeps_its_bytes(store: Store, session_id: str) -> None:
    path = Path(os.fsdecode(b"/films/caf\xe9 \xf0\x9f\x8e\xac.mp4"))
    added = store.media.add(session_id, path.name, MediaPlace(path, 1), FACTS)
    assert os.fsencode(added.path or "") == b"/films/caf\xe9 \xf0\x9f\x8e\xac.mp4"
    assert added.filename == "caf� 🎬.mp4"


def test_nothing_joins_a_session_that_is_gone(store: Store) -> None:
    with pytest.raises(GoneError):
        store.media.add("9007199254740993", "a.mp4", MediaPlace(Path("/a"), 1), FACTS)
