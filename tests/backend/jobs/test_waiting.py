"""Jobs that wait for others, and people who wait for jobs."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from backend.jobs.conftest import Opened
from backend.jobs.workplace import ADDRESS, Site, Workplace
from transcribe_video.backend.store.sessions import SessionRecord
from transcribe_video.errors import GoneError, MediaError, UsageError
from transcribe_video.wire.job import Job

LONG_S = 60.0


@pytest.fixture
def place(opened: Opened, site: Site) -> Workplace:
    return opened(fetch=site.fetch)


@pytest.fixture
def session(place: Workplace) -> SessionRecord:
    return place.session()


def test_a_recording_that_is_fetched_is_transcribed_once_it_is_there(
    place: Workplace, session: SessionRecord, site: Site, home: Path
) -> None:
    media, fetching = place.board.fetch(session.session_id, ADDRESS)
    [job] = place.transcribe(session)
    assert (media.path, media.filename) == (None, "talk.mp4")
    assert (fetching.kind, fetching.status) == ("fetch", "running")
    assert (job.status, job.progress.stage) == ("queued", "waiting for the recording to arrive")
    assert place.sees(fetching, lambda now: (now.progress.fraction or 0) > 0.4)
    assert place.board.view(fetching.job_id).progress.stage == "fetching the recording"

    site.may_send.set()

    assert place.ended(fetching).result == {
        "media_id": media.media_id,
        "filename": "talk.mp4",
        "file_type": "video",
        "bytes": site.file.stat().st_size,
    }
    filled = place.store.media.get(media.media_id)
    assert filled.path == home / "media" / session.session_id / "talk 1.mp4"
    assert (filled.width, filled.height, filled.duration_ms) == (640, 360, 11_000)
    assert place.ended(job).status == "completed"
    assert (home / "documents" / "talk.txt").is_file()


def test_what_waits_for_a_fetch_fails_with_it(
    place: Workplace, session: SessionRecord, site: Site
) -> None:
    media, fetching = place.board.fetch(session.session_id, ADDRESS)
    [job] = place.transcribe(session)
    site.error = MediaError("The recording could not be fetched", "it broke off", "Try again")
    site.may_send.set()

    failed = place.ended(job)
    assert failed.error == place.board.view(fetching.job_id).error
    assert failed.error is not None
    assert failed.error["what"] == "The recording could not be fetched"
    assert place.board.view(fetching.job_id).media_name == "talk.mp4"
    with pytest.raises(GoneError):
        place.store.media.get(media.media_id)


def test_what_arrives_and_is_no_recording_leaves_nothing(
    place: Workplace, session: SessionRecord, site: Site, tmp_path: Path
) -> None:
    site.file = tmp_path / "page.mp4"
    site.file.write_text("<html>Please log in.</html>")
    _, fetching = place.board.fetch(session.session_id, ADDRESS)
    site.may_send.set()
    error = place.ended(fetching).error
    assert error is not None
    assert error["kind"] == "UnsupportedMediaError"
    assert place.store.media.of(session.session_id) == ()
    assert list(place.store.media.folder(session.session_id).iterdir()) == []


def test_a_fetch_that_is_cancelled_takes_along_what_waits_for_it(
    place: Workplace, session: SessionRecord
) -> None:
    _, fetching = place.board.fetch(session.session_id, ADDRESS)
    [job] = place.transcribe(session)
    assert place.board.cancel(fetching.job_id).is_cancelling
    assert place.ended(fetching).status == "cancelled"
    assert place.ended(job).status == "cancelled"
    assert place.store.media.of(session.session_id) == ()


def test_a_disk_that_refuses_fails_the_job_and_holds_up_no_other(
    place: Workplace, session: SessionRecord, sample: Path, home: Path
) -> None:
    other = place.session(sample)
    with closing(sqlite3.connect(home / "backend.sqlite3", isolation_level=None)) as base:
        base.execute(
            "CREATE TRIGGER full BEFORE UPDATE OF status ON job"
            " WHEN NEW.kind = 'fetch' AND NEW.status = 'running'"
            " BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
    _, fetching = place.board.fetch(session.session_id, ADDRESS)
    [job] = place.transcribe(other)
    error = place.ended(fetching).error
    assert error is not None
    assert (error["kind"], error["why"]) == ("StorageError", "database or disk is full")
    assert place.ended(job).status == "completed"
    assert place.board.active() == 0


def test_an_address_that_is_none_is_refused_at_once(
    place: Workplace, session: SessionRecord
) -> None:
    with pytest.raises(UsageError):
        place.board.fetch(session.session_id, "ftp://example.org/talk.mp4")
    with pytest.raises(GoneError):
        place.board.fetch("9007199254740993", ADDRESS)
    assert place.store.media.of(session.session_id) == ()


def _waited(place: Workplace, job: Job, wait_s: float) -> Job:
    return asyncio.run(place.board.wait(job.job_id, wait_s))


def test_who_waits_is_answered_when_time_is_up(place: Workplace, session: SessionRecord) -> None:
    _, fetching = place.board.fetch(session.session_id, ADDRESS)
    assert place.sees(fetching, lambda now: (now.progress.fraction or 0) > 0.4)
    before = monotonic()
    assert _waited(place, fetching, 0.2).status == "running"
    assert _waited(place, fetching, 0).status == "running"
    assert monotonic() - before >= 0.2


def test_all_who_wait_are_answered_at_the_end(
    place: Workplace, session: SessionRecord, site: Site
) -> None:
    _, fetching = place.board.fetch(session.session_id, ADDRESS)
    assert place.sees(fetching, lambda now: (now.progress.fraction or 0) > 0.4)

    async def wait_together() -> list[Job]:
        waits = [place.board.wait(fetching.job_id, LONG_S) for _ in range(3)]
        tasks = [asyncio.create_task(wait) for wait in waits]
        await asyncio.sleep(0)
        place.board.cancel(fetching.job_id)
        return list(await asyncio.gather(*tasks))

    # First they see that it is being cancelled, which is news.
    for job in asyncio.run(wait_together()):
        assert job.is_cancelling or job.has_ended
    assert _waited(place, fetching, LONG_S).status == "cancelled"
    assert _waited(place, fetching, LONG_S).status == "cancelled"


def test_a_job_that_is_not_there_is_told(place: Workplace) -> None:
    for use in (place.board.view, place.board.cancel):
        with pytest.raises(GoneError):
            use("job_1")
