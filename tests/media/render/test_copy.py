"""A whole recording that an MP4 file can hold as it is stays as it is."""

from pathlib import Path

import pytest

from command import SAMPLE
from media.conftest import Convert
from media.render.renderer import Renderer, caption, clip
from media.render.viewing import (
    Viewed,
    beeps_ms,
    captions,
    content,
    flashes_ms,
    length_ms,
    viewed,
)

_AS_IS = "the whole recording is wanted, and an MP4 file holds its picture and sound as they are"
_COPY = {"name": "stream copy", "why": _AS_IS}
_PLAIN = Viewed(("h264", "yuv420p", 640, 360, 0), ("aac", 16_000, 1))


def test_a_whole_recording_is_copied(renderer: Renderer, out: Path) -> None:
    answer = renderer.run(clip(SAMPLE))
    video = renderer.target
    assert answer.done == {
        "path": str(video),
        "bytes": video.stat().st_size,
        "duration_ms": 11_000,
        "width": 640,
        "height": 360,
        "method": _COPY,
        "notes": [],
    }
    assert answer.progress[-1] == {"done_ms": 11_000, "total_ms": 11_000}
    assert content(video) == content(SAMPLE)
    assert viewed(video) == _PLAIN
    assert list(out.iterdir()) == [video]


def test_captions_go_along_and_can_be_switched(renderer: Renderer, ffmpeg: str) -> None:
    said = [
        caption(7_000, 9_500, "what your country can do for you,\n1 < 2 & <i>that</i> {\\an8}"),
        caption(1_007, 2_333, "And so, my fellow Americans --> ask\\Not"),
        caption(2_333, 5_000, "你好，世界 مرحبا 😀"),
    ]
    answer = renderer.run(clip(SAMPLE), captions=said, language="en")
    assert answer.done["method"] == _COPY
    assert content(renderer.target) == content(SAMPLE)
    assert viewed(renderer.target).captions == ("eng", True)
    shown = [(*times, text.replace("\u200b", "")) for *times, text in _shown(ffmpeg, renderer)]
    assert shown == [
        (1_007, 2_333, "And so, my fellow Americans --> ask\\Not"),
        (2_333, 5_000, "你好，世界 مرحبا 😀"),
        (7_000, 9_500, "what your country can do for you,\n1 < 2 & <i>that</i> {\\an8}"),
    ]


def test_captions_after_an_hour_of_silence_are_in_their_places(
    renderer: Renderer, convert: Convert, ffmpeg: str
) -> None:
    hours = ("-f", "lavfi", "-i", "color=black:s=64x64:r=1/20", "-t", "7200")
    long = convert("long.mp4", *hours, "-pix_fmt", "yuv420p", "-preset", "ultrafast")
    said = [caption(3_000_000, 3_002_000, "first"), caption(7_100_000, 7_101_500, "last")]
    renderer.run(clip(long), captions=said)
    assert captions(ffmpeg, renderer.target) == [
        (3_000_000, 3_002_000, "first"),
        (7_100_000, 7_101_500, "last"),
    ]
    assert viewed(renderer.target).captions == ("und", True)


def test_a_turned_recording_stays_turned(renderer: Renderer, awkward_media: Path) -> None:
    source = awkward_media / "phone_vfr_rot90.mov"
    done = renderer.run(clip(source, 0, 20_000)).done
    assert (done["width"], done["height"], done["method"]) == (720, 1280, _COPY)
    assert content(renderer.target) == content(source)
    assert viewed(renderer.target).picture == ("h264", "yuv420p", 1280, 720, 90)


def test_a_recording_that_was_cut_without_encoding_stays_in_time(
    renderer: Renderer, awkward_media: Path, convert: Convert
) -> None:
    cut = convert(
        "cut.mp4", "-ss", "2.3", "-i", awkward_media / "sync.mp4", "-t", "3", "-c", "copy"
    )
    assert renderer.run(clip(cut)).done["method"] == _COPY
    assert flashes_ms(renderer.target) == [700, 1_700, 2_700]
    assert beeps_ms(renderer.target) == [700, 1_700, 2_700]


def test_a_recording_without_sound_has_none(renderer: Renderer, awkward_media: Path) -> None:
    done = renderer.run(clip(awkward_media / "noaudio.mp4"), resolution="720p").done
    assert done["method"] == _COPY
    assert viewed(renderer.target) == Viewed(("h264", "yuv420p", 640, 360, 0))


def test_of_a_recording_that_breaks_off_the_readable_part_is_kept(
    renderer: Renderer, awkward_media: Path, ffmpeg: str
) -> None:
    said = [caption(1_000, 2_000, "there"), caption(90_000, 91_000, "not there any more")]
    source = awkward_media / "trunc_faststart.mp4"
    done = renderer.run(clip(source, 0, 107_667), captions=said).done
    assert done["method"] == _COPY
    assert done["notes"] == ["The file ends early: 0:35 of 1:47 could be read."]
    assert length_ms(renderer.target) == pytest.approx(35_600, abs=500)
    assert captions(ffmpeg, renderer.target) == [(1_000, 2_000, "there")]


@pytest.mark.parametrize("name", ["late.mp4", "late.mkv", "late.ts", "live.flv", "fragmented.mp4"])
def test_other_containers_are_copied_too(renderer: Renderer, containers: Path, name: str) -> None:
    done = renderer.run(clip(containers / name)).done
    assert done["method"] == _COPY
    assert viewed(renderer.target).sound == ("aac", 48_000, 1)


def test_two_recordings_in_one_file_follow_each_other(
    renderer: Renderer, containers: Path, tmp_path: Path
) -> None:
    both = tmp_path / "both.ts"
    both.write_bytes((containers / "v.ts").read_bytes() * 2)
    renderer.run(clip(both))
    assert length_ms(renderer.target) == pytest.approx(20_000, abs=100)


def _shown(ffmpeg: str, renderer: Renderer) -> list[tuple[int, int, str]]:
    return captions(ffmpeg, renderer.target)
