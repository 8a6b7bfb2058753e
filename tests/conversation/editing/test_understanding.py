"""A message that is not understood in all that matters is asked about, and never done otherwise."""

from fractions import Fraction

import pytest

from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.situation import Situation

_INTERVIEW = Situation(120_000, Fraction(25), ("interview.mp4",))


@pytest.mark.parametrize(
    "message",
    [
        "frobnicate the volume up 20%",
        "make the zorp louder",
        "fade the zorp out",
        "mute the sound there",
        "把那段静音",
        "make everything but the intro louder",
        "remove the ums in the first minute",
        "cut all pauses except the first one",
        "把所有停顿剪掉但保留第一个",
        "keep the first take of each repeated sentence",
        "add lofi.mp3 from 0:10 to 0:20",
        "show the captions only from 0:10 to 0:20",
        "fade out at 1:00",
        "loudness to -14 LUFS for the first 10 seconds",
        "cut 0:10-0:20 unless it has speech",
        "trim the video from 0:10 to 0:40",
        "undo the cut at 0:30",
        "undo the title",
        "crop the first 10 seconds to 9:16",
        "remove the logo at 0:10",
        "split it every 30 seconds",
        "cut the first 5",
        "make the captions red and blue",
        "bring back 0:10-0:20",
        "取消静音",
        "change the volume by 20%",
        "enhance the volume 20%",
        "we can start at 0:08, chop what comes before",
        "insert logo.png before 0:30",
        'put the title "Hi" up when she says "hello"',
        "cut 0:10-0:20 or 0:30-0:40, whichever is longer",
    ],
)
def test_what_does_not_go_together_is_asked(message: str) -> None:
    (edit,) = edits_of(message, _INTERVIEW).edits

    assert isinstance(edit, edits.Ask)


@pytest.mark.parametrize(
    "message",
    [
        "cut 0:45 zorp to 1:00",
        "cut from zorp 0:45 to 1:00",
        "cut from a minute zorp twenty to a minute forty-five",
        "cut pauses longer than 1.2 zorp s",
        "trim it to zorp the first minute",
        "lose 5 zorp seconds starting at 0:40",
        "turn the volume zorp 20%",
        "keep 0:20 to 0:50 and 1:10 zorp to 1:35",
    ],
)
def test_a_word_that_is_not_known_changes_no_time_and_no_amount(message: str) -> None:
    (edit,) = edits_of(message, _INTERVIEW).edits

    assert isinstance(edit, edits.Ask)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("mute 0:20-0:30 and speed up the rest by 10%", 1),
        ("take the title off and put Zorp up, from 0:03", 1),
        ("cut the first 5 seconds and 3 more", 0),
    ],
)
def test_of_several_wishes_those_that_are_clear_are_left(message: str, expected: int) -> None:
    request = edits_of(message, _INTERVIEW)
    clear = [edit for edit in request.edits if not isinstance(edit, edits.Ask)]

    assert len(clear) == expected
    assert len(clear) < len(request.edits) or request.unread


@pytest.mark.parametrize(
    "message",
    [
        "don't cut 0:10-0:20, cut 0:30-0:40",
        "cut 0:30-0:40, not 0:10-0:20",
        "0:10-0:20 is fine, cut 0:30-0:40",
        "I like 0:10-0:20 but remove 0:30-0:40",
        "别剪10秒到20秒，剪30秒到40秒",
        "don't remove the music, just cut 0:30-0:40",
        "cut 0:30-0:40 but leave the picture of the rest as it is",
    ],
)
def test_what_is_refused_is_not_done(message: str) -> None:
    assert edits_of(message, _INTERVIEW).edits == (edits.Cut(30_000, 40_000),)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("cut 0:10-0:20, keep the rest", edits.Cut(10_000, 20_000)),
        ("keep 0:10-0:20, cut the rest", edits.Keep(((10_000, 20_000),))),
        ("don't cut the pauses, only 0:10 to 0:20", edits.Cut(10_000, 20_000)),
        ("scrap everything after 1:30", edits.Cut(90_000, 120_000)),
        ("scrap everything", edits.StartOver()),
        ("I undid that by accident", edits.Redo()),
        ("put back what you undid", edits.Redo()),
        ("square, no black bars", edits.Reframe("1:1")),
        ("drop the volume by a quarter", edits.SetVolume(0.75)),
        ("volume to a quarter", edits.SetVolume(0.25)),
        ("volume +20%", edits.SetVolume(1.2)),
        ("音量-20%", edits.SetVolume(0.8)),
        ("音量加20%", edits.SetVolume(1.2)),
        ("one and a half times as fast", edits.SetSpeed(1.5)),
        ("speed it up by a quarter", edits.SetSpeed(1.25)),
    ],
)
def test_a_word_beside_it_turns_a_wish_around(message: str, expected: edits.Edit) -> None:
    assert edits_of(message, _INTERVIEW).edits == (expected,)


