"""Which of several places is meant: how it is asked, and what may be answered."""

import pytest

from backend.editing.cutting_room import CuttingRoom


def _many(room: CuttingRoom, count: int = 13) -> CuttingRoom:
    """A film in which “again” is said in each of so many lines."""
    film = room.bring("again.mp4")
    room.heard(film, [f"again number{n}" for n in range(count)])
    return room


def test_ten_places_are_shown_and_the_others_are_counted(empty_room: CuttingRoom) -> None:
    turn = _many(empty_room).say("cut 'again'")
    assert len(turn.choices) == 10
    assert "The first 10 are shown, and there are 3 more" in turn.question
    turn = empty_room.say("删掉“again”")
    assert "这里列出前 10 处，另有 3 处" in turn.question


def test_where_all_are_shown_no_others_are_counted(empty_room: CuttingRoom) -> None:
    turn = _many(empty_room, 10).say("cut 'again'")
    assert len(turn.choices) == 10
    assert "shown" not in turn.question


@pytest.mark.parametrize(
    ("answer", "gone"),
    [
        ("the third and the fourth", [2, 3]),
        ("the first two", [0, 1]),
        ("the last two", [11, 12]),
        ("numbers 1, 3 and 12", [0, 2, 11]),
        ("第三个和第四个", [2, 3]),
        ("前两个", [0, 1]),
        ("把第一个和最后一个都删掉", [0, 12]),
        ("the twelfth", [11]),
    ],
)
def test_several_are_chosen_at_once(empty_room: CuttingRoom, answer: str, gone: list[int]) -> None:
    _many(empty_room).say("cut 'again'")
    empty_room.say(answer)
    left = [f"number{n}" if n in gone else f"again number{n}" for n in range(13)]
    assert empty_room.text == " ".join(left)


def test_an_answer_that_names_more_than_there_are_is_asked_again(empty_room: CuttingRoom) -> None:
    asked = _many(empty_room, 3).say("cut 'again'")
    turn = empty_room.say("the second and the fifth")
    assert (turn.question, turn.choices) == (asked.question, asked.choices)
    empty_room.say("the second and the third")
    assert empty_room.text == "again number0 number1 number2"


def test_what_is_moved_is_one_place(room: CuttingRoom) -> None:
    before = room.timeline
    assert room.say("move 'plan' to the beginning").question
    assert room.say("the first two").question
    assert room.timeline == before


@pytest.mark.parametrize(
    ("message", "labels"),
    [
        ("cut 'plan'", ["never had a [plan] right", "we had a [plan] for it and that"]),
        (
            "cut from 'I wanted' to 'go'",
            [
                "[I wanted to go] I wanted to go",
                "I wanted to go [I wanted to go] home",
                "[I wanted to go I wanted to go]",
            ],
        ),
        (
            "cut everything after 'plan'",
            ["[right I wanted to … uh for having me]", "[for it and that … uh for having me]"],
        ),
    ],
)
def test_each_answer_shows_the_words_that_it_means(
    room: CuttingRoom, message: str, labels: list[str]
) -> None:
    turn = room.say(message)
    shown = [choice.label for choice in turn.choices]
    for label in labels:
        assert any(label in one for one in shown), shown


def test_a_question_is_repeated_in_the_language_of_the_message(room: CuttingRoom) -> None:
    room.say("cut 'plan'")
    turn = room.say("第五个")
    assert turn.question.startswith("“plan”说了 2 次")
    assert turn.choices[0].message.startswith("剪掉")
    turn = room.say("the seventh one")
    assert turn.question.startswith("“plan” is said 2 times")
    room.say("第二个")
    assert "had a for it" in room.text
