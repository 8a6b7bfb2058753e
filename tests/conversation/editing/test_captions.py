"""What captions can be told, what a text among them is, and what they cannot do."""

from dataclasses import replace
from fractions import Fraction

import pytest

from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.situation import Situation

_INTERVIEW = Situation(120_000, Fraction(25), ("interview.mp4",))


@pytest.mark.parametrize(
    ("message", "title"),
    [
        (
            "put 'Hello' as a subtitle at 0:10 for 3 seconds",
            edits.AddTitle("Hello", 10_000, 3_000),
        ),
        ("show “Hello” as a caption from 0:10 to 0:13", edits.AddTitle("Hello", 10_000, 3_000)),
        ("add a caption “Hello” at 0:10", edits.AddTitle("Hello", 10_000)),
        ("add a caption “Hello” for 3 seconds", edits.AddTitle("Hello", None, 3_000)),
        ("在0:10加字幕“你好”，3秒", edits.AddTitle("你好", 10_000, 3_000)),
        ("0:10处显示字幕“你好”3秒", edits.AddTitle("你好", 10_000, 3_000)),
    ],
)
def test_a_quoted_text_that_is_shown_for_a_while_is_a_title(
    message: str, title: edits.AddTitle
) -> None:
    assert edits_of(message, _INTERVIEW) == Request((title,))


def test_when_a_quoted_text_shall_be_shown_is_asked() -> None:
    assert edits_of("add a caption “Hello”", _INTERVIEW).edits == (edits.Ask("time"),)


_OTHER_WORDS = edits.Impossible("caption_words")


@pytest.mark.parametrize(
    "message",
    [
        'fix the typo in the captions: "America" should be "Americans"',
        "change “apply” to “probably” in the captions",
        "in the captions, replace “apply” with “probably”",
        "change apply to probably in the captions",
        "the captions should say “Americans” instead of “America”",
        "the subtitle says America but it should be Americans",
        "correct the spelling of Kennedy in the subtitles",
        "there is a typo in the transcript",
        "fix the captions",
        "correct the captions please",
        "edit the captions text",
        "把字幕里的“America”改成“Americans”",
        "字幕里，“阿美”改为“阿梅”",
        "字幕有错别字，“America”应该是“Americans”",
        "改一下字幕的错别字",
        "字幕里的人名写错了",
    ],
)
def test_other_words_than_were_recognised_cannot_be_had(message: str) -> None:
    assert edits_of(message, _INTERVIEW) == Request((_OTHER_WORDS,))


@pytest.mark.parametrize(
    ("message", "others"),
    [
        ("cut 0:10-0:20 and fix the typo in the captions", (edits.Cut(10_000, 20_000),)),
        ("add captions and change “a” to “b” in them", (edits.SetCaptions(),)),
        ("剪掉0:10到0:20，然后把字幕里的“a”改成“b”", (edits.Cut(10_000, 20_000),)),
    ],
)
def test_what_is_wished_for_besides_other_words_is_done(
    message: str, others: tuple[edits.Edit, ...]
) -> None:
    assert edits_of(message, _INTERVIEW) == Request((*others, _OTHER_WORDS))


@pytest.mark.parametrize(
    "message",
    [
        "change the color to yellow in the captions",
        "change white to yellow in the captions",
        "the captions should be bigger",
        "replace “a.mp4” with “b.mp4” and add captions",
        "change the title to “captions”",
        "change the title “typo” to “caption”, and add captions",
        "cut from “typo” to “captions”",
        "cut the sentence “the captions are wrong”",
        "change “apply” to “probably”",
        "make the video match this text and turn captions on: there is a typo in the captions",
        "字幕改成黄色",
    ],
)
def test_how_captions_look_and_what_is_quoted_are_other_wishes(message: str) -> None:
    assert _OTHER_WORDS not in edits_of(message, _INTERVIEW).edits


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("captions in German", "de"),
        ("add captions in Chinese", "zh"),
        ("German subtitles please", "de"),
        ("subtitles in Polish please", "pl"),
        ("add Swedish captions", "sv"),
        ("要德语字幕", "de"),
        ("加中文字幕", "zh"),
    ],
)
def test_captions_are_in_the_language_that_is_spoken(message: str, language: str) -> None:
    there = replace(_INTERVIEW, language=language)

    assert edits_of(message, _INTERVIEW) == Request((edits.Impossible("translate"),))
    assert edits.Impossible("translate") not in edits_of(message, there).edits


def test_captions_are_added_in_the_language_that_is_named_if_it_is_spoken() -> None:
    assert edits_of("add captions in English", _INTERVIEW) == Request((edits.SetCaptions(),))


def test_what_is_wished_for_besides_another_language_is_done() -> None:
    assert edits_of("add captions in German and cut 0:10-0:20", _INTERVIEW) == Request(
        (edits.Cut(10_000, 20_000), edits.Impossible("translate"))
    )


def test_captions_of_any_language_can_be_removed() -> None:
    removed = edits_of("remove the German captions", _INTERVIEW)
    assert removed == Request((edits.SetCaptions(is_on=False),))
