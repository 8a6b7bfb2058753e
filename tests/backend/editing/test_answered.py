"""An answer to a question completes the message that the question was about."""

import pytest

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.backend.editor.timeline import Title


@pytest.mark.parametrize(
    ("asked", "answer", "text", "position"),
    [
        ("add a title", "Hello", "Hello", "bottom"),
        ("add a title", "hello", "hello", "bottom"),
        ("add a title", "Summer in Rome", "Summer in Rome", "bottom"),
        ("add a title", 'call it "Hello"', "Hello", "bottom"),
        ("add a title", "Call it Hello", "Hello", "bottom"),
        ("add a title", '"Cut the pauses"', "Cut the pauses", "bottom"),
        ("add a title", '"Export it"', "Export it", "bottom"),
        ("add a title at the top", "The plan.", "The plan.", "top"),
        ("add a title", "欢迎", "欢迎", "bottom"),
        ("加个标题", "欢迎", "欢迎", "bottom"),
        ("加个标题", "就叫“春天”", "春天", "bottom"),
        ("在上方加个标题", "“春天”", "春天", "top"),
    ],
)
def test_the_answer_is_the_text_of_the_title(
    room: CuttingRoom, asked: str, answer: str, text: str, position: str
) -> None:
    assert room.say(asked).question
    turn = room.say(answer)
    [title] = room.timeline.titles
    assert (title.text, title.position) == (text, position)
    assert turn.job_ids == []


@pytest.mark.parametrize(
    ("asked", "answer", "meant"),
    [
        ("cut it", "the first 10 seconds", "cut the first 10 seconds"),
        ("cut it", "0:10-0:20", "cut 0:10-0:20"),
        ("剪掉", "前10秒", "cut the first 10 seconds"),
        ("把这段剪掉", "0:10到0:20", "cut 0:10-0:20"),
        ("crop it", "square", "crop to 1:1"),
        ("裁剪画面", "方形", "crop to 1:1"),
        ("move 0:10-0:20", "to the end", "move 0:10-0:20 to the end"),
        ("change the speed of 0:10-0:20", "twice", "play 0:10-0:20 twice as fast"),
        ("change the volume", "50%", "set the volume to 50 %"),
    ],
)
def test_the_answer_tells_what_was_missing(
    room: CuttingRoom, asked: str, answer: str, meant: str
) -> None:
    room.say(meant)
    wanted = room.timeline
    room.say("undo")
    assert room.say(asked).question
    assert room.say(answer).changes
    assert room.timeline == wanted


def test_what_was_only_asked_about_stays_a_plan(room: CuttingRoom) -> None:
    room.say("what would happen if I cut it?")
    assert room.say("the first 10 seconds").question == "Shall that be done?"
    assert room.spans == [("interview.mp4", 0, 120_000)]


@pytest.mark.parametrize(
    "answer",
    [
        *(
            "no",
            "不要",
            "thanks",
            "maybe later",
            "how long is the video?",
            "which texts?",
        ),
        *("I don't know", "随便", "undo", "do it", "the second one", "what can you do?", "help"),
    ],
)
def test_what_is_no_text_is_no_title(room: CuttingRoom, answer: str) -> None:
    room.say("add a title")
    room.say(answer)
    assert room.timeline.titles == ()


@pytest.mark.parametrize("between", ["thanks", "how long is the video?", "crop to 9:16"])
def test_a_question_of_an_earlier_turn_is_not_answered(room: CuttingRoom, between: str) -> None:
    room.say("add a title")
    room.say(between)
    room.say("Hello")
    assert room.timeline.titles == ()


def test_an_edit_is_taken_as_such(room: CuttingRoom) -> None:
    room.say("add a title")
    room.say("put 'Hi' on top for 5 seconds")
    assert room.timeline.titles == (Title("Hi", 0, 5000, "top"),)
    room.say("change the speed of 0:10-0:20")
    assert room.say("mute 0:30-0:40").reply.startswith("Muted 0:30-0:40.")


def test_what_answers_nothing_changes_nothing(room: CuttingRoom) -> None:
    room.say("cut it")
    assert not room.say("the wombat").changes
    assert room.spans == [("interview.mp4", 0, 120_000)]
