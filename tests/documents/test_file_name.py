import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.documents.file_name import document_name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("interview.mp4", "interview.docx"),
        ("talk.v2.final.mp4", "talk.v2.final.docx"),
        ("no suffix", "no suffix.docx"),
        ("Wait....mp4", "Wait.docx"),
        ("interview.", "interview.docx"),
        ("采访 🎬.mov", "采访 🎬.docx"),
        (".hidden.mp4", "hidden.docx"),
        ("....mp4", "transcript.docx"),
        ("two\nlines.mp4", "two_lines.docx"),
    ],
)
def test_a_document_is_called_like_its_recording(source: str, name: str) -> None:
    assert document_name(Path("folder") / source, ".docx", 1) == name


def test_later_numbers_stand_in_brackets() -> None:
    assert document_name(Path("interview.mp4"), ".txt", 2) == "interview (2).txt"


def test_an_emoji_that_does_not_fit_is_left_out_whole() -> None:
    family = "👩\u200d👩\u200d👧"
    assert document_name(Path("a" * 226 + family + ".mp4"), ".txt", 1) == "a" * 226 + "👩.txt"


@given(
    st.text(st.characters(exclude_characters="/\x00", codec="utf-8"), min_size=1),
    st.integers(1, 9_999),
)
def test_every_name_fits_a_file_system_and_is_one_line(name: str, number: int) -> None:
    found = document_name(Path("folder") / (name * 9), ".docx", number)

    assert len(os.fsencode(found)) <= 255
    assert "/" not in found
    assert "\n" not in found
    assert not found.startswith(".")
