"""What is written is read back by OpenTimelineIO itself."""

from fractions import Fraction
from typing import Any
from urllib.parse import unquote, urlsplit

import opentimelineio as otio
import pytest

from handoff.sequences import AWKWARD, NTSC, RATES, cut, rich
from transcribe_video.handoff.otio import write_otio
from transcribe_video.handoff.sequence import Sequence


def read(sequence: Sequence) -> Any:
    return otio.adapters.read_from_string(write_otio(sequence).decode(), "otio_json")


def _rows(track: Any) -> list[tuple[str, float, float]]:
    return [
        (item.name, item.source_range.start_time.value, item.source_range.duration.value)
        for item in track
    ]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_the_cuts_are_read_back_frame_by_frame(rate: Fraction) -> None:
    timeline = read(cut(rate))
    assert timeline.name == "My cut"
    assert timeline.duration() == otio.opentime.RationalTime(25 + 151 + 33, float(rate))
    expected = [("film.mp4", 0, 25), ("film.mp4", 250, 151), ("film.mp4", 100, 33)]
    [pictures], [sound] = timeline.video_tracks(), timeline.audio_tracks()
    assert _rows(pictures) == _rows(sound) == expected
    assert timeline.global_start_time.to_timecode(float(rate), drop_frame=False) == "01:00:00:00"


def test_what_is_written_is_what_the_library_would_write() -> None:
    timeline = read(rich())
    again = otio.adapters.read_from_string(timeline.to_json_string(), "otio_json")
    assert again.is_equivalent_to(timeline)


def test_a_clip_is_found_on_the_clock_of_its_file() -> None:
    clip, later, _ = read(cut(NTSC, "10:00:00;00")).video_tracks()[0]
    begin = clip.source_range.start_time
    assert begin.to_timecode(float(NTSC), drop_frame=True) == "10:00:00;00"
    assert clip.media_reference.available_range.start_time == begin
    assert later.available_range().contains(later.source_range)


def test_files_are_named_by_urls_that_lead_back_to_them() -> None:
    clip = read(rich()).video_tracks()[0][1]
    url = urlsplit(clip.media_reference.target_url)
    assert (url.scheme, url.netloc, unquote(url.path)) == ("file", "", str(AWKWARD))
    assert url.path.isascii()


def test_what_changes_the_speed_does_not_change_the_length() -> None:
    clips = read(rich()).video_tracks()[0]
    speeds = [[effect.time_scalar for effect in clip.effects] for clip in clips]
    assert speeds == [[], [2.0], [], [], [0.5]]
    assert [clip.duration().value for clip in clips] == [50, 50, 125, 25, 50]


def test_sound_is_left_where_there_is_none_or_it_is_silenced() -> None:
    own, music = read(rich()).audio_tracks()
    kinds = [type(item).__name__ for item in own]
    assert kinds == ["Clip", "Clip", "Gap", "Clip", "Gap"]
    assert own[3].metadata["transcribe_video"]["volume"] == 0.5
    assert _rows(music) == [("lofi.mp3", 0, 75)]
    assert own.duration() == read(rich()).video_tracks()[0].duration()


def test_titles_are_marks() -> None:
    marks = [
        (mark.name, mark.marked_range.start_time.value, mark.marked_range.duration.value)
        for mark in read(rich()).tracks.markers
    ]
    assert marks == [("Urban <Dreams> & more", 12, 76), ("End", 275, 25)]
