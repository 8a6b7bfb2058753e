"""What is asked for is in the picture, where and how it was asked for, and can be read there."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from media.conftest import Convert
from media.render.reading import Pixels, box_of, off_by, picture_at, read_back
from media.render.renderer import Clip, Renderer, caption, clip

_ENGLISH = "And so, my fellow Americans"
_GERMAN = "Größe, Äpfel und Öl für süße Übung"
_CHINESE = "城市之梦，你好世界"
_BANDS = {"top": (0.0, 0.25), "center": (0.35, 0.65), "bottom": (0.75, 1.0)}


class _Way(NamedTuple):
    """How clips of one recording are put together, and in how many parts they are encoded."""

    name: str
    clips: int


_WAYS = [_Way("one clip", 1), _Way("a few clips", 3), _Way("clips encoded in parts", 15)]


def _clips(source: Path, count: int) -> list[Clip]:
    """The recording's first 900 ms as so many clips that go on from each other."""
    each_ms = 900 // count
    return [clip(source, number * each_ms, each_ms) for number in range(count)]


@pytest.mark.parametrize("way", _WAYS, ids=lambda way: way.name)
def test_a_title_and_burned_captions_can_be_read_in_every_way_of_rendering(
    way: _Way, renderer: Renderer, scene: Path
) -> None:
    title = {"text": "Urban Dreams", "start_ms": 200, "end_ms": 600, "position": "top"}
    said = [caption(0, 400, _ENGLISH), caption(400, 900, _GERMAN)]
    style = {"is_burned": True, "size": "large"}
    wishes: Any = {"titles": [title], "captions": said, "caption_style": style, "rate": "25/1"}
    done = renderer.run(*_clips(scene, way.clips), **wishes).done
    assert done["method"]["name"] == "re-encode"
    assert done["notes"] == []
    both, one = (read_back(picture_at(renderer.target, ms)) for ms in (300, 700))
    assert [line.text for line in both] == ["Urban Dreams", _ENGLISH]
    assert [line.text for line in one] == [_GERMAN]
    assert [line.x for line in both] == pytest.approx([0.5, 0.5], abs=0.02)
    assert both[0].y < 0.2
    assert both[1].y > 0.8


@pytest.mark.parametrize("position", _BANDS)
def test_a_caption_and_a_title_stand_in_the_middle_of_their_band(
    position: str, renderer: Renderer, scene: Path
) -> None:
    low, high = _BANDS[position]
    style = {"is_burned": True, "position": position}
    title = {"text": _ENGLISH, "start_ms": 400, "end_ms": 1_000, "position": position}
    said = [caption(0, 400, _ENGLISH)]
    renderer.run(clip(scene), captions=said, caption_style=style, titles=[title])
    for ms in (200, 600):
        pixels = picture_at(renderer.target, ms)
        box = box_of(pixels, picture_at(scene, ms))
        assert low < box.top < box.bottom < high
        assert (box.left + box.right) / 2 == pytest.approx(0.5, abs=0.01)
        [line] = read_back(pixels)
        assert line.text == _ENGLISH
        assert line.y == pytest.approx((box.top + box.bottom) / 2, abs=0.02)


def test_captions_are_small_medium_or_large(renderer: Renderer, scene: Path) -> None:
    heights = []
    for size in ("small", "medium", "large"):
        one = Renderer(renderer.target.with_name(f"{size}.mp4"))
        style = {"is_burned": True, "size": size}
        one.run(clip(scene, 0, 400), captions=[caption(0, 400, "HHHHH")], caption_style=style)
        box = box_of(picture_at(one.target, 200), picture_at(scene, 200))
        heights.append(box.bottom - box.top)
    # Capitals of Roboto are 0.6 of the size that is asked for, and have an outline.
    assert heights == pytest.approx([0.036, 0.046, 0.062], abs=0.009)
    assert heights[0] < heights[1] < heights[2]


@pytest.mark.parametrize(
    "frame", [{"aspect": "9:16", "height": 360}, {"aspect": "1:1", "is_padded": True}]
)
def test_captions_fit_a_crop_and_a_pad(
    frame: dict[str, object], renderer: Renderer, scene: Path
) -> None:
    text = "ask not what your country can do for you"
    style = {"is_burned": True, "size": "large"}
    said = [caption(0, 400, text)]
    renderer.run(clip(scene, 0, 400), captions=said, caption_style=style, frame=frame)
    lines = read_back(picture_at(renderer.target, 200))
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    assert len(lines) > 1
    assert [line.x for line in lines] == pytest.approx([0.5] * len(lines), abs=0.03)


