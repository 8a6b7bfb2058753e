"""Projects forgotten at the command line."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from backend.backend_process import environment_of, running
from transcribe_video.backend.forgetting import forget
from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import BusyError, GoneError
from transcribe_video.settings import Settings

ALL = "2 projects are forgotten. Documents and exported videos stay where they are."
ONE = "One project is forgotten. Documents and exported videos stay where they are."
NONE = "There is no project to forget."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def _projects(home: Path, count: int) -> list[tuple[str, Path]]:
    """Projects with a dropped file each: their ids, and where the files lie."""
    made = []
    with closing(Store(home)) as store:
        for _ in range(count):
            session_id = store.sessions.create().session_id
            path = store.media.folder(session_id) / "talk.mp4"
            path.write_bytes(b"film")
            place = MediaPlace(path, 4, is_ours=True)
            store.media.add(session_id, "talk.mp4", place, MediaFacts())
            made.append((session_id, path))
    return made


def _left(home: Path) -> list[str]:
    with closing(Store(home)) as store:
        return [session.session_id for session in store.sessions.newest(100)]


def _said(home: Path, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "transcribe_video", "backend", "forget", *arguments]
    ran = subprocess.run(
        command,
        env=environment_of(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ran.returncode, (ran.stdout + ran.stderr).rstrip("\n")


def test_projects_are_forgotten_with_their_files_while_no_backend_runs(home: Path) -> None:
    (first, film), *others = _projects(home, 3)
    assert _said(home, first) == (0, ONE)
    assert (film.exists(), others[0][1].exists()) == (False, True)
    assert sorted(_left(home)) == sorted(session_id for session_id, _ in others)
    assert _said(home, "--all") == (0, ALL)
    assert _left(home) == []
    assert not any(path.exists() for _, path in others)
    assert _said(home, "--all") == (0, NONE)


def test_projects_are_forgotten_by_the_backend_that_runs(home: Path) -> None:
    (first, film), *others = _projects(home, 3)
    with running(home) as backend:
        assert forget(Settings(home), first) == ONE
        assert not film.exists()
        assert len(backend.get("/api/local/sessions")["sessions"]) == 2
        for unknown in (first, "../health", "9007199254740993"):
            with pytest.raises(GoneError):
                forget(Settings(home), unknown)
        assert forget(Settings(home), None) == ALL
        assert not any(path.exists() for _, path in others)


def test_what_is_to_be_forgotten_must_be_named(home: Path) -> None:
    for arguments in ((), ("9007199254740993", "--all")):
        code, sentence = _said(home, *arguments)
        assert code == 2
        assert "“forget” takes one SESSION_ID, or --all" in sentence
    assert not home.exists()


def test_one_that_is_not_there_is_told(home: Path) -> None:
    assert forget(Settings(home), "9007199254740993") == NONE
    _projects(home, 1)
    with pytest.raises(GoneError):
        forget(Settings(home), "9007199254740993")


def test_a_backend_that_does_not_answer_is_not_interfered_with(home: Path) -> None:
    [(session_id, film)] = _projects(home, 1)
    with FileLock(home / "backend.lock"), pytest.raises(BusyError, match="does not answer"):
        forget(Settings(home), session_id)
    assert film.exists()
