"""A message that is not understood in all that matters is asked about, and never done otherwise."""

from fractions import Fraction

import pytest

from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.said import Said
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
        "change the volume by 20%",
        "enhance the volume 20%",
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
        ("cut everything after 'A one'", Said("", "A one", "", is_between=True)),
        ("cut everything before 'A one'", Said("", "", "A one", is_between=True)),
        ("from 'A one' on, cut everything", Said("", "A one", "")),
        (
            "cut what's between 'A one' and 'B two'",
            Said("", "A one", "B two", is_between=True),
        ),
        ("cut from 'A one' to 'B two'", Said("", "A one", "B two")),
        ("cut everything up to 'A one'", Said("", "", "A one", is_between=True)),
        ("“甲”之后的都删掉", Said("", "甲", "", is_between=True)),
        ("从“甲”开始都删掉", Said("", "甲", "")),
    ],
)
def test_words_say_how_far_a_cut_reaches(message: str, said: Said) -> None:
    assert edits_of(message, _INTERVIEW).edits == (edits.CutWords(said),)


def test_words_up_to_which_something_is_kept_are_kept() -> None:
    request = edits_of("keep everything up to 'A one'", _INTERVIEW)

    assert request.edits == (edits.KeepWords(Said("", "", "A one")),)


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


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("cut the part where she says we never had a plan", Said("we never had a plan")),
        ("cut the bit where Ana says it was over in a day", Said("it was over in a day")),
        (
            "cut everything after she says thanks for having me",
            Said("", "thanks for having me", "", is_between=True),
        ),
        (
            "cut from where she says we had no idea to where she says it was over quickly",
            Said("", "we had no idea", "it was over quickly"),
        ),
        ("把她说我们从来没有计划的那段剪掉", Said("我们从来没有计划")),
        ("stop at 'thank you all'", Said("", "thank you all", "", is_between=True)),
        ("begin at 'so here we are'", Said("", "", "so here we are", is_between=True)),
    ],
)
def test_words_are_found_without_marks_where_somebody_says_them(message: str, said: Said) -> None:
    assert edits_of(message, _INTERVIEW) == Request((edits.CutWords(said),))


@pytest.mark.parametrize(
    "message",
    [
        "cut the part where he says something wrong",
        "cut the part where she says the same thing twice",
        "mute the part where he says his home address",
        "show a title when she says hello everyone out there",
        "把我说了两遍的那段剪掉",
    ],
)
def test_how_something_is_said_is_not_what_is_said(message: str) -> None:
    (edit,) = edits_of(message, _INTERVIEW).edits

    assert isinstance(edit, edits.Ask)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("swap 0:10-0:20 and 0:40-0:50", [(40_000, 50_000, 10_000), (10_000, 20_000, 50_000)]),
        ("swap 0:10-0:20 with 0:20-0:50", [(20_000, 50_000, 10_000)]),
        ("把前30秒和后30秒对调", [(90_000, 120_000, 0), (0, 30_000, None)]),
    ],
)
def test_two_parts_change_places(message: str, expected: list[tuple[int, int, int]]) -> None:
    assert edits_of(message, _INTERVIEW).edits == tuple(edits.Move(*one) for one in expected)


@pytest.mark.parametrize("message", ["swap 0:10-0:30 and 0:20-0:40", "swap 0:10-0:20 with the end"])
def test_parts_that_cannot_change_places_are_asked(message: str) -> None:
    assert edits_of(message, _INTERVIEW).edits == (edits.Ask("range"),)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("start at 0:05", [(0, 5_000)]),
        ("end at 1:40", [(100_000, 120_000)]),
        ("stop at 1:40, drop the rest", [(100_000, 120_000)]),
        ("we can start at 0:08, chop what comes before", [(0, 8_000)]),
        ("cut it off at 1:40", [(100_000, 120_000)]),
        ("trim 3 seconds off both ends", [(0, 3_000), (117_000, 120_000)]),
        ("两头各剪3秒", [(0, 3_000), (117_000, 120_000)]),
        ("trim the start by 4 seconds and the end by 6", [(0, 4_000), (114_000, 120_000)]),
        ("cut the first 12 seconds and the last 5", [(0, 12_000), (115_000, 120_000)]),
        ("cut 0:10-0:20, 0:30-0:40 is fine", [(10_000, 20_000)]),
        ("from 0:15 to 0:25 there's nothing but traffic, take it out", [(15_000, 25_000)]),
    ],
)
def test_the_ends_are_cut_as_far_as_is_said(message: str, expected: list[edits.Range]) -> None:
    assert edits_of(message, _INTERVIEW).edits == tuple(edits.Cut(*one) for one in expected)


