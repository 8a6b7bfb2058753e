"""Timestamps turn into places on the recording's own clock."""

import pytest

from transcribe_video.media.clock import SAMPLE_RATE, Clock, Place

_SECOND = SAMPLE_RATE


def test_sound_that_starts_late_keeps_its_place() -> None:
    assert Clock(10.0, resets=False).place(11.5, _SECOND) == Place(24_000, 0, follows=False)


def test_sound_from_before_the_start_is_left_out() -> None:
    assert Clock(10.0, resets=False).place(9.75, _SECOND) == Place(0, 4_000, follows=False)


def test_sound_without_timestamps_follows_on() -> None:
    clock = Clock(0.0, resets=False)
    assert clock.place(None, _SECOND) == Place(0, 0, follows=False)
    assert clock.place(None, _SECOND) == Place(_SECOND, 0, follows=True)


@pytest.mark.parametrize("jitter_s", [-0.09, -0.001, 0.0, 0.001, 0.09])
def test_jitter_is_ignored(jitter_s: float) -> None:
    clock = Clock(0.0, resets=False)
    clock.place(0.0, _SECOND)
    assert clock.place(1 + jitter_s, _SECOND) == Place(_SECOND, 0, follows=True)


def test_a_drifting_clock_is_followed_in_small_steps() -> None:
    clock = Clock(0.0, resets=False)
    last = Place(0, 0, follows=False)
    for second in range(1_000):
        last = clock.place(second * 1.001, _SECOND)
    assert last.at / SAMPLE_RATE == pytest.approx(999 * 1.001, abs=0.1)


def test_a_gap_stays_a_gap() -> None:
    clock = Clock(0.0, resets=False)
    clock.place(0.0, _SECOND)
    assert clock.place(6.0, _SECOND) == Place(6 * _SECOND, 0, follows=False)


def test_what_overlaps_is_left_out() -> None:
    clock = Clock(0.0, resets=False)
    clock.place(0.0, _SECOND)
    assert clock.place(0.75, _SECOND) == Place(_SECOND, 4_000, follows=False)
    assert clock.place(0.5, _SECOND) == Place(28_000, 16_000, follows=False)
    assert clock.place(1.75, _SECOND) == Place(28_000, 0, follows=True)


def test_a_clock_that_jumps_back_far_was_set_anew_and_the_sound_goes_on() -> None:
    clock = Clock(0.0, resets=False)
    clock.place(0.0, 60 * _SECOND)
    assert clock.place(0.0, _SECOND) == Place(60 * _SECOND, 0, follows=True)
    assert clock.place(1.0, _SECOND) == Place(61 * _SECOND, 0, follows=True)


def test_a_clock_that_may_be_set_anew_is_so_with_any_jump_back() -> None:
    clock = Clock(0.0, resets=True)
    clock.place(0.0, 2 * _SECOND)
    assert clock.place(0.0, _SECOND) == Place(2 * _SECOND, 0, follows=True)


def test_a_clock_that_may_be_set_anew_is_not_believed_far_ahead() -> None:
    clock = Clock(0.0, resets=True)
    clock.place(0.0, _SECOND)
    assert clock.place(6.0, _SECOND).at == 6 * _SECOND
    assert clock.place(500.0, _SECOND) == Place(7 * _SECOND, 0, follows=True)


@pytest.mark.parametrize("stamp_s", [200.0, 2_592_000.0])
def test_a_gap_beyond_the_stated_end_is_not_believed(stamp_s: float) -> None:
    clock = Clock(0.0, end_s=100.0, resets=False)
    clock.place(0.0, _SECOND)
    assert clock.place(stamp_s, _SECOND) == Place(_SECOND, 0, follows=True)


def test_a_start_beyond_the_stated_end_is_not_believed() -> None:
    assert Clock(0.0, end_s=100.0, resets=False).place(9_999.0, _SECOND).at == 0


def test_without_a_stated_end_a_gap_of_over_an_hour_is_not_believed() -> None:
    clock = Clock(0.0, resets=False)
    clock.place(0.0, _SECOND)
    assert clock.place(3_000.0, _SECOND).at == 3_000 * _SECOND
    assert clock.place(9_000.0, _SECOND).at == 3_001 * _SECOND