@pytest.mark.parametrize(
    "message",
    [
        "play 0:40-1:00 at double speed and mute the sound there",
        "play 0:40-1:00 at double speed without sound",
        "play 0:40-1:00 at double speed and mute it",
        "把0:40到1:00两倍速播放，那段静音",
        "把0:40到1:00两倍速播放并静音",
    ],
)
def test_there_is_the_part_that_was_named_before(message: str) -> None:
    fast, silent = edits_of(message, _INTERVIEW).edits

    assert fast == edits.SetSpeed(2.0, 40_000, 60_000)
    assert silent == edits.SetVolume(0.0, 40_000, 60_000)


def test_a_remark_tells_of_which_part_it_is() -> None:
    request = edits_of("From 0:12 to 0:15 there's a siren, silence that", _INTERVIEW)

    assert request.edits == (edits.SetVolume(0.0, 12_000, 15_000),)
    assert request.unread == ""


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("captions, music and title off", ["SetCaptions", "RemoveMusic", "RemoveTitle"]),
        (
            "pauses, fillers and repeated takes should go",
            ["CutSilences", "CutFillers", "CutRepeats"],
        ),
        ("停顿和口头禅都去掉", ["CutSilences", "CutFillers"]),
        ("remove captions and music", ["SetCaptions", "RemoveMusic"]),
        ("cut the first and last 5 seconds", ["Cut", "Cut"]),
    ],
)
def test_one_verb_is_meant_for_all_that_is_listed(message: str, kinds: list[str]) -> None:
    found = edits_of(message, _INTERVIEW).edits

    assert [type(edit).__name__ for edit in found] == kinds
    assert not any(isinstance(one, edits.SetCaptions) and one.is_on for one in found)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("cut everything after 'A one'", edits.Said("", "A one", "", is_between=True)),
        ("cut everything before 'A one'", edits.Said("", "", "A one", is_between=True)),
        ("from 'A one' on, cut everything", edits.Said("", "A one", "")),
        (
            "cut what's between 'A one' and 'B two'",
            edits.Said("", "A one", "B two", is_between=True),
        ),
        ("cut from 'A one' to 'B two'", edits.Said("", "A one", "B two")),
        ("cut everything up to 'A one'", edits.Said("", "", "A one", is_between=True)),
        ("“甲”之后的都删掉", edits.Said("", "甲", "", is_between=True)),
        ("从“甲”开始都删掉", edits.Said("", "甲", "")),
    ],
)
def test_words_say_how_far_a_cut_reaches(message: str, said: edits.Said) -> None:
    assert edits_of(message, _INTERVIEW).edits == (edits.CutWords(said),)


def test_words_up_to_which_something_is_kept_are_kept() -> None:
    request = edits_of("keep everything up to 'A one'", _INTERVIEW)

    assert request.edits == (edits.KeepWords(edits.Said("", "", "A one")),)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("add a title saying Summer in Oslo for 3 seconds", "Summer in Oslo"),
        ("a title that reads Dr. Amina Yusuf at the top please, add it", "Dr. Amina Yusuf"),
        ("put the text Hello World at the bottom", "Hello World"),
        ("title: Welcome Home, add it at the start", "Welcome Home"),
        ("加个标题，写老街的早晨，显示3秒", "老街的早晨"),
    ],
)
def test_a_title_needs_no_quotation_marks(message: str, text: str) -> None:
    found = [one for one in edits_of(message, _INTERVIEW).edits if isinstance(one, edits.AddTitle)]

    assert [one.text for one in found] == [text]
