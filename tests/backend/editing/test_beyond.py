"""Times that lie behind the end of the video: how long it is is said, and nothing is asked."""

import pytest

from backend.editing.cutting_room import CuttingRoom


@pytest.mark.parametrize(
    ("message", "at"),
    [
        ("cut 3:00-3:10", "3:00"),
        ("cut 1:50-2:30", "2:30"),
        ("cut 0:10-0:20 and 3:20-3:45", "3:20"),
        ("keep only 0:30 to 2:30", "2:30"),
        ("split at 2:30", "2:30"),
        ("mute 2:20-2:25", "2:20"),
        ("cut everything after 2:10", "2:10"),
        ("cut the last 3 minutes", "3:00"),
        ("put 'Hi' on top at 2:30", "2:30"),
        ("fade in over 150 seconds", "2:30"),
    ],
)
def test_a_time_behind_the_end_is_named_with_the_length_of_the_video(
    room: CuttingRoom, message: str, at: str
) -> None:
    turn = room.say(message)
    assert turn.reply == f"{at} lies behind the end of the video, which is 2:00 long."
    assert (turn.question, turn.choices, turn.changes) == ("", [], [])
    assert room.spans == [("interview.mp4", 0, 120_000)]


def test_it_is_said_in_chinese(room: CuttingRoom) -> None:
    assert room.say("剪掉3:20到3:45").reply == "3:20 超出了视频的结尾，视频长 2:00。"


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        (
            "cut 30:00:00-31:00:00",
            "That lies behind the end of the video, which is 2:00 long.",
        ),
        ("在30:00:00处分割", "说的时间超出了视频的结尾，视频长 2:00。"),
    ],
)
def test_of_a_time_that_no_video_reaches_too_the_length_is_said(
    room: CuttingRoom, message: str, reply: str
) -> None:
    turn = room.say(message)
    assert (turn.reply, turn.question, turn.changes) == (reply, "", [])


@pytest.mark.parametrize(
    ("message", "length"),
    [
        ("cut 3:00", "The video is 2:00 long."),
        ("move 3:00-3:10 somewhere", "which is 2:00 long."),
        ("cut 0:08-0:05", "The video is 2:00 long."),
        ("move 0:10-0:20", "The video is 2:00 long."),
        ("剪掉3:00", "视频长 2:00。"),
    ],
)
def test_who_is_asked_when_is_told_how_long_the_video_is(
    room: CuttingRoom, message: str, length: str
) -> None:
    assert room.say(message).reply.endswith(length)


def test_beside_another_wish_it_is_said_as_well(room: CuttingRoom) -> None:
    turn = room.say("crop to 9:16 and cut 3:20-3:45")
    assert "3:20 lies behind the end of the video, which is 2:00 long." in turn.reply


def test_a_range_that_ends_before_it_begins_is_still_asked_about(room: CuttingRoom) -> None:
    turn = room.say("cut 0:08-0:05")
    assert turn.question.startswith("It is not clear what is meant: when")


def test_a_plan_is_not_what_a_yes_means_behind_such_an_answer(room: CuttingRoom) -> None:
    room.say("what would removing the filler words do?")
    room.say("cut 3:00-3:10")
    room.say("do it")
    assert room.spans == [("interview.mp4", 0, 120_000)]
