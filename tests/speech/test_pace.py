"""How long is left is told by the recent pace."""

import pytest

from transcribe_video.speech.pace import Pace

_HOUR_MS = 3_600_000


class Watch:
    """A clock that a test sets."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def watch() -> Watch:
    return Watch()


def test_the_first_window_tells_nothing_of_the_rest(watch: Watch) -> None:
    pace = Pace(watch)
    pace.begin(0)
    watch.now_s = 4.0  # two windows were decoded beside each other, and one is done
    pace.mark(28_000)
    assert (pace.speed, pace.left_s(_HOUR_MS)) == (7, None)
    assert pace.left_s(28_000) == pytest.approx(0.5, abs=0.01)  # all is done
    pace.mark(56_000)
    assert pace.speed == 14
    assert pace.left_s(56_000 + 14_000) == pytest.approx(1.5, abs=0.02)


def test_only_the_last_minute_counts(watch: Watch) -> None:
    pace = Pace(watch)
    pace.begin(0)
    for second in range(1, 300):
        watch.now_s = float(second)
        pace.mark(second * 10_000 if second < 200 else 2_000_000 + (second - 200) * 5_000)
    assert pace.speed == 5
    assert pace.left_s(_HOUR_MS) == pytest.approx((3600 - 2495) / 5 + 1)


def test_what_was_there_already_does_not_count_and_time_goes_by(watch: Watch) -> None:
    pace = Pace(watch)
    pace.mark(0)
    watch.now_s = 1.0
    pace.begin(_HOUR_MS // 2)
    for second in (2.0, 3.0):
        watch.now_s = second
        pace.mark(_HOUR_MS // 2 + round(second - 1) * 10_000)
    assert pace.left_s(_HOUR_MS) == pytest.approx(178 + 1)
    watch.now_s = 5.0
    assert pace.left_s(_HOUR_MS) == pytest.approx(176 + 1)
    watch.now_s = 500.0
    assert pace.left_s(_HOUR_MS) == 1


def test_all_that_is_recognised_is_yet_to_be_written_down(watch: Watch) -> None:
    pace = Pace(watch)
    for second in range(4):
        watch.now_s = float(second)
        pace.mark(second * _HOUR_MS // 3)
    assert pace.left_s(_HOUR_MS) == 1
