import errno
import os
from pathlib import Path

import pytest

from transcribe_video.documents.disk import ABANDONED_S, Disk, drafts, storage_error


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full. Free some space, or choose another folder."),
        (
            errno.EDQUOT,
            "your share of the disk is used up. Free some space, or choose another folder.",
        ),
        (
            errno.EFBIG,
            (
                "a file may not grow that large there. "
                "Raise the limit on the size of files, or choose another folder."
            ),
        ),
        (errno.EACCES, "it may not be written to. Choose another folder."),
        (errno.EROFS, "the disk is read-only. Choose another folder."),
        (errno.ENAMETOOLONG, "the path is too long. Choose another folder."),
        (errno.EIO, f"{os.strerror(errno.EIO).lower()}. Choose another folder."),
    ],
)
def test_a_refusal_is_a_sentence_with_a_remedy(number: int, sentence: str) -> None:
    error = storage_error(Path("films"), OSError(number, os.strerror(number)))
    assert str(error) == f"Documents cannot be written into “films”: {sentence}"


def test_drafts_are_whole_while_the_block_runs_and_gone_after_it(tmp_path: Path) -> None:
    with drafts(tmp_path, {".txt": b"text", ".md": b"mark"}) as ready:
        assert {key: draft.read_bytes() for key, draft in ready.items()} == {
            ".txt": b"text",
            ".md": b"mark",
        }
    assert list(tmp_path.iterdir()) == []


def test_drafts_are_gone_after_a_failure_too(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), drafts(tmp_path, {".txt": b"text"}):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_removed_once_it_is_old(tmp_path: Path) -> None:
    old, young = (tmp_path / f".transcribe-video-to-text-{name}.part" for name in ("a", "b"))
    young.write_bytes(b"of a run beside this one")
    old.write_bytes(b"half a document")
    long_ago = young.stat().st_mtime - ABANDONED_S - 60
    os.utime(old, (long_ago, long_ago))

    with drafts(tmp_path, {}):
        assert list(tmp_path.iterdir()) == [young]


def _no_links(draft: Path, path: Path) -> None:
    raise OSError(errno.EPERM, "no hard links here", str(path), None, str(draft))


@pytest.mark.parametrize("disk", [Disk(), Disk(link=_no_links)], ids=["with links", "without"])
def test_a_draft_gets_its_name_with_and_without_hard_links(disk: Disk, tmp_path: Path) -> None:
    with drafts(tmp_path, {".txt": b"text"}) as ready:
        disk.create(ready[".txt"], tmp_path / "a.txt")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"text"}


@pytest.mark.parametrize("disk", [Disk(), Disk(link=_no_links)], ids=["with links", "without"])
def test_a_name_that_is_taken_is_refused(disk: Disk, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"someone's")

    with drafts(tmp_path, {".txt": b"text"}) as ready, pytest.raises(FileExistsError):
        disk.create(ready[".txt"], tmp_path / "a.txt")

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"someone's"}


def test_without_hard_links_a_failed_move_gives_the_name_back(tmp_path: Path) -> None:
    def fails(draft: Path, path: Path) -> None:
        raise OSError(errno.EIO, "broken", str(draft), None, str(path))

    with drafts(tmp_path, {".txt": b"text"}) as ready, pytest.raises(OSError, match="broken"):
        Disk(_no_links, fails).create(ready[".txt"], tmp_path / "a.txt")

    assert list(tmp_path.iterdir()) == []
