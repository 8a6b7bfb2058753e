"""Still pictures, sizes and colours that need a word: what is made of them, and what is said."""

import struct
from pathlib import Path

import av
import numpy as np
import pytest

from media.conftest import Convert
from media.preview.numbered import number_in, picture
from media.render.conftest import Film
from media.render.reading import off_by, picture_at, pictures
from media.render.renderer import Renderer, clip
from transcribe_video.media.preview.jpeg import jpeg

_MOVES = "It moves, and its first picture is shown; to have it move, save it as MP4."


@pytest.mark.parametrize("name", ["moves.gif", "moves.apng"])
def test_of_a_picture_that_moves_the_first_is_shown_and_that_is_said(
    name: str, renderer: Renderer, convert: Convert
) -> None:
    source = convert(name, "-f", "lavfi", "-i", "testsrc2=s=320x180:r=5", "-t", "1")
    done = renderer.run({"path": str(source), "kind": "image", "d_ms": 600}).done
    assert done["notes"] == [_MOVES]
    first, *_ = pictures(source)
    shown = pictures(renderer.target)
    assert max(off_by(each, shown[0]) for each in shown) < 1
    assert off_by(shown[0], first) < 6


def test_a_webp_picture_that_moves_is_refused_with_what_to_do(
    renderer: Renderer, convert: Convert
) -> None:
    moving = ("-f", "lavfi", "-i", "testsrc2=s=64x64:r=5", "-t", "1", "-loop", "0")
    answer = renderer.run({"path": str(convert("a.webp", *moving)), "kind": "image"})
    assert answer.error == ("UnsupportedMediaError", "it is a WebP picture that moves")
    assert "PNG or JPEG" in answer.last["error"]["remedy"]


def test_a_photograph_of_too_many_pixels_is_refused(renderer: Renderer, tmp_path: Path) -> None:
    path, plain = tmp_path / "a.jpg", jpeg(picture(1))
    at = plain.index(b"\xff\xc0") + 5
    path.write_bytes(plain[:at] + struct.pack(">HH", 9_000, 9_000) + plain[at + 4 :])
    answer = renderer.run({"path": str(path), "kind": "image"})
    assert answer.error == ("UnsupportedMediaError", "its 9000 × 9000 pixels are too many")


def test_a_still_photograph_says_nothing(renderer: Renderer, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(picture(613)))
    done = renderer.run({"path": str(path), "kind": "image", "d_ms": 200}).done
    assert done["notes"] == []
    assert number_in(picture_at(renderer.target, 100)) == 613


@pytest.mark.parametrize(
    ("frame", "made", "notes"),
    [
        (
            {"height": 360},
            (640, 360),
            ["The picture is enlarged from 320 × 180 to 640 × 360, which makes it no sharper."],
        ),
        (
            {"aspect": "9:16", "height": 360},
            (360, 640),
            ["The picture is enlarged from 100 × 180 to 360 × 640, which makes it no sharper."],
        ),
        ({"height": 180}, (320, 180), []),
        ({"height": 90}, (160, 90), []),
        ({"aspect": "1:1", "is_padded": True}, (320, 320), []),
    ],
)
def test_a_picture_is_enlarged_where_that_is_asked_for_and_that_is_said(
    frame: dict[str, object],
    made: tuple[int, int],
    notes: list[str],
    renderer: Renderer,
    film: Film,
) -> None:
    source = film("testsrc2=s=320x180:r=25")
    done = renderer.run(clip(source, 0, 200), frame=frame).done
    assert (done["width"], done["height"]) == made
    assert done["notes"] == notes
    assert picture_at(renderer.target, 100).shape == (made[1], made[0], 3)


def test_no_picture_higher_than_1080_can_be_asked_for(renderer: Renderer, film: Film) -> None:
    answer = renderer.run(clip(film("testsrc2=s=320x180:r=25")), frame={"height": 2_160})
    assert answer.error == ("UsageError", "“frame.height” of the request cannot be used")


@pytest.mark.parametrize(("pixels", "said"), [("yuv420p10le", 1), ("yuv420p", 0)])
def test_finer_colours_that_do_not_say_whether_they_are_hdr_are_taken_as_they_are(
    pixels: str, said: int, renderer: Renderer, convert: Convert
) -> None:
    bars = ("-f", "lavfi", "-i", "smptehdbars=s=320x180:r=10", "-t", "0.4", "-pix_fmt", pixels)
    source = convert("bars.mp4", *bars, "-c:v", "libx265", "-x265-params", "log-level=error")
    notes = renderer.run(clip(source)).done["notes"]
    assert [note[:34] for note in notes] == ["The recording has finer colours th"] * said
    assert off_by(picture_at(renderer.target, 200), picture_at(source, 200)) < 4


def test_a_still_picture_has_its_colours_and_says_in_which_system(
    renderer: Renderer, convert: Convert
) -> None:
    red = convert("red.png", "-f", "lavfi", "-i", "color=0xC83C28:s=320x180", "-frames:v", "1")
    renderer.run({"path": str(red), "kind": "image", "d_ms": 200})
    with av.open(renderer.target) as container:
        frame = next(container.decode(video=0))
        assert frame.colorspace == av.video.reformatter.Colorspace.ITU709
        shown = frame.reformat(format="rgb24", src_colorspace="ITU709").to_ndarray()
    assert np.abs(shown.astype(int) - [0xC8, 0x3C, 0x28]).max() < 6
