import pytest

from transcribe_video.conversation.written_language import written_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("add music", "de"),
        ("", "de"),
        ("加音乐", "zh"),
        ("add the title “加音乐”", "zh"),
        ("音楽を追加して", "de"),
        ("음악 추가", "de"),
    ],
)
def test_chinese_is_known_by_its_script(text: str, language: str) -> None:
    assert written_language(text, "de") == language
