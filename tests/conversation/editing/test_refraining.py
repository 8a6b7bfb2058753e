"""What is refused, supposed, told or taken back is not done."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.situation import Situation
from transcribe_video.conversation.editing.small_talk import Tell

_TABLE = Path(__file__).parent.parent / "edits_refrained.yaml"
_ROWS: list[dict[str, Any]] = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
_SITUATION = Situation(120_000, Fraction(25), ("interview.mp4", "lofi.mp3", "logo.png"))
_NAMES: dict[type, str] = {
    edits.Ask: "ask",
    edits.Decline: "decline",
    edits.Impossible: "impossible",
    edits.Undo: "undo",
    edits.Confirm: "confirm",
    edits.Propose: "propose",
    edits.ShowChanges: "show_changes",
    Tell: "nothing",
}


def _came_of(request: Request) -> set[str]:
    changes = [edit for edit in request.edits if isinstance(edit, edits.TimelineEdit)]
    applied = {"applied"} if changes and not request.is_plan_only else set()
    planned = {"plan"} if changes and request.is_plan_only else set()
    others = {_NAMES[type(edit)] for edit in request.edits if edit not in changes}
    return applied | planned | others or {"nothing"}


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: str(row["say"])[:50])
def test_nothing_is_changed_that_is_not_asked_for(row: dict[str, Any]) -> None:
    (outcome,) = _came_of(edits_of(row["say"], _SITUATION))

    assert outcome in row["then"]


@pytest.mark.parametrize(
    "message",
    [
        "cut 0:10-0:20, no wait, 0:15-0:25",
        "cut 0:10-0:20, sorry, I mean 0:15-0:25",
        "cut 0:10-0:20 — actually, make that 0:15-0:25",
        "cut 0:10-0:20, no, cut 0:15-0:25",
        "cut 0:10 to 0:20. Wait, no, 0:15 to 0:25.",
        "mute 0:10-0:20, scratch that, cut 0:15-0:25",
        "actually, cut 0:15-0:25",
        "no, cut 0:15-0:25",
        "I already cut 0:40-0:50, now cut 0:15-0:25",
        "don't touch 0:40-0:50, cut 0:15-0:25",
        "剪掉0:10到0:20，不对，0:15到0:25",
        "剪掉0:10到0:20，哦不是，是0:15到0:25",
        "剪掉0:10到0:20，说错了，应该是0:15到0:25",
    ],
)
def test_only_what_was_put_right_is_done(message: str) -> None:
    assert edits_of(message, _SITUATION) == Request((edits.Cut(15_000, 25_000),))


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("cut the first 10 seconds, actually, also add captions", ["Cut", "SetCaptions"]),
        ("remove the ums or ahs", ["CutFillers"]),
        ("cut 0:10-0:20, sorry", ["Cut"]),
        ("cut 0:10-0:20 if you can", ["Cut"]),
        ("if possible, cut 0:10-0:20", ["Cut"]),
        ("还是剪掉0:10到0:20吧", ["Cut"]),
        ("如果可以的话，剪掉前10秒", ["Cut"]),
        ("make it vertical, no wait, square", ["Reframe"]),
        ("keep 0:10-0:20 as it is and cut the rest", ["Keep"]),
    ],
)
def test_a_word_of_doubt_that_takes_nothing_back_keeps_nothing_from_being_done(
    message: str, kinds: list[str]
) -> None:
    request = edits_of(message, _SITUATION)

    assert [type(edit).__name__ for edit in request.edits] == kinds
    assert request.unread == ""
    assert not request.is_plan_only


@pytest.mark.parametrize(
    "message", ["don't cut 0:10-0:20 but mute it", "不要剪0:10到0:20，静音就行"]
)
def test_what_is_done_in_place_of_a_cut_is_done_there(message: str) -> None:
    assert edits_of(message, _SITUATION).edits == (edits.SetVolume(0.0, 10_000, 20_000),)


def test_a_part_that_shall_stay_is_told_before_all_of_the_video_is_changed() -> None:
    request = edits_of("去掉停顿，但是不要动开头那段笑声", _SITUATION)

    assert request == Request(
        (edits.CutSilences(),), is_plan_only=True, unread="不要动开头那段笑声"
    )


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("set the volume to 50%", edits.SetVolume(0.5, is_absolute=True)),
        ("音量调到50%", edits.SetVolume(0.5, is_absolute=True)),
        ("music at 30% please", edits.SetVolume(0.3, layer="music", is_absolute=True)),
        ("unmute", edits.SetVolume(1.0, is_absolute=True)),
        ("取消静音", edits.SetVolume(1.0, is_absolute=True)),
        ("turn the sound back on", edits.SetVolume(1.0, is_absolute=True)),
        ("unmute 0:10-0:20", edits.SetVolume(1.0, 10_000, 20_000, is_absolute=True)),
        ("make it 20% louder", edits.SetVolume(1.2)),
        ("normal speed", edits.SetSpeed(1.0)),
        ("恢复原速", edits.SetSpeed(1.0)),
        ("speed up 0:10 to 0:20 by 1.5", edits.SetSpeed(1.5, 10_000, 20_000)),
        ("cut the part from 3 seconds to 5 and a half", edits.Cut(3_000, 5_500)),
        ("delete the words ask not", edits.CutWords(Said("ask not"))),
        ("cut out the bit where he says ask not", edits.CutWords(Said("ask not"))),
        (
            "remove everything after the word country",
            edits.CutWords(Said("", "country", is_between=True)),
        ),
        ("Title at the beginning: Ask Not", edits.AddTitle("Ask Not", 0)),
        ("what have I changed?", edits.ShowChanges()),
        ("what did I do so far?", edits.ShowChanges()),
        ("how many cuts are there?", edits.ShowChanges()),
        ("剪了几刀？", edits.ShowChanges()),
        ("bring back what you just cut", edits.Undo()),
        ("cut 2:20-2:45", edits.Ask("beyond")),
        ("show logo.png in the top right corner", edits.Impossible("overlay")),
        ("make the title yellow", edits.Impossible("title_color")),
        (
            "加个黄色的字幕烧进去，大一点",
            edits.SetCaptions(size="larger", is_burned=True, color="yellow"),
        ),
        (
            "burn the captions in, and highlight each word as it is spoken",
            edits.SetCaptions(is_burned=True, is_highlighted=True),
        ),
    ],
)
def test_a_wish_gives_the_edit_that_is_meant(message: str, expected: edits.Edit) -> None:
    assert edits_of(message, _SITUATION) == Request((expected,))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "fade to black in the last 2 seconds and fade in over one second",
            (edits.Fade("out", 2_000, "video"), edits.Fade("in", 1_000)),
        ),
        (
            "replace the audio with lofi.mp3",
            (edits.SetVolume(0.0, layer="speech"), edits.AddMusic("lofi.mp3")),
        ),
        ("裁成9:16，720p", (edits.Reframe("9:16"), edits.Resize(720))),
        (
            "change the title to Kennedy 1961",
            (edits.ChangeTitle(text="Kennedy 1961"),),
        ),
    ],
)
def test_a_wish_of_two_halves_gives_both(message: str, expected: tuple[edits.Edit, ...]) -> None:
    assert edits_of(message, _SITUATION) == Request(expected)
