"""What is not understood is told, and nothing is done that it might mean otherwise; and a no."""

import pytest

from backend.editing.cutting_room import CuttingRoom

NOTHING = [("interview.mp4", 0, 120_000)]


@pytest.mark.parametrize(
    ("message", "unread", "answers"),
    [
        ("crop it and defenestrate the wombat", "“defenestrate the wombat”", 3),
        ("cut it, defenestrate the wombat", "“defenestrate the wombat”", 0),
    ],
)
def test_a_question_tells_too_what_was_not_understood(
    room: CuttingRoom, message: str, unread: str, answers: int
) -> None:
    turn = room.say(message)
    assert turn.question == turn.reply
    assert f"Not understood, and so not done: {unread}." in turn.question
    assert len(turn.choices) == answers
    assert room.spans == NOTHING


def test_a_file_that_is_only_named_is_no_place(room: CuttingRoom) -> None:
    turn = room.say("take “interview.mp4”; cut the first 2 s")
    assert turn.changes
    assert not turn.question


@pytest.mark.parametrize(
    "message",
    [
        "mute it and defenestrate the wombat for 3 seconds",
        "cut the first 5 seconds and zorkle 0:20",
        "cut the first 5 seconds, defenestrate the wombat at 0:30",
    ],
)
def test_beside_a_time_that_was_not_understood_nothing_is_done_unasked(
    room: CuttingRoom, message: str
) -> None:
    before = room.timeline
    turn = room.say(message)
    assert turn.question in {
        "Shall that be done without what was not understood?",
        "没有看懂的部分先不管，要这样做吗？",
    }
    assert room.timeline == before
    assert room.say(turn.choices[0].message).changes
    assert room.timeline != before


def test_what_was_done_comes_before_what_was_not_understood(room: CuttingRoom) -> None:
    reply = room.say("cut the first 5 seconds and defenestrate the wombat, and mute 0:10").reply
    done, rest = reply.split("Not understood", 1)
    assert done.startswith("Cut 0:00-0:05")
    assert "The video is 1:55 now" in done
    assert "wombat" in rest


def test_a_step_back_tells_what_was_not_understood_and_that_it_was_made(room: CuttingRoom) -> None:
    room.say("cut the first 5 seconds")
    turn = room.say("undo and defenestrate the wombat")
    assert turn.reply.startswith("Undone: Cut 0:00-0:05")
    assert turn.reply.endswith("Not understood, and so not done: “defenestrate the wombat”.")
    assert room.spans == NOTHING


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("no", "Nothing is changed."),
        ("No, thanks!", "Nothing is changed."),
        ("don't do it", "Nothing is changed."),
        ("不要", "没有改动。"),
        ("不用了，谢谢", "没有改动。"),
        ("算了", "没有改动。"),
    ],
)
def test_a_no_drops_the_plan(room: CuttingRoom, message: str, says: str) -> None:
    assert room.say("what would removing the filler words do?").question
    turn = room.say(message)
    assert (turn.reply, turn.question, turn.changes, turn.actions) == (says, "", [], [])
    assert room.say("do it").reply.startswith("Nothing is waiting for your yes")
    assert room.spans == NOTHING


@pytest.mark.parametrize("message", ["no cuts before 0:10", "not that", "不是这个"])
def test_more_than_a_no_is_no_refusal(room: CuttingRoom, message: str) -> None:
    assert room.say(message).reply not in {"Nothing is changed.", "没有改动。"}


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("no, I meant 0:10-0:20", "“undo” takes the last change back."),
        ("我说的是前10秒", "“撤销”可以取消上一次修改。"),
    ],
)
def test_of_a_part_without_a_wish_it_is_told_how_to_say_it_and_to_take_the_last_one_back(
    room: CuttingRoom, message: str, told: str
) -> None:
    room.say("cut 0:40-0:50")
    before = room.timeline
    reply = room.say(message).reply

    assert told in reply
    assert "cut 1:20-1:45" in reply or "剪掉1:20到1:45" in reply
    assert len(reply) < 300
    assert room.timeline == before


@pytest.mark.parametrize("message", ["help", "what can you do?", "你能做什么"])
def test_all_that_can_be_done_is_told_to_who_asks(room: CuttingRoom, message: str) -> None:
    reply = room.say(message).reply

    assert "9:16" in reply
    assert "MP4" in reply
    assert not room.say(message).question


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        ('cut "plan"', "the second one"),
        ('cut "plan"', "mute 0:10-0:20"),
        ("what would removing all the pauses do?", "mute 0:10-0:20"),
        ("what would removing all the pauses do?", "do it"),
        ("make it better", "crop to 9:16"),
    ],
)
def test_a_no_to_nothing_says_how_the_last_change_is_taken_back(
    room: CuttingRoom, asked: str, done: str
) -> None:
    assert room.say(asked).question
    assert room.say(done).changes
    edited = room.timeline
    reply = room.say("no").reply
    assert reply == "Nothing waits for an answer. “undo” takes the last change back."
    assert room.say("do it").reply.startswith("Nothing is waiting for your yes.")
    assert room.timeline == edited
