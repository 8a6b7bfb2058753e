"""What captions can be told, what a text among them is, and what they cannot do."""

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
