"""Which picture is shown when: the last that has begun, for recordings of every rate and speed."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from media.conftest import Convert
from media.preview.numbered import make_film, number_in
from media.render.reading import pictures
from media.render.renderer import Renderer, caption, clip
from transcribe_video.media.render.plan import Shot
from transcribe_video.media.render.rate_conversion import RateConversion
from transcribe_video.media.render.survey import survey

_STEADY = [40 * number for number in range(60)]
_GAPS = [17, 33, 16, 50, 8, 34, 150, 17]
_UNEVEN = [sum(_GAPS[at % 8] for at in range(number)) for number in range(100)]
_LATE = [700 + 33 * number for number in range(60)]
# A second that moves, pictures that stand for five and ten seconds, and half a second that moves.
_SLIDES = [*range(0, 1_000, 40), 6_000, *range(16_000, 16_500, 40)]
_BURNED: Any = {"captions": [caption(0, 500, "x")], "caption_style": {"is_burned": True}}
_ROUNDED_MS = 2


class _Part(NamedTuple):
    times_ms: Sequence[int]
    from_ms: int
    d_ms: int
    speed: float = 1

    def shown(self, number: int, rate: int, by_ms: float = 0) -> int:
        """Which picture has begun last in the middle of picture ``number``; else the first."""
        at_ms = self.from_ms + (number + 0.5) * 1000 / rate * self.speed + by_ms * self.speed
        begun = [at for at, ms in enumerate(self.times_ms) if ms - self.times_ms[0] < at_ms]
        return begun[-1] if begun else 0

    def may_be_shown(self, rate: int) -> Iterator[set[int]]:
        """For each picture of the clip what is right, where rounding may decide."""
        for number in range(round(self.d_ms / self.speed * rate / 1000)):
            yield {self.shown(number, rate, by_ms) for by_ms in (-_ROUNDED_MS, 0, _ROUNDED_MS)}


def _is_shown(video: Path, parts: Sequence[_Part], rate: int = 25) -> bool:
    shown = [number_in(pixels) for pixels in pictures(video)]
    wanted = [each for part in parts for each in part.may_be_shown(rate)]
    assert len(shown) == len(wanted)
    assert [at for at, each in enumerate(wanted) if shown[at] not in each] == []
    return True


def _clip(path: Path, part: _Part) -> Any:
    return {**clip(path, part.from_ms, part.d_ms), "speed": part.speed}


@pytest.mark.parametrize("name", ["uneven.mkv", "uneven.mp4", "late.mkv"])
def test_the_picture_that_is_shown_has_begun_last(
    name: str, tmp_path: Path, renderer: Renderer
) -> None:
    times_ms = _LATE if name == "late.mkv" else _UNEVEN
    source, first = tmp_path / name, tmp_path / "first.mp4"
    make_film(source, times_ms)
    make_film(first, _STEADY)
    parts = [
        _Part(_STEADY, 120, 400),
        _Part(times_ms, 333, 711),
        _Part(times_ms, 0, 600, 1.25),
        _Part(times_ms, 1_011, 450, 0.5),
    ]
    paths = [first, source, source, source]
    clips = [_clip(path, part) for path, part in zip(paths, parts, strict=True)]
    renderer.run(*clips, frame={"height": 126})
    assert _is_shown(renderer.target, parts)


@pytest.mark.parametrize("name", ["slides.mp4", "slides.mkv"])
@pytest.mark.parametrize("spans", [[(0, 800), (9_000, 7_400)], [(4_000, 1_000), (12_000, 400)]])
def test_a_clip_begins_with_the_picture_that_stands_still(
    spans: list[tuple[int, int]], name: str, tmp_path: Path, renderer: Renderer
) -> None:
    source = make_film(tmp_path / name, _SLIDES)
    clips = [clip(source, *span) for span in spans]
    done = renderer.run(*clips, frame={"height": 126}, rate="25/1").done
    assert done["method"]["name"] == "re-encode"
    rate = 25 if name == "slides.mp4" else 30  # which the other one does not tell
    assert _is_shown(renderer.target, [_Part(_SLIDES, *span) for span in spans], rate)


@pytest.mark.parametrize("wishes", [{}, _BURNED], ids=["bare", "burned"])
@pytest.mark.parametrize("span", [(4_000, 1_200), (9_000, 7_400)])
def test_a_single_clip_begins_with_it_too(
    span: tuple[int, int], wishes: dict[str, Any], tmp_path: Path, renderer: Renderer
) -> None:
    source = make_film(tmp_path / "slides.mp4", _SLIDES)
    renderer.run(clip(source, *span), frame={"height": 126}, **wishes)
    assert _is_shown(renderer.target, [_Part(_SLIDES, *span)])


def test_a_keyframe_long_before_the_clip_is_found_where_there_is_no_index(
    tmp_path: Path, renderer: Renderer, convert: Convert
) -> None:
    times_ms = range(0, 32_000, 80)
    seldom = {"x264-params": "keyint=1000:scenecut=0:bframes=2"}
    film = make_film(tmp_path / "film.mp4", times_ms, options=seldom)
    stream = convert("film.ts", "-i", film, "-c", "copy")
    parts = [_Part(times_ms, 30_000, 800), _Part(times_ms, 25_000, 400)]
    renderer.run(*(_clip(stream, part) for part in parts), frame={"height": 126})
    assert _is_shown(renderer.target, parts, 30)


def test_behind_the_last_picture_it_stays_while_there_is_sound(
    tmp_path: Path, renderer: Renderer, convert: Convert
) -> None:
    film = make_film(tmp_path / "film.mp4", _STEADY)
    tone = ("-f", "lavfi", "-i", "sine=d=6", "-c:v", "copy", "-c:a", "aac")
    source = convert("long.mp4", "-i", film, *tone)
    for clips in ([clip(source, 4_000, 1_000)], [clip(source, 0, 400), clip(source, 4_000, 600)]):
        assert renderer.run(*clips, **_BURNED).done["duration_ms"] == pytest.approx(1_000, abs=40)
        shown = [number_in(pixels) for pixels in pictures(renderer.target)]
        assert (len(shown), shown[-1]) == (25, len(_STEADY) - 1)
        renderer.target.unlink()


@pytest.mark.parametrize("speed", [1, 1.25, 0.5])
@pytest.mark.parametrize("times_ms", [_STEADY, _UNEVEN, _SLIDES])
def test_what_is_computed_for_the_check_is_right_too(
    times_ms: list[int], speed: float, tmp_path: Path
) -> None:
    footage = survey(make_film(tmp_path / "film.mp4", times_ms))
    part = _Part(times_ms, 333, 600, speed)
    conversion = RateConversion(
        Shot(footage, 333, round(600 / speed), speed), 0, Fraction(1, 1000), Fraction(25)
    )
    for number, wanted in enumerate(part.may_be_shown(25)):
        places = conversion.places(times_ms, number)
        assert part.shown(number, 25) in places
        assert wanted >= set(places)
