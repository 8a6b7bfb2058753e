from fractions import Fraction

import pytest

from transcribe_video.frame_rate import clip_bounds, exact_rate, nominal_rate, sequence_rate


@pytest.mark.parametrize(
    ("fps", "expected"),
    [
        (23.976, "24000/1001"),
        (23.98, "24000/1001"),
        (24.0, "24"),
        (25.0, "25"),
        (24.98, "25"),
        (29.97, "30000/1001"),
        (30.0, "30"),
        (59.94, "60000/1001"),
        (60.0, "60"),
        (47.95, "48000/1001"),
        (47.952, "48000/1001"),
        (48.0, "48"),
        (119.88, "120000/1001"),
        (240.0, "240"),
        (15.0, "15"),
        (12.5, "25/2"),
    ],
)
def test_a_rounded_rate_is_the_exact_one_that_is_meant(fps: float, expected: str) -> None:
    assert exact_rate(fps) == Fraction(expected)


@pytest.mark.parametrize("fps", [None, 0.0, -25.0, 240.1, 1_000.0, 90_000.0])
def test_what_is_no_rate_is_none(fps: float | None) -> None:
    assert exact_rate(fps) is None


@pytest.mark.parametrize(
    ("rate", "known_as", "made"),
    [
        ("24000/1001", "24000/1001", "24000/1001"),
        ("2997/100", "30000/1001", "30000/1001"),
        ("48", "48", "48"),
        ("60", "60", "60"),
        ("120", "120", "60"),
        ("240000/1001", "240000/1001", "60"),
        ("12", "30", "30"),
        ("15", "30", "30"),
        ("1079/40", "30", "30"),
        ("45", "60", "60"),
    ],
)
def test_a_video_is_made_at_a_rate_that_editing_programs_have(
    rate: str, known_as: str, made: str
) -> None:
    assert nominal_rate(Fraction(rate)) == Fraction(known_as)
    assert sequence_rate(Fraction(rate)) == sequence_rate(Fraction(known_as)) == Fraction(made)


def test_where_nobody_knows_the_rate_a_video_still_has_one() -> None:
    assert nominal_rate(None) is None
    assert sequence_rate(None) == 30


def test_clips_meet_on_frames_that_do_not_drift_and_each_has_one() -> None:
    assert clip_bounds([], Fraction(25)) == [0]
    assert clip_bounds([1_020] * 4, Fraction(25)) == [0, 26, 51, 77, 102]
    assert clip_bounds([1_000, 5, 5, 1_000], Fraction(25)) == [0, 25, 26, 27, 50]
