"""Captions that cannot be had: nothing is transcribed or written for them."""

import pytest

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.backend.editor.timeline import Title


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ('fix the typo in the captions: "plan" should be "plans"', "cannot be corrected here"),
        ("change “plan” to “plans” in the captions", "cannot be corrected here"),
        ("the subtitles should say “plans” instead of “plan”", "cannot be corrected here"),
        ("把字幕里的“plan”改成“plans”", "这里不能改其中的字词"),
        ("captions in German", "Nothing is translated here"),
        ("German subtitles please", "Nothing is translated here"),
        ("要德语字幕", "这里不能翻译"),
    ],
)
def test_it_is_said_and_nothing_is_begun(room: CuttingRoom, message: str, told: str) -> None:
    before = room.timeline
    turn = room.say(message)

    assert told in turn.reply
    assert turn.job_ids == []
    assert room.timeline == before


def test_subtitles_in_the_language_that_is_spoken_are_a_document(room: CuttingRoom) -> None:
    turn = room.say("English subtitles please")

    assert turn.reply.startswith("Transcribing “interview.mp4” into SRT subtitles.")
    assert len(turn.job_ids) == 1


def test_subtitles_in_the_language_that_is_being_heard_are_a_document(
    empty_room: CuttingRoom,
) -> None:
    empty_room.bring("interview.mp4")
    refused = empty_room.say("German subtitles please")
    empty_room.say("transcribe it in German")
    turn = empty_room.say("German subtitles please")

    assert refused.job_ids == []
    assert turn.reply.startswith("Transcribing “interview.mp4” into SRT subtitles")


def test_a_transcription_that_is_asked_for_is_begun(room: CuttingRoom) -> None:
    turn = room.say("transcribe it in German, and fix the typos in the transcript")

    assert turn.reply.startswith("Transcribing “interview.mp4”")


def test_a_text_among_the_captions_is_a_title(room: CuttingRoom) -> None:
    room.say("put 'Hello' as a subtitle at 0:10 for 3 seconds")

    assert room.timeline.titles == (Title("Hello", 10_000, 13_000),)


def test_captions_are_burned_in_whatever_stands_behind_them(room: CuttingRoom) -> None:
    room.say("字幕烧进画面，黑色背景")

    assert room.timeline.captions.is_burned