@pytest.mark.parametrize(
    "message",
    [
        "cut the first 10 seconds and the end",
        "cut the first 12 seconds and the last 5 clips",
        "cut from 'A one' to 'B two', both included",
        "在30秒那里插一张图片",
        "add my logo at 0:10",
        "play 0:10-0:20 twice",
    ],
)
def test_what_is_left_open_is_asked(message: str) -> None:
    (edit,) = edits_of(message, _INTERVIEW).edits

    assert isinstance(edit, edits.Ask)


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("cut 'A one' and 'B two' should be muted", ["CutWords", "MuteWords"]),
        ("mute 'A one' and 'B two'", ["MuteWords", "MuteWords"]),
        ("cut 'A one', 'B two' is fine", ["CutWords"]),
        ("put b.mp4 before my video and c.mp4 after it", ["Join", "Join"]),
        ("show 'A one' at 0:05 and at 0:50", ["AddTitle", "AddTitle"]),
        ("show a.png at 0:05 and 0:50", ["AddImage", "AddImage"]),
        ("put a.png at the start and at the end", ["AddImage", "AddImage"]),
        ("speed up 0:10-0:20 and 0:30-0:40 by 2x", ["SetSpeed", "SetSpeed"]),
        ("背景音乐不要了，标题也去掉吧", ["RemoveMusic", "RemoveTitle"]),
    ],
)
def test_each_thing_of_a_list_has_its_own_edit(message: str, kinds: list[str]) -> None:
    request = edits_of(message, _INTERVIEW)

    assert [type(edit).__name__ for edit in request.edits] == kinds
    assert request.unread == ""


@pytest.mark.parametrize(
    ("message", "what"),
    [
        ("remove the potted plant standing in the corner of the shot", "object"),
        ("把墙上的画去掉", "object"),
        ("用AI生成一段女声旁白", "voice"),
        ("用AI生成一段背景音乐", "generate_music"),
    ],
)
def test_what_nobody_can_do_here_is_known_by_its_kind(message: str, what: str) -> None:
    assert edits_of(message, _INTERVIEW) == Request((edits.Impossible(what),))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the music is too loud, halve it", edits.SetVolume(0.5, layer="music")),
        ("音量加大一倍", edits.SetVolume(2.0)),
        ("把速度提高一倍", edits.SetSpeed(2.0)),
        ("increase the speed by 20%", edits.SetSpeed(1.2)),
    ],
)
def test_how_much_is_of_what_is_spoken_about(message: str, expected: edits.Edit) -> None:
    assert edits_of(message, _INTERVIEW).edits == (expected,)


