"""Taking edits back, after which the video is what it was before the first of them."""

import pytest

from backend.editing.cutting_room import CuttingRoom

NOTHING = [("interview.mp4", 0, 120_000)]
BACK = ["start over", "undo 9 steps"]


@pytest.mark.parametrize("message", BACK)
def test_a_file_that_was_appended_later_is_not_in_what_was_there_before(
    room: CuttingRoom, message: str
) -> None:
    room.say("cut the first 2 seconds")
    room.bring("part2.mp4", 10_000)
    room.say("append part2.mp4")
    edited = room.timeline
    turn = room.say(message)
    assert room.spans == NOTHING
    assert turn.reply.endswith("The video is 2:00 now.")
    [_, second] = room.view.media
    assert "“append part2.mp4” puts it at the end" in second.notes[0]
    room.say("undo" if message == "start over" else "redo")
    if message != "start over":
        room.say("redo")
    assert room.timeline == edited


@pytest.mark.parametrize("message", BACK)
def test_a_picture_that_was_put_in_is_gone_when_that_is_taken_back(
    room: CuttingRoom, message: str
) -> None:
    room.bring("logo.png", kind="image")
    room.say("show logo.png at 0:05 for 3 seconds")
    room.say(message)
    assert room.spans == NOTHING


def test_all_files_that_were_there_before_the_first_edit_come_back(room: CuttingRoom) -> None:
    room.bring("part2.mp4", 10_000)
    room.say("cut everything after 1:00")
    room.say("yes, do it")
    room.say("start over")
    assert room.spans == [*NOTHING, ("part2.mp4", 0, 10_000)]


def test_what_is_edited_after_all_was_taken_back_is_taken_back_to_the_same(
    room: CuttingRoom,
) -> None:
    room.say("cut the first 2 seconds")
    room.say("undo")
    room.bring("part2.mp4", 10_000)
    room.say("cut the first 5 seconds")
    assert room.spans == [("interview.mp4", 5000, 120_000)]
    room.say("undo")
    assert room.spans == NOTHING
    assert room.say("undo").reply == "There is nothing to undo."


def test_only_that_an_edit_was_taken_back_is_told_whatever_else_stands_beside(
    room: CuttingRoom,
) -> None:
    for name in ("cold.mp4", "part2.mp4"):
        room.bring(name, 10_000)
    room.bring("logo.png", kind="image")
    room.say("insert logo.png at 0:05")
    room.say("insert cold.mp4 at the beginning")
    room.say("append part2.mp4, and cut 0:30-0:40")
    for message, kind, says in (
        ("undo 2 steps", "undone", "“cold.mp4”"),
        ("redo", "redone", "“cold.mp4”"),
        ("start over", "undone", "Everything is taken back"),
    ):
        turn = room.say(message)
        [change] = turn.changes
        assert (change["kind"], change["clip"], change["text"]) == (kind, None, turn.reply)
        assert says in turn.reply
