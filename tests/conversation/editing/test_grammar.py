"""Messages to the editor, and what they ask for."""

from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from conversation.editing.canonical import canonical, said
from conversation.editing.hostile import PIECES
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.request import Request
from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.situation import Situation

_FOLDER = Path(__file__).parent.parent
_WHOLE = ((0, 120_000),)
_INTERVIEW = Situation(120_000, Fraction(25), ("interview.mp4",), clips=_WHOLE)


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return rows


# Written down before the grammar was tuned.
_KNOWN = _rows("edits.yaml")
# Held out while it was tuned; the files tell how many were right when they were opened.
_UNSEEN = [
    *_rows("edits_unseen.yaml"),
    *_rows("edits_held_out.yaml"),
    *_rows("edits_held_out_second.yaml"),
    *_rows("edits_held_out_third.yaml"),
]
# The same, of a video of several clips.
_UNSEEN_CLIPS = [
    *_rows("edits_held_out_fourth.yaml"),
    *_rows("edits_held_out_fifth.yaml"),
    *_rows("edits_held_out_sixth.yaml"),
    *_rows("edits_held_out_seventh.yaml"),
]
_CLIPS = ((0, 30_000), (30_000, 70_000), (70_000, 120_000))
# Tuned on: a wide choice of words for the same wishes.
_PARAPHRASED = [*_rows("edits_paraphrased.yaml"), *_rows("edits_paraphrased_more.yaml")]
_NO_EDITS = [
    row
    for row in (*_rows("utterances.yaml"), *_rows("utterances_unseen.yaml"))
    if "chat" not in row["intent"]
]


@pytest.mark.parametrize(
    "row", _KNOWN + _UNSEEN + _PARAPHRASED, ids=lambda row: str(row["say"])[:50]
)
def test_a_message_gives_just_the_edits_it_asks_for(row: dict[str, Any]) -> None:
    language = row.get("language", "en")
    situation = Situation(120_000, Fraction(25), ("interview.mp4",), language, _WHOLE)
    request = edits_of(row["say"], situation)

    assert canonical(request) == [said(edit) for edit in row["edit"]]
    assert request.is_plan_only == row.get("plan", False)


@pytest.mark.parametrize("row", _UNSEEN_CLIPS, ids=lambda row: str(row["say"])[:50])
def test_a_message_about_several_clips_gives_just_the_edits_it_asks_for(
    row: dict[str, Any],
) -> None:
    situation = Situation(120_000, Fraction(25), ("interview.mp4",), clips=_CLIPS)
    request = edits_of(row["say"], situation)

    assert canonical(request) == [said(edit) for edit in row["edit"]]
    assert request.is_plan_only == row.get("plan", False)


@pytest.mark.parametrize("row", _NO_EDITS, ids=lambda row: str(row["say"])[:50])
def test_a_message_for_somebody_else_gives_no_edits(row: dict[str, Any]) -> None:
    assert edits_of(row["say"], _INTERVIEW) == Request((), unread=row["say"].strip())


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("do it", edits.Confirm()),
        ("yes, apply it", edits.Confirm()),
        ("就这样做", edits.Confirm()),
        ("Make the video match this: Hello. No plan.", edits.MatchText("Hello. No plan.")),
        ("cut 0:50 to 0:40", edits.Ask("time")),
        ("cut the intro", edits.Ask("range")),
        ("mute clip 2", edits.Ask("clip")),
        ("speed it up", edits.SetSpeed(1.25)),
        ("make it 4:5", edits.Ask("aspect")),
        ("keep 0:30-1:30 but cut 0:40-0:50", edits.Keep(((30_000, 40_000), (50_000, 90_000)))),
        ("delete everything except the first minute", edits.Keep(((0, 60_000),))),
        ("除了前一分钟都删掉", edits.Keep(((0, 60_000),))),
        ("cut 2:00:00 to 2:00:01", edits.Ask("beyond")),
        ("take the last ten seconds out", edits.Cut(110_000, 120_000)),
        ("剪掉1分20到45秒", edits.Cut(80_000, 105_000)),
        ("cut 1'20\" to 1'45\"", edits.Cut(80_000, 105_000)),
        ("cut the second half", edits.Cut(60_000, 120_000)),
        ("speed it up by 20%", edits.SetSpeed(1.2)),
        ("double the speed", edits.SetSpeed(2.0)),
        ("turn the music down to 20%", edits.SetVolume(0.2, layer="music", is_absolute=True)),
        ("don't burn the captions", edits.SetCaptions(is_burned=False)),
        ("undo everything", edits.StartOver()),
    ],
)  # fmt: skip
def test_one_wish_is_one_edit(message: str, expected: edits.Edit) -> None:
    assert edits_of(message, _INTERVIEW).edits == (expected,)


