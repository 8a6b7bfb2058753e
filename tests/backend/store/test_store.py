"""The store as a whole: private, shared by threads, whole or not at all, there after a kill."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from transcribe_video.backend.media_facts import MediaFacts
from transcribe_video.backend.store.media_files import MediaPlace
from transcribe_video.backend.store.store import Store
from transcribe_video.errors import GoneError, StorageError

_WORK_AND_DIE = """
import os, signal, sys
from pathlib import Path
from transcribe_video.backend.store.store import Store
store = Store(Path(sys.argv[1]))
session = store.sessions.create(name="kept")
try:
    with store.transaction():
        store.sessions.rename(session.session_id, "half")
        os.kill(os.getpid(), signal.SIGKILL)
finally:
    pass
"""


def _fill(store: Store, path: Path) -> str:
    session = store.sessions.create()
    store.media.add(session.session_id, path.name, MediaPlace(path, 1), MediaFacts())
    return session.session_id


def test_what_is_written_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as store:
        session_id = _fill(store, tmp_path / "a.mp4")
        before = (store.sessions.get(session_id), store.media.of(session_id))
    with closing(Store(tmp_path)) as again:
        assert (again.sessions.get(session_id), again.media.of(session_id)) == before


def test_it_is_its_owners_only(store: Store, tmp_path: Path) -> None:
    folder = store.media.folder(_fill(store, tmp_path / "a.mp4"))
    home = tmp_path / "home"
    made = [home, folder.parent, folder, *home.glob("backend.sqlite3*")]
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in made} == {0}


def test_a_block_that_fails_changes_nothing(store: Store) -> None:
    session = store.sessions.create(name="before")

    def fail() -> None:
        with store.transaction():
            store.sessions.rename(session.session_id, "after")
            with store.transaction():
                store.claims.make("no such session")

    with pytest.raises(GoneError):
        fail()
    assert store.sessions.get(session.session_id) == session


def test_a_kill_in_the_middle_leaves_all_or_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _WORK_AND_DIE, str(tmp_path)]
    assert subprocess.run(command, check=False, timeout=30).returncode == -signal.SIGKILL
    with closing(Store(tmp_path)) as store:
        assert [session.name for session in store.sessions.newest()] == ["kept"]


def test_threads_share_it(store: Store, tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda n: _fill(store, tmp_path / f"{n}.mp4"), range(40)))
    assert {session.session_id for session in store.sessions.newest(100)} == set(made)
    assert all(len(store.media.of(session_id)) == 1 for session_id in made)


def test_a_disk_that_refuses_is_named(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "home" / "backend.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("DROP TABLE claim")
    session = store.sessions.create()
    with pytest.raises(StorageError) as refused:
        store.claims.make(session.session_id)
    assert str(refused.value).startswith(f"What the backend knows cannot be kept in “{path}”: ")


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(StorageError, match="What the backend knows cannot be kept"):
        Store(tmp_path / "home")


def test_what_was_deleted_is_no_longer_on_the_disk(store: Store, tmp_path: Path) -> None:
    session_id = _fill(store, tmp_path / "a.mp4")
    store.turns.add(session_id, "chat", "a secret that was said", "Yes.", [])
    store.sessions.delete(session_id)
    store.close()
    held = b"".join(path.read_bytes() for path in (tmp_path / "home").glob("backend.sqlite3*"))
    assert b"a secret" not in held
    assert os.fsencode("a.mp4") not in held
