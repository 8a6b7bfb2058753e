"""What is written is read back by OpenTimelineIO's reader of edit decision lists."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest

from handoff.sequences import FILM, NTSC, PAL, RATES, cut, film, rich
from transcribe_video.handoff.edl import reel_names, write_edl
from transcribe_video.handoff.sequence import Clip, Media, Sequence
from transcribe_video.handoff.smpte import source_timecode


def read(sequence: Sequence) -> Any:
    text = write_edl(sequence).decode()
    return otio.adapters.read_from_string(text, "cmx_3600", rate=float(sequence.rate))


def _rows(track: Any) -> list[tuple[str, float, float]]:
    return [
        (item.name, item.source_range.start_time.value, item.source_range.duration.value)
        for item in track
    ]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_the_cuts_are_read_back_frame_by_frame(rate: Fraction) -> None:
    timeline = read(cut(rate))
    expected = [("film.mp4", 0, 25), ("film.mp4", 250, 151), ("film.mp4", 100, 33)]
    assert timeline.name == "My cut"
    assert [track.name for track in timeline.tracks] == ["V", "A1"]
    assert [_rows(track) for track in timeline.tracks] == [expected, expected]


def test_an_event_is_a_line_of_the_form_that_all_programs_read() -> None:
    assert write_edl(cut(PAL, "10:00:00:00")).decode().splitlines()[:10] == [
        "TITLE: My cut",
        "FCM: NON-DROP FRAME",
        "",
        "001  FILM     B     C        10:00:00:00 10:00:01:00 01:00:00:00 01:00:01:00",
        "* FROM CLIP NAME: film.mp4",
        "* SOURCE FILE: /films/film.mp4",
        "",
        "002  FILM     B     C        10:00:10:00 10:00:16:01 01:00:01:00 01:00:07:01",
        "* FROM CLIP NAME: film.mp4",
        "* SOURCE FILE: /films/film.mp4",
    ]


def test_a_clock_that_drops_frames_says_so_and_shows_the_time_of_day() -> None:
    lines = _ten_minutes("00:00:00;00")
    assert lines[1] == "FCM: DROP FRAME"
    assert lines[3].endswith("00:00:00;00 00:10:00;00 01:00:00;00 01:10:00;00")


def test_the_source_and_the_list_count_alike_where_no_file_has_a_clock() -> None:
    lines = _ten_minutes(None)
    assert lines[1] == "FCM: NON-DROP FRAME"
    assert lines[3].endswith("00:00:00:00 00:09:59:12 01:00:00:00 01:09:59:12")


def _ten_minutes(clock: str | None) -> list[str]:
    start = source_timecode(clock)
    media = Media(Path("/films/long.mov"), "long.mov", "video", 700_000, NTSC, start=start)
    made = Sequence("long", NTSC, (Clip(media, 0, 600_000),))
    return write_edl(made).decode().splitlines()


def test_a_file_of_another_rate_is_found_by_the_time_on_its_clock() -> None:
    faster = film(Fraction(50), "fast.mp4", "10:00:00:40")
    made = Sequence("mixed", PAL, (Clip(film(), 0, 1_000), Clip(faster, 0, 1_000)))
    event = write_edl(made).decode().splitlines()[7]
    assert event.endswith("10:00:00:20 10:00:01:20 01:00:01:00 01:00:02:00")


def test_a_source_keeps_its_own_way_of_counting() -> None:
    event = write_edl(cut(NTSC, "10:00:00;00")).decode().splitlines()[3]
    assert event.endswith("10:00:00;00 10:00:00;25 01:00:00;00 01:00:00;25")


def test_a_change_of_speed_is_a_motion_effect() -> None:
    made = Sequence("fast", FILM, (Clip(film(FILM), 0, 4_004, speed=2.0),))
    [clip] = read(made).video_tracks()[0]
    assert clip.duration().value == 48
    [effect] = clip.effects
    assert effect.time_scalar == pytest.approx(2, abs=0.01)
    [line] = [line for line in write_edl(made).decode().splitlines() if line.startswith("M2")]
    assert line == "M2   FILM     048.0    00:00:00:00"


def test_pictures_and_silence_are_events_without_sound() -> None:
    timeline = read(rich())
    pictures, sound = timeline.tracks
    assert [item.duration().value for item in pictures] == [50, 50, 125, 25, 50]
    assert [(type(item).__name__, item.duration().value) for item in sound] == [
        ("Clip", 50),
        ("Clip", 50),
        ("Gap", 125),
        ("Clip", 25),
    ]
    assert pictures[1].name == 'a <b> "c".mp4'


def test_a_title_is_a_mark_at_its_event() -> None:
    clips = read(rich()).tracks[0]
    marks = [(clip.name, mark.name) for clip in clips for mark in clip.markers]
    assert marks == [("film.mp4", "Urban <Dreams> & more"), ("film.mp4", "End")]


def test_no_name_can_add_a_line() -> None:
    evil = Media(Path("/films/x.mp4"), "x\r\n002  EVIL\u2028\x1b[2J", "video", 9_000, PAL)
    lines = write_edl(Sequence("a\nb", PAL, (Clip(evil, 0, 1_000),))).decode().splitlines()
    assert lines[0] == "TITLE: a b"
    assert lines[4] == "* FROM CLIP NAME: x 002 EVIL [2J"


def test_reels_are_short_plain_and_different() -> None:
    names = ["interview one.mp4", "interview two.mp4", "北京.mp4", "上海.mp4", "é.mov", "bl.mp4"]
    media = tuple(Media(Path("/films") / name, name) for name in names)
    assert list(reel_names(media).values()) == [
        "INTERVIE",
        "INTER002",
        "REEL003",
        "REEL004",
        "E",
        "BL006",
    ]
