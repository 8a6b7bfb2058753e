"""What is kept is its owner's only."""

import stat
from pathlib import Path

import pytest

from transcribe_video.mishap import write_mishap
from transcribe_video.privacy import create_private, make_private, write_private


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_missing_folders_are_made_private_and_others_left(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    there.chmod(0o755)

    make_private(there / "data" / "models")
    make_private(there / "data" / "models")

    assert _mode(there) == 0o755
    assert (_mode(there / "data"), _mode(there / "data" / "models")) == (0o700, 0o700)


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(OSError, match="file"):
            make_private(folder)


def test_a_taken_name_is_left(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")
    with pytest.raises(FileExistsError):
        create_private(tmp_path / "notes")
    assert (tmp_path / "notes").read_text() == "mine"


def test_a_file_that_all_could_read_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    path.write_text("old")
    path.chmod(0o644)

    write_private(path, "你好 caf\udce9")

    assert (_mode(path), path.read_text("utf-8")) == (0o600, "你好 caf\\udce9")


def test_a_mishap_is_told_to_its_owner_only(tmp_path: Path) -> None:
    write_mishap(tmp_path / "home", KeyError("caf\udce9.mp4"))

    assert _mode(tmp_path / "home") == 0o700
    assert _mode(tmp_path / "home" / "mishap.txt") == 0o600
