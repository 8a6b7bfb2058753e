"""Answers to “which one?”: which of several things they mean, and what is no answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcribe_video.conversation.editing.choosing import Answer, answer_in


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("the second one", Answer(2)),
        ("The second one, please.", Answer(2)),
        ("second", Answer(2)),
        ("the 3rd", Answer(3)),
        ("the last one", Answer(-1)),
        ("I mean the last time", Answer(-1)),
        ("the second to last one", Answer(-2)),
        ("number 2", Answer(2)),
        ("option two", Answer(2)),
        ("#1", Answer(1)),
        ("2", Answer(2)),
        ("the former", Answer(1)),
        ("the latter one", Answer(-1)),
        ("the first of them", Answer(1)),
        ("cut the second one", Answer(2, "cut")),
        ("keep only the first", Answer(1, "keep")),
        ("mute the last one please", Answer(-1, "mute")),
        ("both", Answer(0)),
        ("both of them", Answer(0)),
        ("all of them!", Answer(0)),
        ("all three", Answer(0)),
        ("cut them all", Answer(0, "cut")),
        ("remove both", Answer(0, "cut")),
        ("every one of them", Answer(0)),
        ("第二个", Answer(2)),
        ("第2处", Answer(2)),
        ("选第三个吧", Answer(3)),
        ("最后一个", Answer(-1)),
        ("倒数第二个", Answer(-2)),
        ("后面那个", Answer(-1)),
        ("前一个", Answer(1)),
        ("删第一个", Answer(1, "cut")),
        ("第二个删掉", Answer(2, "cut")),
        ("只保留最后一个", Answer(-1, "keep")),
        ("都删", Answer(0, "cut")),
        ("全部删掉", Answer(0, "cut")),
        ("两个都删了吧", Answer(0, "cut")),
        ("都要", Answer(0)),
        ("全部", Answer(0)),
    ],
)
def test_an_answer_names_one_or_all(message: str, answer: Answer) -> None:
    assert answer_in(message) == answer


@pytest.mark.parametrize(
    "message",
    [
        "",
        "do it",
        "no",
        "cut the first 10 seconds",
        "cut everything",
        "delete the second clip",
        "the second half",
        "both ends by 2 seconds",
        "cut 0:10-0:20",
        "the second one and add captions",
        "第二段静音一下然后导出",
        "删掉前十秒",
        "全部撤销",
        "all of them but the first",
    ],
)
def test_what_is_another_wish_is_no_answer(message: str) -> None:
    assert answer_in(message) is None


_ENGLISH = ["the ", "second ", "one ", "last ", "both ", "all ", "of ", "them ", "cut ", "2 ", ", "]
_WORDS = [*_ENGLISH, *"第二个都删最后全部"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=100) | st.lists(st.sampled_from(_WORDS), max_size=20).map("".join))
def test_any_message_is_an_answer_or_none(message: str) -> None:
    answer = answer_in(message)
    assert answer is None or -1000 < answer.nth < 1000
