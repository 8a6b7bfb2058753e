import pytest

from transcribe_video.media.render.request import Resolution
from transcribe_video.media.render.size import Size, main_size

_SMALL, _LARGE = Size(320, 180), Size(1280, 720)


@pytest.mark.parametrize(
    ("size", "resolution", "made"),
    [
        (Size(1280, 720), "source", Size(1280, 720)),
        (Size(320, 180), "1080p", Size(320, 180)),
        (Size(3840, 2160), "source", Size(1920, 1080)),
        (Size(2160, 3840), "source", Size(1080, 1920)),
        (Size(4096, 1716), "source", Size(1920, 804)),
        (Size(1440, 1440), "1080p", Size(1080, 1080)),
        (Size(1920, 1080), "720p", Size(1280, 720)),
        (Size(1080, 1920), "720p", Size(720, 1280)),
        (Size(853, 481), "source", Size(852, 480)),
        (Size(8192, 1), "source", Size(1920, 2)),
    ],
)
def test_a_picture_keeps_its_shape_and_is_never_enlarged(
    size: Size, resolution: Resolution, made: Size
) -> None:
    assert size.limited(resolution) == made
    assert made.is_within(resolution)


@pytest.mark.parametrize(
    ("size", "inside"),
    [
        (Size(640, 360), Size(1280, 720)),
        (Size(720, 1280), Size(404, 720)),
        (Size(1279, 719), Size(1280, 720)),
        (Size(4, 4), Size(720, 720)),
    ],
)
def test_a_picture_fills_a_frame_without_losing_its_shape(size: Size, inside: Size) -> None:
    assert size.inside(Size(1280, 720)) == inside


def test_what_is_seen_longest_in_all_gives_the_size() -> None:
    assert main_size([(_SMALL, False, 900), (_LARGE, False, 500), (_LARGE, False, 500)]) == _LARGE
    assert main_size([(_SMALL, False, 900), (_LARGE, False, 900)]) == _SMALL


def test_still_pictures_count_where_nothing_moves() -> None:
    assert main_size([(_LARGE, True, 9000), (_SMALL, False, 40)]) == _SMALL
    assert main_size([(_SMALL, True, 10), (_LARGE, True, 20)]) == _LARGE
    assert main_size([]) is None
