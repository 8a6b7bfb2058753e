"""What came out is compared with what was planned before anybody is told that it is there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from media.conftest import Convert
from media.render.renderer import caption, clip
from transcribe_video.errors import DamagedMediaError
from transcribe_video.manifest import Limits
from transcribe_video.media.render.captions import text_track
from transcribe_video.media.render.outcome import checked
from transcribe_video.media.render.plan import Plan
from transcribe_video.media.render.planner import planned
from transcribe_video.media.render.request import Caption, Request
from transcribe_video.media.render.survey import survey

Planned = Callable[..., Plan]
_SAID = [caption(500, 2_000, "Hello there"), caption(3_000, 4_000, "bye")]


@pytest.fixture
def source(convert: Convert) -> Path:
    """A minute of picture and sound."""
    picture = ("-f", "lavfi", "-i", "color=s=64x64:r=5:d=60", "-pix_fmt", "yuv420p")
    tone = ("-f", "lavfi", "-i", "sine=r=8000:d=60", "-c:a", "aac")
    return convert("source.mp4", *picture[:4], *tone[:4], *picture[4:], *tone[4:])


@pytest.fixture
def plan(source: Path, out: Path, limits: Limits) -> Planned:
    def made(**wishes: Any) -> Plan:
        request = {"clips": [clip(source)], "target": str(out / "v.mp4"), **wishes}
        return planned(Request.model_validate(request), [survey(source)], limits)

    return made


def _why(video: Path, plan: Plan) -> str:
    with pytest.raises(DamagedMediaError) as caught:
        checked(video, plan)
    return caught.value.why.removeprefix("what came out is not what was asked for: ")


def test_all_of_it_is_as_planned(source: Path, plan: Planned) -> None:
    assert checked(source, plan()).duration_ms == pytest.approx(60_000, abs=50)


def test_a_second_less_than_a_minute_is_too_short(
    source: Path, plan: Planned, convert: Convert
) -> None:
    short = convert("short.mp4", "-i", source, "-t", "59", "-c", "copy")
    assert _why(short, plan()) == "0:59 of 1:00 came out"


@pytest.mark.parametrize("wishes", [{}, {"fades": {"sound_in_ms": 500}}], ids=["copy", "anew"])
def test_sound_that_ends_before_the_picture_is_not_all(
    wishes: dict[str, Any], source: Path, plan: Planned, convert: Convert
) -> None:
    tone = ("-f", "lavfi", "-i", "sine=r=8000:d=2", "-map", "0:v", "-map", "1:a")
    mute = convert("mute.mp4", "-i", source, *tone, "-c:v", "copy", "-c:a", "aac")
    assert _why(mute, plan(**wishes)).endswith("of 1:00 of its sound came out")


@pytest.mark.parametrize(
    ("said", "is_wanted"),
    [
        (_SAID, True),
        ([caption(500, 2_000, "Hello"), _SAID[1]], False),
        ([caption(500, 2_000, "Hello there"), caption(3_000, 3_300, "bye")], False),
        ([caption(533, 2_000, "Hello there"), _SAID[1]], False),
        (_SAID[:1], False),
    ],
    ids=["as wanted", "other words", "another end", "a picture too late", "one too few"],
)
def test_captions_have_their_words_and_their_times(
    said: list[dict[str, Any]], *, is_wanted: bool, source: Path, plan: Planned, convert: Convert
) -> None:
    texts = source.with_name("texts.mov")
    texts.write_bytes(text_track(Caption.model_validate(row) for row in said))
    drop = ("-bsf:s", "noise=drop=lt(size\\,3)")
    made = convert(
        "v.mp4", "-i", source, "-i", texts, "-map", "0", "-map", "1", "-c", "copy", *drop
    )
    wanted = plan(captions=_SAID)
    if is_wanted:
        assert checked(made, wanted).bytes == made.stat().st_size
    else:
        assert "captions" in _why(made, wanted)
