"""Any part of a recording's sound can be read, and it lies where nothing is left behind."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from media.conftest import Decode, Python
from transcribe_video.errors import StorageError
from transcribe_video.manifest import Limits
from transcribe_video.media.record import record


def test_a_part_equals_the_same_part_of_the_whole(speech: Path, decode: Decode) -> None:
    with decode(speech / "jfk.flac") as sound:
        whole = sound.read(0, 11_000)
        assert len(whole) == 11 * 16_000
        assert whole.dtype == np.float32
        assert 0.1 < abs(whole).max() <= 1
        assert (sound.read(1_234, 5_678) == whole[1_234 * 16 : 5_678 * 16]).all()


@pytest.mark.parametrize(
    ("start_ms", "end_ms", "length_ms"),
    [(-500, 1_000, 1_000), (10_000, 99_000, 1_000), (50_000, 60_000, 0), (5_000, 4_000, 0)],
)
def test_what_lies_outside_is_not_there(
    start_ms: int, end_ms: int, length_ms: int, speech: Path, decode: Decode
) -> None:
    with decode(speech / "jfk.flac") as sound:
        assert sound.duration_ms == 11_000
        assert len(sound.read(start_ms, end_ms)) == length_ms * 16


def test_several_threads_read_at_once(speech: Path, decode: Decode) -> None:
    with decode(speech / "two_cities.flac") as sound, ThreadPoolExecutor(4) as threads:
        whole = sound.read(0, sound.duration_ms)
        starts = [(step * 7_919) % 40_000 for step in range(400)]
        parts = list(threads.map(lambda start: sound.read(start, start + 1_000), starts))
    for start, part in zip(starts, parts, strict=True):
        assert (part == whole[start * 16 : (start + 1_000) * 16]).all()


def test_the_sound_has_no_name_in_its_folder(speech: Path, decode: Decode, scratch: Path) -> None:
    with decode(speech / "jfk.flac"):
        assert list(scratch.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(
    speech: Path, tmp_path: Path, limits: Limits
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="file/work” while it is worked on"):
        record(speech / "jfk.flac", tmp_path / "file" / "work", limits)


def test_a_full_disk_is_told_with_what_is_needed(
    awkward_media: Path, scratch: Path, python: Python
) -> None:
    code = """
import resource, sys
from pathlib import Path
from transcribe_video.errors import StorageError
from transcribe_video.manifest import load_manifest
from transcribe_video.media.record import record
from transcribe_video.skill import skill_folder

manifest = load_manifest(skill_folder())
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
try:
    record(Path(sys.argv[1]), Path(sys.argv[2]), manifest.limits)
except StorageError as error:
    print(error)
"""
    ran = python(code, awkward_media / "a.m4a", scratch)
    assert ran.stdout == (
        f"The sound cannot be kept in “{scratch}” while it is worked on, which takes 115 MB for "
        "each hour: a file may not grow that large there. Raise the limit on the size of files, "
        "or set TRANSCRIBE_VIDEO_HOME to another folder.\n"
    )
    assert ran.stderr == ""
    assert list(scratch.iterdir()) == []
