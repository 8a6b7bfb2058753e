"""Clips, places and sentences that are called by their number, and what is to be as it was."""

import pytest

from backend.editing.cutting_room import CuttingRoom

_WHOLE = [("interview.mp4", 0, 120_000)]


@pytest.fixture
def parts(room: CuttingRoom) -> CuttingRoom:
    """The interview in three clips, of which the first ends at 10 and the second at 40 seconds."""
    room.say("split the clip at 0:10 and at 0:40")
    assert room.spans == [
        ("interview.mp4", 0, 10_000),
        ("interview.mp4", 10_000, 40_000),
        ("interview.mp4", 40_000, 120_000),
    ]
    return room


@pytest.mark.parametrize(
    ("message", "sources"),
    [
        ("delete the second clip", [(0, 10), (40, 120)]),
        ("remove clips 1 and 2", [(40, 120)]),
        ("把第二段剪掉", [(0, 10), (40, 120)]),
        ("move the last clip to the beginning", [(40, 120), (0, 10), (10, 40)]),
        ("put clip 3 before clip 2", [(0, 10), (40, 120), (10, 40)]),
        ("swap clips 1 and 3", [(40, 120), (10, 40), (0, 10)]),
        ("把第一段和第二段对调", [(10, 40), (0, 10), (40, 120)]),
        ("cut the first 5 seconds of clip 2", [(0, 10), (15, 40), (40, 120)]),
        ("cut out the clip at 0:20", [(0, 10), (40, 120)]),
    ],
)
def test_a_clip_is_meant_by_its_number(
    parts: CuttingRoom, message: str, sources: list[tuple[int, int]]
) -> None:
    assert parts.say(message).changes
    assert parts.spans == [("interview.mp4", a * 1000, b * 1000) for a, b in sources]


def test_numbers_are_those_of_the_timeline_as_it_is_told_after_an_edit(parts: CuttingRoom) -> None:
    parts.say("move clip 3 to the beginning")
    parts.say("mute clip 2")
    assert [clip.volume for clip in parts.timeline.clips] == [1, 0, 1]
    assert parts.timeline.clips[1].from_ms == 0


def test_a_clip_that_there_is_not_is_asked_about_with_those_that_there_are(
    room: CuttingRoom,
) -> None:
    turn = room.say("delete the second clip")
    assert turn.question == (
        "The video is one clip, 0:00-2:00. Say with times what is meant: “cut 1:20-1:45”."
    )
    assert room.spans == _WHOLE
    room.say("split the clip at 0:10")
    told = "There is no such clip. The video has 2: 1. 0:00-0:10, 2. 0:10-2:00. Which one is meant?"
    assert room.say("mute clip 3").question == told
    assert room.say("把第三段静音").question == (
        "没有这个片段。视频有 2 个片段：1. 0:00-0:10、2. 0:10-2:00。请问是哪一个？"
    )
    assert room.timeline.clips[0].volume == 1


def test_of_very_many_clips_the_first_are_told(room: CuttingRoom) -> None:
    room.say("split it at " + ", ".join(f"0:{s:02}" for s in range(10, 22)))
    question = room.say("delete clip 40").question
    assert "The video has 13: 1. 0:00-0:10, " in question
    assert "10. 0:18-0:19, and 3 more." in question


@pytest.mark.parametrize(
    ("message", "answer", "kept"),
    [
        ("cut “plan”", "the second one", 1),
        ("cut “plan”", "the last one, please", 1),
        ("cut “plan”", "1", 1),
        ("cut “plan”", "both", 0),
        ("cut “plan”", "cut them all", 0),
        ("cut “plan”", "第二个", 1),
        ("cut “plan”", "都删", 0),
        ("mute “plan”", "最后一个", 1),
        ("mute “plan”", "all of them", 0),
        ("cut the third “plan”", "the last one", 1),
    ],
)
def test_one_of_several_places_is_chosen_by_what_is_answered(
    room: CuttingRoom, message: str, answer: str, kept: int
) -> None:
    asked = room.say(message)
    assert asked.question
    assert room.spans == _WHOLE
    turn = room.say(answer)
    assert (turn.question, room.text.count("plan")) == ("", kept)
    assert len(turn.changes) == 2 - kept
    room.say("undo")
    assert room.spans == _WHOLE


def test_of_places_to_keep_both_are_kept(room: CuttingRoom) -> None:
    room.say("keep only the part where she says “had a plan”")
    turn = room.say("both of them")
    assert turn.question == ""
    assert room.text == "had a plan had a plan"


