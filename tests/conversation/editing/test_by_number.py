"""Clips, quotations and sentences by number or topic, and what is easily taken for another."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from conversation.editing.canonical import canonical, said
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.situation import Situation

_FOLDER = Path(__file__).parent.parent
_ROWS: list[dict[str, Any]] = [
    row
    for name in ("edits_by_number.yaml", "edits_by_topic.yaml", "edits_told_apart.yaml")
    for row in yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
]
_CLIPS = ((0.0, 30.0), (30.0, 50.0), (50.0, 90.0), (90.0, 120.0))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: str(row["say"])[:50])
def test_a_message_gives_just_the_edits_it_asks_for(row: dict[str, Any]) -> None:
    clips = tuple((round(a * 1000), round(b * 1000)) for a, b in row.get("clips", _CLIPS))
    language = row.get("language", "en")
    situation = Situation(120_000, Fraction(25), ("interview.mp4",), language, clips)
    request = edits_of(row["say"], situation)

    assert canonical(request) == [said(edit) for edit in row["edit"]]
    assert request.is_plan_only == row.get("plan", False)
    if "asks" in row:
        assert request.edits == (edits.Ask(row["asks"]),)
