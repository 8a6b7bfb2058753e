import pytest

from transcribe_video.media.render.language_code import UNKNOWN, language_code
from transcribe_video.transcript.language import LANGUAGES


def test_every_language_that_is_recognised_has_a_code() -> None:
    codes = {code: language_code(code) for code in LANGUAGES}
    assert all(len(code) == 3 for code in codes.values())
    assert UNKNOWN not in codes.values()


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("en", "eng"),
        ("zh-CN", "zho"),
        ("PT_br", "por"),
        ("yue", "yue"),
        ("auto", UNKNOWN),
        ("xx", UNKNOWN),
        ("", UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_a_language_is_named_by_three_letters(language: str | None, code: str) -> None:
    assert language_code(language) == code
