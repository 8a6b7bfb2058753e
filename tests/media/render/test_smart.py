"""Cuts leave the pictures between them as they are, and picture and sound together."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import av
import numpy as np
import pytest

from media.conftest import Convert
from media.render.renderer import Clip, Renderer, caption, clip
from media.render.viewing import (
    Viewed,
    beeps_ms,
    captions,
    flashes_ms,
    length_ms,
    loudest,
    viewed,
)

_SYNC_MS = 20
_CONSTANT = "its pictures do not follow each other at a constant rate"
_OPEN = "the pictures after its keyframes lean on those before them (open groups)"


def _cuts(source: Path, count: int, apart_ms: int, d_ms: int) -> list[Clip]:
    """Clips that begin and end on pictures of 30 a second."""
    return [clip(source, number * apart_ms + 300, d_ms) for number in range(count)]


def _seconds(clips: Sequence[Clip]) -> list[int]:
    """When each whole second of the recording comes in the video."""
    found, at_ms = [], 0
    for each in clips:
        from_ms, d_ms = int(str(each["from_ms"])), int(str(each["d_ms"]))
        first_ms = -(-from_ms // 1000) * 1000
        found += [at_ms + ms - from_ms for ms in range(first_ms, from_ms + d_ms, 1000)]
        at_ms += d_ms
    return found


class _Way(NamedTuple):
    """A recording, how it is cut, what else is wanted, and how it is then made."""

    name: str
    apart_ms: int
    d_ms: int
    wishes: Any
    method: str


@pytest.mark.parametrize(
    "way",
    [
        _Way("sync.mp4", 4_700, 4_200, {}, "smart render"),
        _Way("sync.mp4", 1_500, 1_200, {"frame": {"height": 180}}, "re-encode"),
        _Way("sync_vfr_rot90.mov", 1_500, 1_200, {}, "re-encode"),
        _Way("sync_opengop.mp4", 1_500, 1_200, {}, "re-encode"),
    ],
    ids=lambda way: f"{way.name}, {way.method}",
)
def test_after_25_cuts_picture_sound_and_captions_are_together(
    way: _Way, renderer: Renderer, awkward_media: Path, ffmpeg: str
) -> None:
    clips = _cuts(awkward_media / way.name, 25, way.apart_ms, way.d_ms)
    seconds = _seconds(clips)
    said = [caption(second, second + 300, f"{second}") for second in seconds]
    done = renderer.run(*clips, captions=said, rate="30/1", **way.wishes).done
    assert done["method"]["name"] == way.method
    assert flashes_ms(renderer.target) == pytest.approx(seconds, abs=_SYNC_MS)
    assert beeps_ms(renderer.target) == pytest.approx(seconds, abs=_SYNC_MS)
    shown = [start_ms for start_ms, _, _ in captions(ffmpeg, renderer.target)]
    assert shown == pytest.approx(seconds, abs=_SYNC_MS)
    assert length_ms(renderer.target) == pytest.approx(25 * way.d_ms, abs=_SYNC_MS + 34)


@pytest.mark.parametrize(
    ("wishes", "method"),
    [({}, "smart render"), ({"frame": {"height": 64}}, "re-encode")],
    ids=["smart render", "re-encode"],
)
def test_captions_stay_with_their_sound_where_rounded_milliseconds_add_up(
    wishes: Any, method: str, renderer: Renderer, beeping: Path, ffmpeg: str
) -> None:
    # Each is whole pictures and two thirds of a millisecond long.
    clips = [clip(beeping, (1 + number % 8) * 1_000 - 67, 234) for number in range(66)]
    seconds = _seconds(clips)
    ends = [*seconds[1:], len(clips) * 234]
    said = [caption(*span, f"{span}") for span in zip(seconds, ends, strict=True)]
    done = renderer.run(*clips, captions=said, **wishes).done
    assert done["method"]["name"] == method
    beeps = beeps_ms(renderer.target)
    shown = captions(ffmpeg, renderer.target)
    assert [start_ms for start_ms, _, _ in shown] == pytest.approx(beeps, abs=5)
    assert beeps[-1] < seconds[-1] - 2 * _SYNC_MS
    assert shown[-1][1] <= _picture_ms(renderer.target)


@pytest.fixture
def beeping(convert: Convert) -> Path:
    """Moves, and beeps each second; of six pictures one is a keyframe."""
    picture = ("-f", "lavfi", "-i", "testsrc2=s=160x90:r=30")
    beeps = "aevalsrc=0.8*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.09):s=48000"
    coded = ("-t", "10", "-g", "6", "-bf", "0", "-pix_fmt", "yuv420p", "-c:a", "aac")
    return convert("beeping.mp4", *picture, "-f", "lavfi", "-i", beeps, *coded)


@pytest.mark.parametrize(
    ("name", "why"),
    [("sync_opengop.mp4", _OPEN), ("sync_vfr_rot90.mov", _CONSTANT)],
)
def test_what_cannot_be_spliced_is_re_encoded_and_says_why(
    name: str, why: str, renderer: Renderer, awkward_media: Path
) -> None:
    done = renderer.run(clip(awkward_media / name, 1_300, 3_000)).done
    assert done["method"] == {
        "name": "re-encode",
        "why": f"keeping its pictures as they are does not do: {why}",
    }
    assert flashes_ms(renderer.target) == pytest.approx([700, 1_700, 2_700], abs=5)


@pytest.mark.parametrize(
    "spans",
    [
        [(4_300, 11_000), (30_000, 9_500), (2_000, 8_900)],
        # Several from one keyframe to the next, which are decoded in one go, and one before them.
        [
            (12_300, 400),
            (13_100, 500),
            (13_700, 100),
            (14_200, 9_000),
            (12_300, 600),
            (30_000, 4_000),
        ],
    ],
    ids=["far apart", "close together"],
)
def test_the_pictures_are_those_of_the_plan_one_by_one(
    spans: list[tuple[int, int]], renderer: Renderer, awkward_media: Path
) -> None:
    source = awkward_media / "sync.mp4"
    wanted = [
        number
        for from_ms, d_ms in spans
        for number in range(from_ms * 30 // 1000, (from_ms + d_ms) * 30 // 1000)
    ]
    done = renderer.run(*(clip(source, *span) for span in spans)).done
    assert done["method"] == {
        "name": "smart render",
        "why": (
            f"the timeline has {len(spans)} clips; the pictures stay as they are but for those "
            f"around the cuts: {_anew(source, renderer.target)} of {len(wanted)} are encoded anew"
        ),
    }
    before, after = _looks(source, max(wanted) + 1), _looks(renderer.target)
    off = [float(np.abs(after[at] - before[number]).mean()) for at, number in enumerate(wanted)]
    assert len(after) == len(wanted)
    assert max(off) < 2


def test_clips_that_go_on_where_the_one_before_ends_are_not_cut(
    renderer: Renderer, awkward_media: Path
) -> None:
    source = awkward_media / "sync.mp4"
    done = renderer.run(clip(source, 0, 3_000), clip(source, 3_000, 21_000)).done
    assert "0 of 720 are encoded anew" in done["method"]["why"]
    assert loudest(renderer.target, 2_995, 3_010) > 0.5


def test_a_cut_does_not_click(renderer: Renderer, convert: Convert) -> None:
    picture = ("-f", "lavfi", "-i", "testsrc2=s=320x180:r=30")
    hum = ("-f", "lavfi", "-i", "sine=f=100:r=48000", "-t", "20", "-c:a", "aac", "-b:a", "256k")
    source = convert("hum.mp4", *picture, *hum, "-g", "3", "-pix_fmt", "yuv420p")
    clips = [clip(source, number * 500 + 33, 333) for number in range(20)]
    done = renderer.run(*clips).done
    assert done["method"]["name"] == "smart render"
    samples = _sound(renderer.target)
    # A hum of 100 Hz changes by this much from one sample to the next, and at a click by far more.
    steepest = np.abs(samples[480:-480]).max() * 2 * np.pi * 100 / 48_000
    assert np.abs(np.diff(samples[480:-480])).max() < 3 * steepest


def test_a_turned_recording_stays_turned(
    renderer: Renderer, awkward_media: Path, ffmpeg: str, convert: Convert
) -> None:
    source = convert(
        "turned.mov", "-display_rotation:v:0", "90", "-i", awkward_media / "sync.mp4", "-c", "copy"
    )
    done = renderer.run(clip(source, 1_300, 20_000)).done
    assert (done["width"], done["height"]) == (360, 640)
    assert done["method"]["name"] == "smart render"
    assert viewed(renderer.target) == Viewed(("h264", "yuv420p", 640, 360, 90), ("aac", 48_000, 1))


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"loudness_lufs": -20}, "the whole is brought to -20 LUFS"),
        ({"fades": {"sound_in_ms": 500}}, "the sound is faded"),
    ],
)
def test_what_changes_the_sound_alone_keeps_every_picture(
    wish: Any, why: str, renderer: Renderer, awkward_media: Path
) -> None:
    source = awkward_media / "phone_vfr_rot90.mov"
    done = renderer.run(clip(source), **wish).done
    kept = "the picture stays as it is, and only the sound is made anew"
    assert done["method"] == {"name": "smart render", "why": f"{why}; {kept}"}
    assert _packets(renderer.target) == _packets(source)


def test_other_sound_than_aac_is_made_anew_beside_the_picture(
    renderer: Renderer, awkward_media: Path, convert: Convert
) -> None:
    source = convert("mp3.mkv", "-i", awkward_media / "sync.mp4", "-c:v", "copy", "-t", "20")
    done = renderer.run(clip(source, 0, 12_000)).done
    assert done["method"]["name"] == "smart render"
    assert viewed(renderer.target).sound == ("aac", 48_000, 1)
    seconds = [1_000 * number for number in range(12)]
    assert flashes_ms(renderer.target) == pytest.approx(seconds, abs=5)
    assert beeps_ms(renderer.target) == pytest.approx(seconds, abs=5)


def _picture_ms(video: Path) -> int:
    """How long the picture lasts."""
    with av.open(video) as container:
        stream = container.streams.video[0]
        assert stream.duration
        assert stream.time_base
        return round(stream.duration * stream.time_base * 1000)


def _anew(source: Path, video: Path) -> int:
    """How many pictures are not as they were coded."""
    known = _packets(source)
    return sum(packet not in set(known) for packet in _packets(video))


def _packets(path: Path) -> list[bytes]:
    with av.open(path) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


def _looks(
    path: Path, count: int | None = None
) -> list["np.ndarray[tuple[int, ...], np.dtype[np.int16]]"]:
    """The first pictures, small and grey."""
    with av.open(path) as container:
        container.streams.video[0].thread_type = "AUTO"
        small = (
            frame.reformat(width=160, height=90, format="gray")
            for frame in islice(container.decode(video=0), count)
        )
        return [frame.to_ndarray().astype(np.int16) for frame in small]


def _sound(path: Path) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    with av.open(path) as container:
        frames = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    return np.concatenate(frames)
