"""An answer is in the language of the instruction, not in that of what it speaks of."""

import pytest

from transcribe_video.backend.agent.tongue import tongue_of


@pytest.mark.parametrize(
    "message",
    [
        "cut “没有计划”",
        'keep only the part where she says "我们从来没有计划"',
        "cut the part where she says 我们没有计划",
        "cut 我们从来没有计划",
        "put 'Hello 你好 世界' on top for 3 seconds",
        "append 采访.mp4",
        "make the video match ~/文档/修改稿.docx",
        "Make the video match this text:\n我们从来没有计划\n那就是对的",
        "Here's the edited transcript:\n我们从来没有计划，那就是对的",
        "音楽を追加して",
        "add captions",
    ],
)
def test_an_english_instruction_about_chinese_is_answered_in_english(message: str) -> None:
    assert tongue_of(message, "zh").code == "en"


@pytest.mark.parametrize(
    "message",
    [
        "删掉“I don't know what I'm saying”",
        "把Hello World这句话删掉",
        "在开头3秒上方加标题\u2018Urban Dreams in the City\u2019",
        "把part2.mp4接在后面",
        "ok，剪掉前10秒",
        "BGM小一点",
        "给vlog加字幕",
        "按照这份文字稿剪视频：\nhello and welcome\nthank you for having me",
        "去掉前10秒",
    ],
)
def test_a_chinese_instruction_about_english_is_answered_in_chinese(message: str) -> None:
    assert tongue_of(message, "en").code == "zh"


@pytest.mark.parametrize(
    ("message", "code"), [("“没有计划”", "zh"), ("采访.mp4", "zh"), ("1:20", "zh")]
)
def test_what_instructs_nothing_is_answered_as_it_is_written_or_as_usual(
    message: str, code: str
) -> None:
    assert tongue_of(message, "zh").code == code
