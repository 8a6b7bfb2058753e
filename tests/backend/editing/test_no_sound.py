"""A file in which nothing can be heard is no music, and the answer says what can be done."""

import pytest

from backend.editing.cutting_room import CuttingRoom


@pytest.mark.parametrize(
    ("message", "reply", "instead"),
    [
        (
            "add silent.mp4 as background music",
            (
                "“silent.mp4” has no sound, so it cannot be the music. Take a file that has some, "
                "for example “add ~/Music/song.mp3”, or show it in the video: “append silent.mp4”."
            ),
            "append silent.mp4",
        ),
        (
            "加背景音乐silent.mp4",
            (
                "“silent.mp4”没有声音，不能当背景音乐。请换一个有声音的文件，例如“加背景音乐 "
                "~/Music/song.mp3”，或者把它放进视频：“把 silent.mp4 接在后面”。"
            ),
            "把 silent.mp4 接在后面",
        ),
    ],
    ids=["en", "zh"],
)
def test_a_video_without_sound_is_refused_as_music_and_can_be_shown(
    empty_room: CuttingRoom, message: str, reply: str, instead: str
) -> None:
    empty_room.bring("talk.mp4", 60_000)
    empty_room.say("cut the first 10 seconds")
    empty_room.bring("silent.mp4", 5_000, has_sound=False)
    assert empty_room.say(message).reply == reply
    assert empty_room.timeline.music == ()
    empty_room.say(instead)
    assert [name for name, *_ in empty_room.spans] == ["talk.mp4", "silent.mp4"]


def test_a_video_that_can_be_heard_is_music(empty_room: CuttingRoom) -> None:
    empty_room.bring("talk.mp4", 60_000)
    empty_room.say("cut the first 10 seconds")
    empty_room.bring("concert.mp4", 5_000)
    empty_room.say("add concert.mp4 as background music")
    assert [one.name for one in empty_room.timeline.music] == ["concert.mp4"]
