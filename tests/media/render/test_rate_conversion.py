"""Which picture is shown when is known beforehand, for recordings of every rate and speed."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from media.preview.numbered import make_film, number_in
from media.render.renderer import Renderer, clip
from transcribe_video.media.render.cut_grid import stretches
from transcribe_video.media.render.plan import Shot
from transcribe_video.media.render.rate_conversion import RateConversion
from transcribe_video.media.render.survey import survey

_STEADY = [40 * number for number in range(60)]
_GAPS = [17, 33, 16, 50, 8, 34, 150, 17]
_UNEVEN = [sum(_GAPS[at % 8] for at in range(number)) for number in range(100)]
_LATE = [700 + 33 * number for number in range(60)]
_RATE = Fraction(25)


def _seen(path: Path) -> list[tuple[int, int]]:
    """When each picture begins, in ticks, and its number."""
    with av.open(path) as container:
        rows = (
            (frame.pts, frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)
        )
        return [(pts or 0, number_in(np.asarray(pixels, np.uint8))) for pts, pixels in rows]


@pytest.mark.parametrize("name", ["uneven.mkv", "uneven.mp4", "late.mkv"])
def test_the_picture_that_is_shown_is_the_one_that_was_computed(
    name: str, tmp_path: Path, renderer: Renderer
) -> None:
    times_ms = _LATE if name == "late.mkv" else _UNEVEN
    source = make_film(tmp_path / name, times_ms)
    first = make_film(tmp_path / "first.mp4", _STEADY)
    parts: list[tuple[Path, int, int, float]] = [
        (first, 120, 400, 1),
        (source, 333, 711, 1),
        (source, 0, 600, 1.25),
        (source, 1_011, 450, 0.5),
    ]
    clips: list[Any] = [{**clip(path, at, d), "speed": speed} for path, at, d, speed in parts]
    renderer.run(*clips, frame={"height": 126})
    shown = [number for _, number in _seen(renderer.target)]
    shots = [Shot(survey(path), at, round(d / speed), speed) for path, at, d, speed in parts]
    wanted: list[int] = []
    for shot, length in zip(shots, stretches([s.d_ms for s in shots], _RATE), strict=True):
        with av.open(shot.footage.path) as container:
            base = container.streams.video[0].time_base
            origin_ms = round((container.start_time or 0) / 1000)
        assert base
        stamps, numbers = zip(*_seen(shot.footage.path), strict=True)
        conversion = RateConversion(shot, origin_ms, base, _RATE)
        places = [conversion.place(stamps, number) for number in range(length.frames)]
        wanted += [numbers[place or 0] for place in places]
    assert shown == wanted
    assert len(set(shown)) > 20
