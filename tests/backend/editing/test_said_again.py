"""What is asked for although it is there already, or more often than there is anything to do."""

import pytest

from backend.editing.cutting_room import CuttingRoom


@pytest.fixture
def scored(room: CuttingRoom) -> CuttingRoom:
    """An interview, under which music lies."""
    room.bring("calm.mp3", 200_000, "audio")
    room.say("add calm.mp3")
    return room


@pytest.mark.parametrize(
    ("message", "volume", "told"),
    [
        ("add background music", 0.3, "That is so already"),
        ("add calm.mp3 at 50%", 0.5, "The music “calm.mp3”, there already, is at 50 % now."),
        ("再加一次 calm.mp3 作为背景音乐，音量 50%", 0.5, "“calm.mp3”本来就是背景音乐"),
    ],
)
def test_the_same_music_lies_under_the_video_once(
    scored: CuttingRoom, message: str, volume: float, told: str
) -> None:
    reply = scored.say(message).reply
    assert [(one.name, one.volume) for one in scored.timeline.music] == [("calm.mp3", volume)]
    assert told in reply


def test_music_that_was_muted_is_heard_when_it_is_added_again(scored: CuttingRoom) -> None:
    scored.say("mute the music")
    scored.say("add calm.mp3")
    assert [one.volume for one in scored.timeline.music] == [0.3]


def test_the_one_of_several_that_was_added_again_is_told(scored: CuttingRoom) -> None:
    scored.bring("soft.mp3", 200_000, "audio")
    scored.say("add soft.mp3")
    assert "“calm.mp3”" in scored.say("add calm.mp3").reply
    assert "“calm.mp3”, there already" in scored.say("add calm.mp3 at 10 %").reply
    assert [one.name for one in scored.timeline.music] == ["calm.mp3", "soft.mp3"]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("undo 30 steps", "No more than 2 of the 30 steps could be taken back."),
        ("撤销30步", "要撤销 30 步，一共只有 2 步可以撤销。"),
        ("undo 2 steps", "Undone: "),
    ],
)
def test_it_is_told_if_there_are_fewer_steps(scored: CuttingRoom, message: str, told: str) -> None:
    scored.say("mute 0:10-0:20")
    assert scored.say(message).reply.startswith(told)
    assert scored.timeline.music == ()
    redone = scored.say("redo 5 steps").reply
    assert redone.startswith("No more than 2 of the 5 steps could be done again.")


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "remove the music and then also get rid of the captions and make it square",
            "There is no music in the video.",
        ),
        ("remove the pauses longer than 110 s and make it square", "No pause is longer than 1:50."),
        ("去掉音乐和标题，画面改成方形", "视频里没有音乐。视频里没有标题。"),
    ],
)
def test_what_has_nothing_to_take_out_is_told_and_the_rest_is_done(
    room: CuttingRoom, message: str, told: str
) -> None:
    assert told in room.say(message).reply
    assert room.timeline.frame.aspect == "1:1"


def test_where_nothing_is_there_to_take_out_all_of_it_is_told(room: CuttingRoom) -> None:
    reply = room.say("remove the music and the titles").reply
    told = "There is no music in the video. There is no title in the video."
    assert reply == f"{told} So nothing of the message was done."
    assert room.spans == [("interview.mp4", 0, 120_000)]


def test_without_filler_words_the_pauses_are_still_shortened(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("talk.mp4", 6000)
    empty_room.heard(film, ["hello and welcome", "we had a plan"])
    reply = empty_room.say("remove all the um's and uh's and the silences").reply
    assert "No filler words were found" in reply
    assert "Shortened" in reply
    assert empty_room.timeline.d_ms < 6000


def test_captions_grow_and_shrink_by_one_size(room: CuttingRoom) -> None:
    room.say("make the captions large")
    sizes = []
    for message in (
        "make the captions smaller",
        "字幕小一点",
        "make the captions bigger",
        "字幕放大",
    ):
        room.say(message)
        sizes.append(room.timeline.captions.size)
    assert sizes == ["medium", "small", "medium", "large"]


@pytest.mark.parametrize(
    ("size", "message", "told"),
    [
        ("small", "make the captions smaller", "There are no smaller letters for captions."),
        ("large", "make the captions even larger", "There are no larger letters for captions."),
        ("large", "字幕再大一点", "字幕没有更大的字号了。"),
    ],
)
def test_captions_that_cannot_be_larger_or_smaller_stay_and_it_is_told(
    room: CuttingRoom, size: str, message: str, told: str
) -> None:
    room.say(f"make the captions {size}")
    assert told in room.say(message).reply
    assert room.timeline.captions.size == size
