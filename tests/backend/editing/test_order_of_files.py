"""Files that are in the video already and are named again, in the order in which they shall be."""

import pytest

from backend.editing.cutting_room import CuttingRoom

_FILM, _PART = ("interview.mp4", 0, 120_000), ("part2.mp4", 0, 10_000)


@pytest.fixture
def one(room: CuttingRoom) -> CuttingRoom:
    """One file is in the video, and another one was brought since."""
    room.say("mute 0:10-0:20")
    room.say("unmute it")
    room.bring("part2.mp4", 10_000)
    return room


@pytest.fixture
def two(room: CuttingRoom) -> CuttingRoom:
    """Both files are in the video."""
    room.bring("part2.mp4", 10_000)
    room.say("crop to 1:1")
    return room


@pytest.mark.parametrize(
    ("message", "order"),
    [
        ("play interview.mp4 first and then part2.mp4", ["interview.mp4", "part2.mp4"]),
        ("join interview.mp4 and part2.mp4", ["interview.mp4", "part2.mp4"]),
        ("first part2.mp4, then interview.mp4", ["part2.mp4", "interview.mp4"]),
        ("put part2.mp4 before interview.mp4", ["part2.mp4", "interview.mp4"]),
        ("put interview.mp4 after part2.mp4", ["part2.mp4", "interview.mp4"]),
        ("把 part2.mp4 和 interview.mp4 拼接起来", ["part2.mp4", "interview.mp4"]),
    ],
)
@pytest.mark.parametrize("number", ["one", "two"])
def test_a_file_that_is_there_is_put_in_order_and_not_in_again(
    request: pytest.FixtureRequest, number: str, message: str, order: list[str]
) -> None:
    room: CuttingRoom = request.getfixturevalue(number)
    told = room.say(message).reply
    assert list(dict.fromkeys(clip.name for clip in room.timeline.clips)) == order
    assert room.timeline.d_ms == 130_000
    assert "play one after the other" in told or "依次播放" in told


def test_what_was_cut_and_titled_moves_as_it_is(two: CuttingRoom) -> None:
    two.say("cut the first 20 seconds")
    two.say("put 'Part two' on top from 1:42 to 1:44")
    two.say("play part2.mp4 first and then interview.mp4")
    assert two.spans == [_PART, ("interview.mp4", 20_000, 120_000)]
    [title] = two.timeline.titles
    assert (title.from_ms, title.to_ms) == (2000, 4000)


def test_a_file_that_lies_in_several_places_is_asked_about(two: CuttingRoom) -> None:
    two.say("move 2:00-2:10 to 1:00")
    before = two.timeline
    reply = two.say("play interview.mp4 first and then part2.mp4").reply
    assert reply.startswith("“interview.mp4” is in the video already, so nothing is added or moved")
    assert two.timeline == before


def test_one_file_can_be_put_in_once_more(two: CuttingRoom) -> None:
    two.say("append part2.mp4")
    assert two.spans == [_FILM, _PART, _PART]
