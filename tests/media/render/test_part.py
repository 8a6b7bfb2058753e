import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from transcribe_video.errors import StorageError
from transcribe_video.media.render.part import ABANDONED_S, PREFIX, SUFFIX, Part, sweep
from transcribe_video.media.render.workbench import Workbench


@pytest.fixture
def part(out: Path) -> Iterator[Part]:
    made = Part(out / "video.mp4", 0)
    yield made
    made.remove()


def test_a_part_gets_its_name_when_it_is_published(part: Part, out: Path) -> None:
    part.path.write_bytes(b"a video")
    part.publish()
    part.remove()
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {"video.mp4": b"a video"}


def test_a_part_that_is_removed_leaves_nothing(part: Part, out: Path) -> None:
    part.remove()
    assert list(out.iterdir()) == []


def test_a_name_that_was_taken_meanwhile_is_left_alone(part: Part, out: Path) -> None:
    (out / "video.mp4").write_bytes(b"someone's")
    with pytest.raises(StorageError, match="a file of that name is there already"):
        part.publish()
    assert (out / "video.mp4").read_bytes() == b"someone's"


def test_a_link_that_leads_nowhere_is_a_taken_name(out: Path) -> None:
    (out / "video.mp4").symlink_to(out / "nowhere")
    with pytest.raises(StorageError, match="a file of that name is there already"):
        Part(out / "video.mp4", 0)


def test_more_than_the_disk_holds_is_refused_before_anything_is_written(out: Path) -> None:
    with pytest.raises(StorageError, match="the disk is full"):
        Part(out / "video.mp4", 2**62)
    assert list(out.iterdir()) == []


def test_what_a_killed_run_left_is_removed_and_other_files_are_not(out: Path) -> None:
    left = out / f"{PREFIX}0123456789abcdef{SUFFIX}"
    others = [out / f"{PREFIX}a.part", out / f"video{SUFFIX}"]
    for path in (left, *others):
        path.write_bytes(b"x")
        os.utime(path, (0, ABANDONED_S))
    sweep(out)
    assert sorted(out.iterdir()) == sorted(others)


def test_a_part_that_is_worked_on_stays_however_old_it_is(part: Part, out: Path) -> None:
    os.utime(part.path, (0, 0))
    sweep(out)
    assert list(out.iterdir()) == [part.path]


@pytest.mark.skipif(sys.platform == "win32", reason="there files are never locked")
def test_where_files_cannot_be_locked_a_long_run_keeps_its_own_parts(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_file: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr("fcntl.flock", refused)
    left = out / f"{PREFIX}0123456789abcdef{SUFFIX}"
    left.write_bytes(b"x")
    os.utime(left, (0, 0))
    with Workbench() as bench:
        own = [bench.part(out / "video.mp4", 0)]
        for _ in range(3):
            for path in own:
                os.utime(path, (0, 0))
            own.append(bench.scratch(out / "video.mp4"))
        assert sorted(out.iterdir()) == sorted(own)
