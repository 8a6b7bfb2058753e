"""Databases are private, shared by processes, and begun anew when they are damaged."""

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from transcribe_video.database import open_database, storage_error

TABLE = "CREATE TABLE IF NOT EXISTS note (text TEXT NOT NULL)"
GARBAGE = b"this is not a database" * 100
# Run by processes of their own, which end without closing anything: FILE TABLE TEXT.
_WRITE = """
import os, sys
from pathlib import Path
from transcribe_video.database import open_database
sys.stdin.readline()
base = open_database(Path(sys.argv[1]), sys.argv[2], 20)
base.execute("INSERT INTO note VALUES (?)", (sys.argv[3],))
os._exit(0)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "notes.sqlite3"


def _open(path: Path) -> "closing[sqlite3.Connection]":
    return closing(open_database(path, TABLE, busy_s=5))


def _notes(path: Path) -> list[str]:
    with _open(path) as base:
        return [text for (text,) in base.execute("SELECT text FROM note")]


def _note(path: Path, *texts: str) -> None:
    with _open(path) as base:
        base.executemany("INSERT INTO note VALUES (?)", [(text,) for text in texts])


def test_what_is_written_is_there_when_it_is_opened_again(path: Path) -> None:
    _note(path, "one")
    _note(path, "two")
    assert _notes(path) == ["one", "two"]


def test_it_and_its_folder_are_its_owners_only(path: Path) -> None:
    with _open(path):
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {path.name: 0o600, f"{path.name}-wal": 0o600, f"{path.name}-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_is_set_up_to_be_shared_and_to_forget(path: Path) -> None:
    names = ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
    with _open(path) as base:
        assert [base.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == [
            "wal",
            1,
            1,
            5000,
        ]


def test_what_was_deleted_is_no_longer_in_the_file(path: Path) -> None:
    _note(path, "a secret that was said")
    assert b"a secret that was said" in path.read_bytes()
    with _open(path) as base:
        base.execute("DELETE FROM note")
    assert all(b"a secret" not in file.read_bytes() for file in path.parent.iterdir())


def _crash(path: Path) -> None:
    """Leave a log with a note in it beside the database, as a killed process does."""
    _note(path, "in the file")
    command = [sys.executable, "-c", _WRITE, str(path), TABLE, "in the log"]
    subprocess.run(command, check=True, input="\n", text=True, timeout=20)
    assert b"in the log" in path.with_name(f"{path.name}-wal").read_bytes()


def test_a_log_that_a_killed_process_left_is_read(path: Path) -> None:
    _crash(path)
    assert _notes(path) == ["in the file", "in the log"]


def test_a_file_that_is_no_database_is_kept_with_what_its_log_holds(path: Path) -> None:
    _crash(path)
    path.write_bytes(GARBAGE)

    assert _notes(path) == []
    kept = {file for file in path.parent.iterdir() if ".damaged" in file.name}
    assert path.with_name(f"{path.name}.damaged") in kept
    assert any(b"in the log" in file.read_bytes() for file in kept)
    assert all(b"in the log" not in file.read_bytes() for file in {*path.parent.iterdir()} - kept)


def test_of_two_damaged_files_the_later_is_kept_and_no_log_of_the_earlier(path: Path) -> None:
    path.parent.mkdir()
    path.with_name(f"{path.name}.damaged").write_bytes(b"earlier")
    path.with_name(f"{path.name}.damaged-wal").write_bytes(b"earlier")
    path.write_bytes(GARBAGE)

    assert _notes(path) == []
    assert path.with_name(f"{path.name}.damaged").read_bytes() == GARBAGE
    assert not path.with_name(f"{path.name}.damaged-wal").exists()


def test_damage_in_the_middle_is_noticed_when_it_is_opened(path: Path) -> None:
    _note(path, *("text" * 500 for _ in range(50)))
    content = bytearray(path.read_bytes())
    content[8192:40960] = bytes(32768)
    path.write_bytes(content)

    assert _notes(path) == []
    assert path.with_name(f"{path.name}.damaged").read_bytes() == content


def _writers(path: Path, count: int) -> Iterator["subprocess.Popen[str]"]:
    for number in range(count):
        command = [sys.executable, "-c", _WRITE, str(path), TABLE, str(number)]
        yield subprocess.Popen(command, stdin=subprocess.PIPE, text=True)


@pytest.mark.parametrize("is_damaged", [False, True])
def test_processes_that_begin_it_at_once_lose_nothing(is_damaged: bool, path: Path) -> None:  # noqa: FBT001
    if is_damaged:
        path.parent.mkdir()
        path.write_bytes(GARBAGE)
    processes = list(_writers(path, 6))
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=30)

    assert [process.returncode for process in processes] == [0] * 6
    assert sorted(_notes(path)) == [str(number) for number in range(6)]


def test_a_folder_in_its_place_is_not_taken_for_damage(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(sqlite3.OperationalError) as raised:
        open_database(path, TABLE, busy_s=0)

    assert path.is_dir()
    assert str(storage_error("It cannot be kept", raised.value, "choose another")) == (
        "It cannot be kept: it cannot be opened. Choose another."
    )


def test_a_database_that_is_in_use_is_told_from_a_full_disk(path: Path) -> None:
    with _open(path) as base, closing(open_database(path, TABLE, busy_s=0)) as other:
        base.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as busy:
            other.execute("BEGIN IMMEDIATE")
        base.execute("ROLLBACK")
        base.execute("PRAGMA max_page_count = 2")
        with pytest.raises(sqlite3.OperationalError) as full:
            base.execute("INSERT INTO note VALUES (?)", ("long" * 10_000,))

    def said(error: sqlite3.Error) -> str:
        return str(storage_error("It cannot be kept", error, "choose another"))

    assert said(busy.value) == (
        "It cannot be kept: another run is using it. "
        "Try again when that run has ended, or choose another."
    )
    assert said(full.value) == (
        "It cannot be kept: the disk is full. Free some space, or choose another."
    )
