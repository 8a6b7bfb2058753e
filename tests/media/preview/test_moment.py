import random
import struct
import subprocess
from pathlib import Path

import av
import numpy as np
import pytest

from media.preview.numbered import HEIGHT, WIDTH, Picture, is_upright, make_film, number_in, picture
from media.render.viewing import flashes_ms
from transcribe_video.errors import DamagedMediaError, MediaError, UnsupportedMediaError
from transcribe_video.media.preview.easel import Easel
from transcribe_video.media.preview.jpeg import jpeg
from transcribe_video.media.preview.moment import picture_at
from transcribe_video.media.preview.pixels import Pixels
from transcribe_video.media.render.workbench import Workbench

STEADY = [round(number * 1001 / 30) for number in range(300)]
OPEN_GOP = {"x264-params": "open-gop=1:scenecut=0:keyint=24:bframes=3:b-adapt=0"}
FORMS = {
    "plain.mp4": ("libx264", {"x264-params": "keyint=250:bframes=3:scenecut=0"}),
    "open.mp4": ("libx264", OPEN_GOP),
    "open.mkv": ("libx264", OPEN_GOP),
    "open.ts": ("libx264", OPEN_GOP),
    "short.mov": ("libx264", {"x264-params": "keyint=5:bframes=0"}),
    "old.avi": ("mpeg4", {"g": "30"}),
    "hevc.mp4": ("libx265", {"x265-params": "log-level=none:keyint=24:bframes=3"}),
    "web.webm": ("libvpx-vp9", {"g": "60", "deadline": "realtime", "cpu-used": "8"}),
}


def _uneven(seed: int = 3) -> list[int]:
    dice = random.Random(seed)
    gaps = [dice.choice([7, 16, 33, 34, 150]) for _ in range(200)]
    return [sum(gaps[:number]) for number in range(len(gaps))]


def _found(path: Path, at_ms: int) -> Pixels | None:
    with Workbench() as bench:
        return picture_at(path, at_ms, Easel(bench, path.parent))


def _seen(path: Path, at_ms: int) -> Pixels:
    pixels = _found(path, at_ms)
    assert pixels is not None
    return pixels


def _turned(ffmpeg: str, source: Path, degrees: int) -> Path:
    made = source.with_name(f"turned_{degrees}.mov")
    command = [ffmpeg, "-v", "error", "-display_rotation:v:0", str(degrees), "-i", str(source)]
    subprocess.run([*command, "-c", "copy", str(made)], check=True, timeout=30)
    return made


@pytest.mark.parametrize("name", FORMS)
def test_the_picture_of_a_moment_is_the_one_that_is_shown_then(tmp_path: Path, name: str) -> None:
    codec, options = FORMS[name]
    path = make_film(tmp_path / name, STEADY, codec=codec, options=options)
    wanted = [0, 1, 23, 24, 25, 47, 48, 49, 133, 249, 250, 251, 298, 299]
    shown = [number_in(_seen(path, STEADY[number])) for number in wanted]
    assert shown == wanted


