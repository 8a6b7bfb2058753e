import pytest

from transcribe_video.transcript.columns import columns


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("ask not", 7),
        ("今天", 4),
        ("안녕", 4),
        ("ＡＢ", 4),  # noqa: RUF001
        ("café", 4),
        ("cafe\u0301", 4),
        ("สวัสดี", 4),
        ("👍🏽", 4),
    ],
)
def test_wide_characters_fill_two_columns_and_marks_none(text: str, width: int) -> None:
    assert columns(text) == width
