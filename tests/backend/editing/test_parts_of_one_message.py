"""Several edits of one message, of which each means the video as it was when it was said."""

from backend.editing.cutting_room import CuttingRoom
from transcribe_video.backend.editor.timeline import Title

_MOVED = "move 0:20-0:30 to the start, and "


def _seconds(room: CuttingRoom) -> list[tuple[float, float]]:
    return [(from_ms / 1000, to_ms / 1000) for _, from_ms, to_ms in room.spans]


def _silent(room: CuttingRoom) -> list[tuple[float, float]]:
    return [(c.from_ms / 1000, c.to_ms / 1000) for c in room.timeline.clips if not c.volume]


def test_a_range_that_another_edit_parts_is_cut_where_its_parts_are(room: CuttingRoom) -> None:
    room.say(f"{_MOVED}cut 0:25-0:35")
    assert room.timeline.d_ms == 110_000
    assert _seconds(room) == [(20, 25), (0, 20), (35, 120)]


def test_a_range_may_end_in_what_another_edit_has_moved_away(room: CuttingRoom) -> None:
    room.say(f"{_MOVED}cut 0:05-0:25")
    assert _seconds(room) == [(25, 30), (0, 5), (30, 120)]


def test_a_parted_range_is_muted_where_its_parts_are(room: CuttingRoom) -> None:
    room.say(f"{_MOVED}mute 0:25-0:35")
    assert room.timeline.d_ms == 120_000
    assert _silent(room) == [(25, 30), (30, 35)]


def test_of_a_parted_range_both_parts_are_kept_and_nothing_else(room: CuttingRoom) -> None:
    room.say(f"{_MOVED}keep only 0:25-0:35")
    assert _seconds(room) == [(25, 30), (30, 35)]


def test_a_picture_that_the_same_message_puts_in_is_no_part_of_a_range(room: CuttingRoom) -> None:
    room.bring("logo.png", kind="image")
    room.say("show logo.png at 0:25 for 4 seconds, and cut 0:20-0:30")
    assert room.spans == [
        ("interview.mp4", 0, 20_000),
        ("logo.png", 0, 4000),
        ("interview.mp4", 30_000, 120_000),
    ]


def test_of_a_file_that_is_shown_twice_only_the_place_that_was_named_is_meant(
    room: CuttingRoom,
) -> None:
    room.say("cut 1:00-2:00")
    room.say("append interview.mp4")
    assert _seconds(room) == [(0, 60), (0, 120)]
    room.say("cut 0:00-0:01 and mute 1:10-1:20")
    assert _seconds(room) == [(1, 60), (0, 10), (10, 20), (20, 120)]
    assert _silent(room) == [(10, 20)]


def test_what_is_parted_cannot_be_moved_and_what_is_gone_cannot_be_muted(
    room: CuttingRoom,
) -> None:
    told = room.say(f"{_MOVED}move 0:25-0:35 to the end").reply
    assert "0:25-0:35 apart" in told
    assert "in a message of its own" in told
    told = room.say("cut 0:10-0:30 and mute 0:15-0:20").reply
    assert "cuts 0:15-0:20 out" in told
    assert _seconds(room) == [(0, 120)]


def test_what_is_cut_twice_is_cut_once(room: CuttingRoom) -> None:
    assert "(it was 2:00)" in room.say("cut 0:10-0:20 and 0:12-0:15").reply
    assert _seconds(room) == [(0, 10), (20, 120)]


def test_a_moment_is_that_of_the_place_that_was_named(room: CuttingRoom) -> None:
    room.say("cut 1:00-2:00")
    room.say("append interview.mp4")
    room.say("cut 0:00-0:10, and put 'Hi' on top at 1:30 for 2 seconds")
    assert room.timeline.titles == (Title("Hi", 80_000, 82_000, "top"),)
