"""The same words again and again."""

import pytest

from transcribe_video.speech.loops import loops
from transcribe_video.transcript.word import Word


def _said(text: str) -> list[Word]:
    return [Word(n * 500, n * 500 + 400, word, 0.9) for n, word in enumerate(text.split())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Well. " + "You know what I mean, right? " * 6 + "So.", [(500, 18_400)]),
        ("I see. " + "Thank you. " * 5, [(1000, 5900)]),
        ("no " * 6, [(0, 2900)]),
        ("right now, " * 5 + "and then " + "thank you " * 5, [(0, 4900), (6000, 10_900)]),
    ],
)
def test_a_phrase_that_comes_again_and_again_is_found(
    text: str, found: list[tuple[int, int]]
) -> None:
    assert list(loops(_said(text))) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no, no, no, I said no",
        "It was the best of times, it was the worst of times, it was the age of wisdom",
        "Thank you, thank you, thank you so much",
        "ask not what your country can do for you, ask what you can do for your country",
        "we went on and on and on and on for hours",
    ],
)
def test_what_people_say_again_is_no_loop(text: str) -> None:
    assert list(loops(_said(text))) == []
