"""The pictures at the joins of a video are compared with what they were to be."""

from fractions import Fraction
from pathlib import Path

import av
import pytest

from transcribe_video.media.engine import Samples
from transcribe_video.media.render.join_check import Expected, chosen, look_of, wrong_join


def _look(video: Path, number: int) -> Samples:
    with av.open(video) as container:
        for at, frame in enumerate(container.decode(video=0)):
            if at == number:
                return look_of(frame)
    raise AssertionError


def test_the_right_picture_is_known_and_another_scene_is_not(awkward_media: Path) -> None:
    video = awkward_media / "sync.mp4"
    right = Expected(Fraction(10, 30), (_look(video, 10),))
    flash = Expected(Fraction(20, 30), (_look(video, 30),))
    assert wrong_join(video, [right]) is None
    assert wrong_join(video, [right, flash]) is flash


def test_a_picture_that_is_not_there_is_wrong(awkward_media: Path) -> None:
    late = Expected(Fraction(10_000), (_look(awkward_media / "sync.mp4", 10),))
    assert wrong_join(awkward_media / "sync.mp4", [late]) is late


@pytest.mark.parametrize(
    ("count", "places"),
    [(0, []), (3, [0, 1, 2]), (300, [0, 43, 85, 128, 171, 214, 256, 299])],
)
def test_of_many_joins_some_are_looked_at_from_the_first_to_the_last(
    count: int, places: list[int]
) -> None:
    assert chosen(count) == places
