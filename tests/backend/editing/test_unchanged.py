"""Edits that change nothing are told as that, and are no step to go back by."""

import pytest

from backend.editing.cutting_room import CuttingRoom

_WHOLE = [("interview.mp4", 0, 120_000)]


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("cut 1:59.99-2:00", "No picture begins in 1:59.99-2:00 (one lasts 0.04 s)"),
        ("cut 0:10.01-0:10.02", "No picture begins in 0:10.01-0:10.02 (one lasts 0.04 s)"),
        ("mute 0:10.01-0:10.02", "No picture begins in 0:10.01-0:10.02 (one lasts 0.04 s)"),
        ("keep only 0:00-2:00", "That is all of the video, so nothing is cut."),
        ("move 0:10-0:20 to 0:10", "0:10-0:20 is there already, so nothing is moved."),
        ("move 1:50-2:00 to the end", "1:50-2:00 is there already, so nothing is moved."),
        ("把 0:10-0:20 移到 0:10", "0:10-0:20 已经在那里了，因此没有移动。"),
    ],
)
def test_what_changes_nothing_is_said_with_its_reason_and_can_still_be_done_again(
    room: CuttingRoom, message: str, why: str
) -> None:
    room.say("put 'Hi' on top for 3 seconds")
    room.say("undo")
    turn = room.say(message)
    assert why in turn.reply
    assert (turn.changes, room.spans) == ([], _WHOLE)
    assert room.place.store.revisions.number(room.session.session_id) == 0
    assert room.say("redo").reply.startswith("Done again: Added the title “Hi”")


def test_what_is_so_already_is_told_once(room: CuttingRoom) -> None:
    room.say("add captions at the top")
    again = room.say("add captions at the top").reply
    assert again.startswith("That is so already, and nothing is changed: Captions are on")
    assert room.say("undo").reply.startswith("Undone")
    assert room.say("undo").reply == "There is nothing to undo."


def test_of_several_edits_those_that_change_nothing_are_told_apart(room: CuttingRoom) -> None:
    reply = room.say("cut 0:10.01-0:10.02 and 0:30-0:40").reply
    assert reply.startswith("Cut 0:30-0:40. The video is 1:50 now")
    assert "No picture begins in 0:10.01-0:10.02" in reply
    assert len(room.spans) == 2


def test_a_split_is_a_change(room: CuttingRoom) -> None:
    assert room.say("split at 0:10").reply.startswith("Split at 0:10.")
    assert len(room.spans) == 2


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("cut 0:30.01-0:31.05", "Cut 0:30-0:31.04."),
        ("mute 0:30.01-0:31.05", "Muted 0:30-0:31.04."),
        ("move 0:30.01-0:31.05 to 1:00.01", "Moved 0:30-0:31.04 to 1:00."),
        ("split at 0:30.01", "Split at 0:30."),
    ],
)
def test_the_moments_that_are_told_are_those_of_pictures(
    room: CuttingRoom, message: str, told: str
) -> None:
    assert room.say(message).reply.startswith(told)


def test_a_plan_for_captions_begins_the_transcription_when_it_is_done(
    empty_room: CuttingRoom,
) -> None:
    empty_room.bring("interview.mp4")
    planned = empty_room.say("what would happen if I add captions?")
    assert planned.question
    assert not empty_room.view.jobs
    done = empty_room.say("do it")
    assert "Captions are on" in done.reply
    assert "come with the transcript" in done.reply
    assert [job.kind for job in empty_room.view.jobs] == ["transcribe"]


@pytest.mark.parametrize(
    "message",
    ["put 'x' on top for 0 seconds", "show logo.png for 0 seconds", "put 'x' on top for 0.01 s"],
)
def test_nothing_is_shown_for_no_time(room: CuttingRoom, message: str) -> None:
    room.say("cut the first 2 seconds")
    room.bring("logo.png", kind="image")
    reply = room.say(message).reply
    assert "is never seen. Say for how long" in reply
    assert (room.timeline.titles, len(room.spans)) == ((), 1)


def test_a_no_behind_a_change_says_how_it_is_taken_back(room: CuttingRoom) -> None:
    room.say("cut 0:10-0:20")
    assert "undo" in room.say("no").reply
    assert room.spans == [("interview.mp4", 0, 10_000), ("interview.mp4", 20_000, 120_000)]


def test_a_title_that_goes_with_what_is_cut_is_named(room: CuttingRoom) -> None:
    room.say("add the title “Hi” for 3 seconds")
    assert "The title “Hi” was shown in that part" in room.say("cut the first 5 seconds").reply
    room.say("undo")
    assert "was shown in that part" not in room.say("remove the title “Hi”").reply
