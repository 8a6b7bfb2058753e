"""A join shows the last picture before it and the first after it, in every way of rendering."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from media.preview.numbered import make_film, number_in, picture
from media.render.reading import off_by, pictures
from media.render.renderer import Clip, Renderer, clip
from transcribe_video.media.preview.jpeg import jpeg

_MS = 40
_TIMES = [_MS * number for number in range(120)]
_OFTEN = {"x264-params": "keyint=12:min-keyint=12:scenecut=0:bframes=2"}


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Numbered pictures, of which each twelfth is a keyframe."""
    return make_film(tmp_path / "film.mp4", _TIMES, options=_OFTEN)


def _pictures(source: Path, first: int, end: int) -> Clip:
    """The pictures from one number to before another."""
    return clip(source, first * _MS, (end - first) * _MS)


def _numbers(video: Path) -> list[int]:
    return [number_in(pixels) for pixels in pictures(video)]


class _Way(NamedTuple):
    name: str
    method: str
    wishes: dict[str, Any]
    spans: list[tuple[int, int]]


_FEW = [(5, 30), (50, 70), (33, 45)]
_MANY = [(number * 7, number * 7 + 4) for number in range(15)]
_SINGLE = [(number * 5, number * 5 + 1) for number in range(20)]


@pytest.mark.parametrize(
    "way",
    [
        _Way("cuts", "smart render", {}, [(5, 40), (50, 90), (33, 60)]),
        _Way("one encoding", "re-encode", {"frame": {"height": 126}}, _FEW),
        _Way("encoded in parts", "re-encode", {"frame": {"height": 126}}, _MANY),
        _Way("single pictures", "re-encode", {"frame": {"height": 126}}, _SINGLE),
        _Way("padded", "re-encode", {"frame": {"aspect": "16:9", "is_padded": True}}, _FEW),
    ],
    ids=lambda way: way.name,
)
def test_clips_have_just_the_pictures_that_are_wanted(
    way: _Way, renderer: Renderer, film: Path
) -> None:
    done = renderer.run(*(_pictures(film, *span) for span in way.spans), **way.wishes).done
    assert done["method"]["name"] == way.method
    assert _numbers(renderer.target) == [n for span in way.spans for n in range(*span)]


def test_other_recordings_and_still_pictures_join_at_just_their_pictures(
    renderer: Renderer, film: Path, tmp_path: Path
) -> None:
    other = make_film(tmp_path / "other.mkv", _TIMES[:60])
    photograph = tmp_path / "photograph.jpg"
    photograph.write_bytes(jpeg(picture(777)))
    still = {"path": str(photograph), "kind": "image", "d_ms": 5 * _MS}
    renderer.run(_pictures(film, 90, 100), still, _pictures(other, 20, 35), _pictures(film, 3, 9))
    assert _numbers(renderer.target) == [*range(90, 100), *[777] * 5, *range(20, 35), *range(3, 9)]


def test_a_picture_beside_a_join_is_that_of_the_recording(renderer: Renderer, film: Path) -> None:
    renderer.run(_pictures(film, 5, 30), _pictures(film, 50, 70), frame={"height": 128})
    made, source = pictures(renderer.target), pictures(film)
    for at, number in ((0, 5), (24, 29), (25, 50), (44, 69)):
        assert off_by(made[at], source[number]) < 4
        assert np.argmin([off_by(made[at], each) for each in source]) == number


@pytest.mark.parametrize("aspect", ["16:9", "1:1", "9:16"])
def test_a_video_with_much_text_on_it_is_made(aspect: str, renderer: Renderer, film: Path) -> None:
    texts = dict.fromkeys(("top", "center", "bottom"), "WHAT IS WRITTEN HERE IS LONG " * 9)
    titles = [
        {"start_ms": 0, "end_ms": 9000, "text": text, "position": place}
        for place, text in texts.items()
    ]
    clips = _pictures(film, 5, 30), _pictures(film, 50, 70)
    frame = {"aspect": aspect, "is_padded": True}
    done = renderer.run(*clips, frame=frame, titles=titles).done
    assert done["duration_ms"] == 45 * _MS
