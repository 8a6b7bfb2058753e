"""Messages that ask for no change are told from those that do."""

import pytest

from transcribe_video.conversation.editing.small_talk import Tell, asked_in, courtesy_in


@pytest.mark.parametrize(
    "message",
    [
        *("thanks", "Thank you so much!", "Nice!", "great", "Perfect, thank you!", "love it"),
        *("that looks really great, thanks a lot!", "thanks! 😊", "well done"),
        *("谢谢你", "谢谢，很好", "太棒了！", "剪得真不错，谢谢", "辛苦了", "很好看"),
    ],
)
def test_thanks_and_praise_are_known(message: str) -> None:
    assert courtesy_in(message) == "thanks"
    assert asked_in(message) is None


@pytest.mark.parametrize("message", ["maybe later", "later", "let me think", "以后再说", "我想想"])
def test_what_is_put_off_is_known(message: str) -> None:
    assert courtesy_in(message) == "later"


@pytest.mark.parametrize(
    ("message", "what"),
    [
        ("how long is the video?", "length"),
        ("How long is it now?", "length"),
        ("what's the length of the video", "length"),
        ("这个视频有多长？", "length"),
        ("时长是多少？", "length"),
        ("how many clips are there?", "clips"),
        ("视频里有几段？", "clips"),
        ("what can you do?", "help"),
        ("help", "help"),
        ("你能做什么？", "help"),
        ("hi there, can you help me? what can you do", "help"),
        ("Hello! I need some help.", "help"),
        ("你好，你能帮我吗？", "help"),
    ],
)
def test_questions_about_the_video_are_known(message: str, what: str) -> None:
    asked = asked_in(message)
    assert isinstance(asked, Tell)
    assert asked.what == what
    assert courtesy_in(message) == ""


@pytest.mark.parametrize(
    "message",
    [
        *("yes", "ok", "ok thanks", "好的，谢谢", "可以", "do it", "no thanks", "looks good"),
        *("cut it, thanks", "把声音调大，谢谢", "不好看", "太长了", "i like it quieter"),
        *("how long is the interview with Ana?", "还要多久", "多久能好"),
        *("hi, can you help me cut 0:10-0:20?", "你能帮我剪掉开头吗"),
        *("how long will the export take?", "what can you do to make it better?"),
    ],
)
def test_an_answer_or_an_instruction_is_no_small_talk(message: str) -> None:
    assert (courtesy_in(message), asked_in(message)) == ("", None)
