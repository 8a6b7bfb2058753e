"""What is proposed where a wish is vague, or is only for a length."""

import pytest

from backend.editing.cutting_room import CuttingRoom


def _messages(room: CuttingRoom, wish: str) -> list[str]:
    return [choice.message for choice in room.say(wish).choices]


def _do(room: CuttingRoom, message: str) -> bool:
    """Say it, agree where that is asked for, and tell whether something is changed."""
    turn = room.say(message)
    return bool((room.say("do it") if turn.question else turn).changes)


def test_three_things_are_proposed_of_which_each_changes_something(room: CuttingRoom) -> None:
    done: list[str] = []
    for _ in range(5):
        proposed = _messages(room, "make it look better")
        assert len(proposed) == 3
        assert not set(proposed) & set(done)
        done.append(proposed[0])
        assert _do(room, proposed[0]), proposed[0]


def test_no_filler_words_are_proposed_where_there_are_none(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("interview.mp4", 10_000)
    empty_room.heard(film, ["so we went home and that was it"])
    assert not any("filler" in one for one in _messages(empty_room, "make it nicer"))
    assert not any("口头语" in one for one in _messages(empty_room, "让视频更好看"))


@pytest.mark.parametrize(
    ("wish", "length_ms"),
    [
        ("shorten it to one minute", 60_000),
        ("make it about 90 seconds long", 90_000),
        ("make it 30 seconds shorter", 90_000),
        ("the video must not be longer than 1:00", 60_000),
        ("I need it to be exactly 1 minute", 60_000),
        ("把视频缩短到一分钟", 60_000),
        ("把视频缩短10秒", 110_000),
    ],
)
def test_a_length_is_asked_about_with_what_comes_near_it(
    room: CuttingRoom, wish: str, length_ms: int
) -> None:
    turn = room.say(wish)
    assert not turn.changes
    lengths_ms = []
    for choice in turn.choices:
        assert _do(room, choice.message)
        lengths_ms.append(room.timeline.d_ms)
        room.say("undo")
    pauses_ms, *others_ms = lengths_ms
    assert pauses_ms < 120_000
    assert others_ms == [length_ms, pytest.approx(length_ms, abs=400)]


@pytest.mark.parametrize("message", ["make it 5 seconds", "cut 30 seconds", "make it longer"])
def test_what_may_be_said_of_a_part_is_no_length_of_the_video(
    room: CuttingRoom, message: str
) -> None:
    assert "it would be about" not in " ".join(one.label for one in room.say(message).choices)
