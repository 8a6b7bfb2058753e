"""Files that are known again."""

from hashlib import sha256
from pathlib import Path

from transcribe_video.durable import digest_of, settle


def test_the_digest_is_of_regular_files_only(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "link"
    file.write_bytes(b"text")
    link.symlink_to(file)
    assert digest_of(file) == sha256(b"text").hexdigest()
    for other in (link, tmp_path, tmp_path / "nothing"):
        assert digest_of(other) is None


def test_a_folder_that_is_not_there_needs_no_settling(tmp_path: Path) -> None:
    settle(tmp_path)
    settle(tmp_path / "nothing")
