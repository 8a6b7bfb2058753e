import pytest

from transcribe_video.errors import UsageError
from transcribe_video.transcript.language import (
    LANGUAGES,
    Language,
    check_language,
    language_of,
)


def test_a_language_has_its_english_name_and_a_tag_for_spell_checkers() -> None:
    assert language_of("de") == Language("de", "German", "de-DE")
    assert language_of("yue") == Language("yue", "Cantonese", "zh-HK")


def test_a_code_may_be_in_capitals() -> None:
    assert language_of("EN") == language_of("en")


def test_an_unknown_language_is_named_by_its_code() -> None:
    assert language_of("xx") == Language("xx", "xx", "xx")


def test_no_language_has_no_name() -> None:
    assert language_of("") == Language("", "", "")


@pytest.mark.parametrize(
    ("code", "answer"), [("ar", True), ("he", True), ("en", False), ("zh", False)]
)
def test_the_direction_of_writing_is_known(code: str, answer: bool) -> None:  # noqa: FBT001
    assert language_of(code).right_to_left is answer


def test_every_language_of_the_recogniser_is_in_the_table() -> None:
    tokenizer = pytest.importorskip("faster_whisper.tokenizer")
    assert set(tokenizer._LANGUAGE_CODES) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("auto", "auto"),
        ("EN", "en"),
        (" de ", "de"),
        ("pt-BR", "pt"),
        ("zh_CN", "zh"),
        ("German", "de"),
        ("nb", "no"),
        ("yue", "yue"),
    ],
)
def test_a_language_is_known_by_code_and_name(given: str, code: str) -> None:
    assert check_language(given) == code


@pytest.mark.parametrize("given", ["klingon", "xx", "", "12"])
def test_what_is_no_language_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="The language cannot be"):
        check_language(given)


def test_the_nearest_language_is_offered() -> None:
    with pytest.raises(UsageError, match="Did you mean german"):
        check_language("Germen")
