"""Whatever plays faster or slower still begins and ends on a picture."""

from fractions import Fraction
from itertools import pairwise

import pytest

from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.pieces import is_alike, split_at
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.conversation.editing.edit import Cut, Move, SetSpeed, Split, TimelineEdit
from transcribe_video.frame_rate import clip_bounds, whole_frames

_RATES = [Fraction(25), Fraction(30000, 1001)]


def _whole(rate: Fraction) -> Timeline:
    return Timeline((Clip("m1", "talk.mp4", 0, 120_000),), rate)


def _after(timeline: Timeline, *edits: TimelineEdit) -> Timeline:
    for edit in edits:
        timeline = applied(timeline, edit, Project()).timeline
    return timeline


@pytest.mark.parametrize("rate", _RATES)
@pytest.mark.parametrize("factor", [1.1, 0.7, 3.7, 4.0, 0.25])
def test_parts_of_what_plays_at_another_speed_are_whole_pictures_long(
    factor: float, rate: Fraction
) -> None:
    timeline = _after(_whole(rate), SetSpeed(factor))
    cuts = [Cut(at_ms, at_ms + 400) for at_ms in range(24_000, 0, -800)]
    timeline = _after(timeline, *cuts)
    assert len(timeline.clips) == len(cuts) + 1
    lengths_ms = [clip.d_ms for clip in timeline.clips]
    counts = [last - first for first, last in pairwise(clip_bounds(lengths_ms, rate))]
    assert [whole_frames(length_ms, rate) for length_ms in lengths_ms] == counts
    assert all(abs(clip.speed / factor - 1) < 0.01 for clip in timeline.clips)


@pytest.mark.parametrize("rate", _RATES)
@pytest.mark.parametrize("factor", [4.0, 0.25])
def test_no_clip_is_faster_or_slower_than_the_most(factor: float, rate: Fraction) -> None:
    splits = [Split(at_ms) for at_ms in range(170, 6_000, 170)]
    timeline = _after(_whole(rate), *splits, SetSpeed(factor))
    assert len(timeline.clips) > 20
    assert all(0.25 <= clip.speed <= 4.0 for clip in timeline.clips)


def test_what_is_split_and_not_moved_is_alike_at_any_speed() -> None:
    fast = _after(_whole(Fraction(25)), SetSpeed(1.1))
    parted = split_at(fast, [4000, 4360, 9000])
    assert len(parted.clips) == 4
    assert is_alike(fast, parted)
    assert is_alike(fast, _after(fast, Move(4000, 9000, 4000)))
    assert not is_alike(fast, _after(fast, SetSpeed(1.005)))
    assert not is_alike(fast, _after(fast, Move(4000, 9000, 0)))


@pytest.mark.parametrize("rate", _RATES)
@pytest.mark.parametrize("factor", [2.0, 0.5, 1.25])
def test_at_its_own_speed_it_is_as_it_was_recorded_whatever_it_was_before(
    factor: float, rate: Fraction
) -> None:
    whole = Timeline((Clip("m1", "talk.mp4", 0, 119_987),), rate)
    back = _after(whole, SetSpeed(factor), SetSpeed(1.0))
    assert back == whole
    parted = _after(whole, SetSpeed(factor, 10_000, 20_000), SetSpeed(1.0))
    assert is_alike(parted, whole)
    assert {clip.speed for clip in parted.clips} == {1.0}


def test_a_part_is_at_its_own_speed_and_the_rest_stays_as_it_is() -> None:
    fast = _after(_whole(Fraction(25)), SetSpeed(2.0))
    parted = _after(fast, SetSpeed(1.0, 10_000, 20_000))
    assert [(clip.from_ms, clip.to_ms, clip.speed) for clip in parted.clips] == [
        (0, 20_000, 2.0),
        (20_000, 40_000, 1.0),
        (40_000, 120_000, 2.0),
    ]
    assert parted.d_ms == 70_000


@pytest.mark.parametrize("rate", _RATES)
def test_what_was_sped_comes_back_whole_where_its_end_is_told_in_seconds(rate: Fraction) -> None:
    fast = _after(_whole(rate), SetSpeed(2.0, 13_000, 23_000))
    back = _after(fast, SetSpeed(1.0, 13_000, 18_000))
    assert {clip.speed for clip in back.clips} == {1.0}
    assert is_alike(back, _whole(rate))


def test_a_part_of_a_slow_picture_is_never_shorter_than_a_picture() -> None:
    rate = Fraction(30000, 1001)
    slow = _after(_whole(rate), SetSpeed(0.5, 0, 33), Split(17))
    made = _after(slow, SetSpeed(1.0, 0, 18))
    assert [clip.d_ms for clip in made.clips[:2]] == [33, 33]
