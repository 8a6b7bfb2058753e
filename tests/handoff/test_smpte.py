import random
from fractions import Fraction

import opentimelineio as otio
import pytest

from handoff.sequences import FILM, NTSC, RATES
from transcribe_video.handoff.smpte import NO_TIMECODE, source_timecode, timecode

HOUR_OF_29_97 = 107_892


CLOCKS = [*((rate, False) for rate in RATES), (NTSC, True), (2 * NTSC, True)]


@pytest.mark.parametrize(("rate", "is_drop_frame"), CLOCKS, ids=str)
def test_a_clock_shows_what_opentimelineio_shows(rate: Fraction, *, is_drop_frame: bool) -> None:
    dice = random.Random(5)
    around = [1799, 1800, 1801, 3596, 17981, 17982, 17983, HOUR_OF_29_97]
    for frame in [0, *around, *(dice.randrange(2_000_000) for _ in range(300))]:
        expected = otio.opentime.to_timecode(
            otio.opentime.RationalTime(frame, float(rate)), float(rate), is_drop_frame
        )
        shown = timecode(frame, rate, is_drop_frame=is_drop_frame)
        assert shown == expected
        assert source_timecode(shown).frame(rate) == frame


def test_a_clock_begins_anew_after_a_day() -> None:
    assert timecode(24 * 3600 * 25 + 3, Fraction(25)) == "00:00:00:03"


def test_a_clock_that_skips_numbers_keeps_time() -> None:
    assert timecode(HOUR_OF_29_97, NTSC, is_drop_frame=True) == "01:00:00;00"
    assert source_timecode("01:00:00;00").seconds(NTSC) == HOUR_OF_29_97 / NTSC


@pytest.mark.parametrize(
    "text", [None, "", "1h", "25:00:00:00", "00:61:00:00", "00:00:00", "a:b:c:d"]
)
def test_what_is_no_timecode_is_none(text: str | None) -> None:
    assert source_timecode(text) is NO_TIMECODE
    assert NO_TIMECODE.frame(FILM) == 0
