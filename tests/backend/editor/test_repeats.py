"""A second take is told from a figure of speech."""

from collections.abc import Sequence

import pytest

from backend.editing.cutting_room import said_in
from transcribe_video.backend.editor.repeats import repeated
from transcribe_video.backend.editor.speech import spoken_words
from transcribe_video.backend.editor.timeline import Clip, Timeline

_D_MS = 60_000
_ADDRESS = (
    "And so my fellow Americans, ask not what your country can do for you, ask what you can do for "
    "your country."
)


def _cut(lines: Sequence[str]) -> str:
    """What is said again."""
    timeline = Timeline((Clip("m1", "talk.mp4", 0, _D_MS),))
    words = spoken_words(timeline, {"m1": said_in("talk.mp4", lines, _D_MS)})
    return " ".join(words[n].word.text.strip() for n in repeated(words, {"um", "uh"}))


@pytest.mark.parametrize(
    "lines",
    [
        [_ADDRESS],
        ["and so ask not what your country can do for you", "ask what you can do for your country"],
        ["We shall fight on the beaches, we shall fight on the hills, we shall fight in streets."],
        ["government of the people, by the people, for the people, shall not perish"],
        ["it was the best of times, it was the worst of times"],
        ["We can do it today.", "We can not do it today."],
        ["We can do it but not today.", "We can do it but today."],
        ["We can do it together today.", "We can't do it together today."],
        ["What can you do for us? What can you do for them?"],
        ["Chapter one begins with the house.", "Chapter two begins with the house."],
        ["when you get to the top, to the top of the hill"],
        ["We had nothing to eat at all. To eat at all is a gift."],
        ["we did it again we did it well"],
        ["it is very, very good"],
        ["我们 不 要 去 北京。", "我们 要 去 北京 了。"],
    ],
)
def test_what_goes_on_differently_is_no_second_take(lines: Sequence[str]) -> None:
    assert _cut(lines) == ""


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("so I wanted to go", "so I wanted to go home"),
        ("We begin now uh", "we begin now and um go on"),
        ("I wanted to go and- Sorry, again.", "I wanted to go and see."),
        ("I wanted to see the plans and…", "I wanted to see the plan and buy it"),
        ("The only thing to fear is,", "the only thing to fear is fear."),
        ("We had never been there.", "We had never been there."),
        ("the plan is to the plan is to", "the plan is to buy"),
        ("我们 一起 去 北京，", "我们 一起 去 北京 玩。"),
        ("我们 一起 去， 对不起，", "我们 一起 去 北京 玩。"),
    ],
)
@pytest.mark.parametrize("is_one", [True, False], ids=["one utterance", "two utterances"])
def test_what_breaks_off_or_is_a_whole_sentence_and_is_said_again_is_a_first_take(
    first: str, last: str, *, is_one: bool
) -> None:
    assert _cut([f"{first} {last}"] if is_one else [first, last]) == first
