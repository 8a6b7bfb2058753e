"""A backend that is killed or leaves loses no work; nothing of it stays behind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil

from backend.jobs import board_host
from backend.jobs.conftest import Opened
from backend.jobs.workplace import Site, eventually, has_ended, ledger_rows
from transcribe_video.backend.store.store import Store

TESTS = Path(board_host.__file__).parents[2]
LEAST_WINDOWS = 2


@contextmanager
def _host(home: Path, film: Path, boot_id: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, board_host.__file__, str(home), str(film), boot_id],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TESTS)},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _said(process: "subprocess.Popen[str]") -> tuple[str, int]:
    assert process.stdout is not None
    job_id, speech = process.stdout.readline().split()
    return job_id, int(speech)


def test_a_killed_backend_goes_on_where_it_was(talk: Path, home: Path, opened: Opened) -> None:
    with _host(home, talk, "first") as first:
        job_id, speech = _said(first)
        assert eventually(lambda: len(ledger_rows(home)) >= LEAST_WINDOWS)
        children = psutil.Process(first.pid).children(recursive=True)
        first.kill()
    assert speech in {child.pid for child in children}
    assert eventually(lambda: all(has_ended(child.pid) for child in children))
    before = ledger_rows(home)
    with closing(Store(home)) as store:
        assert store.jobs.get(job_id).status == "running"

    with _host(home, talk, "second") as second:
        assert _said(second)[0] == job_id
        assert second.wait(timeout=120) == 0

    after = ledger_rows(home)
    assert LEAST_WINDOWS <= len(before) < len(after), "it was killed too late to show anything"
    assert {key: after[key] for key in before} == before
    with closing(Store(home)) as store:
        record = store.jobs.get(job_id)
    assert (record.status, record.attempts, record.crashes) == ("completed", 2, 0)

    # As many windows as a run that nobody disturbs has: none was done twice in another way.
    place = opened("third")
    [job] = place.transcribe(place.session(talk), formats=["srt"])
    assert place.ended(job).status == "completed"
    assert ledger_rows(home) == after


def test_a_backend_that_leaves_puts_its_work_back(talk: Path, home: Path, opened: Opened) -> None:
    first = opened("first")
    [job] = first.transcribe(first.session(talk))
    assert first.sees(job, lambda now: now.news)
    speech = first.board.speech_pid
    first.close()
    assert has_ended(speech or 0)
    kept = ledger_rows(home)
    with closing(Store(home)) as store:
        assert store.jobs.get(job.job_id).status == "queued"

    second = opened("second")
    assert second.ended(job).status == "completed"
    record = second.store.jobs.get(job.job_id)
    assert (record.attempts, record.crashes, record.boot_id) == (2, 0, "second")
    after = ledger_rows(home)
    assert {key: after[key] for key in kept} == kept


def test_a_fetch_begins_anew_and_what_waited_still_waits(opened: Opened, home: Path) -> None:
    site = Site()
    first = opened("first", fetch=site.fetch)
    session = first.session()
    _, fetching = first.board.fetch(session.session_id, "https://example.org/talk.mp4")
    [waiting] = first.transcribe(session)
    first.close()

    site.may_send.set()
    second = opened("second", fetch=site.fetch)
    assert second.ended(fetching).status == "completed"
    assert second.ended(waiting).status == "completed"
    assert site.asked == 2


def test_what_was_being_cancelled_when_the_backend_was_killed_is_cancelled(
    opened: Opened, sample: Path, home: Path
) -> None:
    first = opened("first")
    first.board.close()
    [job] = first.transcribe(first.session(sample))
    first.store.jobs.mark_cancelling(job.job_id)

    second = opened("second")
    assert second.board.view(job.job_id).status == "cancelled"
