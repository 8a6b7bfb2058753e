"""Whatever cannot stay as it is becomes H.264 and AAC, upright and at most 1080p."""

from pathlib import Path

import av
import pytest

from media.conftest import Convert
from media.render.renderer import Renderer, caption, clip
from media.render.viewing import (
    Viewed,
    beeps_ms,
    brightness_at,
    captions,
    flashes_ms,
    length_ms,
    loudest,
    viewed,
)

_FRAME_MS = 34
_TRACKS = (
    "The recording has 2 sound tracks. Used: track 2 (French), which the file marks as its "
    "default. Not used: track 1 (English)."
)
_SILENT, _BLACK, _WHITE = 0.01, 17, 230


def _h264(width: int, height: int) -> tuple[str, str, int, int, int]:
    return ("h264", "yuv420p", width, height, 0)


def test_a_part_of_a_turned_recording_with_a_varying_rate_is_upright_and_in_time(
    renderer: Renderer, awkward_media: Path, ffmpeg: str
) -> None:
    said = [caption(750, 1_750, "one"), caption(1_750, 9_000, "two")]
    part = clip(awkward_media / "sync_vfr_rot90.mov", 3_250, 6_000)
    done = renderer.run(part, captions=said, language="de").done
    assert done["method"] == {
        "name": "re-encode",
        "why": (
            "keeping its pictures as they are does not do: "
            "its pictures do not follow each other at a constant rate"
        ),
    }
    assert viewed(renderer.target) == Viewed(_h264(360, 640), ("aac", 48_000, 1), ("deu", True))
    seconds = [750, 1_750, 2_750, 3_750, 4_750, 5_750]
    assert flashes_ms(renderer.target) == pytest.approx(seconds, abs=5)
    assert beeps_ms(renderer.target) == pytest.approx(seconds, abs=5)
    assert length_ms(renderer.target) == pytest.approx(6_000, abs=_FRAME_MS)
    assert captions(ffmpeg, renderer.target) == [(750, 1_750, "one"), (1_750, 6_000, "two")]


@pytest.mark.parametrize(
    ("size", "resolution", "made", "why"),
    [
        ("3840x2160", "source", (1920, 1080), "the picture of 3840 × 2160 is made 1920 × 1080"),
        ("2160x3840", "1080p", (1080, 1920), "the picture of 2160 × 3840 is made 1080 × 1920"),
        ("1920x1080", "720p", (1280, 720), "the picture of 1920 × 1080 is made 1280 × 720"),
        ("1440x1440", "source", (1080, 1080), "the picture of 1440 × 1440 is made 1080 × 1080"),
    ],
)
def test_a_large_picture_is_scaled_down(
    renderer: Renderer,
    convert: Convert,
    size: str,
    resolution: str,
    made: tuple[int, int],
    why: str,
) -> None:
    grey = ("-f", "lavfi", "-i", f"color=gray:s={size}:r=10", "-t", "0.5")
    source = convert("large.mp4", *grey, "-pix_fmt", "yuv420p", "-preset", "ultrafast")
    done = renderer.run(clip(source), resolution=resolution).done
    assert done["method"] == {"name": "re-encode", "why": why}
    assert viewed(renderer.target) == Viewed(_h264(*made))
    before = size.replace("x", " × ")
    scaled = f"The picture is scaled down from {before} to {made[0]} × {made[1]}: "
    limit = "1920 × 1080 is the most that is made."
    assert done["notes"] == ([] if resolution == "720p" else [scaled + limit])


def test_odd_sides_become_even_without_a_border(renderer: Renderer, convert: Convert) -> None:
    odd = ("-f", "lavfi", "-i", "color=white:s=853x481:r=10", "-t", "0.5")
    renderer.run(clip(convert("odd.mkv", *odd, "-c:v", "ffv1")))
    assert viewed(renderer.target).picture == _h264(852, 480)
    assert brightness_at(renderer.target, 0) > _WHITE


def test_ten_bits_and_six_channels_become_eight_and_two(
    renderer: Renderer, awkward_media: Path
) -> None:
    done = renderer.run(clip(awkward_media / "hevc10_hlg_51.mov", 0, 500), resolution="720p").done
    assert done["method"]["why"] == (
        "the picture is coded as hevc, and not as H.264; "
        "the picture of 1080 × 1920 is made 720 × 1280"
    )
    assert viewed(renderer.target) == Viewed(_h264(720, 1280), ("aac", 48_000, 2))


def test_hdr_is_converted_and_told(renderer: Renderer, convert: Convert) -> None:
    source = convert(
        "hlg.mkv",
        *("-f", "lavfi", "-i", "testsrc2=s=320x180:r=10", "-t", "0.5", "-pix_fmt", "yuv420p10le"),
        *("-c:v", "libx265", "-x265-params", "log-level=error:transfer=arib-std-b67"),
    )
    (note,) = renderer.run(clip(source)).done["notes"]
    assert note.startswith("The picture is in HDR")


def test_the_picture_that_begins_where_a_part_ends_is_not_in_it(
    renderer: Renderer, convert: Convert
) -> None:
    picture = ("-f", "lavfi", "-i", "testsrc2=s=320x180:r=15", "-t", "9", "-g", "300")
    source = convert("fifteen.mp4", *picture, "-pix_fmt", "yuv420p")
    done = renderer.run(clip(source, 3_000, 5_000)).done
    assert done["method"]["name"] == "re-encode"
    with av.open(renderer.target) as container:
        assert sum(1 for _ in container.decode(video=0)) == 75


