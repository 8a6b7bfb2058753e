"""What is done to picture and sound besides cutting them, looked at and listened to."""

import subprocess
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from media.conftest import Convert
from media.render.renderer import Renderer, caption, clip
from media.render.viewing import (
    Viewed,
    beeps_ms,
    brightness_at,
    flashes_ms,
    length_ms,
    loudest,
    viewed,
)

_Picture = "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]"
_GREY, _WHITE = 128, 200
_GREY_BYTES = "color=gray:s=640x360:r=25"


@pytest.fixture
def grey(convert: Convert) -> Path:
    """Three seconds of grey, and of a tone."""
    picture = ("-f", "lavfi", "-i", _GREY_BYTES)
    tone = ("-f", "lavfi", "-i", "sine=f=440:r=48000")
    short = ("-t", "3", "-g", "25", "-pix_fmt", "yuv420p", "-preset", "ultrafast")
    return convert("grey.mp4", *picture, *tone, *short)


def _picture_at(path: Path, ms: int) -> Any:
    """The grey of a picture, row by row."""
    with av.open(path) as container:
        for frame in container.decode(video=0):
            if (frame.time or 0) * 1000 >= ms - 1:
                return frame.to_ndarray(format="gray")
    raise AssertionError


def _rows_with_text(picture: Any) -> tuple[int, int]:
    rows = np.flatnonzero((picture > _WHITE).any(axis=1))
    return int(rows.min()), int(rows.max())


@pytest.mark.parametrize(
    ("position", "low", "high"), [("top", 0, 120), ("center", 120, 240), ("bottom", 240, 360)]
)
def test_a_title_stands_where_and_when_it_is_wanted(
    position: str, low: int, high: int, renderer: Renderer, grey: Path
) -> None:
    title = {"text": "Urban Dreams", "start_ms": 1_000, "end_ms": 2_000, "position": position}
    done = renderer.run(clip(grey), titles=[title]).done
    assert done["method"] == {"name": "re-encode", "why": "titles are put on the picture"}
    first, last = _rows_with_text(_picture_at(renderer.target, 1_500))
    assert low < first < last < high
    for before_or_after_ms in (900, 2_100):
        assert _picture_at(renderer.target, before_or_after_ms).max() < _WHITE


def test_a_title_keeps_its_time_where_many_clips_are_encoded_in_parts(
    renderer: Renderer, grey: Path
) -> None:
    title = {"text": "Here", "start_ms": 5_000, "end_ms": 5_600}
    clips = [clip(grey, number * 40, 400) for number in range(20)]
    renderer.run(*clips, titles=[title], rate="25/1")
    assert length_ms(renderer.target) == pytest.approx(8_000, abs=40)
    assert _picture_at(renderer.target, 4_880).max() < _WHITE
    assert _picture_at(renderer.target, 5_300).max() > _WHITE
    assert _picture_at(renderer.target, 5_720).max() < _WHITE


def test_burned_captions_are_in_the_picture_and_in_no_track(renderer: Renderer, grey: Path) -> None:
    style = {"is_burned": True, "size": "large"}
    said = [caption(500, 1_500, "Ask {not} what\nyour country")]
    done = renderer.run(clip(grey), captions=said, caption_style=style).done
    assert done["method"]["why"] == "the captions are made part of the picture"
    assert viewed(renderer.target).captions is None
    first, last = _rows_with_text(_picture_at(renderer.target, 1_000))
    assert 240 < first < last < 345
    assert _picture_at(renderer.target, 400).max() < _WHITE


def test_the_word_that_is_spoken_has_another_colour(renderer: Renderer, grey: Path) -> None:
    words = [
        {"start_ms": 0, "end_ms": 900, "text": "MMMM"},
        {"start_ms": 1_500, "end_ms": 2_000, "text": "WWWW"},
    ]
    said = [{"start_ms": 0, "end_ms": 3_000, "text": "MMMM WWWW", "words": words}]
    style = {"is_burned": True, "is_highlighted": True, "size": "large"}
    renderer.run(clip(grey), captions=said, caption_style=style)
    assert _blueless(renderer.target, 500) < 320
    assert _blueless(renderer.target, 2_000) > 320


def _blueless(path: Path, ms: int) -> float:
    """Where, from the left, the picture has most red and least blue."""
    with av.open(path) as container:
        frame = next(f for f in container.decode(video=0) if (f.time or 0) * 1000 >= ms)
        colours = frame.to_ndarray(format="rgb24").astype(int)
    return float(np.median(np.nonzero(colours[..., 0] - colours[..., 2] > 60)[1]))


