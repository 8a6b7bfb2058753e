"""What the system forbids or cannot give is told as such."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from media.conftest import Python

_AS_NOBODY = """
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
for action in (
    lambda: recordings([str(path)]),
    lambda: record(path, scratch, manifest.limits, manifest.timeouts),
):
    try:
        action()
    except TranscribeVideoError as error:
        print(type(error).__name__, error)
"""


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
    ran = python(_AS_NOBODY, path, public)
    refusal = (
        "MediaForbiddenError “secret.mp4” cannot be read: the system does not allow it. "
        "Allow this program to read it, or copy it into a folder of yours.\n"
    )
    assert (ran.stdout, ran.stderr) == (2 * refusal, "")


@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_a_folder_that_may_not_be_read_is_told_so(mode: int, public: Path, python: Python) -> None:
    folder = public / "private"
    folder.mkdir()
    (folder / "a.mp4").write_bytes(b"....ftypisom")
    folder.chmod(mode)
    ran = python(_AS_NOBODY, folder if mode != 0o444 else folder / "a.mp4", public)
    folder.chmod(0o755)
    assert ran.stdout.startswith("MediaForbiddenError “")
    assert "the system does not allow it" in ran.stdout
    assert ran.stderr == ""


@pytest.mark.skipif(os.name != "posix", reason="folders are closed to a user in another way")
def test_a_scratch_folder_that_may_not_be_written_is_told_so(
    public: Path, speech: Path, python: Python
) -> None:
    path = public / "jfk.flac"
    path.write_bytes((speech / "jfk.flac").read_bytes())
    (public / "closed").mkdir(mode=0o555)
    ran = python(_AS_NOBODY, path, public / "closed")
    assert ran.stdout.startswith("StorageError The sound cannot be kept")
    assert "closed” while it is worked on" in ran.stdout
    assert "it may not be written to" in ran.stdout