def test_a_part_is_cut_in_time_where_there_is_no_index_of_keyframes(
    renderer: Renderer, awkward_media: Path, convert: Convert
) -> None:
    stream = convert("sync.ts", "-i", awkward_media / "sync.mp4", "-t", "40", "-c", "copy")
    renderer.run(clip(stream, 30_500, 2_000))
    # Its clock begins with the encoder's 21 ms of silence, which no MPEG stream can declare.
    assert flashes_ms(renderer.target) == pytest.approx([521, 1_521], abs=5)
    assert beeps_ms(renderer.target) == pytest.approx([521, 1_521], abs=5)


@pytest.mark.parametrize(
    "name",
    [
        "v.3gp",
        "v.dv",
        "v.flv",
        "v.m4v",
        "v.mov",
        "v.mpg",
        "v.mts",
        "v.mxf",
        "v.ogv",
        "v.rm",
        "v.wmv",
    ],
)
def test_every_kind_of_recording_becomes_a_video(
    renderer: Renderer, containers: Path, name: str
) -> None:
    renderer.run(clip(containers / name, 1_000, 1_000))
    expected = (768, 576) if name == "v.dv" else (176, 144)
    sound = (renderer.target, 0, 1_000)
    assert viewed(renderer.target).picture == _h264(*expected)
    assert length_ms(renderer.target) == pytest.approx(1_000, abs=60)
    assert loudest(*sound) > _SILENT


def test_a_browsers_recording_without_a_length_is_made_to_its_end(
    renderer: Renderer, awkward_media: Path
) -> None:
    done = renderer.run(clip(awkward_media / "vp9_noduration.webm", 15_000)).done
    assert done["duration_ms"] == pytest.approx(5_000, abs=100)


def test_sound_alone_gets_a_black_picture(renderer: Renderer, awkward_media: Path) -> None:
    done = renderer.run(clip(awkward_media / "cover.mp3", 0, 2_000)).done
    assert done["method"]["why"] == "there is no picture, so a black one is made"
    assert viewed(renderer.target) == Viewed(_h264(1280, 720), ("aac", 48_000, 1))
    assert brightness_at(renderer.target, 1_000) < _BLACK
    assert loudest(renderer.target, 0, 2_000) > _SILENT


def test_where_the_sound_has_ended_there_is_silence(
    renderer: Renderer, awkward_media: Path
) -> None:
    done = renderer.run(clip(awkward_media / "multi.mkv", 10_000, 1_000)).done
    assert done["notes"] == [
        _TRACKS,
        "The recording's own subtitles are left out.",
    ]
    assert viewed(renderer.target).sound == ("aac", 48_000, 1)
    assert loudest(renderer.target, 0, 1_000) < _SILENT


def test_clips_of_every_kind_follow_each_other_in_one_frame(
    renderer: Renderer, awkward_media: Path, containers: Path, ffmpeg: str
) -> None:
    clips = [
        clip(awkward_media / "sync_vfr_rot90.mov", 3_500, 1_000),
        clip(awkward_media / "noaudio.mp4", 0, 1_000),
        clip(awkward_media / "a.mp3", 0, 1_000),
        clip(awkward_media / "sync.mp4", 1_500, 1_000),
        clip(containers / "v.dv", 0, 500),
        clip(awkward_media / "multi.mkv", 10_000, 500),
    ]
    said = [caption(900, 2_100, "over the cut")]
    done = renderer.run(*clips, captions=said).done
    video = renderer.target
    assert done["method"] == {
        "name": "re-encode",
        "why": (
            "the clips are of different recordings; there is no picture, so a black one is made; "
            "the picture is coded as dvvideo, and not as H.264"
        ),
    }
    assert done["duration_ms"] == pytest.approx(5_000, abs=_FRAME_MS)
    assert viewed(video) == Viewed(_h264(640, 360), ("aac", 48_000, 2), ("und", True))
    assert loudest(video, 1_100, 1_900) < _SILENT
    assert loudest(video, 2_100, 2_900) > _SILENT
    assert loudest(video, 4_600, 4_900) < _SILENT
    assert brightness_at(video, 1_500) > _BLACK
    assert brightness_at(video, 2_500) < _BLACK
    first, *_ = beeps_ms(video)
    assert first == pytest.approx(500, abs=_FRAME_MS)
    assert captions(ffmpeg, video) == [(900, 2_100, "over the cut")]


def test_many_clips_do_not_drift(renderer: Renderer, awkward_media: Path) -> None:
    source = awkward_media / "sync_vfr_rot90.mov"
    clips = [clip(source, 1_000 * number + 850, 333) for number in range(12)]
    renderer.run(*clips)
    expected = [333 * number + 150 for number in range(12)]
    assert flashes_ms(renderer.target) == pytest.approx(expected, abs=_FRAME_MS)
    assert beeps_ms(renderer.target) == pytest.approx(expected, abs=_FRAME_MS)
    assert length_ms(renderer.target) == pytest.approx(12 * 333, abs=_FRAME_MS)


def test_captions_move_with_their_clips_where_an_earlier_one_is_shorter_than_wanted(
    renderer: Renderer, awkward_media: Path, ffmpeg: str
) -> None:
    early = clip(awkward_media / "noaudio.mp4", 9_500, 3_000)
    late = clip(awkward_media / "noaudio.mp4", 0, 1_000)
    said = [
        caption(100, 400, "first"),
        caption(1_000, 2_000, "lost"),
        caption(3_500, 3_900, "last"),
    ]
    renderer.run(early, late, captions=said)
    assert captions(ffmpeg, renderer.target) == [(100, 400, "first"), (1_000, 1_400, "last")]
