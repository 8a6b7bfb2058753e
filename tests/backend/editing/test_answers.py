"""What is answered where nothing is changed, and what is said of whole sentences and words."""

import re

import pytest

from backend.editing.cutting_room import CuttingRoom

_PLAN = "what would happen if I cut the first 10 seconds?"
_WHOLE = [("interview.mp4", 0, 120_000)]
_TALE = [
    "It was the best of times, it was the age of foolishness.",
    "We had everything before us; we had nothing. It was um heaven.",
    "We had nothing at all. Thank you um for that.",
]


@pytest.fixture
def tale(empty_room: CuttingRoom) -> CuttingRoom:
    """A talk of five sentences."""
    empty_room.heard(empty_room.bring("tale.mp4"), _TALE)
    return empty_room


@pytest.mark.parametrize(
    ("message", "colors"),
    [
        ("make the captions pink", "white, yellow, green, cyan, red, blue and black"),
        ("subtitles orange", "white, yellow, green, cyan, red, blue and black"),
        ("字幕改成紫色", "白色、黄色、绿色、青色、红色、蓝色和黑色"),
        ("字幕用粉色，大字", "白色、黄色、绿色、青色、红色、蓝色和黑色"),
    ],
)
def test_a_colour_that_is_not_offered_is_asked_about_and_writes_no_file(
    room: CuttingRoom, message: str, colors: str
) -> None:
    turn = room.say(message)
    assert colors in turn.question
    assert turn.job_ids == []
    assert room.timeline.captions.is_on is None


@pytest.mark.parametrize("message", ["make the captions pink", "字幕改成粉色"])
def test_each_colour_that_is_offered_instead_can_be_chosen(room: CuttingRoom, message: str) -> None:
    named = []
    for choice in room.say(message).choices:
        assert room.say(choice.message).changes
        named.append(room.timeline.captions.color)
    assert named == ["white", "yellow", "green", "cyan", "red", "blue", "black"]


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        (
            "cut the sentence with 'foolishness'",
            "It was the best of times, it was the age of foolishness.",
        ),
        ("remove the sentence containing 'heaven'", "It was um heaven."),
        (
            "cut the whole sentence 'everything before'",
            "We had everything before us; we had nothing.",
        ),
        ("delete the sentence starting with 'we had nothing'", "We had nothing at all."),
        ("删掉“heaven”那句话", "It was um heaven."),
        ("删掉“heaven”那一句", "It was um heaven."),
    ],
)
def test_the_whole_sentence_that_holds_the_words_is_cut_and_told(
    tale: CuttingRoom, message: str, gone: str
) -> None:
    turn = tale.say(message)
    assert f"(“{gone}”)" in turn.reply
    assert tale.text == " ".join(" ".join(_TALE).replace(gone, "").split())


def test_of_several_sentences_with_the_words_it_is_asked_which(tale: CuttingRoom) -> None:
    turn = tale.say("cut the sentence with 'we had nothing'")
    assert len(turn.choices) == 2
    tale.say("the second one")
    assert "We had nothing at all." not in tale.text
    assert "we had nothing. It was" in tale.text


def test_words_twice_in_one_sentence_mean_that_sentence(tale: CuttingRoom) -> None:
    tale.say("remove the last sentence, and the sentence with 'heaven'")
    turn = tale.say("cut the sentence with 'it was'")
    assert turn.question == ""
    assert tale.text == "We had everything before us; we had nothing. We had nothing at all."


def test_without_marks_no_sentence_is_guessed(room: CuttingRoom) -> None:
    assert "Quote what is meant" in room.say("cut the sentence with 'plan'").reply
    assert room.spans == _WHOLE


@pytest.mark.parametrize("message", ["remove all the 'it was'", "cut every 'it was'"])
def test_words_that_are_cut_everywhere_are_told_with_their_places(
    tale: CuttingRoom, message: str
) -> None:
    span = r"\d:[\d.]+-\d:[\d.]+"
    told = rf"Cut {span} \(“It was”\), {span} \(“it was”\), {span} \(“It was”\) \(3 places\)"
    assert re.match(told, tale.say(message).reply)
    assert re.search(told, tale.say("show the changes").reply)
    tale.say("undo")
    assert "（共 3 处）" in tale.say("删掉所有的“it was”").reply


def test_filler_words_are_told_as_such(tale: CuttingRoom) -> None:
    assert tale.say("remove all the 'um'").reply.startswith("Filler words cut: 2.")


def test_words_that_nobody_says_are_no_filler_words(tale: CuttingRoom) -> None:
    assert tale.say("remove all the 'wombat'").reply.startswith("“wombat” is not said")


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("thanks", "You are welcome! Just say what else shall be done."),
        ("Nice!", "You are welcome! Just say what else shall be done."),
        ("great", "You are welcome! Just say what else shall be done."),
        ("maybe later", "All right, whenever you like."),
        ("谢谢你", "不客气！还要做什么，直接说就行。"),
        ("谢谢，很好", "不客气！还要做什么，直接说就行。"),
        ("how long is the video?", "The video is 2:00 long."),
        ("这个视频有多长？", "视频长 2:00。"),
        ("how many clips are there?", "The video is one clip, 0:00-2:00."),
    ],
)
def test_talk_is_answered_in_one_line_and_keeps_what_waits(
    room: CuttingRoom, message: str, reply: str
) -> None:
    room.say(_PLAN)
    turn = room.say(message)
    assert (turn.reply, turn.changes, turn.question) == (reply, [], "")
    assert room.spans == _WHOLE
    room.say("do it")
    assert room.spans == [("interview.mp4", 10_000, 120_000)]
    room.say("undo")
    room.say("cut “plan”")
    room.say(message)
    assert room.say("the second one").changes


def test_clips_are_counted_and_told(room: CuttingRoom) -> None:
    room.say("split the clip at 0:10")
    reply = "The video has 2 clips: 1. 0:00-0:10, 2. 0:10-2:00."
    assert room.say("how many clips are there?").reply == reply


def test_who_asks_what_can_be_done_gets_examples_that_can_be_said(room: CuttingRoom) -> None:
    turn = room.say("what can you do?")
    assert (turn.question, turn.choices) == ("", [])
    assert "“remove the pauses”" in turn.reply
    assert "“去掉停顿”" in room.say("你能做什么？").reply


def test_what_was_not_understood_is_named_where_the_rest_cannot_be_done(room: CuttingRoom) -> None:
    turn = room.say("cut the pauses longer than 110 s and make me a sandwich")
    assert "“make me a sandwich”" in turn.reply
    turn = room.say("cut 'wombat' and make me a sandwich")
    assert "is not said" in turn.reply
    assert "“make me a sandwich”" in turn.reply


def test_a_file_in_a_folder_is_told_by_its_whole_name(room: CuttingRoom) -> None:
    assert "“films/lofi.mp3” is not in this project" in room.say("add films/lofi.mp3").reply
