"""Replies that tell people to click, in words for somebody who has no screen."""

import ast
from pathlib import Path
from unicodedata import category

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from transcribe_video.conversation import gui_speak
from transcribe_video.conversation.gui_speak import Action, Translated, translated

_REPLIES = yaml.safe_load((Path(__file__).parent / "gui_replies.yaml").read_text(encoding="utf-8"))
_TOOLS = {"export", "state", "credits", "upload", "cancel", "chat"}
_WORDS = [
    "click", "the", "Export", "button", "**", "“", "”", ".", ",", "\n", "open", "panel", "to",
    "drag", "点击", "导出按钮", "拖拽", "，", "。", "which is", "and", " ", "-", "1. ", "slider",
    "\u202e", "\x1b[2J",
]  # fmt: skip


@pytest.mark.parametrize("row", _REPLIES, ids=[row["before"][:40] for row in _REPLIES])
def test_a_reply_keeps_its_content_and_loses_the_steps_on_a_screen(
    row: dict[str, object],
) -> None:
    found = translated(str(row["before"]))
    actions = [[one.tool, *one.arguments.values()] for one in found.actions]

    assert (found.text, actions) == (row["after"], row["actions"])


def test_the_table_holds_forty_replies_and_more() -> None:
    assert len(_REPLIES) >= 40


def test_an_action_says_in_the_language_of_the_reply_what_it_does() -> None:
    assert translated("Click the Export button.") == Translated(
        "This can be done here: Export the video.", (Action("export", {}, "Export the video"),)
    )
    assert translated("请点击导出按钮。").actions == (Action("export", {}, "导出视频"),)


def test_an_export_never_runs_because_a_reply_names_a_button() -> None:
    """A translation is a value; nothing in it can call, and nothing it imports can."""
    tree = ast.parse(Path(gui_speak.__file__).read_text(encoding="utf-8"))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    found = translated("Click Export. Click Export! Export button. 点击导出按钮。")

    assert [action.tool for action in found.actions] == ["export"]
    assert all(action.arguments == {} for action in found.actions)
    assert not any(
        module.startswith(f"transcribe_video.{room}")
        for module in modules
        for room in ("tools", "client", "connect", "backend", "cloud")
    )


@pytest.mark.parametrize(
    "reply",
    [
        "Click the Generate button to create 5 new clips.",
        "Tap Regenerate to get another one.",
        "Click “Create video” to start.",
        "点击“生成”按钮。",
        "请点击生成新片段。",
    ],
)
def test_what_costs_credits_is_not_even_offered(reply: str) -> None:
    assert translated(reply).actions == ()


_COSTLY = st.sampled_from([
    "This costs 100 credits.", "300 credits will be used.", "It generates 3 clips.",
    "需要100积分。", "生成一个片段。",
])  # fmt: skip
_STEP = st.sampled_from([
    "Click Confirm to proceed.", "Press Yes to start.", "Hit OK.", "Click Undo.",
    "Tap Continue to make the intro longer.", "Drag the clip to the start.",
    "Click Apply to make the title bigger.", "Drag the volume slider to 50%.",
    "点击“确认”。", "请点击继续。", "拖动音量滑块到50%。", "点击撤销。",
])  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(_COSTLY, st.lists(_STEP, max_size=2), st.lists(_STEP, max_size=2), st.sampled_from(" \n"))
def test_beside_words_for_what_costs_nothing_is_offered_that_is_said_to_the_editor(
    costly: str, before: list[str], after: list[str], gap: str
) -> None:
    assert translated(gap.join([*before, costly, *after])).actions == ()


@pytest.mark.parametrize(
    "reply",
    [
        "Click Buy Now to get 500 credits.",
        "Click Upgrade to continue.",
        "请充值。",
        "点击购买积分。",
    ],
)
def test_where_a_reply_wants_money_only_the_balance_is_offered(reply: str) -> None:
    assert [action.tool for action in translated(reply).actions] == ["credits"]


def test_what_controls_a_display_is_taken_out() -> None:
    reply = "Done\x1b[31m!\x00\r\nNew\u202e line\u2066 \ud800🎬👨\u200d👩\u200d👧"

    assert translated(reply).text == "Done[31m!\nNew line 🎬👨\u200d👩\u200d👧"


def test_a_long_reply_is_cut() -> None:
    assert translated("ab " * 50_000).text == f"{('ab ' * 2667)[:7999].rstrip()}…"
    assert len(translated("Click Apply to be loud. " * 300).actions) == 1


@pytest.mark.parametrize("reply", ["", " ", "\n\n", "。", "- ", "...", "1."])
def test_a_reply_that_says_nothing_says_nothing(reply: str) -> None:
    assert translated(reply).actions == ()


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join))
def test_no_reply_is_too_strange_to_be_translated(reply: str) -> None:
    found = translated(reply)

    assert len(found.text) <= 8000
    assert len(found.actions) <= 6
    for text in (found.text, *(action.label for action in found.actions)):
        assert not any(category(c).startswith("C") and c not in "\n\u200c\u200d" for c in text)
    for action in found.actions:
        assert action.tool in _TOOLS
        assert set(action.arguments) <= {"message"}
        assert len(action.arguments.get("message", "")) <= 200


def test_a_hostile_reply_takes_no_long_time() -> None:
    for piece in (
        "click the ",
        "to ",
        "把",
        "，请",
        "drag the a ",
        "「",
        "which is ",
        "- ",
        "the a ",
    ):
        translated(piece * 4000)