@pytest.mark.parametrize(
    "options", [OPEN_GOP, {"x264-params": "keyint=60"}], ids=["open", "closed"]
)
def test_pictures_of_uneven_length_are_shown_until_the_next(
    tmp_path: Path, options: dict[str, str]
) -> None:
    times_ms = _uneven()
    path = make_film(tmp_path / "uneven.mkv", times_ms, options=options)
    for number in (0, 1, 50, 77, 120, 121, 198):
        assert number_in(_seen(path, times_ms[number])) == number
        assert number_in(_seen(path, times_ms[number + 1] - 1)) == number


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_picture_is_shown_upright(tmp_path: Path, ffmpeg: str, degrees: int) -> None:
    def lying(pixels: Picture) -> Picture:
        return np.ascontiguousarray(np.rot90(pixels, -degrees // 90))

    path = make_film(tmp_path / "lying.mov", STEADY[:60], changed=lying)
    pixels = _seen(_turned(ffmpeg, path, degrees), STEADY[42])
    assert pixels.shape == (HEIGHT, WIDTH, 3)
    assert is_upright(pixels)
    assert number_in(pixels) == 42


def test_pixels_are_made_square(tmp_path: Path, ffmpeg: str) -> None:
    path, wide = make_film(tmp_path / "a.mp4", STEADY[:9]), tmp_path / "wide.mp4"
    command = [ffmpeg, "-v", "error", "-i", str(path), "-vf", "setsar=2/1", str(wide)]
    subprocess.run(command, check=True, timeout=30)
    assert _seen(wide, 0).shape == (HEIGHT, 2 * WIDTH, 3)


def test_before_the_first_picture_it_is_the_first_and_after_the_last_the_last(
    tmp_path: Path,
) -> None:
    path = make_film(tmp_path / "a.mp4", STEADY[:30])
    assert number_in(_seen(path, 3_600_000)) == 29
    late = make_film(tmp_path / "late.mkv", [900 + ms for ms in STEADY[:30]])
    assert number_in(_seen(late, 0)) == 0


def test_a_clock_that_does_not_begin_at_zero_makes_no_difference(
    tmp_path: Path, ffmpeg: str
) -> None:
    path, moved = make_film(tmp_path / "a.ts", STEADY[:90]), tmp_path / "moved.ts"
    command = [ffmpeg, "-v", "error", "-i", str(path), "-c", "copy", "-output_ts_offset", "5000"]
    subprocess.run([*command, str(moved)], check=True, timeout=30)
    assert number_in(_seen(moved, STEADY[61])) == 61


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    def large(pixels: Picture) -> Picture:
        return np.kron(pixels, np.ones((6, 6, 1), np.uint8))

    path = make_film(tmp_path / "a.mp4", STEADY[:5], changed=large)
    pixels = _seen(path, STEADY[4])
    assert pixels.shape == (512, 1280, 3)
    assert number_in(pixels) == 4


@pytest.mark.parametrize("name", ["still.png", "still.jpg", "still.gif", "still.webp"])
def test_a_still_picture_is_itself_at_every_moment(tmp_path: Path, ffmpeg: str, name: str) -> None:
    source, path = make_film(tmp_path / "a.mp4", STEADY[:12]), tmp_path / name
    command = [ffmpeg, "-v", "error", "-i", str(source), "-vf", "select=eq(n\\,11)"]
    subprocess.run([*command, "-frames:v", "1", str(path)], check=True, timeout=30)
    assert number_in(_seen(path, 0)) == number_in(_seen(path, 4_000)) == 11


@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (3, 2), (6, 1), (8, 3)])
def test_a_photograph_is_shown_upright(tmp_path: Path, orientation: int, turns: int) -> None:
    """A camera that was held upright writes that into the file, and turns nothing (Exif 2.3)."""
    plain = jpeg(np.ascontiguousarray(np.rot90(picture(21), turns)))
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01" + entry + bytes(4)
    path = tmp_path / "photograph.jpg"
    path.write_bytes(plain[:2] + struct.pack(">BBH", 0xFF, 0xE1, len(exif) + 2) + exif + plain[2:])
    pixels = _seen(path, 0)
    assert pixels.shape == (HEIGHT, WIDTH, 3)
    assert is_upright(pixels)
    assert number_in(pixels) == 21


def test_sound_alone_shows_nothing(awkward_media: Path) -> None:
    assert _found(awkward_media / "a.wav", 0) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("text.mp4", UnsupportedMediaError),
        ("zero.mp4", DamagedMediaError),
        ("playlist_inside.mp4", UnsupportedMediaError),
        ("hls_inside.mp4", UnsupportedMediaError),
        ("bomb_dimensions.mp4", UnsupportedMediaError),
    ],
)
def test_what_may_not_be_opened_is_refused(
    awkward_media: Path, name: str, kind: type[MediaError]
) -> None:
    with pytest.raises(kind):
        _found(awkward_media / name, 0)


def test_a_picture_that_breaks_off_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    with av.open(tmp_path / "whole.png", "w") as container:
        stream = container.add_stream("png", rate=1)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "rgb24"
        container.mux(stream.encode(av.VideoFrame.from_ndarray(picture(5), format="rgb24")))
        container.mux(stream.encode(None))
    path.write_bytes((tmp_path / "whole.png").read_bytes()[:60])
    with pytest.raises(DamagedMediaError):
        _found(path, 0)


@pytest.mark.parametrize("name", ["sync.mp4", "sync_opengop.mp4", "sync_vfr_rot90.mov"])
def test_a_flash_is_seen_when_it_begins_and_not_before(awkward_media: Path, name: str) -> None:
    path = awkward_media / name
    for flash_ms in [one for one in flashes_ms(path, 31) if one > 0][:30:6]:
        assert _seen(path, flash_ms).mean() > 200
        assert _seen(path, flash_ms - 1).mean() < 200
