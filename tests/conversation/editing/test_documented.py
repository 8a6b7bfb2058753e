"""Every example of docs/editing.md is read, all of it, in both languages."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from transcribe_video.conversation.editing.edit import Ask, Impossible
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.situation import Situation

PAGE = Path(__file__).parents[3] / "docs" / "editing.md"
_ROW = re.compile(r"^\| “(.+?)” \| “(.+?)” \|", re.MULTILINE)
_CLIPS = ((0, 30_000), (30_000, 70_000), (70_000, 120_000))
_FILES = ("interview.mp4", "part2.mp4", "intro.mp4", "logo.png", "lofi.mp3")
ROWS = _ROW.findall(PAGE.read_text("utf-8"))
EXAMPLES = [
    (example, code) for row in ROWS for example, code in zip(row, ("en", "zh"), strict=True)
]


def test_there_are_examples() -> None:
    assert len(ROWS) > 20


@pytest.mark.parametrize(("example", "language"), EXAMPLES)
def test_an_example_is_an_edit(example: str, language: str) -> None:
    situation = Situation(120_000, Fraction(25), _FILES, language, _CLIPS)
    request = edits_of(example, situation)
    assert request.edits
    assert not any(isinstance(edit, Ask | Impossible) for edit in request.edits)
    assert request.unread == ""
    assert not request.is_plan_only


@pytest.mark.parametrize("row", ROWS)
def test_both_languages_ask_for_the_same_kind_of_edit(row: tuple[str, str]) -> None:
    kinds = [
        type(edits_of(example, Situation(120_000, Fraction(25), _FILES, code, _CLIPS)).edits[0])
        for example, code in zip(row, ("en", "zh"), strict=True)
    ]
    assert kinds[0] is kinds[1]
