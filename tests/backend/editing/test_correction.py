"""What is changed again: how much comes out in all, and a “no” that puts the last change right."""

import pytest

from backend.editing.cutting_room import CuttingRoom


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (
            "play it 1.25 times as fast",
            "play it twice as fast",
            "All of it plays 2 times as fast as before, 2.5 times as fast as recorded.",
        ),
        (
            "play it twice as fast",
            "play it at half speed",
            "All of it plays 0.5 times as fast as before, as fast as recorded.",
        ),
        (
            "play 0:10-0:20 twice as fast",
            "play 0:10-0:15 at 150 % speed",
            "0:10-0:15 plays 1.5 times as fast as before, 3 times as fast as recorded.",
        ),
        (
            "play 0:10-0:20 twice as fast",
            "play it 1.5 times as fast",
            "All of it plays 1.5 times as fast as before.",
        ),
        ("两倍速播放", "再快一倍", "全片速度变为刚才的 2 倍，即录制时的 4 倍。"),
        ("normal speed", "play it twice as fast", "All of it plays 2 times as fast."),
        (
            "make it twice as loud",
            "make it 50 % louder",
            "The volume is 150 % of what it was, 300 % of the recording.",
        ),
        ("音量提高 100%", "音量提高 50%", "音量变为原来的 150 %，即录音的 300 %。"),
        ("make it twice as loud", "set the volume to 50 %", "The volume is 50 % of the recording."),
    ],
)
def test_what_was_faster_or_louder_before_is_told_with_what_comes_out(
    room: CuttingRoom, first: str, then: str, told: str
) -> None:
    room.say(first)
    assert room.say(then).reply.startswith(told)


@pytest.mark.parametrize(
    ("first", "then", "meant", "told"),
    [
        (
            "play it faster",
            "no, twice as fast",
            "play it twice as fast",
            "Instead of the last change (All of it plays 1.25 times as fast): All of it plays 2 ",
        ),
        (
            "play 0:10-0:20 faster",
            "sorry, three times as fast",
            "play 0:10-0:20 three times as fast",
            "Instead of the last change (0:10-0:20 plays 1.25 times as fast): 0:10-0:20 plays 3 ",
        ),
        (
            "play 0:10-0:20 faster",
            "no, play the whole video twice as fast",
            "play it twice as fast",
            "Instead of the last change (0:10-0:20 plays 1.25 times as fast): All of it plays 2 ",
        ),
        (
            "make it louder",
            "actually make it 20 % louder",
            "make it 20 % louder",
            "Instead of the last change (The volume is 140 % of what it was): The volume is 120 %",
        ),
        (
            "mute 0:10-0:20",
            "no, mute 0:15-0:25",
            "mute 0:15-0:25",
            "Instead of the last change (Muted 0:10-0:20): Muted 0:15-0:25.",
        ),
        (
            "fade out over 2 seconds",
            "no, fade out over 4 seconds",
            "fade out over 4 seconds",
            "Instead of the last change (Fades out over 2 s): Fades out over 4 s.",
        ),
        (
            "put 'Hello' on top for 3 seconds",
            "no, make the title last 5 seconds",
            "put 'Hello' on top for 5 seconds",
            "Instead of the last change (Added the title “Hello” (0:00-0:03)): Added the title",
        ),
        (
            "加快一点",
            "不对，两倍速",
            "两倍速播放",
            "上一步（全片以 1.25 倍速播放）已换成：全片以 2",
        ),
        ("加快一点", "不，要3倍速", "3倍速播放", "上一步（全片以 1.25 倍速播放）已换成：全片以 3"),
    ],
)
def test_a_no_puts_the_last_change_right_in_one_step(
    room: CuttingRoom, first: str, then: str, meant: str, told: str
) -> None:
    before = room.timeline
    room.say(meant)
    wanted = room.timeline
    room.say("undo")
    room.say(first)
    assert room.say(then).reply.startswith(told)
    assert room.timeline == wanted
    room.say("undo")
    assert room.timeline == before
    assert room.say("undo").reply == "There is nothing to undo."


def test_a_correction_is_put_right_too(room: CuttingRoom) -> None:
    room.say("play 0:10-0:20 faster")
    room.say("no, three times as fast")
    room.say("no, twice as fast")
    corrected = room.timeline
    room.say("undo")
    room.say("play 0:10-0:20 twice as fast")
    assert room.timeline == corrected


@pytest.mark.parametrize(
    "messages",
    [
        ("play it faster", "play it twice as fast"),  # no “no”
        ("play it faster", "crop to 1:1", "no, twice as fast"),  # another kind
        ("play it faster", "thanks", "no, twice as fast"),  # not the last turn
        ("play it faster", "no, even faster"),  # on from there
        ("play it twice as fast", "no, slower"),  # than it is now
        ("make it louder", "no, play it twice as fast"),
        ("mute 0:10-0:20", "no, cut 0:10-0:20"),
        ("play it faster", "no, twice as fast and crop to 1:1"),
    ],
)
def test_what_puts_nothing_right_is_a_further_step(
    room: CuttingRoom, messages: tuple[str, ...]
) -> None:
    *earlier, last = messages
    for message in earlier:
        room.say(message)
    before = room.timeline
    done = room.say(last)
    assert done.changes
    assert "Instead of" not in done.reply
    room.say("undo")
    assert room.timeline == before


def test_a_no_to_what_was_taken_back_adds_to_what_is_left(room: CuttingRoom) -> None:
    room.say("play it faster")
    room.say("undo")
    assert room.say("no, twice as fast").reply.startswith("All of it plays 2 times as fast.")
