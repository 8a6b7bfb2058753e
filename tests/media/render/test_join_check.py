"""The pictures at the joins of a video are compared with what they were to be."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np
import pytest

from media.conftest import Convert
from media.preview.numbered import make_film, number_in
from media.render.renderer import Clip, clip
from transcribe_video.errors import DamagedMediaError
from transcribe_video.manifest import Limits
from transcribe_video.media.engine import Samples
from transcribe_video.media.render.join_check import Expected, wrong_join
from transcribe_video.media.render.look import look_of
from transcribe_video.media.render.planner import planned
from transcribe_video.media.render.request import Request
from transcribe_video.media.render.studio import Studio
from transcribe_video.media.render.survey import survey
from transcribe_video.media.render.unfit import UnfitError
from transcribe_video.media.render.workbench import Workbench

_RATE = 25
_MS = 1000 // _RATE
Frames: TypeAlias = list[av.VideoFrame]


def _look(video: Path, number: int) -> Samples:
    with av.open(video) as container:
        return look_of(next(islice(container.decode(video=0), number, None)))


def _frames(video: Path) -> Frames:
    with av.open(video) as container:
        return list(container.decode(video=0))


def _numbers(video: Path) -> list[int]:
    pictures = (frame.to_ndarray(format="rgb24") for frame in _frames(video))
    return [number_in(np.asarray(pixels, np.uint8)) for pixels in pictures]


def _rewritten(video: Path, change: Callable[[Frames], Frames]) -> None:
    """The same video with other pictures, and nothing else."""
    frames = change(_frames(video))
    with av.open(video, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=_RATE, options={"crf": "18"})
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = frames[0].width, frames[0].height, "yuv420p"
        for number, frame in enumerate(frames):
            frame.pts, frame.time_base = number, Fraction(1, _RATE)
            frame.pict_type = av.video.frame.PictureType.NONE
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


@contextmanager
def _made(clips: Sequence[Clip], limits: Limits, out: Path, **wishes: Any) -> Iterator[Studio]:
    """A video before it is checked."""
    request = Request.model_validate({"clips": clips, "target": str(out / "v.mp4"), **wishes})
    footage = [survey(each.path) for each in request.clips]
    with Workbench() as bench:
        plan = planned(request, footage, limits)
        studio = Studio(plan, bench, bench.part(plan.target, 0), lambda _share: None)
        studio.make()
        yield studio


def _pictures(source: Path, first: int, end: int) -> Clip:
    """The pictures from one number to before another."""
    return clip(source, first * _MS, (end - first) * _MS)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Four seconds of numbered pictures."""
    return make_film(tmp_path / "film.mp4", [_MS * number for number in range(100)])


def _one_too_few(frames: Frames) -> Frames:
    return [*frames[:20], *frames[21:]]


def _one_too_many(frames: Frames) -> Frames:
    return [*frames[:20], frames[19], *frames[20:]]


def _early(frames: Frames) -> Frames:
    """The join, at picture 20, comes one picture too early; the number of pictures is right."""
    return [*frames[:19], *frames[20:], frames[-1]]


def _late(frames: Frames) -> Frames:
    return [*frames[:20], frames[19], *frames[20:-1]]


def _put_in(place: int, other: int) -> Callable[[Frames], Frames]:
    """One picture is the other one; the number of pictures is right."""
    return lambda frames: [*frames[:place], frames[other], *frames[place + 1 :]]


def test_the_right_picture_is_known_and_another_scene_is_not(awkward_media: Path) -> None:
    video = awkward_media / "sync.mp4"
    right = Expected(Fraction(10, 30), (_look(video, 10),))
    flash = Expected(Fraction(20, 30), (_look(video, 30),))
    assert wrong_join(video, [right]) is None
    assert wrong_join(video, [right, flash]) is flash


def test_a_picture_that_is_not_there_is_wrong(awkward_media: Path) -> None:
    late = Expected(Fraction(10_000), (_look(awkward_media / "sync.mp4", 10),))
    assert wrong_join(awkward_media / "sync.mp4", [late]) is late


