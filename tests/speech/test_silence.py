"""A word's time ends where its sound does, whatever the alignment says."""

import numpy as np
import pytest

from speech.listening import noise, silence
from transcribe_video.speech.silence import Silence
from transcribe_video.speech.sound import RATE, Samples


def _tone(length_s: float, level: float = 0.3) -> Samples:
    time_s = np.arange(round(length_s * RATE)) / RATE
    return np.asarray(level * np.sin(2 * np.pi * 300 * time_s), np.float32)


_PAUSED = np.concatenate([_tone(0.5), silence(2), _tone(0.5), silence(1), _tone(1)])


@pytest.mark.parametrize(
    ("span", "left"),
    [
        ((0, 400), (0, 400)),
        ((100, 2_400), (100, 500)),
        ((700, 2_800), (2_500, 2_800)),
        ((2_440, 3_300), (2_500, 3_000)),
        ((480, 2_900), (2_500, 2_900)),  # the end of the word before it is a click
        ((300, 2_900), (300, 2_900)),  # its own sound or that of the word before: who knows
        ((600, 2_300), (600, 2_300)),
        ((4_000, 5_000), (4_000, 5_000)),
    ],
)
@pytest.mark.parametrize("hum", [0, 0.003], ids=["a studio", "a room"])
def test_silence_at_the_edges_is_no_part_of_it(
    span: tuple[int, int], left: tuple[int, int], hum: float
) -> None:
    sound = Silence(_PAUSED + noise(len(_PAUSED) / RATE, hum))
    assert sound.without(*span) == left


def test_a_click_is_no_sound_and_a_short_gap_no_silence() -> None:
    clicked = silence(1)
    clicked[RATE // 2 : RATE // 2 + 160] = 0.5
    sound = Silence(np.concatenate([_tone(0.5), clicked, _tone(0.3), silence(0.02), _tone(0.3)]))
    assert sound.without(600, 1_700) == (1_500, 1_700)
    assert sound.without(1_600, 2_000) == (1_600, 2_000)


def test_where_nothing_is_heard_nothing_is_changed() -> None:
    assert Silence(silence(1)).without(100, 900) == (100, 900)
    assert Silence(silence(0)).without(0, 0) == (0, 0)
