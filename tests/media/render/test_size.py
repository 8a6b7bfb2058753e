"""Which recording gives a video its size."""

from transcribe_video.media.render.size import Size, main_size

_SMALL, _LARGE = Size(320, 180), Size(1280, 720)


def test_what_is_seen_longest_in_all_gives_the_size() -> None:
    assert main_size([(_SMALL, False, 900), (_LARGE, False, 500), (_LARGE, False, 500)]) == _LARGE
    assert main_size([(_SMALL, False, 900), (_LARGE, False, 900)]) == _SMALL


def test_still_pictures_count_where_nothing_moves() -> None:
    assert main_size([(_LARGE, True, 9000), (_SMALL, False, 40)]) == _SMALL
    assert main_size([(_SMALL, True, 10), (_LARGE, True, 20)]) == _LARGE
    assert main_size([]) is None
