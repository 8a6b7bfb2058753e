from fractions import Fraction

import pytest

from transcribe_video.handoff.rate import exact_rate


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
