"""Equal work is done once for one client, and again for another that lives."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backend.jobs.conftest import Opened
from backend.jobs.workplace import ADDRESS, Site, Workplace, film
from transcribe_video.backend.jobs.owner import is_alive
from transcribe_video.wire.job import Job

LIVING = f"{os.getpid()}-abcd"
ALSO_LIVING = f"{os.getppid()}-ef01"


@pytest.fixture
def dead() -> str:
    """A client process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait(timeout=30)
    return f"{process.pid}-abcd"


@pytest.fixture
def place(opened: Opened, site: Site) -> Workplace:
    """A place in which a transcription waits until the site sends."""
    return opened(fetch=site.fetch)


@pytest.fixture
def ask(place: Workplace) -> Iterator[Callable[[str], Job]]:
    """Asks on behalf of an owner for work on the same address, in a session of its own."""

    def asked(owner: str) -> Job:
        session = place.session(owner=owner)
        place.board.fetch(session.session_id, ADDRESS)
        [job] = place.transcribe(session)
        return job

    yield asked
    for session in place.store.sessions.newest(100):
        for job in place.store.jobs.of(session.session_id):
            place.board.cancel(job.job_id)


def test_an_owner_lives_as_long_as_its_process(dead: str) -> None:
    assert is_alive(LIVING)
    assert is_alive("1-abcd")
    for owner in ("", dead, "0-abcd", "abc", f"{10**30}-ab"):
        assert not is_alive(owner)


def test_an_owner_whose_number_the_asking_one_has_is_dead() -> None:
    earlier = f"{os.getpid()}-ef01"
    assert is_alive(earlier)
    assert not is_alive(earlier, LIVING)
    assert is_alive(LIVING, LIVING)
    assert is_alive(earlier, ALSO_LIVING)


def test_work_of_one_whose_number_the_asking_one_has_is_taken_over(
    ask: Callable[[str], Job],
) -> None:
    first, taken = ask(f"{os.getpid()}-ef01"), ask(LIVING)
    assert (taken.job_id, taken.is_joined) == (first.job_id, True)


def test_an_owner_that_nobody_has_taken_note_of_yet_is_dead() -> None:
    with subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert not is_alive(f"{process.pid}-abcd")


def test_equal_work_of_the_same_client_is_joined(ask: Callable[[str], Job]) -> None:
    first, again = ask(LIVING), ask(LIVING)
    assert (first.is_joined, again.is_joined) == (False, True)
    assert again.job_id == first.job_id
    assert again.session_id == first.session_id


def test_another_client_that_lives_gets_work_of_its_own(ask: Callable[[str], Job]) -> None:
    first, other = ask(LIVING), ask(ALSO_LIVING)
    assert not other.is_joined
    assert other.job_id != first.job_id
    assert other.session_id != first.session_id


def test_work_of_a_client_that_has_died_is_taken_over(
    place: Workplace, ask: Callable[[str], Job], dead: str
) -> None:
    first, taken, third = ask(dead), ask(LIVING), ask(ALSO_LIVING)
    assert (taken.job_id, taken.is_joined) == (first.job_id, True)
    assert not third.is_joined
    assert place.store.jobs.get(first.job_id).owner == LIVING
    assert place.store.sessions.get(first.session_id).owner == LIVING


def test_work_that_is_being_cancelled_is_not_joined(
    place: Workplace, ask: Callable[[str], Job]
) -> None:
    first = ask(LIVING)
    place.board.cancel(first.job_id)
    assert ask(LIVING).job_id != first.job_id


def test_another_order_is_other_work(place: Workplace, sample: Path) -> None:
    session = place.session(sample)
    orders: tuple[dict[str, object], ...] = (
        {},
        {"language": "en"},
        {"formats": ["srt"]},
        {"quality": "balanced"},
        {},
    )
    jobs = [place.transcribe(session, **order)[0] for order in orders]
    try:
        assert len({job.job_id for job in jobs}) == 4
        assert jobs[4].job_id == jobs[0].job_id
    finally:
        for job in jobs:
            place.board.cancel(job.job_id)


def test_an_order_is_the_same_however_it_is_written(place: Workplace, sample: Path) -> None:
    session = place.session(sample)
    [first] = place.transcribe(session, formats=["txt"], language="english")
    [same] = place.transcribe(session, formats=[".TXT,text"], language="EN", quality="Fast")
    place.board.cancel(first.job_id)
    assert same.job_id == first.job_id


def test_finished_work_is_given_again_while_its_documents_are_there(
    place: Workplace, sample: Path
) -> None:
    [first] = place.transcribe(place.session(sample, owner=LIVING))
    place.ended(first)

    [again] = place.transcribe(place.session(sample, owner=LIVING))
    assert (again.job_id, again.status, again.is_joined) == (first.job_id, "completed", True)

    sample.with_suffix(".txt").unlink()
    [anew] = place.transcribe(place.session(sample, owner=LIVING))
    assert anew.job_id != first.job_id
    assert place.ended(anew).status == "completed"
    assert sample.with_suffix(".txt").is_file()

    film(sample.parent)  # saved anew, so that it may be another recording
    [changed] = place.transcribe(place.session(sample, owner=LIVING))
    place.board.cancel(changed.job_id)
    assert not changed.is_joined
