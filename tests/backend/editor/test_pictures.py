"""Clips begin and end on pictures of their own file, whatever is done to them."""

from dataclasses import replace
from fractions import Fraction
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcribe_video.backend.editor.applying import applied
from transcribe_video.backend.editor.moments import edits_after, marked
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.timeline import Clip, Timeline
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing import edit as edits
from transcribe_video.frame_rate import clip_bounds

_RATES = st.sampled_from([Fraction(30000, 1001), Fraction(24000, 1001), Fraction(30), Fraction(60)])
_LENGTH_MS = st.integers(20_000, 21_000)
_moments = st.integers(0, 21_000)
_PIECES = st.one_of(
    st.builds(edits.Split, _moments),
    st.builds(edits.Cut, _moments, _moments),
    st.builds(edits.Move, _moments, _moments, st.none() | _moments),
    st.builds(edits.SetVolume, st.sampled_from([0.0, 0.5]), _moments, _moments),
)
_SPEEDS = st.builds(edits.SetSpeed, st.sampled_from([0.5, 1.0, 1.3, 2.0]), _moments, _moments)


def _pictures(timeline: Timeline) -> list[list[tuple[str, int]]]:
    """Which pictures of their files the clips show."""
    return [
        [(clip.media_id, number) for number in range(*(_number(ms, timeline.rate) for ms in ends))]
        for clip in timeline.clips
        for ends in [(clip.from_ms, clip.to_ms)]
    ]


def _number(ms: int, rate: Fraction) -> int:
    return round(ms * rate / 1000)


def _films(*lengths_ms: int, rate: Fraction) -> Timeline:
    clips = [Clip(f"m{number}", "", 0, d_ms) for number, d_ms in enumerate(lengths_ms)]
    return Timeline(tuple(clips), rate)


@settings(max_examples=150, deadline=None)
@given(_RATES, st.lists(_LENGTH_MS, min_size=1, max_size=2), st.lists(_PIECES, max_size=10))
def test_every_picture_stays_whole_and_the_export_shows_just_the_clips_own(
    rate: Fraction, lengths_ms: list[int], sequence: list[edits.TimelineEdit]
) -> None:
    timeline = _films(*lengths_ms, rate=rate)
    for edit in sequence:
        before = timeline
        try:
            timeline = applied(timeline, edit, Project()).timeline
        except EditError:
            continue
        shown = [[*chain(*_pictures(one))] for one in (before, timeline)]
        assert timeline.d_ms <= before.d_ms
        assert set(shown[1]) <= set(shown[0])
        assert len(set(shown[1])) == len(shown[1])
        if not isinstance(edit, edits.Cut):
            assert sorted(shown[0]) == sorted(shown[1])
            assert timeline.d_ms == before.d_ms
    assert all(clip.d_ms >= 1000 / rate - 1 for clip in timeline.clips)
    whole = [len(one) for one in _pictures(timeline)]
    bounds = clip_bounds((clip.d_ms for clip in timeline.clips), rate)
    off = [
        length - (last - first)
        for (first, last), length in zip(pairwise(bounds), whole, strict=True)
    ]
    ends = {(f"m{number}", d_ms) for number, d_ms in enumerate(lengths_ms)}
    is_end = [(clip.media_id, clip.to_ms) in ends for clip in timeline.clips]
    assert all(abs(one) <= is_last for one, is_last in zip(off, is_end, strict=True))


@settings(max_examples=150, deadline=None)
@given(_RATES, _LENGTH_MS, st.lists(_PIECES | _SPEEDS, max_size=10))
def test_no_edit_leaves_a_clip_that_is_shorter_than_a_picture(
    rate: Fraction, length_ms: int, sequence: list[edits.TimelineEdit]
) -> None:
    timeline = _films(length_ms, rate=rate)
    for edit in sequence:
        try:
            timeline = applied(timeline, edit, Project()).timeline
        except EditError:
            continue
        assert all(clip.d_ms >= 1000 / rate - 1 for clip in timeline.clips)


@pytest.mark.parametrize("length_ms", [83_950, 83_945, 83_917, 83_930])
def test_clips_that_are_swapped_by_one_message_stay_as_they_are(length_ms: int) -> None:
    timeline = _films(length_ms, rate=Fraction(30000, 1001))
    for at_ms in (12_000, 39_000):
        timeline = applied(timeline, edits.Split(at_ms), Project()).timeline
    start = now = marked(timeline)
    last = start.starts_ms[2], start.d_ms
    for edit in (edits.Move(*last, 0), edits.Move(0, start.starts_ms[1], None)):
        for meant in edits_after(start, now, edit):
            now = applied(now, meant, Project()).timeline
    assert now.clips == start.clips[::-1]


def test_a_part_that_is_moved_to_its_own_place_stays_in_its_clip() -> None:
    timeline = _films(20_000, rate=Fraction(30000, 1001))
    assert applied(timeline, edits.Move(5000, 9000, 9000), Project()).timeline == timeline
    parted = applied(timeline, edits.Split(5000), Project()).timeline
    assert replace(parted, clips=parted.clips[:1]).d_ms == 5005
    assert applied(parted, edits.Move(7000, 9000, 9000), Project()).timeline == parted
