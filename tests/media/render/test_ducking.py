import pytest

from transcribe_video.media.render.cut_grid import SAMPLE_RATE
from transcribe_video.media.render.ducking import Ducking
from transcribe_video.media.render.request import Span


def _gain_at(ducking: Ducking, ms: int) -> float:
    return float(ducking.gain(ms * SAMPLE_RATE // 1000, 1)[0])


def test_music_is_quiet_while_somebody_speaks() -> None:
    ducking = Ducking([Span(start_ms=5_000, end_ms=6_000), Span(start_ms=2_000, end_ms=4_000)])
    assert _gain_at(ducking, 0) == 1
    assert _gain_at(ducking, 2_000) == pytest.approx(0.2, abs=0.01)
    assert 0.2 < _gain_at(ducking, 1_900) < 1
    assert 0.2 < _gain_at(ducking, 4_300) < 1
    assert _gain_at(ducking, 5_500) == pytest.approx(0.2, abs=0.01)
    assert _gain_at(ducking, 7_000) == 1


def test_between_words_it_stays_quiet() -> None:
    ducking = Ducking([Span(start_ms=1_000, end_ms=2_000), Span(start_ms=2_500, end_ms=3_000)])
    assert _gain_at(ducking, 2_250) == pytest.approx(0.2, abs=0.01)


def test_where_nobody_speaks_it_is_as_loud_as_ever() -> None:
    assert list(Ducking([]).gain(0, 3)) == [1, 1, 1]