@pytest.mark.parametrize("count", [1, 15])
def test_a_crop_is_just_the_middle_of_the_recording(
    count: int, renderer: Renderer, chart: Path
) -> None:
    renderer.run(*_clips(chart, count), frame={"aspect": "9:16"}, rate="25/1")
    pixels, whole = picture_at(renderer.target, 600), picture_at(chart, 600)
    assert pixels.shape == (180, 100, 3)
    off = {left: off_by(pixels, whole[:, left : left + 100]) for left in range(100, 121)}
    assert min(off, key=lambda left: off[left]) in {109, 110, 111}
    assert min(off.values()) < 4
    assert min(off[100], off[120]) > 2 * min(off.values())


@pytest.mark.parametrize("count", [1, 15])
def test_a_pad_is_all_of_the_recording_between_black_bars(
    count: int, renderer: Renderer, chart: Path
) -> None:
    frame = {"aspect": "1:1", "is_padded": True}
    renderer.run(*_clips(chart, count), frame=frame, rate="25/1")
    pixels, whole = picture_at(renderer.target, 600), picture_at(chart, 600)
    assert pixels.shape == (320, 320, 3)
    assert off_by(pixels[70:250], whole) < 4
    assert pixels[:68].max() < 20
    assert pixels[252:].max() < 20


_COLOURS = {
    "white": (255, 255, 255),
    "yellow": (255, 235, 59),
    "green": (76, 224, 90),
    "cyan": (64, 224, 255),
    "red": (255, 75, 64),
    "blue": (31, 80, 224),
    "black": (16, 16, 16),
}


@pytest.mark.parametrize("color", [None, *_COLOURS])
def test_captions_have_the_colour_that_is_wanted_an_outline_and_another_for_the_spoken_word(
    color: str | None, renderer: Renderer, convert: Convert
) -> None:
    grey = ("-f", "lavfi", "-i", "color=gray:s=640x360:r=5", "-t", "1", "-pix_fmt", "yuv444p")
    source = convert("grey.mp4", *grey)
    words = [
        {"start_ms": 0, "end_ms": 400, "text": "MMMMMMM"},
        {"start_ms": 500, "end_ms": 1_000, "text": "MMMMMMM"},
    ]
    said = [{"start_ms": 0, "end_ms": 1_000, "text": "MMMMMMM MMMMMMM", "words": words}]
    style = {"is_burned": True, "is_highlighted": True, "size": "large", "color": color}
    renderer.run(clip(source), captions=said, caption_style=style)
    pixels = picture_at(renderer.target, 200)
    spoken, plain = (_ink(half) for half in (pixels[:, :320], pixels[:, 320:]))
    assert plain.letters == pytest.approx(_COLOURS[color or "white"], abs=24)
    assert _contrast(plain.letters, plain.outline) > 4.5
    assert np.abs(np.subtract(spoken.letters, plain.letters)).max() > 100
    assert _contrast(spoken.letters, spoken.outline) > 4.5


class _Ink(NamedTuple):
    letters: tuple[float, ...]
    outline: tuple[float, ...]


def _ink(pixels: Pixels) -> _Ink:
    """The colours of what is written on grey: that which is inside, and that around it."""
    off = np.abs(pixels.astype(int) - 128).max(axis=2) > 60
    rows, columns = np.flatnonzero(off.any(axis=1)), np.flatnonzero(off.any(axis=0))
    text = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(float)
    outline = tuple(np.median(text[0][off[rows[0], columns[0] : columns[-1] + 1]], axis=0))
    # Inside the strokes the colour is far from that of the outline, and from grey.
    away = np.abs(text - outline).sum(axis=2) * (np.abs(text - 128).max(axis=2) > 60)
    inside = text[away > 0.85 * away.max()]
    return _Ink(tuple(np.median(inside, axis=0)), outline)


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """From 1 to 21 (WCAG 2.2); 4.5 is what letters need."""
    lights = sorted(_light(colour) + 0.05 for colour in (one, other))
    return lights[1] / lights[0]


def _light(colour: tuple[float, ...]) -> float:
    shares = (value / 255 for value in colour)
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))