@pytest.mark.parametrize(
    ("frame", "size"),
    [
        ({"aspect": "9:16"}, (202, 360)),
        ({"aspect": "1:1"}, (360, 360)),
        ({"aspect": "9:16", "height": 720}, (720, 1280)),
        ({"height": 720}, (1280, 720)),
        ({"aspect": "1:1", "is_padded": True}, (640, 640)),
    ],
)
def test_the_picture_gets_the_shape_that_is_wanted(
    frame: dict[str, object], size: tuple[int, int], renderer: Renderer, awkward_media: Path
) -> None:
    done = renderer.run(clip(awkward_media / "sync.mp4", 0, 500), frame=frame).done
    assert (done["width"], done["height"]) == size
    assert viewed(renderer.target).picture == ("h264", "yuv420p", *size, 0)


def test_a_clip_plays_faster_and_another_slower_in_time(
    renderer: Renderer, awkward_media: Path
) -> None:
    source = str(awkward_media / "sync.mp4")
    fast = {"path": source, "from_ms": 500, "d_ms": 4_000, "speed": 2}
    slow = {"path": source, "from_ms": 10_500, "d_ms": 2_000, "speed": 0.5}
    renderer.run(fast, slow)
    seconds = [250, 750, 1_250, 1_750, 3_000, 5_000]
    assert length_ms(renderer.target) == pytest.approx(6_000, abs=34)
    assert flashes_ms(renderer.target) == pytest.approx(seconds, abs=34)
    assert beeps_ms(renderer.target) == pytest.approx(seconds, abs=60)


def test_still_pictures_are_clips(
    renderer: Renderer, awkward_media: Path, convert: Convert
) -> None:
    names = ("still.jpg", "odd.png", "anim.gif")
    webp = convert("still.webp", "-i", awkward_media / "still.jpg", "-c:v", "libwebp")
    stills = [
        {"path": str(path), "kind": "image", "d_ms": 400}
        for path in (*(awkward_media / name for name in names), webp)
    ]
    done = renderer.run(clip(awkward_media / "sync.mp4", 500, 1_000), *stills).done
    assert done["duration_ms"] == pytest.approx(2_600, abs=34)
    assert viewed(renderer.target) == Viewed(("h264", "yuv420p", 640, 360, 0), ("aac", 48_000, 1))
    assert beeps_ms(renderer.target) == pytest.approx([500], abs=34)
    assert loudest(renderer.target, 1_100, 2_500) < 0.01
    assert brightness_at(renderer.target, 2_400) > 20


def test_the_recording_that_is_seen_longest_gives_the_size(
    renderer: Renderer, awkward_media: Path, convert: Convert
) -> None:
    small = ("-i", awkward_media / "sync.mp4", "-t", "1", "-s", "160x90")
    intro = convert("intro.mp4", *small)
    logo = {"path": str(awkward_media / "still.jpg"), "kind": "image", "d_ms": 3_000}
    renderer.run(logo, clip(intro, 0, 400), clip(awkward_media / "sync.mp4", 500, 1_000))
    assert viewed(renderer.target).picture == ("h264", "yuv420p", 640, 360, 0)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("bomb.png", "its 50000 × 50000 pixels are too many"),
        ("text.mp4", "it is no still picture"),
    ],
)
def test_what_is_no_picture_that_can_be_shown_is_told(
    name: str, why: str, renderer: Renderer, awkward_media: Path
) -> None:
    answer = renderer.run({"path": str(awkward_media / name), "kind": "image"})
    assert answer.error == ("UnsupportedMediaError", why)


def test_picture_and_sound_fade(renderer: Renderer, grey: Path) -> None:
    fades = {"picture_in_ms": 1_000, "picture_out_ms": 1_000, "sound_out_ms": 1_000}
    renderer.run(clip(grey), fades=fades)
    bright = [brightness_at(renderer.target, ms) for ms in (0, 500, 1_500, 2_500, 2_960)]
    assert bright[0] < 25
    assert bright[0] < bright[1] < bright[2]
    assert bright[2] > bright[3] > bright[4]
    full = loudest(renderer.target, 500, 1_000)
    assert loudest(renderer.target, 2_450, 2_500) == pytest.approx(full / 2, rel=0.15)
    assert loudest(renderer.target, 2_980, 3_000) < full / 10


def test_a_clips_volume_is_its_own(renderer: Renderer, grey: Path) -> None:
    clips = [{**clip(grey, 0, 1_000), "volume": volume} for volume in (1, 0.5, 0)]
    renderer.run(*clips)
    full = loudest(renderer.target, 200, 800)
    assert loudest(renderer.target, 1_200, 1_800) == pytest.approx(full / 2, rel=0.05)
    assert loudest(renderer.target, 2_200, 2_800) < 0.001


