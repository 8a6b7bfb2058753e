import pytest

from transcribe_video.conversation.written_language import written_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("add music", "de"),
        ("", "de"),
        ("加音乐", "zh"),
        ("add the title “加音乐”", "de"),
        ("cut 我们没有计划", "de"),
        ("make 采访.mp4 look better", "de"),
        ("把Hello World这句话删掉", "zh"),
        ("采访.mp4", "zh"),
        ("音楽を追加して", "de"),
        ("음악 추가", "de"),
    ],
)
def test_chinese_is_known_by_the_script_of_the_instruction(text: str, language: str) -> None:
    assert written_language(text, "de") == language