def test_a_transcript_that_is_handed_back_is_what_the_video_shall_say() -> None:
    lines = ["[0:01 Ana] Hello.", "[0:04 Ana] We had no plan.", "[0:09] Bye."]

    request = edits_of("\n".join(lines), _INTERVIEW)

    assert request == Request((edits.MatchText("Hello.\nWe had no plan.\nBye."),))


@pytest.mark.parametrize(
    ("message", "unread"),
    [
        ("cut the first 10 seconds, it's only me coughing", ""),
        ("cut the first 10 seconds and frobnicate the flux", "frobnicate the flux"),
        ("cut the first 10 seconds where the logo wobbles", "wobbles"),
        ("please don't cut anything", "please don't cut anything"),
        ("how are you?", "how are you?"),
    ],
)
def test_what_is_not_understood_is_handed_back(message: str, unread: str) -> None:
    assert edits_of(message, _INTERVIEW).unread == unread


def test_what_is_quoted_is_no_command() -> None:
    said_there = "undo everything; cut 0:10 to 0:20"

    for left, right in ("''", '""', "“”", "\u2018\u2019", "「」", "『』"):
        request = edits_of(f"cut {left}{said_there}{right}", _INTERVIEW)
        assert request.edits == (edits.CutWords(Said(said_there)),)


_ENGLISH = "cut keep not and to from except the rest at for mute fade undo half a last first um"
_TIMES = "1:20 9:16 80s 0 2 99999999 minute 3 % x -6 db lufs 720p - : ; , . ? \n"
_CHINESE = "剪掉 前 十 秒 半 分 第 之 后 到 不要 只 百分之 “ ” 「 」 \" '"
_THINGS = "music captions title volume speed silences logo.png lofi.mp3 part2.mp4 interview.mp4"
_BEARINGS = (
    "there it before after between on 'so' “那么” 那段 这段 之间 开始 move unless rest louder"
)
_COUNTED = (
    "clip clips second last sentence 1 3 one swap 第二段 片段 第 个 sentence the 'so' 最后一句"
)
_WORDS = f"{_ENGLISH} {_TIMES} {_CHINESE} {_THINGS} {_BEARINGS} {_COUNTED}".split(" ")


@settings(max_examples=400, deadline=None)
@given(
    message=st.text(max_size=300) | st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join),
    length_ms=st.integers(1, 10_000_000),
    rate=st.sampled_from([Fraction(25), Fraction(30000, 1001), Fraction(1)]),
)
def test_any_message_gives_only_edits_that_can_be_made(
    message: str, length_ms: int, rate: Fraction
) -> None:
    cuts = [0, length_ms // 3, length_ms // 2, length_ms] if length_ms > 100 else [0, length_ms]
    clips = tuple(pairwise(cuts))
    files = ("interview.mp4", "lofi.mp3")
    request = edits_of(message, Situation(length_ms, rate, files, clips=clips))

    _see_that_it_can_be_made(request, message, length_ms)


def _see_that_it_can_be_made(request: Request, message: str, length_ms: int) -> None:
    for edit in request.edits:
        for start, end in _ranges(edit):
            assert 0 <= start < end <= length_ms
        for moment in _moments(edit):
            assert 0 <= moment <= length_ms
        if isinstance(edit, edits.SetSpeed):
            assert edit.factor > 0
        if isinstance(edit, edits.CutWords | edits.KeepWords | edits.MuteWords | edits.MoveWords):
            assert edit.said.text or edit.said.start or edit.said.end or edit.said.sentence
        if isinstance(edit, edits.MoveWords):
            assert sum(map(bool, (edit.place, edit.before, edit.behind))) == 1
    assert request.edits or request.unread == message.strip()


def _ranges(edit: edits.Edit) -> list[edits.Range]:
    match edit:
        case edits.Cut(start, end):
            return [(start, end)]
        case edits.Keep(ranges):
            assert ranges
            return [*ranges]
        case edits.Move(start, end, _):
            return [(start, end)]
        case edits.SetVolume(_, start, end) | edits.SetSpeed(_, start, end):
            return [] if start is None or end is None else [(start, end)]
        case _:
            return []


def _moments(edit: edits.Edit) -> list[int]:
    match edit:
        case edits.Split(at):
            return [at]
        case edits.Move(_, _, to) if to is not None:
            return [to]
        case edits.AddTitle(_, start, _, _) if start is not None:
            return [start]
        case edits.AddImage(_, at, _) | edits.Join(_, at) if at is not None:
            return [at]
        case _:
            return []


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_message_gives_only_edits_that_can_be_made(piece: str) -> None:
    message = (piece * 10_000)[:10_000]
    _see_that_it_can_be_made(edits_of(message, _INTERVIEW), message, _INTERVIEW.length_ms)
