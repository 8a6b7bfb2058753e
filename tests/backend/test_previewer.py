"""Pictures of an edit, made in processes of their own."""

from pathlib import Path
from typing import Any

import pytest

from media.preview.numbered import make_film, number_in, read
from transcribe_video.backend.previewer import Shown, preview
from transcribe_video.errors import DamagedMediaError, MediaNotFoundError, UnsupportedMediaError

TIMES = [40 * number for number in range(50)]


def _line(path: Path) -> dict[str, Any]:
    return {"clips": [{"path": str(path), "from_ms": 0, "d_ms": 2_000}]}


def test_a_picture_is_made_in_another_process(tmp_path: Path) -> None:
    path = make_film(tmp_path / "film “1” é.mp4", TIMES)
    line = {**_line(path), "frame": {"aspect": "16:9", "is_padded": True}}
    drawn = preview([Shown(path, 400), Shown(path, 800)], tmp_path / "work", line)
    pixels = read(drawn.jpeg)
    assert len(drawn.jpeg) < 100_000
    assert drawn.notes == ()
    assert pixels.shape == (180, 2 * 320 + 8, 3)
    assert [number_in(pixels[:, :320]), number_in(pixels[:, 328:])] == [10, 20]


def test_what_cannot_be_opened_is_an_error_here(tmp_path: Path, awkward_media: Path) -> None:
    nothing, playlist = tmp_path / "nothing.mp4", awkward_media / "playlist_inside.mp4"
    with pytest.raises(MediaNotFoundError):
        preview([Shown(nothing, 0)], tmp_path / "work", _line(nothing))
    with pytest.raises(UnsupportedMediaError):
        preview([Shown(playlist, 0)], tmp_path / "work", _line(playlist))


def test_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = make_film(tmp_path / "film.mp4", TIMES)
    with pytest.raises(DamagedMediaError, match="took too long"):
        preview([Shown(path, 0)], tmp_path / "work", _line(path), longest_s=0.01)
