"""Sessions: begun, found, changed, deleted with all that is theirs and nothing else."""

from pathlib import Path

import pytest

from backend.store.clock import Clock
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.jobs import NewJob
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import GoneError
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.wire.order import TranscribeOrder

GONE = (
    "That project is not there any more: it was deleted, or it never was on this computer. "
    "Begin again with the file."
)


def test_a_session_has_digits_above_2_to_the_53_for_its_id(store: Store, clock: Clock) -> None:
    session = store.sessions.create("project", "de", "17-ab")
    assert int(session.session_id) > 2**53
    assert session.task_id.startswith("task_")
    assert store.sessions.get(session.session_id) == SessionRecord(
        session.session_id, session.task_id, "project", "de", "17-ab", None, clock(), clock()
    )


def test_the_newest_are_those_last_worked_with(store: Store, clock: Clock) -> None:
    made = []
    for _ in range(4):
        clock.now_s += 1
        made.append(store.sessions.create().session_id)
    clock.now_s += 1
    store.sessions.touch(made[0])
    newest = [session.session_id for session in store.sessions.newest(3)]
    assert newest == [made[0], made[3], made[2]]


def test_an_order_and_an_owner_can_be_set(store: Store) -> None:
    session_id = store.sessions.create().session_id
    order = TranscribeOrder(formats=["srt"], language="de")
    store.sessions.set_order(session_id, order)
    store.sessions.adopt(session_id, "18-cd")
    found = store.sessions.get(session_id)
    assert (found.order, found.owner) == (order, "18-cd")
    store.sessions.set_order(session_id, None)
    assert store.sessions.get(session_id).order is None


def test_one_that_is_not_there_is_told(store: Store) -> None:
    for use in (store.sessions.get, store.sessions.touch, store.sessions.delete):
        with pytest.raises(GoneError) as raised:
            use("9007199254740993")
        assert str(raised.value) == GONE
    with pytest.raises(GoneError):
        store.media.folder("../../etc")


def test_a_deleted_one_takes_its_own_files_along_and_no_other(store: Store, tmp_path: Path) -> None:
    users = tmp_path / "film.mp4"
    users.write_bytes(b"film")
    document = tmp_path / "film.docx"
    document.write_bytes(b"document")
    kept, gone = (store.sessions.create().session_id for _ in range(2))
    for session_id in (kept, gone):
        own = store.media.folder(session_id) / "dropped.mp4"
        own.write_bytes(b"dropped")
        store.media.add(
            session_id, "dropped.mp4", MediaPlace(own, 7, "ab", is_ours=True), MediaFacts()
        )
        store.media.add(session_id, "film.mp4", MediaPlace(users, 4), MediaFacts())
        media_id = store.media.of(session_id)[0].media_id
        job = NewJob(f"job_{session_id}", session_id, "transcribe", media_id, {}, "key")
        store.jobs.add(job)
        store.transcripts.keep(media_id, job.job_id, Transcript("a", 1, "en", "m", ()))
        store.turns.add(session_id, "chat", "hello", "Yes.", [])
    token = store.claims.make(gone)

    store.sessions.delete(gone)

    assert users.read_bytes() == b"film"
    assert document.read_bytes() == b"document"
    assert [path.name for path in (tmp_path / "home" / "media").iterdir()] == [kept]
    assert (store.media.of(gone), store.jobs.of(gone)) == ((), ())
    assert (store.transcripts.of(gone), store.turns.newest(gone)) == ((), None)
    assert store.claims.session_of(token) is None
    assert len(store.media.of(kept)) == 2
    assert len(store.jobs.of(kept)) == len(store.transcripts.of(kept)) == 1
    assert store.turns.newest(kept)
