"""How loud it is after an edit: of what it was, or of what was recorded."""

from dataclasses import replace

import pytest

from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Clip, Level, Music, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import SetVolume

_WHOLE = Timeline(
    (Clip("m1", "talk.mp4", 0, 60_000),), music=(Music("m2", "song.mp3", volume=0.35),)
)
_SILENT = SetVolume(0.0, 10_000, 20_000)


def _after(*edits: SetVolume, timeline: Timeline = _WHOLE) -> Timeline:
    for edit in edits:
        timeline = applied(timeline, edit, Project()).timeline
    return timeline


def _volumes(timeline: Timeline) -> list[float]:
    return [clip.volume for clip in timeline.clips]


def _set(level: float, from_ms: int | None = None, to_ms: int | None = None) -> SetVolume:
    return SetVolume(level, from_ms, to_ms, is_absolute=True)


def _music(level: float, from_ms: int | None = None, to_ms: int | None = None) -> SetVolume:
    return replace(_set(level, from_ms, to_ms), layer="music")


def test_a_level_that_is_set_is_that_of_the_recording_whatever_it_was() -> None:
    assert _volumes(_after(_set(0.5), _set(1.0))) == [1.0]
    assert _volumes(_after(_set(0.5), SetVolume(0.5))) == [0.25]
    assert _volumes(_after(SetVolume(2.0, 0, 30_000), _set(0.5))) == [0.5, 0.5]


def test_what_is_muted_is_brought_back_by_its_range_or_with_the_whole() -> None:
    assert _volumes(_after(_SILENT, _set(1.0, 10_000, 20_000))) == [1.0, 1.0, 1.0]
    assert _volumes(_after(SetVolume(0.5), _SILENT, _set(1.0))) == [1.0, 1.0, 1.0]


def test_what_is_muted_stays_so_beside_what_is_heard_and_that_is_told() -> None:
    parted = _after(_SILENT)
    for edit, volumes in ((_set(0.8), [0.8, 0.0, 0.8]), (SetVolume(1.5), [1.5, 0.0, 1.5])):
        made = applied(parted, edit, Project())
        assert _volumes(made.timeline) == volumes
        assert made.notes == (("still_muted", {}),)
    assert not applied(parted, _set(1.0), Project()).notes
    assert not applied(parted, SetVolume(0.5, 30_000, 40_000), Project()).notes


def test_the_level_of_music_that_is_set_is_that_of_its_file() -> None:
    assert _after(_music(0.2)).music == (Music("m2", "song.mp3", volume=0.2),)
    [music] = _after(_music(0.7, 10_000, 20_000)).music
    assert music == Music("m2", "song.mp3", 0.35, levels=(Level(10_000, 20_000, 2.0),))


def test_muted_music_is_brought_back_for_a_while_and_all_of_it() -> None:
    [music] = _after(_music(0.0), _music(0.5, 10_000, 20_000)).music
    assert music.volume == 1.0
    assert music.levels == (
        Level(0, 10_000, 0.0),
        Level(10_000, 20_000, 0.5),
        Level(20_000, 60_000, 0.0),
    )
    [music] = _after(_music(0.0, 5000, 9000), _music(1.0)).music
    assert (music.volume, music.levels) == (1.0, ())
    [music] = _after(_music(0.0, 5000, 9000), _music(0.2)).music
    assert (music.volume, music.levels) == (0.2, (Level(5000, 9000, 0.0),))


def test_more_than_ten_times_as_loud_is_refused() -> None:
    for edit in (_set(11.0), _music(11.0), _music(11.0, 0, 5000)):
        with pytest.raises(EditError, match="too_loud"):
            _after(edit)
