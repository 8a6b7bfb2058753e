import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcribe_video.timecode import clock, seconds, subtitle_time


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, "0:00"),
        (999, "0:00"),
        (7_000, "0:07"),
        (723_999, "12:03"),
        (3_599_999, "59:59"),
        (3_600_000, "1:00:00"),
        (3_723_450, "1:02:03"),
        (360_000_000, "100:00:00"),
        (-1, "0:00"),
    ],
)
def test_a_clock_shows_whole_seconds_and_hours_only_where_there_are_some(
    ms: int, text: str
) -> None:
    assert clock(ms) == text


@pytest.mark.parametrize(
    ("ms", "mark", "text"),
    [
        (0, ",", "00:00:00,000"),
        (723_450, ",", "00:12:03,450"),
        (723_450, ".", "00:12:03.450"),
        (3_600_001, ".", "01:00:00.001"),
        (360_000_000, ",", "100:00:00,000"),
        (-5, ",", "00:00:00,000"),
    ],
)
def test_a_subtitle_time_shows_all_of_it(ms: int, mark: str, text: str) -> None:
    assert subtitle_time(ms, mark) == text


@given(st.integers(min_value=0, max_value=10**12))
def test_milliseconds_survive_the_way_through_seconds(ms: int) -> None:
    assert round(seconds(ms) * 1000) == ms


def test_seconds_have_three_decimals() -> None:
    assert (seconds(1), seconds(3_723_450)) == (0.001, 3723.45)
