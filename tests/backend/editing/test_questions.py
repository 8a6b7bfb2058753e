"""Questions about what is said, and where files are."""

import pytest

from backend.editing.cutting_room import CuttingRoom


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("where does he say “plan”?", "“plan” is said 2 times: 0:07.2, "),
        ("when do they mention plan", "“plan” is said 2 times: 0:07.2, "),
        ("where is “plan” said?", "“plan” is said 2 times: 0:07.2, "),
        ("哪里说到“plan”？", "“plan”说了 2 次：0:07.2、"),
        ("where does she say “wombat”?", "“wombat” is not said in the video."),
        ("where did you save it?", "Nothing is saved yet"),
        ("视频保存在哪里？", "还没有保存任何文件"),
    ],
)
def test_what_can_be_told_is_told(room: CuttingRoom, message: str, told: str) -> None:
    before = room.timeline

    assert room.say(message).reply.startswith(told)
    assert room.timeline == before


def test_what_is_said_is_known_once_it_is_transcribed(empty_room: CuttingRoom) -> None:
    empty_room.bring("interview.mp4")

    assert "say “transcribe it”" in empty_room.say("where does he say “plan”?").reply
