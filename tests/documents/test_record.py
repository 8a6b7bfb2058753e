import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from transcribe_video.documents.record import Record

DOCUMENT, FILM, OTHER_FILM = Path("/films/a.txt"), Path("/films/a.mp4"), Path("/films/a.mov")


def _digests(record: Record, document: Path = DOCUMENT, source: Path = FILM) -> set[str]:
    with record.turn() as turn:
        return set(turn.digests(document, source))


def test_what_was_noted_is_known_for_its_source_only(tmp_path: Path) -> None:
    record = Record(tmp_path / "home" / "documents.sqlite3")

    with record.turn() as turn:
        turn.announce({DOCUMENT: "one"}, FILM)

    assert _digests(record) == {"one"}
    assert _digests(record, source=OTHER_FILM) == set()
    assert _digests(record, document=Path("/films/b.txt")) == set()


def test_an_announcement_keeps_what_is_there_and_a_confirmation_replaces_it(tmp_path: Path) -> None:
    record = Record(tmp_path / "documents.sqlite3")

    with record.turn() as turn:
        turn.confirm({DOCUMENT: "old"}, FILM)
        turn.announce({DOCUMENT: "new"}, FILM)
        assert turn.digests(DOCUMENT, FILM) == {"old", "new"}
        turn.confirm({DOCUMENT: "new"}, FILM)

    assert _digests(record) == {"new"}


def test_a_turn_that_fails_notes_nothing(tmp_path: Path) -> None:
    record = Record(tmp_path / "documents.sqlite3")

    def fails() -> None:
        with record.turn() as turn:
            turn.announce({DOCUMENT: "one"}, FILM)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fails()

    assert _digests(record) == set()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_only_its_owner_can_read_the_record(tmp_path: Path) -> None:
    path = tmp_path / "home" / "documents.sqlite3"
    with Record(path).turn() as turn:
        turn.announce({DOCUMENT: "one"}, FILM)

        assert {
            (file.name, stat.S_IMODE(file.stat().st_mode)) for file in path.parent.iterdir()
        } == {
            ("documents.sqlite3", 0o600),
            ("documents.sqlite3-wal", 0o600),
            ("documents.sqlite3-shm", 0o600),
        }
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_damaged_record_is_set_aside_and_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "documents.sqlite3"
    path.write_bytes(b"this is not a database" * 100)
    record = Record(path)

    assert _digests(record) == set()
    with record.turn() as turn:
        turn.announce({DOCUMENT: "one"}, FILM)

    assert _digests(record) == {"one"}
    assert (tmp_path / "documents.sqlite3.damaged").is_file()


def test_a_record_that_cannot_be_kept_knows_nothing(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    record = Record(tmp_path / "home" / "documents.sqlite3")

    with record.turn() as turn:
        turn.confirm({DOCUMENT: "one"}, FILM)
        assert turn.digests(DOCUMENT, FILM) == frozenset()


def test_a_table_of_another_form_knows_nothing(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "documents.sqlite3") as database:
        database.execute("CREATE TABLE document (something TEXT)")
    database.close()

    with Record(tmp_path / "documents.sqlite3").turn() as turn:
        turn.confirm({DOCUMENT: "one"}, FILM)
        assert turn.digests(DOCUMENT, FILM) == frozenset()
