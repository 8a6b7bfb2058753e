"""What a message refuses, excepts or leaves open is not changed."""

from fractions import Fraction

import pytest

from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.situation import Situation

_INTERVIEW = Situation(120_000, Fraction(25), ("interview.mp4",))
_X, _Y = edits.CutWords(Said("X")), edits.CutWords(Said("Y"))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("cut 'X'. Don't cut 'Y'.", _X),
        ("cut 'X', not 'Y'", _X),
        ("cut 'X' but not 'Y'", _X),
        ("cut 'X' instead of 'Y'", _X),
        ("cut 0:10-0:20. Don't mute 'Y'.", edits.Cut(10_000, 20_000)),
        ("mute 'X' but don't mute 'Y'", edits.MuteWords(Said("X"))),
        ("删“X”，别删“Y”", _X),
        ("add a title 'Hi', not 'Hello'", edits.AddTitle("Hi")),
        ("cut everything except 'X'", edits.KeepWords(Said("X"))),
        ("cut everything but the last sentence", edits.KeepWords(Said(sentence=-1))),
        ("删掉除“X”以外的部分", edits.KeepWords(Said("X"))),
        ("keep everything except 'Y'", _Y),
        ("move 0:10-0:20 to the end, not the beginning", edits.Move(10_000, 20_000, None)),
        ("add the title 'T' at 0:20, not at 0:30", edits.AddTitle("T", 20_000)),
        ("split at 0:10, not at 0:20", edits.Split(10_000)),
        ("fade out at the end, not the beginning", edits.Fade("out")),
        ("I want captions that aren't burned", edits.SetCaptions(is_burned=False)),
        ("don't forget to add a title 'Hi'", edits.AddTitle("Hi")),
        ("cut every word after 'X'", edits.CutWords(Said(start="X", is_between=True))),
        (
            "change the title to say 'C' and make it last 3 seconds",
            edits.ChangeTitle(text="C", duration_ms=3000),
        ),
        ("put the title at 0:10 instead", edits.ChangeTitle(from_ms=10_000)),
        ("move the title to the end", edits.ChangeTitle(from_ms=120_000)),
        ("make the title last the whole video", edits.ChangeTitle("", None, 0, 120_000)),
        ("make the title say 'Z'", edits.AddTitle("Z", is_the=True)),
        (
            'start with "a b" and finish with "c d"',
            edits.KeepWords(Said(start="a b", end="c d")),
        ),
    ],
)
def test_what_is_refused_or_excepted_is_left_alone(message: str, expected: edits.Edit) -> None:
    assert edits_of(message, _INTERVIEW).edits == (expected,)


@pytest.mark.parametrize(
    ("message", "about"),
    [
        ("cut either 'X' or 'Y'", ""),
        ("cut the pauses without touching the first 10 seconds", "range"),
        ("cut the word before 'engraved'", "words"),
        ("cut the sentence after 'X'", "words"),
        ("删掉“甲”后面那句话", "words"),
        ("cut the part where nobody talks about 'X'", "words"),
        ("remove the paragraph that mentions 'Bible'", "words"),
        ("start with 'X', then the intro", "words"),
        ("end with 'X' on the screen", "words"),
        ("make the title 2 seconds longer", "title"),
        ("move the title 5 seconds later", "title"),
        ("标题往后移5秒", "title"),
        ("change the title back", "title"),
        ("swap the titles 'A' and 'B'", "title"),
        ("change the title at 0:50 to 'C'", "title"),
        ("make the title 'A' larger", "title"),
        ("move the clip with the title to the end", ""),
        ("cut the part with the title 'A'", ""),
        ("add a title 'Cash' at the part where she talks about 'money'", "time"),
        ("replace 0:10-0:20 with logo.png", "place"),
        ("show logo.png instead of 0:10-0:20", "place"),
        ("join part2.mp4 without its sound", "range"),
        ("remove every title but 'A'", ""),
        ("cut the ums without 'uh'", "range"),
    ],
)
def test_what_may_mean_more_than_it_says_is_asked(message: str, about: str) -> None:
    assert edits_of(message, _INTERVIEW).edits == (edits.Ask(about),)


@pytest.mark.parametrize(
    "message",
    [
        "never cut 'Y'",
        "do not remove the title 'B'",
        "不要删标题“B”",
        "don't change the title to 'B'",
        "别把标题“A”改成“B”",
    ],
)
def test_what_is_only_refused_changes_nothing(message: str) -> None:
    assert edits_of(message, _INTERVIEW).edits == ()
