"""A recording is cut where it is quietest."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from speech.listening import Recording, noise, silence
from transcribe_video.speech.window import FRAME_MS, Window, power_of, windows


def test_a_short_recording_is_one_window() -> None:
    powers = power_of(Recording(noise(5)))
    assert list(windows(powers, 5_000, 8_000, 15_000)) == [Window(0, 5_000)]


def test_nothing_gives_no_window() -> None:
    assert list(windows(power_of(Recording(silence(0))), 0, 8_000, 15_000)) == []


def test_the_cut_lies_in_the_pause() -> None:
    sound = Recording(noise(10), silence(0.4), noise(12))
    first, second = windows(power_of(sound), sound.duration_ms, 8_000, 15_000)
    assert 10_000 <= first.end_ms <= 10_400
    assert second == Window(first.end_ms, 22_400)


def test_no_crumb_is_left_at_the_end() -> None:
    powers = np.ones(2_805, np.float32)
    *_, last = windows(powers, 28_050, 15_000, 28_000)
    assert last.end_ms - last.start_ms >= 2_000


@given(
    st.lists(st.floats(0, 1, width=32), min_size=0, max_size=12_000),
    st.integers(1, 4),
    st.integers(7, 20),
)
def test_windows_meet_and_keep_to_their_lengths(
    powers: list[float], shortest_s: int, longest_s: int
) -> None:
    duration_ms = len(powers) * FRAME_MS + 7
    shortest_ms, longest_ms = shortest_s * 1000, longest_s * 1000
    cut = list(windows(np.array(powers, np.float32), duration_ms, shortest_ms, longest_ms))
    assert cut[0].start_ms == 0
    assert cut[-1].end_ms == duration_ms
    assert all(a.end_ms == b.start_ms for a, b in pairwise(cut))
    assert all(shortest_ms <= w.end_ms - w.start_ms <= longest_ms for w in cut[:-1])
    assert cut[-1].end_ms - cut[-1].start_ms <= longest_ms
