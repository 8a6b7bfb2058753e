"""Pictures of an edit, made in processes of their own."""

from pathlib import Path

import pytest

from media.preview.numbered import make_film, number_in, read
from transcribe_video.backend.previewer import Shape, Shown, preview
from transcribe_video.errors import DamagedMediaError, MediaNotFoundError, UnsupportedMediaError

TIMES = [40 * number for number in range(50)]


def test_a_picture_is_made_in_another_process(tmp_path: Path) -> None:
    path = make_film(tmp_path / "film “1” é.mp4", TIMES)
    shape = Shape("16:9", is_padded=True)
    data = preview([Shown(path, 400), Shown(path, 800)], tmp_path / "work", shape)
    pixels = read(data)
    assert len(data) < 100_000
    assert pixels.shape == (180, 2 * 320 + 8, 3)
    assert [number_in(pixels[:, :320]), number_in(pixels[:, 328:])] == [10, 20]


def test_what_cannot_be_opened_is_an_error_here(tmp_path: Path, awkward_media: Path) -> None:
    with pytest.raises(MediaNotFoundError):
        preview([Shown(tmp_path / "nothing.mp4", 0)], tmp_path / "work")
    with pytest.raises(UnsupportedMediaError):
        preview([Shown(awkward_media / "playlist_inside.mp4", 0)], tmp_path / "work")


def test_a_process_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = make_film(tmp_path / "film.mp4", TIMES)
    with pytest.raises(DamagedMediaError, match="took too long"):
        preview([Shown(path, 0)], tmp_path / "work", longest_s=0.01)
