"""Silences are shortened where nobody speaks and nothing is heard."""

from fractions import Fraction
from typing import Literal

import pytest

from backend.editing.cutting_room import said_in
from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.project import Project, Source
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import CutSilences

_SOURCE = Source("m1", "talk.mp4", "video", 10_000)
_TALK = Timeline((Clip("m1", "talk.mp4", 0, 10_000),), Fraction(25))
_SPOKEN = {"m1": said_in("talk.mp4", ["one two", "three four"], 10_000)}  # 1.0-1.8, 2.8-3.6


def _spans(project: Project, edit: CutSilences, timeline: Timeline = _TALK) -> list[object]:
    made = applied(timeline, edit, project).timeline
    return [(clip.from_ms, clip.to_ms) for clip in made.clips]


def test_half_of_what_stays_of_a_pause_stays_at_each_side_and_all_of_it_at_an_end() -> None:
    project = Project((_SOURCE,), _SPOKEN, {"m1": [(0, 1000), (1760, 2800), (3560, 10_000)]})
    assert _spans(project, CutSilences(800, 200)) == [(800, 1840), (2720, 3760)]


def test_music_between_words_is_no_silence_and_a_word_in_a_whisper_is_none_either() -> None:
    project = Project((_SOURCE,), _SPOKEN, {"m1": [(1000, 2000), (3600, 5600)]})
    assert _spans(project, CutSilences(800, 200)) == [(0, 3680), (5520, 10_000)]


def test_without_a_transcript_what_is_heard_counts_and_without_an_ear_what_is_said() -> None:
    heard = Project((_SOURCE,), {}, {"m1": [(4000, 6000)]})
    assert _spans(heard, CutSilences(800, 200)) == [(0, 4080), (5920, 10_000)]
    said = Project((_SOURCE,), _SPOKEN)
    assert len(_spans(said, CutSilences(800, 200))) == 2
    with pytest.raises(EditError, match="no_transcript"):
        applied(_TALK, CutSilences(), Project((_SOURCE,)))


def test_where_no_pause_is_long_enough_nothing_is_done() -> None:
    project = Project((_SOURCE,), {}, {"m1": [(4000, 4500)]})
    with pytest.raises(EditError, match="no_silences"):
        applied(_TALK, CutSilences(), project)


def test_a_fast_clip_has_shorter_pauses() -> None:
    fast = Timeline((Clip("m1", "talk.mp4", 0, 10_000, speed=2.0),), Fraction(25))
    project = Project((_SOURCE,), {}, {"m1": [(4000, 5500)]})
    with pytest.raises(EditError, match="no_silences"):
        applied(fast, CutSilences(800, 200), project)
    assert len(_spans(project, CutSilences(500, 200), fast)) == 2


def test_only_the_silence_at_an_end_is_cut_where_that_is_meant() -> None:
    project = Project((_SOURCE,), _SPOKEN, {"m1": [(0, 1000), (1760, 2800), (3560, 10_000)]})
    assert _spans(project, CutSilences(200, 200, edge="start")) == [(800, 10_000)]
    assert _spans(project, CutSilences(200, 200, edge="end")) == [(0, 3760)]
    loud = Project((_SOURCE,), _SPOKEN, {"m1": [(1760, 2800)]})
    edges: tuple[Literal["start", "end"], ...] = ("start", "end")
    for edge in edges:
        with pytest.raises(EditError, match="no_silences_there"):
            applied(_TALK, CutSilences(200, 200, edge=edge), loud)


def test_only_what_lies_in_a_range_is_shortened_where_one_is_named() -> None:
    project = Project((_SOURCE,), _SPOKEN, {"m1": [(0, 1000), (1760, 2800), (3560, 10_000)]})
    assert _spans(project, CutSilences(800, 200, (1000, 3000))) == [(0, 1840), (2720, 10_000)]
    with pytest.raises(EditError, match="no_silences_there"):
        applied(_TALK, CutSilences(800, 200, (2000, 2400)), project)


def test_a_silence_that_ends_within_a_picture_of_the_end_is_the_one_at_the_end() -> None:
    project = Project((_SOURCE,), _SPOKEN, {"m1": [(20, 1000), (3560, 9980)]})
    assert _spans(project, CutSilences(200, 200, edge="end")) == [(0, 3760)]
    assert _spans(project, CutSilences(200, 200, edge="start")) == [(800, 10_000)]
    assert _spans(project, CutSilences(800, 200)) == [(800, 3760)]
