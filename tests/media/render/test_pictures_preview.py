"""What a preview shows is what the export of the same edit shows at that moment."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from media.conftest import Convert
from media.preview.numbered import picture, read
from media.render.reading import Pixels, box_of, off_by, picture_at, read_back
from media.render.renderer import Clip, Renderer, caption, clip
from transcribe_video.media.preview.jpeg import MOST_BYTES, jpeg
from transcribe_video.media.preview.order import Order
from transcribe_video.media.preview.pixels import resized
from transcribe_video.media.preview.sheet import preview
from transcribe_video.media.render.size import Size


def _previewed(clips: list[Clip], at_ms: int, folder: Path, **wishes: Any) -> Pixels:
    """The picture of a moment of an edit whose clips play at their own speed."""
    begin_ms = 0
    for each in clips:
        d_ms = int(str(each["d_ms"]))
        if begin_ms <= at_ms < begin_ms + d_ms:
            break
        begin_ms += d_ms
    shown = {**each, "at_ms": int(str(each.get("from_ms", 0))) + at_ms - begin_ms}
    order = {"frames": [{**shown, "time_ms": at_ms}], "clips": clips, **wishes}
    sheet = preview(Order.model_validate(order), folder)
    assert len(sheet.jpeg) <= MOST_BYTES
    assert sheet.notes == ()
    return read(sheet.jpeg)


def _exported(renderer: Renderer, clips: list[Clip], at_ms: int, **wishes: Any) -> Pixels:
    renderer.run(*clips, rate="25/1", **wishes)
    return picture_at(renderer.target, at_ms)


_SAID = [caption(0, 500, "And so, my fellow Americans"), caption(500, 1_000, "城市之梦，你好世界")]
_WORDS = [
    {"start_ms": 0, "end_ms": 200, "text": "MMMM"},
    {"start_ms": 300, "end_ms": 900, "text": "WW"},
]
_TITLE = {"text": "Urban Dreams", "start_ms": 200, "end_ms": 600, "position": "top"}


@pytest.mark.parametrize("at_ms", [240, 520, 600])
def test_titles_and_burned_captions_are_drawn(
    at_ms: int, scene: Path, renderer: Renderer, tmp_path: Path
) -> None:
    style = {"is_burned": True, "size": "large", "color": "yellow"}
    wishes: Any = {"titles": [_TITLE], "captions": _SAID, "caption_style": style}
    clips = [clip(scene, 0, 1_000)]
    seen = _previewed(clips, at_ms, tmp_path, **wishes)
    made = _exported(renderer, clips, at_ms, **wishes)
    assert off_by(seen, made) < 2.5
    lines = [line.text for line in read_back(seen)]
    assert lines == [line.text for line in read_back(made)]
    title = ["Urban Dreams"] if 200 <= at_ms < 600 else []
    assert lines == [*title, _SAID[at_ms >= 500]["text"]]
    plain = picture_at(scene, at_ms)
    ours, theirs = box_of(seen, plain, 90), box_of(made, plain, 90)
    assert (ours.left, ours.top) == pytest.approx((theirs.left, theirs.top), abs=0.008)
    assert (ours.right, ours.bottom) == pytest.approx((theirs.right, theirs.bottom), abs=0.008)


@pytest.mark.parametrize(
    "wishes",
    [
        {"frame": {"aspect": "9:16", "height": 360}},
        {"frame": {"aspect": "1:1", "is_padded": True}},
        {"fades": {"picture_in_ms": 1_000}},
        {"fades": {"picture_out_ms": 600}},
        {
            "captions": [{"start_ms": 0, "end_ms": 900, "text": "MMMM WW", "words": _WORDS}],
            "caption_style": {"is_burned": True, "is_highlighted": True, "position": "center"},
        },
    ],
    ids=["cropped", "padded", "fading in", "fading out", "spoken word"],
)
def test_shape_fades_and_the_spoken_word_are_as_they_will_be(
    wishes: Any, scene: Path, renderer: Renderer, tmp_path: Path
) -> None:
    clips = [clip(scene, 0, 1_000)]
    everything = {"titles": [_TITLE], **wishes}
    seen = _previewed(clips, 560, tmp_path, **everything)
    made = _exported(renderer, clips, 560, **everything)
    made = resized(made, Size(seen.shape[1], seen.shape[0]))
    assert off_by(seen, made) < 4
    assert [line.text for line in read_back(seen)] == [line.text for line in read_back(made)]
    without = _previewed(clips, 560, tmp_path, titles=[_TITLE])
    assert without.shape != seen.shape or off_by(without, seen) > 0.3


def test_captions_that_a_player_switches_on_are_not_in_the_picture(
    scene: Path, tmp_path: Path
) -> None:
    clips = [clip(scene, 0, 1_000)]
    seen = _previewed(clips, 80, tmp_path, captions=_SAID)
    assert read_back(seen) == []
    assert off_by(seen, picture_at(scene, 80)) < 2


def test_all_clips_are_seen_in_the_frame_of_the_first(
    scene: Path, renderer: Renderer, tmp_path: Path, convert: Convert
) -> None:
    upright = ("-f", "lavfi", "-i", "testsrc2=s=180x320:r=25", "-t", "1", "-pix_fmt", "yuv420p")
    clips = [
        clip(scene, 0, 400),
        clip(convert("upright.mp4", *upright), 200, 400),
        {**clip(scene, 0, 400), "kind": "audio"},
    ]
    renderer.run(*clips, rate="25/1")
    for at_ms in (240, 640, 1_000):
        seen = _previewed(clips, at_ms, tmp_path)
        assert off_by(seen, picture_at(renderer.target, at_ms)) < 4


@pytest.mark.parametrize(
    ("transfer", "place"), [("arib-std-b67", "stream"), ("smpte2084", "container")]
)
def test_hdr_has_the_colours_that_the_export_gives_it(
    transfer: str, place: str, renderer: Renderer, convert: Convert, tmp_path: Path
) -> None:
    bars = (
        "-f",
        "lavfi",
        "-i",
        "smptehdbars=s=320x180:r=10",
        "-t",
        "0.4",
        "-pix_fmt",
        "yuv420p10le",
    )
    told = (
        f":transfer={transfer}:colorprim=bt2020:colormatrix=bt2020nc" if place == "stream" else ""
    )
    source = convert("hdr.mkv", *bars, "-c:v", "libx265", "-x265-params", f"log-level=error{told}")
    if place == "container":
        tags = ("-color_trc", transfer, "-color_primaries", "bt2020", "-colorspace", "bt2020nc")
        source = convert("told.mkv", "-i", source, "-c", "copy", *tags)
    clips = [clip(source, 0, 400)]
    [note] = renderer.run(*clips).done["notes"]
    assert note.startswith("The picture is in HDR")
    made = picture_at(renderer.target, 200)
    assert off_by(_previewed(clips, 200, tmp_path), made) < 4
    # Grey stays grey, and it is not what it would be without conversion.
    grey = made[90, 10:30].mean(axis=0)
    assert np.ptp(grey) < 6
    assert off_by(made, picture_at(source, 200)) > 4


@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (3, 2), (6, 1), (8, 3)])
def test_a_photograph_stands_upright_in_both(
    orientation: int, turns: int, renderer: Renderer, tmp_path: Path
) -> None:
    """As a camera writes it that was held upright, and turns nothing (Exif 2.3)."""
    plain = jpeg(np.ascontiguousarray(np.rot90(picture(21), turns)))
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01" + entry + bytes(4)
    path = tmp_path / "photograph.jpg"
    path.write_bytes(plain[:2] + struct.pack(">BBH", 0xFF, 0xE1, len(exif) + 2) + exif + plain[2:])
    clips: list[Clip] = [{"path": str(path), "kind": "image", "d_ms": 400}]
    done = renderer.run(*clips).done
    assert (done["width"], done["height"]) == (320, 128)
    assert off_by(picture_at(renderer.target, 200), picture(21)) < 4
    assert off_by(_previewed(clips, 200, tmp_path), picture(21)) < 4


def test_a_preview_leaves_no_file_behind(scene: Path, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    _previewed([clip(scene, 0, 1_000)], 300, folder, titles=[_TITLE])
    assert list(folder.iterdir()) == []