def test_more_places_than_are_shown_can_be_chosen_too(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("counting.mp4")
    empty_room.heard(film, ["so and so and so and so", "so and so and so no more"])
    asked = empty_room.say("cut “so”")
    assert (asked.question[:24], len(asked.choices)) == ("“so” is said 7 times. No", 7)
    assert empty_room.say("the last one").changes[0]["from_s"] > 6
    empty_room.say("undo")
    empty_room.say("cut “so”")
    empty_room.say("all of them")
    assert empty_room.text == "and and and and and no more"


@pytest.mark.parametrize("answer", ["the third one", "all of them", "do it"])
def test_an_answer_that_names_none_of_the_choices_is_asked_again(
    room: CuttingRoom, answer: str
) -> None:
    asked = room.say("move “so” to the end")
    again = room.say(answer)
    assert again.reply == "Which one is meant? Say for example “the second one”."
    assert (again.question, again.choices) == (asked.question, asked.choices)
    assert room.spans == _WHOLE
    room.say("the first one")
    assert room.text.endswith("having me so")


def test_an_answer_with_another_verb_is_none(room: CuttingRoom) -> None:
    room.say("cut “plan”")
    room.say("keep only the second one")
    assert room.spans == _WHOLE


def test_an_answer_to_nothing_changes_nothing(room: CuttingRoom) -> None:
    for message in ("the second one", "both", "都删", "2"):
        assert room.say(message).changes == []
    room.say("cut “plan”")
    room.say("cut the first 2 seconds")
    after = room.timeline
    assert room.say("the second one").changes == []
    assert room.timeline == after


def test_a_proposal_is_chosen_by_its_number(room: CuttingRoom) -> None:
    asked = room.say("make it look better")
    said = [choice.message for choice in asked.choices]
    assert "filler" in said[1]
    room.say("the second one")
    assert "um" not in room.text.split()


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("cut the last “right”", (17.6, 18.12)),
        ("cut the second “so”", (13.44, 14)),
        ("cut from 0:03 until the first “plan”", (3, 7.6)),
        ("cut from “so anyway” to 0:09", (4.64, 9)),
        ("从0:03剪到第一个“plan”", (3, 7.6)),
    ],
)
def test_places_and_times_may_be_the_two_ends(
    room: CuttingRoom, message: str, gone: tuple[float, float]
) -> None:
    [change] = room.say(message).changes
    assert (change["from_s"], change["to_s"]) == gone


def test_a_time_beside_words_means_the_video_as_it_was_when_it_was_said(room: CuttingRoom) -> None:
    room.say("cut the first 2 seconds, and cut from 0:06 until the first “plan”")
    assert room.spans == [("interview.mp4", 2000, 6000), ("interview.mp4", 7600, 120_000)]


def test_a_sentence_is_cut_by_its_number_and_told(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("talk.mp4")
    empty_room.heard(film, ["Hello there. We had", "no plan! Thank you, all."])
    turn = empty_room.say("remove the last sentence")
    assert "(“Thank you, all.”)" in turn.reply
    assert empty_room.text == "Hello there. We had no plan!"
    empty_room.say("删掉第一句话")
    assert empty_room.text == "We had no plan!"
    assert empty_room.say("cut the second sentence").reply.startswith(
        "There are not so many sentences (1 in all)"
    )


def test_without_marks_a_sentence_is_to_be_quoted(room: CuttingRoom) -> None:
    assert "Quote what is meant" in room.say("remove the last sentence").reply
    assert "请引用原话" in room.say("删掉最后一句话").reply
    assert room.spans == _WHOLE


def test_the_speed_of_the_recording_comes_back(room: CuttingRoom) -> None:
    room.say("play 0:10-0:20 twice as fast")
    room.say("slow it down")
    turn = room.say("back to the original speed")
    assert turn.reply.startswith(
        "All of it plays as fast as it was recorded. The video is 2:00 now"
    )
    assert {clip.speed for clip in room.timeline.clips} == {1.0}
    room.say("double the speed")
    turn = room.say("0:10到0:20恢复原速")
    assert turn.reply.startswith("0:10-0:20 恢复录制时的速度。视频现在长 1:10")
    assert [clip.speed for clip in room.timeline.clips if clip.from_ms == 20_000] == [1.0]


@pytest.mark.parametrize(
    ("message", "back"),
    [
        ("cut 0:10-0:20", "bring it back"),
        ("cut “plan right”", "put it back in"),
        ("move 0:10-0:20 to the end", "put it back"),
        ("剪掉0:10到0:20", "把它加回来"),
        ("剪掉0:10到0:20", "恢复刚才删的"),
    ],
)
def test_what_was_just_taken_away_is_brought_back(
    room: CuttingRoom, message: str, back: str
) -> None:
    room.say(message)
    assert room.spans != _WHOLE
    room.say(back)
    assert room.spans == _WHOLE


def test_what_was_undone_is_brought_back_first_and_what_was_added_stays(room: CuttingRoom) -> None:
    room.say("cut 0:10-0:20")
    room.say("cut 0:30-0:40")
    cut = room.spans
    room.say("undo")
    room.say("bring it back")
    assert room.spans == cut
    room.say("put 'Hello' on top for 3 seconds")
    assert room.say("bring it back").changes == []
    assert (len(room.timeline.titles), room.spans) == (1, cut)
    room.say("remove the title")
    room.say("bring it back")
    assert len(room.timeline.titles) == 1


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("cut sentences 1-3", (4, 5)),
        ("cut the first and third sentence", (2, 4, 5)),
        ("cut sentence 1 and mute sentence 4", (2, 3, 5)),
        ("删掉第一句话和第二句话", (3, 4, 5)),
        ("cut the first 'go' and the second 'go'", (1, 2, 3, 4, 5)),
    ],
)
def test_what_is_counted_means_the_video_as_it_was_said_of(
    empty_room: CuttingRoom, message: str, left: tuple[int, ...]
) -> None:
    lines = ["Hello to you.", "We had a plan.", "I go or go.", "It was long.", "Thank you."]
    empty_room.heard(empty_room.bring("interview.mp4", 60_000), lines)
    turn = empty_room.say(message)
    said = " ".join(lines[number - 1] for number in left)
    assert empty_room.text == (said.replace("go or go.", "or") if "'go'" in message else said)
    assert len(turn.changes) >= 2