def test_music_lies_under_the_video_and_gives_way_to_speech(
    renderer: Renderer, awkward_media: Path, convert: Convert
) -> None:
    tone = convert("tone.wav", "-f", "lavfi", "-i", "sine=f=330:r=44100", "-t", "30")
    music = [{"path": str(tone), "volume": 2, "is_ducked": True}]
    speech = [{"start_ms": 3_000, "end_ms": 5_000}]
    source = clip(awkward_media / "noaudio.mp4", 0, 8_000)
    done = renderer.run(source, music=music, speech=speech).done
    assert done["method"]["name"] == "smart render"
    assert viewed(renderer.target).sound == ("aac", 48_000, 2)
    full = loudest(renderer.target, 1_000, 2_000)
    assert full == pytest.approx(0.25, rel=0.1)
    assert loudest(renderer.target, 3_500, 4_500) == pytest.approx(full * 0.2, rel=0.1)
    assert loudest(renderer.target, 6_000, 6_500) == pytest.approx(full, rel=0.05)
    assert loudest(renderer.target, 7_950, 8_000) < full / 5


def test_music_is_quiet_and_silent_for_as_long_as_it_shall_be(
    renderer: Renderer, awkward_media: Path, convert: Convert
) -> None:
    tone = convert("tone.wav", "-f", "lavfi", "-i", "sine=f=330:r=44100", "-t", "30")
    levels = [
        {"start_ms": 4_000, "end_ms": 5_000, "volume": 0},
        {"start_ms": 2_000, "end_ms": 3_000, "volume": 0.5},
    ]
    music = [{"path": str(tone), "volume": 2, "levels": levels}]
    renderer.run(clip(awkward_media / "noaudio.mp4", 0, 8_000), music=music)
    full = loudest(renderer.target, 1_000, 1_990)
    assert full == pytest.approx(0.25, rel=0.1)
    assert loudest(renderer.target, 2_050, 2_950) == pytest.approx(full / 2, rel=0.1)
    assert loudest(renderer.target, 3_050, 3_950) == pytest.approx(full, rel=0.1)
    assert loudest(renderer.target, 4_050, 4_950) < full / 100
    assert loudest(renderer.target, 5_050, 6_000) == pytest.approx(full, rel=0.1)


@pytest.mark.parametrize("lufs", [-16, -9, -30])
def test_the_whole_is_brought_to_a_loudness(
    lufs: int, renderer: Renderer, awkward_media: Path, ffmpeg: str
) -> None:
    renderer.run(clip(awkward_media / "interview.mp4", 0, 20_000), loudness_lufs=lufs)
    measure = ["-af", "loudnorm=print_format=summary", "-f", "null", "-"]
    command = [ffmpeg, "-nostdin", "-hide_banner", "-i", str(renderer.target), "-vn", *measure]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stderr
    (line,) = (line for line in said.splitlines() if line.startswith("Input Integrated"))
    assert float(line.split()[2]) == pytest.approx(lufs, abs=1)


def test_silence_is_not_brought_to_a_loudness(renderer: Renderer, awkward_media: Path) -> None:
    done = renderer.run(clip(awkward_media / "silence.mp4", 0, 2_000), loudness_lufs=-16).done
    assert done["notes"] == ["There is nothing to be heard, so the loudness is as it was."]


def test_of_an_audio_clip_only_the_sound_is_taken(renderer: Renderer, awkward_media: Path) -> None:
    heard = {**clip(awkward_media / "sync.mp4", 500, 1_000), "kind": "audio"}
    renderer.run(heard)
    assert brightness_at(renderer.target, 600) < 20
    assert beeps_ms(renderer.target) == pytest.approx([500], abs=5)


def test_three_hundred_cuts_are_made(renderer: Renderer, convert: Convert) -> None:
    flash = "color=black:s=160x90:r=25,drawbox=c=white:t=fill:enable='lt(mod(t+0.001,1),0.04)'"
    beep = "aevalsrc='0.8*sin(2*PI*1000*t)*lt(mod(t,1),0.04)':s=48000"
    inputs = ("-f", "lavfi", "-i", flash, "-f", "lavfi", "-i", beep, "-t", "75")
    source = convert("flashes.mp4", *inputs, "-pix_fmt", "yuv420p", "-preset", "ultrafast")
    clips = [clip(source, number * 240 + 40, 200) for number in range(300)]
    done = renderer.run(*clips, frame={"height": 90}, rate="25/1").done
    assert done["duration_ms"] == pytest.approx(60_000, abs=40)
    flashes, beeps = flashes_ms(renderer.target), beeps_ms(renderer.target)
    assert len(flashes) > 50
    assert flashes == pytest.approx(beeps, abs=20)
