# ruff: noqa: RUF001 - marks of many scripts are what this is about
import pytest

from transcribe_video.transcript.punctuation import ends_clause, ends_sentence


@pytest.mark.parametrize(
    "text",
    ["done.", "done!”", "Quoi ?", "(done.)", "好。", "好！」", "क्या।", "ماذا؟", "No.", "1990."],
)
def test_a_sentence_ends_in_every_script(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    ["", "done", "Dr.", "(Mr.", "J.", "U.S.", "p.m.", "3.", "wait...", "wait…", "well,", "好，"],
)
def test_abbreviations_initials_ordinals_and_dots_do_not_end_a_sentence(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["well,", "well,”", "so:", "so;", "so –", "wait...", "好，", "好、"]
)
def test_a_clause_ends_at_commas_colons_dashes_and_dots(text: str) -> None:
    assert ends_clause(text)


@pytest.mark.parametrize("text", ["", "well", "done."])
def test_a_word_alone_does_not_end_a_clause(text: str) -> None:
    assert not ends_clause(text)
