"""What waits for an answer: what it is planned for, what drops it, and a mere what-if."""

from fractions import Fraction

import pytest

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.backend.editing.standing import Standing
from transcribe_video.backend.editing.turn import EditTurn
from transcribe_video.backend.store.revisions import ChangedError
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.situation import Situation

_WHOLE = [("interview.mp4", 0, 120_000)]


@pytest.mark.parametrize("message", ["what if you remove the filler words?", "cut “had a plan”"])
def test_what_was_planned_or_asked_of_a_timeline_that_is_gone_is_not_kept(
    room: CuttingRoom, message: str
) -> None:
    view, timeline = room.view, room.timeline
    situation = Situation(timeline.d_ms, Fraction(25), ("interview.mp4",), "en")
    turn = EditTurn(room.context, view, message, "en", Standing(timeline, 0))
    room.say("cut the first 20 seconds")  # by somebody else, while it is planned
    with pytest.raises(ChangedError):
        turn.edited(edits_of(message, situation))
    assert room.say("do it").reply.startswith("Nothing is waiting for your yes")
    assert room.spans == [("interview.mp4", 20_000, 120_000)]


def test_an_export_behind_a_plan_is_kept_with_it_alone(room: CuttingRoom) -> None:
    turn = room.say("what if you remove the filler words, then export it as short.mp4?")
    assert turn.question == "Shall that be done? Then it is exported: “short.mp4”."
    room.say("what if you cut the first 10 seconds?")
    assert room.say("do it").job_ids == []


@pytest.mark.parametrize(
    ("message", "answer", "gone"),
    [
        ("what would it be like if you cut “had a plan”?", "the first one", 1),
        ("what would it be like if you cut “had a plan”?", "cut the second one", 1),
        ("what would it be like if you cut “had a plan”?", "both", 2),
        ("如果删掉“had a plan”会怎样？", "第一个", 1),
        ("如果删掉“had a plan”会怎样？", "都删", 2),
    ],
)
def test_the_answer_to_a_question_about_a_what_if_is_a_plan_too(
    room: CuttingRoom, message: str, answer: str, gone: int
) -> None:
    before = len(room.say(message).choices)
    assert before == 2
    turn = room.say(answer)
    assert (turn.changes, room.spans) == ([], _WHOLE)
    assert turn.question != ""
    room.say(turn.choices[0].message)
    assert room.text.count("had a plan") == before - gone


@pytest.mark.parametrize("message", ["what if you crop it?", "如果裁剪画面会怎样？"])
def test_each_answer_that_is_offered_for_a_what_if_only_plans(
    room: CuttingRoom, message: str
) -> None:
    choices = room.say(message).choices
    assert len(choices) == 3
    for choice in choices:
        assert choice.message in choice.label
        turn = room.say(choice.message)
        assert (turn.changes, room.timeline.frame.aspect) == ([], None)
        assert turn.question != ""


@pytest.mark.parametrize(
    ("message", "dropped", "again"),
    [
        (
            "undo",
            "The plan is dropped, and nothing else is changed.",
            " Another “undo” takes back the last change.",
        ),
        ("撤销", "计划已取消，其他都没有改动。", "再说一次“撤销”，会撤销上一次修改。"),
    ],
)
def test_undo_drops_a_plan_that_waits_before_it_takes_anything_back(
    room: CuttingRoom, message: str, dropped: str, again: str
) -> None:
    plan = "what if you remove the filler words?"
    room.say(plan)
    assert room.say(message).reply == dropped
    room.say("cut the first 10 seconds")
    cut = room.spans
    room.say(plan)
    turn = room.say(message)
    assert (turn.reply, turn.changes, room.spans) == (dropped + again, [], cut)
    assert room.say("do it").reply.startswith("Nothing is waiting for your yes")
    room.say(message)
    assert room.spans == _WHOLE


def test_undo_of_several_steps_or_behind_a_newer_change_or_a_question_takes_edits_back(
    room: CuttingRoom,
) -> None:
    room.say("cut the first second")
    for asked in ("cut “had a plan”", "what if you cut the first second?"):
        room.say(asked)
        room.say("undo" if asked.startswith("cut") else "undo 2 steps")
        assert room.spans == _WHOLE
        room.say("redo")
    room.say("what if you cut the first second?")
    room.say("crop to 9:16")
    room.say("undo")
    assert (room.timeline.frame.aspect, room.spans) == (None, [("interview.mp4", 1000, 120_000)])
