"""The headers of an MP4 file, read without a media library."""

import random
import subprocess
from pathlib import Path

import pytest

from transcribe_video.errors import DamagedMediaError, MediaError, MediaNotFoundError
from transcribe_video.media.mp4 import Film, film_at

SAMPLE = Path(__file__).parents[2] / "samples" / "inaugural_address.mp4"


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "film.mp4"
    path.write_bytes(content)
    return path


def test_a_film_tells_its_length_and_its_size() -> None:
    assert film_at(SAMPLE) == Film(duration_ms=11_000, width=640, height=360, has_sound=True)


def test_a_film_that_is_not_there_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(MediaNotFoundError):
        film_at(tmp_path / "film.mp4")


@pytest.mark.parametrize("missing", [1, 1000, 300_000], ids=["a_byte", "a_piece", "most_of_it"])
def test_a_film_that_lacks_its_end_is_damaged(tmp_path: Path, missing: int) -> None:
    with pytest.raises(DamagedMediaError):
        film_at(_file(tmp_path, SAMPLE.read_bytes()[:-missing]))


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>not a film</html>", b"\0" * 5000, b"\0\0\0\x08ftyp" * 3],
    ids=["nothing", "a_page", "zeros", "heads_only"],
)
def test_what_is_no_film_is_damaged(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(DamagedMediaError):
        film_at(_file(tmp_path, content))


def test_headers_full_of_nonsense_are_refused_or_read(tmp_path: Path) -> None:
    whole, chance = SAMPLE.read_bytes(), random.Random(7)
    start = whole.index(b"moov")
    read = refused = 0
    for _ in range(300):
        broken = bytearray(whole)
        for _ in range(8):
            broken[chance.randrange(start, min(start + 2000, len(broken)))] = chance.randrange(256)
        try:
            read += film_at(_file(tmp_path, bytes(broken))).duration_ms >= 0
        except MediaError:
            refused += 1
    assert (read + refused, read > 0) == (300, True)


def test_a_film_that_was_written_piece_by_piece_tells_its_length(
    tmp_path: Path, ffmpeg: str
) -> None:
    film = tmp_path / "pieces.mp4"
    command = [ffmpeg, "-v", "error", "-i", str(SAMPLE), "-c", "copy"]
    pieces = ["-movflags", "frag_keyframe+empty_moov", "-frag_duration", "1000000", str(film)]
    subprocess.run([*command, *pieces], check=True, timeout=60)
    read = film_at(film)
    assert abs(read.duration_ms - 11_000) < 200  # frames that are shown late count
    assert (read.width, read.height, read.has_sound) == (640, 360, True)
