"""How edits, and what could not be done, are told, in both languages."""

import json
import re

import pytest

from backend.editing.cutting_room import CuttingRoom


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("mute it", "Muted all of it."),
        ("把全片静音", "已将全片静音。"),
        ("mute 0:05-0:07", "Muted 0:05-0:07."),
        ("play it 1.5 times as fast", "All of it plays 1.5 times as fast."),
        ("1.5倍速播放", "全片以 1.5 倍速播放。"),
        ("play 0:10-0:20 twice as fast", "0:10-0:20 plays 2 times as fast."),
        ("make it 50 % quieter", "The volume is 50 % of what it was."),
        ("lower the volume to half between 0:05 and 0:07", "The volume of 0:05-0:07 is 50 % of"),
        ("把0:05到0:07的音量降到一半", "0:05-0:07 的音量变为原来的 50 %。"),
        ("make it 720p", "The picture will be 720p (its shorter side)."),
        ("改成720p", "画面将为 720p（较短的一边）。"),
        ("normalize the loudness for a podcast", "The loudness will be −16 LUFS."),  # noqa: RUF001
        ("把响度调到-16 LUFS", "响度将调到 −16 LUFS。"),  # noqa: RUF001
        (
            "fade in over 1 second and fade out over 2 seconds",
            "Fades in over 1 s and out over 2 s.",
        ),
        ("开头1秒淡入，结尾2秒淡出", "开头 1 秒淡入，结尾 2 秒淡出。"),
        ("fade out over 2 seconds", "Fades out over 2 s."),
    ],
)
def test_an_edit_is_told_as_people_say_it(room: CuttingRoom, message: str, told: str) -> None:
    assert room.say(message).reply.startswith(told)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("yes", "Nothing is waiting for your yes."),
        ("make it look better", "Three things would improve this video. Which one?"),
        ("让视频更好看", "下面三件事能让这个视频更好，要做哪一件？"),
        ("add song.mp3 as music", "Say where it lies: “add ~/Music/song.mp3”."),
        ("show photo.png at 0:05", "Say where it lies: “show ~/Pictures/photo.png”."),
        ("append part9.mp4", "Say where it lies: “append ~/Videos/part9.mp4”."),
        ("加背景音乐song.mp3", "请说明它在哪里：“加背景音乐 ~/Music/song.mp3”。"),
        ("add music", "Which file? Say “add ~/Music/song.mp3”"),
        ("加背景音乐", "哪个文件？请连同所在的文件夹一起说"),
        ("set the loudness to -90 LUFS", "The loudness can be −"),  # noqa: RUF001
    ],
)
def test_what_is_missing_is_told_with_what_to_say(
    room: CuttingRoom, message: str, told: str
) -> None:
    turn = room.say(message)
    assert told in turn.reply
    assert turn.changes == []


def test_pauses_are_counted_and_their_lengths_are_no_clock_times(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("talk.mp4", 12_500)
    empty_room.heard(film, ["hello there my friends", "and good bye now my friends", "bye now all"])
    assert "No pause is longer than 9 s." in empty_room.say("remove pauses longer than 9 s").reply
    assert "没有超过 9 秒的停顿。" in empty_room.say("去掉超过9秒的停顿").reply
    told = empty_room.say("remove pauses longer than 1 s").reply
    assert re.match(r"Shortened 3 pauses longer than 1 s to 0\.2 s, by [\d.]+ s in all\.", told)


def test_one_pause_is_one(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("talk.mp4", 4200)
    empty_room.heard(film, ["hello there my"])
    told = empty_room.say("remove pauses longer than 1.2 s").reply
    assert told.startswith("Shortened 1 pause longer than 1.2 s to 0.2 s, by 1.")


def test_where_no_filler_is_written_down_the_answer_says_why(empty_room: CuttingRoom) -> None:
    film = empty_room.bring("talk.mp4", 12_500)
    empty_room.heard(film, ["hello there my friends"])
    assert empty_room.say("remove the filler words").reply == (
        "No filler words were found in the transcript; the speech model often leaves “um” and "
        "“uh” out."
    )
    assert empty_room.say("去掉口头语").reply.startswith("文字稿里没有找到口头语；语音模型")


def test_what_was_done_is_told_in_the_language_in_which_it_is_asked(room: CuttingRoom) -> None:
    room.say("把0:05到0:07静音")
    room.say("fade in over 1 second and fade out over 2 seconds")
    assert room.say("show the changes").reply == (
        "Changed so far: 1. Muted 0:05-0:07. 2. Fades in over 1 s and out over 2 s. "
        "The video is 2:00."
    )
    assert room.say("列出修改").reply == (
        "目前的修改：1. 已将 0:05-0:07 静音。2. 开头 1 秒淡入，结尾 2 秒淡出。视频长 2:00。"
    )
    assert room.say("undo 2 steps").reply.startswith(
        "Undone: Muted 0:05-0:07; Fades in over 1 s and out over 2 s."
    )
    assert room.say("重做").reply.startswith("已重做：已将 0:05-0:07 静音。")


def test_a_plan_in_one_language_is_told_in_that_of_the_yes(room: CuttingRoom) -> None:
    room.say("what would muting 0:05-0:07 do?")
    assert room.say("就这样做").reply.startswith("已将 0:05-0:07 静音。")


def test_the_changes_begin_behind_the_last_start_over(room: CuttingRoom) -> None:
    room.say("cut the first 10 seconds")
    room.say("start over")
    assert room.say("show the changes").reply == "Nothing is changed so far. The video is 2:00."
    room.say("mute 0:05-0:07")
    told = room.say("show the changes").reply
    assert told == "Changed so far: 1. Muted 0:05-0:07. The video is 2:00."
    told = room.say("undo 2 steps").reply
    assert told.startswith("Undone: Everything was taken back; Muted 0:05-0:07.")
    assert "1. Cut 0:00-0:10" in room.say("show the changes").reply


def test_a_summary_that_is_plain_text_is_told_as_it_is(room: CuttingRoom) -> None:
    draft: dict[str, object] = {"t": []}
    for summary in ("did it", "3", json.dumps({"fr": "fait"})):
        store, session_id = room.place.store, room.session.session_id
        store.revisions.add(session_id, "say", summary, draft)
    told = room.say("show the changes").reply
    assert '1. did it. 2. 3. 3. {"fr": "fait"}.' in told
