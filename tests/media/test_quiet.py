"""Where recordings are silent, in a studio, in a humming room, and in a whisper."""

import subprocess
from pathlib import Path

import pytest

from transcribe_video.manifest import Limits
from transcribe_video.media.quiet import SHORTEST_MS, STEP_MS, quiet_ranges
from transcribe_video.media.record import record

_NEAR_MS = 60


@pytest.fixture
def made(ffmpeg: str, tmp_path: Path, limits: Limits) -> "_Maker":
    return _Maker(ffmpeg, tmp_path, limits)


class _Maker:
    """Makes sounds with ffmpeg's own expressions."""

    def __init__(self, ffmpeg: str, folder: Path, limits: Limits) -> None:
        self._ffmpeg, self._folder, self._limits = ffmpeg, folder, limits

    def quiet(self, expression: str, d_s: float) -> list[tuple[int, int]]:
        path = self._folder / "sound.wav"
        source = f"aevalsrc='{expression}':s=16000:d={d_s}"
        command = [self._ffmpeg, "-v", "error", "-y", "-f", "lavfi", "-i", source, str(path)]
        subprocess.run(command, check=True, timeout=30)
        with record(path, self._folder, self._limits) as sound:
            return quiet_ranges(sound)


def _are_near(found: list[tuple[int, int]], wanted: list[tuple[int, int]]) -> bool:
    pairs = zip(found, wanted, strict=True)
    return all(abs(a - c) <= _NEAR_MS and abs(b - d) <= _NEAR_MS for (a, b), (c, d) in pairs)


_SPOKEN = "lt(mod(t,3),2)*{loud}*sin(2*PI*300*t)*(0.6+0.4*sin(2*PI*4*t))"


@pytest.mark.parametrize("loud", [0.8, 0.1, 0.02])
def test_pauses_are_found_however_loud_it_is_spoken(made: _Maker, loud: float) -> None:
    found = made.quiet(_SPOKEN.format(loud=loud), 9)
    assert _are_near(found, [(2000, 3000), (5000, 6000), (8000, 9000)])


def test_a_room_that_hums_is_silent_where_nobody_speaks(made: _Maker) -> None:
    hum = "+0.004*sin(2*PI*50*t)"
    assert _are_near(made.quiet(_SPOKEN.format(loud=0.3) + hum, 6), [(2000, 3000), (5000, 6000)])


def test_a_sound_that_never_stops_is_nowhere_silent(made: _Maker) -> None:
    assert made.quiet("0.3*sin(2*PI*300*t)", 4) == []


def test_nothing_at_all_is_silent_from_end_to_end(made: _Maker) -> None:
    assert made.quiet("0", 4) == [(0, 4000)]


def test_gaps_between_words_are_not_told(made: _Maker) -> None:
    gap_s = (SHORTEST_MS - 2 * STEP_MS) / 1000
    assert made.quiet(f"lt(mod(t,1),{1 - gap_s})*0.3*sin(2*PI*300*t)", 5) == []
