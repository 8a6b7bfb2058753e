"""How large pictures are, from their first bytes."""

import subprocess
from pathlib import Path

import pytest

from transcribe_video.errors import DamagedMediaError, UnsupportedMediaError
from transcribe_video.media.still import Still, still

# The forms of WebP that ffmpeg writes none of: lossless, and extended.
_WEBP = {
    "lossless": b"VP8L" + bytes(4) + b"\x2f" + (63 | 47 << 14).to_bytes(4, "little"),
    "extended": b"VP8X" + bytes(8) + b"\x3f\0\0\x2f\0\0",
    "lossy": b"VP8 " + bytes(7) + b"\x9d\x01\x2a" + b"\x40\0\x30\0",
}


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif"])
def test_the_size_is_read(tmp_path: Path, ffmpeg: str, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    made = ["-f", "lavfi", "-i", "color=s=64x48:d=1", "-frames:v", "1", str(path)]
    subprocess.run([ffmpeg, "-v", "error", *made], check=True, timeout=30)
    assert still(path) == Still(64, 48)
    head = path.read_bytes()[:12]
    path.write_bytes(head[:8] if suffix == "gif" else head)
    with pytest.raises(DamagedMediaError, match="and is cut off"):
        still(path)


@pytest.mark.parametrize("form", _WEBP)
def test_the_size_of_every_form_of_webp_is_read(tmp_path: Path, form: str) -> None:
    path = tmp_path / "a.webp"
    path.write_bytes(b"RIFF\0\0\0\0WEBP" + _WEBP[form])
    assert still(path) == Still(64, 48)


def test_a_webp_that_moves_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    moving = _WEBP["extended"].replace(b"VP8X" + bytes(4), b"VP8X" + bytes(4) + b"\x02", 1)[:-1]
    path.write_bytes(b"RIFF\0\0\0\0WEBP" + moving)
    with pytest.raises(UnsupportedMediaError, match=r"that moves\. Save it as MP4 or GIF"):
        still(path)


def test_other_pictures_are_refused_and_recordings_left_to_others(
    tmp_path: Path, speech: Path
) -> None:
    other = tmp_path / "a.tif"
    other.write_bytes(b"II*\0" + bytes(100))
    with pytest.raises(UnsupportedMediaError, match="it is a TIFF picture"):
        still(other)
    assert still(speech / "jfk.flac") is None
