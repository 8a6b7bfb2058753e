"""Answers to “which one?”: which of several things they mean, and what is no answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcribe_video.conversation.editing.choosing import Answer, answer_in


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("the second one", Answer((2,))),
        ("The second one, please.", Answer((2,))),
        ("second", Answer((2,))),
        ("the 3rd", Answer((3,))),
        ("the last one", Answer((-1,))),
        ("I mean the last time", Answer((-1,))),
        ("the second to last one", Answer((-2,))),
        ("number 2", Answer((2,))),
        ("option two", Answer((2,))),
        ("#1", Answer((1,))),
        ("2", Answer((2,))),
        ("the former", Answer((1,))),
        ("the latter one", Answer((-1,))),
        ("the first of them", Answer((1,))),
        ("cut the second one", Answer((2,), "cut")),
        ("keep only the first", Answer((1,), "keep")),
        ("mute the last one please", Answer((-1,), "mute")),
        ("both", Answer(())),
        ("both of them", Answer(())),
        ("all of them!", Answer(())),
        ("all three", Answer(())),
        ("cut them all", Answer((), "cut")),
        ("remove both", Answer((), "cut")),
        ("every one of them", Answer(())),
        ("第二个", Answer((2,))),
        ("第2处", Answer((2,))),
        ("选第三个吧", Answer((3,))),
        ("最后一个", Answer((-1,))),
        ("倒数第二个", Answer((-2,))),
        ("后面那个", Answer((-1,))),
        ("前一个", Answer((1,))),
        ("删第一个", Answer((1,), "cut")),
        ("第二个删掉", Answer((2,), "cut")),
        ("只保留最后一个", Answer((-1,), "keep")),
        ("都删", Answer((), "cut")),
        ("全部删掉", Answer((), "cut")),
        ("两个都删了吧", Answer((), "cut")),
        ("都要", Answer(())),
        ("全部", Answer(())),
        ("the third and the fourth", Answer((3, 4))),
        ("the third one and the last one, please", Answer((3, -1))),
        ("1, 3 and 5", Answer((1, 3, 5))),
        ("numbers 2 and 4", Answer((2, 4))),
        ("the second, the third, and the sixth", Answer((2, 3, 6))),
        ("the second and the second", Answer((2,))),
        ("mute the first and third", Answer((1, 3), "mute")),
        ("the first two", Answer((1, 2))),
        ("cut the first three of them", Answer((1, 2, 3), "cut")),
        ("the last 2 ones", Answer((-2, -1))),
        ("第三个和第四个", Answer((3, 4))),
        ("第一、第三和第五个", Answer((1, 3, 5))),
        ("把第三个和最后一个都删掉", Answer((3, -1), "cut")),
        ("前两个", Answer((1, 2))),
        ("删掉前3处", Answer((1, 2, 3), "cut")),
        ("最后两个都删", Answer((-2, -1), "cut")),
    ],
)
def test_an_answer_names_one_or_several_or_all(message: str, answer: Answer) -> None:
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
        "the first two seconds",
        "the first 0",
        "number 0",
        "第0个",
        "前0个",
        "the third and the music",
        "前两秒",
        "第三个和音乐",
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
    assert answer is None or all(0 < abs(nth) < 1000 for nth in answer.nths)
