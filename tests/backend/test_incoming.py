"""Files on their way in."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from transcribe_video.backend.incoming import Arrived, Incoming
from transcribe_video.errors import StorageError, TooLargeError


def _arrive(folder: Path, content: bytes, most_bytes: int = 100) -> Arrived:
    with Incoming(folder, "talk.mp4", most_bytes) as incoming:
        for start in range(0, len(content), 7):
            incoming.write(content[start : start + 7])
        return incoming.keep()


def test_a_file_is_counted_and_hashed_as_it_comes(tmp_path: Path) -> None:
    content = bytes(range(100))

    assert _arrive(tmp_path, content) == Arrived(
        tmp_path / "talk.mp4", "talk.mp4", 100, hashlib.sha256(content).hexdigest()
    )
    assert (tmp_path / "talk.mp4").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["talk.mp4"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_file_is_its_owners_only(tmp_path: Path) -> None:
    assert _arrive(tmp_path, b"content").path.stat().st_mode & 0o777 == 0o600


def test_a_file_whose_name_is_taken_gets_a_number(tmp_path: Path) -> None:
    (tmp_path / "talk.mp4").write_bytes(b"somebody's")

    second, third = _arrive(tmp_path, b"second"), _arrive(tmp_path, b"third")

    assert [second.path.name, third.path.name] == ["talk (2).mp4", "talk (3).mp4"]
    assert [second.filename, third.filename] == ["talk.mp4", "talk.mp4"]
    assert (tmp_path / "talk.mp4").read_bytes() == b"somebody's"
    assert second.path.read_bytes() == b"second"


def test_a_file_that_is_not_kept_leaves_nothing(tmp_path: Path) -> None:
    with Incoming(tmp_path, "talk.mp4", 100) as incoming:
        incoming.write(b"content")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_grows_too_large_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TooLargeError, match="is too large: it has more than 2 MB"):
        _arrive(tmp_path, bytes((2 << 20) + 1), 2 << 20)
    assert list(tmp_path.iterdir()) == []


def test_what_says_that_it_is_too_large_is_refused_at_once(tmp_path: Path) -> None:
    with Incoming(tmp_path, "talk.mp4", 100) as incoming, pytest.raises(TooLargeError):
        incoming.expect(101)


def test_what_the_disk_has_no_room_for_is_refused_at_once(tmp_path: Path) -> None:
    with (
        Incoming(tmp_path, "talk.mp4", 1 << 62) as incoming,
        pytest.raises(StorageError, match="the disk is full"),
    ):
        incoming.expect(1 << 61)


def test_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be kept in"):
        _arrive(tmp_path / "gone", b"content")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_disk_that_refuses_a_write_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from transcribe_video.backend.incoming import Incoming\n"
        "from transcribe_video.errors import StorageError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    with Incoming(Path(sys.argv[1]), 'talk.mp4', 5000) as incoming:\n"
        "        incoming.write(bytes(2000))\n"
        "except StorageError as error:\n"
        "    print(error.why)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)

    assert ran.stdout == "a file may not grow that large there\n"
    assert list(tmp_path.iterdir()) == []
