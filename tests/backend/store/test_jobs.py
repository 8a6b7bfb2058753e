"""Jobs on the disk, from the asking to the end."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from backend.store.clock import Clock
from transcribe_video.backend.store.jobs import COMPLETED, JobRecord, NewJob
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import GoneError
from transcribe_video.wire.job import Progress

NEW = NewJob(
    "job_1", "1", "transcribe", "media_1", {"formats": ["txt"]}, "key", "17-ab", ("job_0",)
)
DONE = Progress(done_s=11, total_s=11, fraction=1.0, eta_s=0)


def test_a_job_waits_once_it_is_added(store: Store, clock: Clock) -> None:
    assert store.jobs.add(NEW) == JobRecord(
        job_id="job_1",
        session_id="1",
        kind="transcribe",
        status="queued",
        media_id="media_1",
        request={"formats": ["txt"]},
        key="key",
        after=("job_0",),
        owner="17-ab",
        attempts=0,
        crashes=0,
        boot_id="",
        progress=Progress(),
        is_cancelling=False,
        error=None,
        result=None,
        created_s=clock(),
        started_s=None,
        ended_s=None,
    )


def test_a_job_may_wait_for_several_or_for_none(store: Store) -> None:
    for number, after in enumerate(((), ("job_a", "render-b"))):
        job = store.jobs.add(NewJob(f"job_{number}", "1", "render", None, {}, "key", "", after))
        assert job.after == after


def test_a_job_of_a_version_in_which_one_could_wait_for_one_only_is_read(
    store: Store, tmp_path: Path
) -> None:
    store.jobs.add(NEW)
    with closing(sqlite3.connect(tmp_path / "home" / "backend.sqlite3")) as base, base:
        base.execute("UPDATE job SET after = 'job_7'")
    assert store.jobs.get("job_1").after == ("job_7",)


def test_a_job_that_is_begun_ends_with_its_result(store: Store, clock: Clock) -> None:
    store.jobs.add(NEW)
    clock.now_s += 1
    begun = store.jobs.begin("job_1", "boot")
    assert (begun.status, begun.attempts, begun.boot_id) == ("running", 1, "boot")
    store.jobs.note("job_1", Progress(done_s=5, stage="recognising"))
    assert store.jobs.get("job_1").progress.done_s == 5

    clock.now_s += 1
    store.jobs.end("job_1", COMPLETED, DONE, {"words": 22})

    ended = store.jobs.get("job_1")
    assert (ended.status, ended.result, ended.progress) == ("completed", {"words": 22}, DONE)
    assert (ended.created_s, ended.started_s, ended.ended_s) == (
        clock() - 2,
        clock() - 1,
        clock(),
    )
    assert ended.has_ended


def test_a_job_is_begun_by_one_only(store: Store) -> None:
    store.jobs.add(NEW)
    store.jobs.begin("job_1", "boot")
    with pytest.raises(GoneError):
        store.jobs.begin("job_1", "boot")


def test_a_job_that_is_put_back_counts_its_attempts_and_crashes_apart(store: Store) -> None:
    store.jobs.add(NEW)
    store.jobs.begin("job_1", "one boot")
    store.jobs.requeue("job_1")
    store.jobs.begin("job_1", "another")
    assert store.jobs.count_crash("job_1") == 1
    store.jobs.count_attempt("job_1")
    found = store.jobs.get("job_1")
    assert (found.attempts, found.crashes, found.boot_id) == (3, 1, "another")


def test_equal_and_unfinished_jobs_are_found(store: Store) -> None:
    for number, key in enumerate(("a", "b", "a"), 1):
        store.jobs.add(NewJob(f"job_{number}", "1", "fetch", None, {}, key))
    store.jobs.begin("job_1", "boot")
    store.jobs.end("job_2", "failed", Progress(), error={"what": "No", "why": "not"})
    assert [job.job_id for job in store.jobs.equal("a")] == ["job_1", "job_3"]
    assert [job.job_id for job in store.jobs.unfinished()] == ["job_1", "job_3"]
    assert [job.job_id for job in store.jobs.of("1")] == ["job_1", "job_2", "job_3"]


def test_one_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(GoneError, match="That job is not there any more"):
        store.jobs.get("job_1")
    store.jobs.end("job_1", COMPLETED, DONE, {})
