"""What the system forbids or cannot give is told as such."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from media.conftest import Python

_NOBODY = """
import os, sys
from pathlib import Path
from transcribe_video.errors import TranscribeVideoError
from transcribe_video.manifest import load_manifest
from transcribe_video.media.record import record
from transcribe_video.media.source import recordings
from transcribe_video.skill import skill_folder

manifest = load_manifest(skill_folder())
if os.geteuid() == 0:  # who may read everything
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)

path, scratch = Path(sys.argv[1]), Path(sys.argv[2])
"""
_ERRORS = f"""{_NOBODY}
for action in (
    lambda: recordings([str(path)]),
    lambda: record(path, scratch, manifest.limits),
):
    try:
        action()
    except TranscribeVideoError as error:
        print(type(error).__name__, error)
"""
_NAMES = f"{_NOBODY}print(*(found.name for found in recordings([str(path)])))"


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_a_file_that_may_not_be_read_is_told_so(public: Path, python: Python) -> None:
    path = public / "secret.mp4"
    path.write_bytes(b"....ftypisom")
    path.chmod(0)
    ran = python(_ERRORS, path, public)
    refusal = (
        "MediaForbiddenError “secret.mp4” cannot be read: the system does not allow it. "
        "Allow this program to read it, or copy it into a folder of yours.\n"
    )
    assert (ran.stdout, ran.stderr) == (2 * refusal, "")


@pytest.fixture
def private(public: Path) -> Iterator[Path]:
    """A folder that holds a recording, and that a test closes."""
    folder = public / "private"
    folder.mkdir()
    (folder / "a.mp4").write_bytes(b"....ftypisom")
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_a_folder_that_may_not_be_read_or_entered_is_told_so(
    mode: int, private: Path, python: Python
) -> None:
    private.chmod(mode)
    ran = python(_ERRORS, private, private.parent)
    assert ran.stdout.startswith(
        "MediaForbiddenError “private” cannot be read: the system does not allow it. "
    )
    assert ran.stderr == ""


def test_a_file_in_a_folder_that_may_not_be_entered_is_told_so(
    private: Path, python: Python
) -> None:
    private.chmod(0o444)
    ran = python(_ERRORS, private / "a.mp4", private.parent)
    assert ran.stdout.count("MediaForbiddenError “a.mp4” cannot be read: the system") == 2
    assert ran.stderr == ""


def test_a_link_to_what_may_not_be_looked_at_spoils_no_folder(
    private: Path, python: Python
) -> None:
    films = private.parent / "films"
    films.mkdir(mode=0o755)
    (films / "mine.mp4").write_bytes(b"....ftypisom")
    (films / "theirs.mp4").symlink_to(private / "a.mp4")
    private.chmod(0)
    ran = python(_NAMES, films, private.parent)
    assert (ran.stdout, ran.stderr) == ("mine.mp4 theirs.mp4\n", "")


@pytest.mark.skipif(os.name != "posix", reason="folders are closed to a user in another way")
def test_a_scratch_folder_that_may_not_be_written_is_told_so(
    public: Path, speech: Path, python: Python
) -> None:
    path = public / "jfk.flac"
    path.write_bytes((speech / "jfk.flac").read_bytes())
    (public / "closed").mkdir(mode=0o555)
    ran = python(_ERRORS, path, public / "closed")
    assert ran.stdout.startswith("StorageError The sound cannot be kept")
    assert "closed” while it is worked on" in ran.stdout
    assert "it may not be written to" in ran.stdout
