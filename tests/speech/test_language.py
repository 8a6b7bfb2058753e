"""How people name a language."""

import pytest

from transcribe_video.errors import UsageError
from transcribe_video.speech.language import check_language


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