def test_each_of_many_joins_is_looked_at(film: Path, limits: Limits, out: Path) -> None:
    clips = [_pictures(film, first, first + 3) for first in range(0, 100, 5)]
    with _made(clips, limits, out, frame={"height": 126}) as studio:
        studio.check()
        right = studio.part.read_bytes()
        for join in range(9, 60, 15):
            for place, other in ((join - 1, join - 2), (join, join + 1)):
                studio.part.write_bytes(right)
                _rewritten(studio.part, _put_in(place, other))
                with pytest.raises(DamagedMediaError, match="another picture came out"):
                    studio.check()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_one_too_few, "it has 44 pictures instead of 45"),
        (_one_too_many, "it has 46 pictures instead of 45"),
        (_early, "at 0:00.76 another picture came out"),
        (_late, "at 0:00.8 another picture came out"),
    ],
)
def test_an_error_of_one_picture_at_a_join_is_a_failure_that_says_where(
    change: Callable[[Frames], Frames], why: str, film: Path, limits: Limits, out: Path
) -> None:
    clips = [_pictures(film, 10, 30), _pictures(film, 50, 75)]
    with _made(clips, limits, out, frame={"height": 126}) as studio:
        assert _numbers(studio.part) == [*range(10, 30), *range(50, 75)]
        studio.check()
        _rewritten(studio.part, lambda frames: frames)
        studio.check()
        _rewritten(studio.part, change)
        with pytest.raises(DamagedMediaError) as caught:
            studio.check()
    assert caught.value.why == f"what came out is not what was asked for: {why}"
    assert caught.value.remedy


@pytest.mark.parametrize(
    "frame",
    [
        {"height": 180},
        {"aspect": "9:16", "height": 180},
        {"aspect": "1:1", "is_padded": True, "height": 180},
    ],
    ids=["whole", "cropped", "padded"],
)
@pytest.mark.parametrize("moves", ["testsrc2=s=320x180:r=25", "mandelbrot=s=320x180:r=25"])
def test_it_is_found_where_pictures_move_little_and_with_words_on_them(
    moves: str, frame: dict[str, object], convert: Convert, limits: Limits, out: Path
) -> None:
    source = convert("moves.mp4", "-f", "lavfi", "-i", moves, "-t", "4", "-pix_fmt", "yuv420p")
    clips = [_pictures(source, 10, 30), _pictures(source, 50, 75)]
    title = {"text": "Urban Dreams", "start_ms": 0, "end_ms": 9_000, "position": "center"}
    with _made(clips, limits, out, frame=frame, titles=[title]) as studio:
        studio.check()
        for change in (_early, _late):
            _rewritten(studio.part, change)
            with pytest.raises(DamagedMediaError, match="another picture came out"):
                studio.check()


def test_a_clip_that_stays_as_it_is_from_its_first_picture_on_is_looked_at_too(
    tmp_path: Path, limits: Limits, out: Path
) -> None:
    often = {"x264-params": "keyint=12:min-keyint=12:scenecut=0:bframes=2"}
    source = make_film(tmp_path / "o.mp4", [_MS * number for number in range(100)], options=often)
    clips = [_pictures(source, 12, 36), _pictures(source, 60, 96)]
    with _made(clips, limits, out) as studio:
        assert studio.plan.is_smart
        assert _numbers(studio.part) == [*range(12, 36), *range(60, 96)]
        studio.check()
        _rewritten(studio.part, lambda frames: [*frames[:24], *frames[25:], frames[-1]])
        with pytest.raises(UnfitError, match="another picture came out"):
            studio.check()


def test_the_last_picture_before_a_cut_is_looked_at_where_only_the_end_is_encoded(
    tmp_path: Path, limits: Limits, out: Path
) -> None:
    rarely = {"x264-params": "keyint=50:min-keyint=50:scenecut=0:bframes=2:b-adapt=0"}
    source = make_film(tmp_path / "r.mp4", [_MS * number for number in range(150)], options=rarely)
    clips = [_pictures(source, 0, 33), _pictures(source, 100, 133)]
    with _made(clips, limits, out) as studio:
        assert studio.plan.is_smart
        assert _numbers(studio.part) == [*range(33), *range(100, 133)]
        studio.check()
        right = studio.part.read_bytes()
        for place in (32, 65):
            studio.part.write_bytes(right)
            _rewritten(studio.part, _put_in(place, place - 1))
            with pytest.raises(UnfitError, match="another picture came out"):
                studio.check()
