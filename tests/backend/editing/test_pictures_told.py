"""What is cut, moved and told lies on pictures of the file, at whatever rate it was recorded."""

from fractions import Fraction

import pytest

from backend.editing.cutting_room import CuttingRoom

_NTSC = Fraction(30000, 1001)
_D_MS = 83_950


@pytest.fixture
def film(empty_room: CuttingRoom) -> CuttingRoom:
    """A session with a film of a little more than a whole number of pictures at 29.97 a second."""
    empty_room.bring("film.mkv", _D_MS, fps=29.97)
    return empty_room


def test_a_film_that_is_put_into_an_empty_video_is_cut_at_its_own_pictures(
    film: CuttingRoom,
) -> None:
    film.say("append film.mkv")
    assert film.timeline.rate == _NTSC
    film.say("split at 0:39")
    assert film.spans == [("film.mkv", 0, 39_006), ("film.mkv", 39_006, _D_MS)]


def test_clips_that_are_swapped_and_deleted_keep_their_numbers_and_their_ends(
    film: CuttingRoom,
) -> None:
    film.say("split at 0:12")
    film.say("split at 0:39")
    film.say("swap the first and the last clip")
    parts = [("film.mkv", 39_006, _D_MS), ("film.mkv", 12_012, 39_006), ("film.mkv", 0, 12_012)]
    assert film.spans == parts
    film.say("delete the second clip")
    assert film.spans == [parts[0], parts[2]]


def test_what_is_back_at_its_own_speed_is_all_that_was_faster_and_is_told_so(
    film: CuttingRoom,
) -> None:
    film.say("play 0:13-0:23 twice as fast")
    ends = film.timeline.starts_ms[1:]
    turn = film.say("0:13到0:18恢复原速")
    assert "0:13.013-0:18.018" in turn.reply
    assert ends == (13_013, 18_018)
    assert {clip.speed for clip in film.timeline.clips} == {1.0}
    assert film.timeline.d_ms == _D_MS
