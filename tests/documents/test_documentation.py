import json
import re
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from transcribe_video.documents.docx_look import Look
from transcribe_video.documents.facts import NO_SPEECH
from transcribe_video.documents.registry import FORMATS, format_named
from transcribe_video.media.loss import Loss

PAGE = Path(__file__).parents[2] / "docs" / "documents.md"


@pytest.fixture
def page() -> str:
    return PAGE.read_text("utf-8")


def test_the_page_has_a_row_for_each_format_with_names_that_work(page: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \|([^|]*)\|", page, re.MULTILINE)

    assert [name for name, _ in rows] == [format_.name for format_ in FORMATS]
    for name, aliases in rows:
        assert {format_named(alias).name for alias in aliases.split(",") if alias.strip()} <= {name}


def test_the_json_example_follows_the_schema(page: str) -> None:
    [example] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    schema = files("transcribe_video.documents").joinpath("transcript.schema.json")

    Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(json.loads(example))


def test_the_note_in_the_json_example_is_one_that_the_program_writes(page: str) -> None:
    [example] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    shown = json.loads(example)
    loss = Loss(
        reached_ms=round(shown["duration_s"] * 1000),
        claimed_ms=5_400_000,
        is_broken=False,
        damaged_ms=0,
        cancelled_ms=0,
    )

    assert shown["notes"] == loss.notes()


def test_the_styles_and_sentences_that_the_page_names_are_there(page: str) -> None:
    named = set(re.findall(r"(?<!\*)\*([A-Z][\w ]+)\*(?!\*)", page))

    assert named <= set(Look)
    assert NO_SPEECH in page