@pytest.mark.parametrize(
    ("message", "unread"),
    [
        ("mute the first 5 seconds and the music", "the music"),
        ("turn the music down from 0:10 to 0:20 and the voice up", "the voice up"),
    ],
)
def test_of_two_layers_each_is_told_of(message: str, unread: str) -> None:
    request = edits_of(message, _INTERVIEW)

    assert len(request.edits) == 1
    assert request.unread in unread
    assert request.unread


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("put 'Hello' at the top the whole time", edits.AddTitle("Hello", 0, 120_000, "top")),
        ("show 'Hello' for the whole video", edits.AddTitle("Hello", 0, 120_000)),
        ("整个视频都显示'你好'", edits.AddTitle("你好", 0, 120_000)),
        ("replace the title 'A' with 'B'", edits.ChangeTitle("A", "B")),
        ("rename the title to 'B'", edits.ChangeTitle(text="B")),
        ("标题改成'新的'", edits.ChangeTitle(text="新的")),
        ("把标题放在0:20", edits.ChangeTitle(from_ms=20_000)),
        ("show the title for 6 seconds", edits.ChangeTitle(duration_ms=6000)),
        ("let the title start at 0:10", edits.ChangeTitle(from_ms=10_000)),
        ("把标题“你好”放在顶部", edits.AddTitle("你好", position="top")),
        ("make the last 5 seconds slower", edits.SetSpeed(0.8, 115_000, 120_000)),
        ("turn on word-by-word captions", edits.SetCaptions(is_highlighted=True)),
        ("captions on but not burned in", edits.SetCaptions(is_burned=False)),
        ("turn captions on without burning them in", edits.SetCaptions(is_burned=False)),
        ("去掉开头的静音", edits.CutSilences(200, 200, edge="start")),
        ("去掉最后的静音", edits.CutSilences(200, 200, edge="end")),
        ("把0:10到0:20静音", edits.SetVolume(0.0, 10_000, 20_000)),
        ("add a 2 second fade between the clips", edits.Impossible("transition")),
        ("draw a red arrow at 0:10", edits.Impossible("effect")),
        ("read it in the voice of Morgan Freeman", edits.Impossible("voice")),
    ],
)
def test_titles_captions_and_silences_are_known_by_the_words_around_them(
    message: str, expected: edits.Edit
) -> None:
    assert edits_of(message, _INTERVIEW).edits == (expected,)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "cut from 47 seconds in until 1 minute 3 seconds",
            edits.Cut(47_000, 63_000),
        ),
        (
            "I want it to start at 'hello there' and end at 'thank you'",
            edits.KeepWords(Said(start="hello there", end="thank you")),
        ),
        ("start with 'four score'", edits.CutWords(Said(end="four score", is_between=True))),
        ("end the video with 'bye'", edits.CutWords(Said(start="bye", is_between=True))),
        ("end after 'bye'", edits.CutWords(Said(start="bye", is_between=True))),
        (
            "从“大家好”开始，到“谢谢”结束",
            edits.KeepWords(Said(start="大家好", end="谢谢")),
        ),
        (
            "remove the part where she talks about 'funding'",
            edits.CutWords(Said("funding", sentence_by="part")),
        ),
        ("删掉提到“我妈妈”的部分", edits.CutWords(Said("我妈妈", sentence_by="part"))),
        ("clean up the pauses", edits.CutSilences()),
        ("stitch all my uploads together in order", edits.Join()),
        ("put part2.mp4 in front of everything", edits.Join(("part2.mp4",), 0)),
        ("a lower-third that says 'Jane' for 5 seconds", edits.AddTitle("Jane", None, 5000)),
        (
            "burn in the subtitles in large white text",
            edits.SetCaptions(size="large", is_burned=True, color="white"),
        ),
        (
            "music quieter between 0:30 and 0:40",
            edits.SetVolume(0.7, 30_000, 40_000, "music"),
        ),
        ("刚撤销的那一步还是恢复吧", edits.Redo()),
        ("配乐不要了", edits.RemoveMusic()),
        ("0:10-0:20 should go at the end", edits.Move(10_000, 20_000, None)),
        ("0:10-0:20 should go", edits.Cut(10_000, 20_000)),
        ("0:10-0:20 goes first", edits.Move(10_000, 20_000, 0)),
        ("the title has a typo, change 'A' to 'B'", edits.ChangeTitle("A", "B")),
    ],
)
def test_what_a_word_does_is_known_by_what_stands_beside_it(
    message: str, expected: edits.Edit
) -> None:
    assert edits_of(message, _INTERVIEW).edits == (expected,)


@pytest.mark.parametrize("message", ["how long would it be without the ums?", "没有停顿会有多长？"])
def test_how_long_it_would_be_is_only_asked(message: str) -> None:
    assert edits_of(message, _INTERVIEW).is_plan_only or not edits_of(message, _INTERVIEW).edits


@pytest.mark.parametrize(
    "message", ["配乐的事先放一放，等导演回来再定", "change 'A' to 'B'", "make some music"]
)
def test_what_is_put_off_or_names_nothing_changes_nothing(message: str) -> None:
    request = edits_of(message, _INTERVIEW)
    assert not any(isinstance(edit, edits.TimelineEdit) for edit in request.edits)


@pytest.mark.parametrize("message", ["算了，刚才那个方案我不要了", "drop that plan"])
def test_a_plan_that_is_not_wanted_is_declined(message: str) -> None:
    assert edits_of(message, _INTERVIEW).edits == (edits.Decline(),)


@pytest.mark.parametrize(
    "message",
    [
        "add lofi.mp3, start at 0:10",
        "add lofi.mp3 from 0:10 to 0:20",
        "add lofi.mp3 under 'spring of hope'",
    ],
)
def test_music_under_a_part_is_refused_by_name(message: str) -> None:
    assert edits_of(message, _INTERVIEW).edits == (edits.Impossible("music_part"),)


@pytest.mark.parametrize(
    ("message", "unread"),
    [
        ("fade out and make it bigger", "make it bigger"),
        ("fade out and make it nicer", "make it nicer"),
        ("make it nicer: cut the first 5 seconds", ""),
    ],
)
def test_a_vague_wish_beside_another_is_named(message: str, unread: str) -> None:
    request = edits_of(message, _INTERVIEW)
    assert (len(request.edits), request.unread) == (1, unread)
