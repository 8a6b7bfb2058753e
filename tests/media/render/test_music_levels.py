import pytest

from transcribe_video.media.render.cut_grid import SAMPLE_RATE
from transcribe_video.media.render.music_levels import MusicLevels
from transcribe_video.media.render.request import Level


def _gain_at(levels: MusicLevels, ms: int) -> float:
    return float(levels.gain(ms * SAMPLE_RATE // 1000, 1)[0])


def test_music_has_its_level_for_as_long_as_it_shall_and_comes_to_it_without_a_click() -> None:
    quiet = MusicLevels(
        [
            Level(start_ms=4_000, end_ms=5_000, volume=2),
            Level(start_ms=1_000, end_ms=2_000, volume=0.5),
        ]
    )
    told = {0: 1, 1_000: 1, 1_030: 0.5, 1_500: 0.5, 2_000: 1, 3_000: 1, 4_500: 2, 6_000: 1}
    assert {ms: _gain_at(quiet, ms) for ms in told} == pytest.approx(told)
    assert 0.5 < _gain_at(quiet, 1_015) < 1


def test_from_one_level_to_the_next_it_goes_straight() -> None:
    first, then = (
        Level(start_ms=ms, end_ms=ms + 1_000, volume=0.1 * ms / 1_000) for ms in (1_000, 2_000)
    )
    levels = MusicLevels([first, then])
    assert _gain_at(levels, 2_000) == pytest.approx(0.15)
    assert max(_gain_at(levels, ms) for ms in range(1_040, 2_960, 5)) <= 0.2 + 1e-6


def test_without_levels_it_is_as_loud_as_ever() -> None:
    assert list(MusicLevels([]).gain(0, 3)) == [1, 1, 1]
