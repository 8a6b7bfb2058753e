"""The sentences of both languages are the same ones, and each that is used is there."""

import re
import string
from pathlib import Path

import pytest

from transcribe_video.backend.editing import sentences
from transcribe_video.backend.editing.chinese import CHINESE
from transcribe_video.backend.editing.english import ENGLISH
from transcribe_video.conversation.editing.edit import TimelineEdit
from transcribe_video.conversation.editing.grammar import edits_of
from transcribe_video.conversation.editing.situation import Situation

_FACTS = {
    "name": "lofi.mp3",
    "text": "Urban Dreams",
    "span": "0:10.52-0:12",
    "to": "0:30.2",
    "length": "5",
    "d": "1:00",
    "factor": "2",
}
_SITUATION = Situation(120_000, files=("lofi.mp3", "logo.png"))
_SAID = ("choose_", "example_", "answer_", "propose_")  # what a person may be told to say


def test_what_is_put_in_is_the_same_in_both_languages() -> None:
    assert ENGLISH.keys() == CHINESE.keys()
    assert {name: _facts(text) for name, text in ENGLISH.items()} == {
        name: _facts(text) for name, text in CHINESE.items()
    }


def _facts(text: str) -> set[str | None]:
    return {fact for _, fact, _, _ in string.Formatter().parse(text) if fact}


def test_every_sentence_that_is_named_is_there() -> None:
    folder = Path(sentences.__file__).parent
    code = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    named = set(re.findall(r"""\bsay\(\s*"([a-z_]+)""", code))
    editor = "\n".join(path.read_text("utf-8") for path in folder.parent.glob("editor/*.py"))
    troubles = set(re.findall(r"""EditError\(\s*"([a-z_]+)""", editor))
    assert len(named) > 50
    assert len(troubles) > 20
    assert not (named | troubles) - ENGLISH.keys()


@pytest.mark.parametrize("table", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_whatever_a_person_is_told_to_say_is_understood(table: dict[str, str]) -> None:
    for name, text in table.items():
        if not name.startswith(_SAID) or name == "propose":
            continue
        is_title = name.startswith("propose")
        file = "logo.png" if "image" in name else "interview" if is_title else "lofi.mp3"
        facts = {"name": file, "color": table["color_yellow"]}
        request = edits_of(text.format(**_FACTS | facts), _SITUATION)
        assert request.edits, text
        assert not request.unread, text
        assert all(isinstance(edit, TimelineEdit) for edit in request.edits), text
