from fractions import Fraction

import pytest

from transcribe_video.media.render.cut_grid import SAMPLE_RATE, stretches

_NTSC = Fraction(30000, 1001)
_MOST_OFF_S = Fraction(1, 10)


@pytest.mark.parametrize("rate", [Fraction(24), Fraction(25), Fraction(30), _NTSC, Fraction(60)])
def test_a_thousand_clips_end_where_they_should(rate: Fraction) -> None:
    found = stretches([333] * 1_000, rate)
    picture_s = sum(stretch.frames for stretch in found) / rate
    sound_s = Fraction(sum(stretch.samples for stretch in found), SAMPLE_RATE)
    assert abs(picture_s - 333) <= _MOST_OFF_S
    assert abs(sound_s - picture_s) <= Fraction(1, SAMPLE_RATE)


def test_the_shortest_clip_has_one_picture() -> None:
    found = stretches([1, 1, 100], Fraction(25))
    assert [stretch.frames for stretch in found] == [1, 1, 1]
