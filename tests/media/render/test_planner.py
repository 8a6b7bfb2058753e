"""What is asked for and what there is decide how a video is made."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import cast

import pytest

from transcribe_video.errors import UnsupportedMediaError
from transcribe_video.manifest import Limits
from transcribe_video.media.info import AudioTrack
from transcribe_video.media.render.footage import Footage, Picture
from transcribe_video.media.render.plan import Method, Plan, Shot
from transcribe_video.media.render.planner import planned
from transcribe_video.media.render.request import Caption, Clip, Request, Resolution
from transcribe_video.media.render.size import Size

_PICTURE = Picture(
    index=0,
    codec="h264",
    profile="High",
    pixels="yuv420p",
    width=1280,
    height=720,
    pixel_shape=Fraction(1),
    rotation=0,
    rate=Fraction(30),
    is_interlaced=False,
    transfer=2,
)
_SOUND = AudioTrack(
    index=1,
    number=1,
    codec="aac",
    readable=True,
    channels=2,
    rate=48_000,
    language=None,
    title=None,
    is_default=True,
    is_extra=False,
    start_ms=0,
    end_ms=None,
)
_FOOTAGE = Footage(
    path=Path("/films/a.mp4"),
    bytes=1_000,
    demuxer="mov",
    container="MP4 or QuickTime",
    duration_ms=10_000,
    claimed_ms=10_000,
    picture=_PICTURE,
    sound=_SOUND,
)
_SCALED = (
    "The picture is scaled down from 3840 × 2160 to 1920 × 1080: "
    "1920 × 1080 is the most that is made."
)
_TARGET = Path("/films/b.mp4")
_SPLICED = "; the pictures stay as they are but for those around the cuts"
_COPY = Method(
    "stream copy",
    "the whole recording is wanted, and an MP4 file holds its picture and sound as they are",
)


def _plan(
    limits: Limits,
    *footage: Footage,
    clips: Sequence[tuple[int, int | None]] = ((0, None),),
    resolution: Resolution = "source",
    captions: tuple[Caption, ...] = (),
) -> Plan:
    rows = zip(footage, clips, strict=True)
    wanted = tuple(Clip(path=its.path, from_ms=from_ms, d_ms=d_ms) for its, (from_ms, d_ms) in rows)
    request = Request(clips=wanted, target=_TARGET, resolution=resolution, captions=captions)
    return planned(request, footage, limits)


def test_a_whole_recording_is_copied(limits: Limits) -> None:
    assert _plan(limits, _FOOTAGE) == Plan(
        target=_TARGET,
        method=_COPY,
        shots=(Shot(_FOOTAGE, 0, 10_000),),
        size=Size(1280, 720),
        rate=None,
        channels=2,
        duration_ms=10_000,
        captions=(),
        language="und",
        notes=(),
    )


@pytest.mark.parametrize(
    "picture",
    [
        replace(_PICTURE, profile="Constrained Baseline"),
        replace(_PICTURE, pixels="yuvj420p"),
        replace(_PICTURE, width=1920, height=1080),
        replace(_PICTURE, width=1080, height=1920),
        replace(_PICTURE, width=1920, height=1080, rotation=-90),
        replace(_PICTURE, rotation=180),
        replace(_PICTURE, width=1440, height=1080, pixel_shape=Fraction(4, 3)),
    ],
)
def test_these_pictures_are_copied(picture: Picture, limits: Limits) -> None:
    assert _plan(limits, replace(_FOOTAGE, picture=picture)).method == _COPY


@pytest.mark.parametrize(
    ("footage", "why"),
    [
        (
            replace(_FOOTAGE, picture=replace(_PICTURE, codec="vp9")),
            "the picture is coded as vp9, and not as H.264",
        ),
        (
            replace(_FOOTAGE, picture=replace(_PICTURE, profile="High 10")),
            "the picture has finer colours than every player shows",
        ),
        (
            replace(_FOOTAGE, picture=replace(_PICTURE, pixels="yuv444p")),
            "the picture has finer colours than every player shows",
        ),
        (
            replace(_FOOTAGE, picture=replace(_PICTURE, rotation=30)),
            "the picture is turned by 30 degrees",
        ),
        (
            replace(_FOOTAGE, picture=replace(_PICTURE, width=1922)),
            "the picture of 1922 × 720 is made 1920 × 718",
        ),
        (replace(_FOOTAGE, picture=None), "there is no picture, so a black one is made"),
        (
            replace(_FOOTAGE, demuxer="avi", container="AVI"),
            "AVI files keep their timestamps in another way than MP4",
        ),
    ],
)
def test_these_recordings_are_re_encoded(footage: Footage, why: str, limits: Limits) -> None:
    assert _plan(limits, footage).method == Method("re-encode", why)


@pytest.mark.parametrize(
    ("clip", "why"),
    [
        ((0, 9_000), "only 0:00 to 0:09 of the recording is wanted"),
        ((1, None), "only 0:00 to 0:10 of the recording is wanted"),
    ],
)
def test_a_part_is_spliced(clip: tuple[int, int | None], why: str, limits: Limits) -> None:
    assert _plan(limits, _FOOTAGE, clips=[clip]).method == Method("smart render", why + _SPLICED)


def test_sound_alone_is_made_anew(limits: Limits) -> None:
    opus = replace(_FOOTAGE, sound=replace(_SOUND, codec="opus"))
    assert _plan(limits, opus).method == Method(
        "smart render",
        "the sound is coded as opus, and not as AAC; "
        "the picture stays as it is, and only the sound is made anew",
    )


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"clips": [{"speed": 2}]}, "the speed is changed"),
        (
            {"titles": [{"start_ms": 0, "end_ms": 9, "text": "x"}]},
            "titles are put on the picture",
        ),
        (
            {
                "captions": [{"start_ms": 0, "end_ms": 9, "text": "x"}],
                "caption_style": {"is_burned": True},
            },
            "the captions are made part of the picture",
        ),
        ({"fades": {"picture_in_ms": 100}}, "the picture is faded"),
        ({"frame": {"aspect": "9:16"}}, "the picture is given another shape or size"),
        ({"frame": {"height": 480}}, "the picture is given another shape or size"),
    ],
)
def test_what_changes_the_picture_re_encodes_it(
    wish: dict[str, object], why: str, limits: Limits
) -> None:
    (clip,) = cast("list[dict[str, object]]", wish.get("clips", [{}]))
    wanted = {**wish, "target": _TARGET, "clips": [{"path": _FOOTAGE.path, **clip}]}
    plan = planned(Request.model_validate(wanted), [_FOOTAGE], limits)
    assert plan.method == Method("re-encode", why)


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"clips": [{"volume": 0.5}]}, "the volume is changed"),
        ({"fades": {"sound_out_ms": 100}}, "the sound is faded"),
        ({"loudness_lufs": -16}, "the whole is brought to -16 LUFS"),
    ],
)
def test_what_changes_the_sound_keeps_the_picture(
    wish: dict[str, object], why: str, limits: Limits
) -> None:
    (clip,) = cast("list[dict[str, object]]", wish.get("clips", [{}]))
    wanted = {**wish, "target": _TARGET, "clips": [{"path": _FOOTAGE.path, **clip}]}
    plan = planned(Request.model_validate(wanted), [_FOOTAGE], limits)
    kept = "the picture stays as it is, and only the sound is made anew"
    assert plan.method == Method("smart render", f"{why}; {kept}")


def test_a_clip_that_is_a_little_shorter_or_longer_is_the_whole(limits: Limits) -> None:
    for d_ms in (9_950, 10_000, 12_000):
        assert _plan(limits, _FOOTAGE, clips=[(0, d_ms)]).method == _COPY


def test_clips_share_the_first_pictures_size_and_rate_and_the_fullest_sound(limits: Limits) -> None:
    silent = replace(_FOOTAGE, picture=None, sound=replace(_SOUND, channels=6))
    large = replace(_PICTURE, width=3840, height=2160, rate=Fraction(30000, 1001))
    plan = _plan(limits, silent, replace(_FOOTAGE, picture=large), clips=[(0, 1_000), (0, None)])
    assert plan.method == Method(
        "re-encode",
        "there is no picture, so a black one is made; "
        "the picture of 3840 × 2160 is made 1920 × 1080",
    )
    assert (plan.size, plan.rate, plan.channels) == (Size(1920, 1080), Fraction(30000, 1001), 2)
    assert plan.duration_ms == 11_000
    assert plan.notes == (_SCALED,)


@pytest.mark.parametrize(
    ("rate", "made"),
    [
        (Fraction(2997, 100), Fraction(30000, 1001)),
        (Fraction(12), Fraction(30)),
        (Fraction(48), Fraction(48)),
        (Fraction(15), Fraction(30)),
        (Fraction(120), Fraction(60)),
        (Fraction(25), Fraction(25)),
        (None, Fraction(30)),
    ],
)
def test_joined_clips_have_a_usual_rate(
    rate: Fraction | None, made: Fraction, limits: Limits
) -> None:
    footage = replace(_FOOTAGE, picture=replace(_PICTURE, rate=rate))
    assert _plan(limits, footage, footage, clips=[(0, 500), (0, 500)]).rate == made


def test_sound_alone_is_black_and_keeps_its_channel(limits: Limits) -> None:
    plan = _plan(limits, replace(_FOOTAGE, picture=None, sound=replace(_SOUND, channels=1)))
    assert (plan.size, plan.channels) == (Size(1280, 720), 1)


def test_a_loss_is_told_where_the_video_shows_it(limits: Limits) -> None:
    broken = replace(_FOOTAGE, claimed_ms=60_000, notes=("A note.",))
    loss = "The file ends early: 0:10 of 1:00 could be read."
    assert _plan(limits, broken, clips=[(0, 60_000)]).notes == ("A note.", loss)
    assert _plan(limits, broken, clips=[(0, 5_000)]).notes == ("A note.",)
    two = _plan(
        limits, replace(broken, path=Path("/c.mp4")), _FOOTAGE, clips=[(0, 60_000), (0, None)]
    )
    assert two.notes == ("“c.mp4”: A note.", f"“c.mp4”: {loss}")


def test_captions_after_a_clip_that_is_shorter_than_wanted_come_earlier(limits: Limits) -> None:
    said = tuple(
        Caption(start_ms=start_ms, end_ms=start_ms + 500, text="x")
        for start_ms in (9_900, 10_500, 12_000)
    )
    plan = _plan(limits, _FOOTAGE, _FOOTAGE, clips=[(0, 12_000), (0, 1_000)], captions=said)
    assert [(caption.start_ms, caption.end_ms) for caption in plan.captions] == [
        (9_900, 10_000),
        (10_000, 10_500),
    ]


def test_all_that_has_a_time_comes_earlier_after_a_clip_that_is_shorter_than_wanted(
    limits: Limits,
) -> None:
    clips = [{"path": _FOOTAGE.path, "d_ms": d_ms} for d_ms in (12_000, 1_000)]
    spans = [{"start_ms": start_ms, "end_ms": start_ms + 500} for start_ms in (10_500, 12_000)]
    wanted = {
        "target": _TARGET,
        "clips": clips,
        "speech": spans,
        "titles": [{**span, "text": "x"} for span in spans],
        "music": [{"path": _FOOTAGE.path, "levels": [{**span, "volume": 0} for span in spans]}],
    }
    plan = planned(Request.model_validate(wanted), [_FOOTAGE] * 2, limits, [_FOOTAGE])
    for found in (plan.look.titles, plan.music[0].levels, plan.speech):
        assert [(span.start_ms, span.end_ms) for span in found] == [(10_000, 10_500)]


def test_more_than_the_most_hours_are_refused(limits: Limits) -> None:
    day = replace(_FOOTAGE, duration_ms=86_400_000)
    with pytest.raises(UnsupportedMediaError, match="48:00:00 long, and 24 hours are the most"):
        _plan(limits, day, day, clips=[(0, None), (0, None)])


def test_music_without_sound_is_refused(limits: Limits) -> None:
    wanted = {"target": _TARGET, "clips": [{"path": _FOOTAGE.path}], "music": [{"path": "/m.mp4"}]}
    mute = replace(_FOOTAGE, path=Path("/m.mp4"), sound=None)
    with pytest.raises(UnsupportedMediaError, match="there is no sound in it"):
        planned(Request.model_validate(wanted), [_FOOTAGE], limits, [mute])
