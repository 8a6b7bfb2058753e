from pathlib import Path

import numpy as np
import pytest

from media.preview.numbered import Picture, make_film, number_in, read
from transcribe_video.media.preview.jpeg import MOST_BYTES, jpeg
from transcribe_video.media.preview.numerals import write_time
from transcribe_video.media.preview.order import Order
from transcribe_video.media.preview.pixels import blank
from transcribe_video.media.preview.sheet import preview
from transcribe_video.media.render.size import Size

TIMES = [40 * number for number in range(100)]


def _shown(path: Path, *times_ms: int, folder: Path, **more: object) -> Picture:
    frames = [{"path": path, "at_ms": ms, "label": f"0:{ms // 1000:02}"} for ms in times_ms]
    order = Order.model_validate({"frames": frames, "clips": [{"path": path}], **more})
    sheet = preview(order, folder)
    assert sheet.notes == ()
    return read(sheet.jpeg)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return make_film(tmp_path / "film.mp4", TIMES)


def test_one_moment_is_one_picture(film: Path, tmp_path: Path) -> None:
    pixels = _shown(film, 520, folder=tmp_path)
    assert pixels.shape == (128, 320, 3)
    assert number_in(pixels) == 13


def test_a_join_is_its_two_sides_in_a_row(film: Path, tmp_path: Path) -> None:
    pixels = _shown(film, 1_000 - 1, 2_000, folder=tmp_path)
    assert pixels.shape == (128, 2 * 320 + 8, 3)
    assert (number_in(pixels[:, :320]), number_in(pixels[:, 328:])) == (24, 50)


def test_a_sheet_shows_all_moments_in_the_order_of_reading(film: Path, tmp_path: Path) -> None:
    wanted = list(range(0, 80, 10))
    pixels = _shown(film, *(40 * number for number in wanted), folder=tmp_path)
    height, width, _ = pixels.shape
    cell_height, cell_width = 128 + 8, 320 + 8
    assert (height, width) == (3 * cell_height - 8, 3 * cell_width - 8)
    cells = [
        pixels[row * cell_height :, column * cell_width :][:128, :320]
        for row in range(3)
        for column in range(3)
    ]
    assert [number_in(cell) for cell in cells[:8]] == wanted
    assert cells[8].mean() == pytest.approx(96, abs=3)


def test_the_shape_of_the_edit_is_cut_out_of_the_middle_or_bordered(
    film: Path, tmp_path: Path
) -> None:
    cut = _shown(film, 0, frame={"aspect": "1:1"}, folder=tmp_path)
    bordered = _shown(film, 0, frame={"aspect": "1:1", "is_padded": True}, folder=tmp_path)
    assert cut.shape == (128, 128, 3)
    assert bordered.shape == (320, 320, 3)
    assert cut[8, 64, 0] > 150
    assert bordered[8, 160].max() < 20
    assert bordered[96 + 8, 160, 0] > 150


def test_sound_alone_is_black(awkward_media: Path, tmp_path: Path) -> None:
    pixels = _shown(awkward_media / "a.wav", 0, folder=tmp_path)
    assert pixels.shape == (720, 1280, 3)
    assert pixels[:600].max() < 20


def test_a_picture_full_of_detail_is_small_enough_to_be_sent() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (1280, 1280, 3), np.uint8)
    data = jpeg(noise)
    assert len(data) <= MOST_BYTES
    assert read(data).shape[0] >= 256


def test_a_smooth_picture_stays_as_large_as_it_is() -> None:
    grey = np.tile(np.linspace(0, 255, 1280).astype(np.uint8), (720, 1))
    data = jpeg(np.repeat(grey[:, :, None], 3, axis=2))
    assert len(data) <= MOST_BYTES
    assert read(data).shape == (720, 1280, 3)
    assert read(data)[0, 0, 0] < 8
    assert read(data)[0, -1, 0] > 247


def test_a_time_stands_in_the_lower_left_corner() -> None:
    pixels = blank(Size(200, 100), 90)
    write_time(pixels, "1:23.5 s")
    plate = pixels[78:, :72, 0]
    assert set(np.unique(plate)) <= {0, 90, 255}
    assert pixels[99, 0, 0] == 0
    assert (plate == 255).sum() > 100
    assert (pixels[:78] == 90).all()


def test_a_time_that_does_not_fit_is_left_out() -> None:
    pixels = blank(Size(20, 10), 90)
    write_time(pixels, "1:23:45")
    write_time(pixels, "")
    assert (pixels == 90).all()
