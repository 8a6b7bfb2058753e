"""The file that was asked for behind a change is not forgotten."""

import os
from pathlib import Path

from transcribe_video.tools.wishes import FOLDER, Wishes


def test_a_wish_outlives_the_process_that_heard_it(tmp_path: Path) -> None:
    Wishes(tmp_path).keep("chat_1", {"format": "srt"})

    later = Wishes(tmp_path)
    assert later.behind(["chat_0", "chat_1"]) == {"format": "srt"}
    assert later.behind(["chat_2"]) is None

    later.drop(["chat_1", "chat_9"])
    assert Wishes(tmp_path).behind(["chat_1"]) is None
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_an_export_with_nothing_special_is_a_wish_too(tmp_path: Path) -> None:
    Wishes(tmp_path).keep("chat_1", {})

    assert Wishes(tmp_path).behind(["chat_1"]) == {}


def test_old_wishes_are_removed_by_the_next(tmp_path: Path) -> None:
    wishes = Wishes(tmp_path)
    wishes.keep("chat_1", {})
    os.utime(tmp_path / FOLDER / "chat_1.json", (0, 0))
    wishes.keep("chat_2", {})

    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["chat_2.json"]


def test_what_cannot_be_written_is_known_while_the_process_lives(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("no folder")
    wishes = Wishes(home)
    wishes.keep("chat_1", {"format": "srt"})

    assert wishes.behind(["chat_1"]) == {"format": "srt"}
    assert Wishes(home).behind(["chat_1"]) is None


def test_a_handle_that_is_a_path_is_none(tmp_path: Path) -> None:
    Wishes(tmp_path).keep("../other", {})

    assert not (tmp_path / "other.json").exists()
    assert Wishes(tmp_path).behind(["../other", "a/b"]) is None


def test_a_damaged_wish_is_none(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "chat_1.json").write_text("[1")
    (tmp_path / FOLDER / "chat_2.json").write_text("[1]")

    assert Wishes(tmp_path).behind(["chat_1", "chat_2"]) is None
