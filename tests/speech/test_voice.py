"""Where somebody speaks, and what no words answer for."""

import numpy as np
import pytest

from transcribe_video.speech.voice import FRAME_S, Span, Voice


def voice(*parts: tuple[float, float]) -> Voice:
    """A voice made of stretches: (seconds, probability)."""
    frames = [np.full(round(length_s / FRAME_S), value) for length_s, value in parts]
    return Voice(np.concatenate(frames).astype(np.float32))


def spans(of: Voice) -> list[tuple[float, float]]:
    return [(round(span.start_s, 1), round(span.end_s, 1)) for span in of.spans()]


def test_speech_is_taken_with_a_margin() -> None:
    assert spans(voice((2, 0), (3, 0.9), (5, 0))) == [(1.5, 5.5)]


def test_short_pauses_stay_inside_and_long_ones_do_not() -> None:
    assert spans(voice((1, 0.9), (2.5, 0), (1, 0.9), (4, 0), (1, 0.9))) == [(0, 5.0), (8, 10)]


@pytest.mark.parametrize("level", [0.0, 0.3, 0.45])
def test_sound_that_is_nowhere_surely_speech_has_none(level: float) -> None:
    assert spans(voice((10, level))) == []


def test_a_single_crackle_is_no_speech() -> None:
    assert spans(voice((2, 0), (0.07, 0.99), (2, 0))) == []


def test_a_short_word_is_speech() -> None:
    assert spans(voice((2, 0), (0.2, 0.9), (2, 0))) == [(1.5, 2.7)]


def test_speech_without_words_is_counted_where_it_is_densest() -> None:
    speech = voice((10, 0.9))
    assert speech.unexplained_s([Span(0, 10)], 4) == 0
    assert speech.unexplained_s([Span(0, 3), Span(5, 10)], 4) == pytest.approx(2, abs=0.1)
    assert speech.unexplained_s([], 4) == pytest.approx(4, abs=0.1)


def test_a_part_of_a_voice_has_its_own_clock() -> None:
    assert spans(voice((4, 0), (1, 0.9), (1, 0)).part(3, 6)) == [(0.5, 2.5)]
