"""Several edits in one message: all times, also of the answer, mean the video before them."""

import pytest

from backend.editing.cutting_room import CuttingRoom


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("cut 0:01-0:02, and cut 0:03-0:04", ["0:01-0:02", "0:03-0:04"]),
        ("cut 0:03-0:04, and cut 0:01-0:03", ["0:03-0:04", "0:01-0:03"]),
        ("cut 0:30-0:40 and 0:50-1:00", ["0:30-0:40", "0:50-1:00"]),
        ("cut the first 5 seconds and the last 5 seconds", ["0:00-0:05", "1:55-2:00"]),
        (
            "cut the first 5 seconds and add a title 'Hello' at 1:00 for 3 seconds",
            ["0:00-0:05", "“Hello” (1:00-1:03)"],
        ),
        (
            "cut the first 2 seconds and put 'Hi' on top for the first 3 seconds",
            ["0:00-0:02", "“Hi” (0:00-0:03)"],
        ),
        ("cut the first 2 seconds and mute 1:00-1:05", ["0:00-0:02", "1:00-1:05"]),
        ("cut the first 2 seconds, and cut “so anyway”", ["0:00-0:02", "0:04.64-0:05.6"]),
        ("剪掉0:30到0:40，再剪掉0:50到1:00", ["0:30-0:40", "0:50-1:00"]),
        (
            "cut 0:30-0:40 and move 1:00-1:10 to the beginning",
            ["0:30-0:40", "1:00-1:10 "],
        ),
    ],
)
def test_each_edit_is_told_with_the_times_of_the_message(
    room: CuttingRoom, message: str, says: list[str]
) -> None:
    turn = room.say(message)
    told = [change["text"] for change in turn.changes]
    for one, text in zip(says, told, strict=True):
        assert one in turn.reply
        assert one in text
        assert "interview.mp4 " not in text  # the same times in the file


def test_changes_have_the_same_times_as_the_answer(room: CuttingRoom) -> None:
    turn = room.say("cut 0:01-0:02, and cut 0:03-0:04")
    spans = [(change["from_s"], change["to_s"]) for change in turn.changes]
    assert spans == [(1, 2), (3, 4)]
    turn = room.say("what would it be if you cut 0:10-0:12, and cut 0:20-0:25?")
    assert "0:10-0:12 (interview.mp4 0:12-0:14" in turn.reply
    assert "0:20-0:25 (interview.mp4 0:22-0:27" in turn.reply


def test_what_is_put_in_before_does_not_move_the_times_that_are_told(room: CuttingRoom) -> None:
    room.bring("logo.png", kind="image")
    turn = room.say("show logo.png at 0:30 for 3 seconds and cut 0:40-0:45")
    assert turn.changes[1]["text"].startswith("Removed 0:40-0:45")
    assert (turn.changes[1]["from_s"], turn.changes[1]["to_s"]) == (40, 45)


def test_music_that_comes_and_changes_in_one_message_is_told(room: CuttingRoom) -> None:
    room.bring("lofi.mp3", 60_000, "audio")
    turn = room.say("add lofi.mp3 as music, and cut 0:10-0:20 and mute the music 0:30-0:40")
    assert "0:10-0:20" in turn.reply
    assert "0:30-0:40" in turn.reply
    assert room.timeline.music[0].levels[0].from_ms == 20_000
