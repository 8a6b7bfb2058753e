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
        return self._heard(path)

    def film(self, expression: str, sound_s: float, d_s: float) -> list[tuple[int, int]]:
        path = self._folder / "film.mkv"
        source = f"aevalsrc='{expression}':s=16000:d={sound_s}"
        picture = f"color=black:s=64x64:r=25:d={d_s}"
        command = [self._ffmpeg, "-v", "error", "-y", "-f", "lavfi", "-i", source]
        command += ["-f", "lavfi", "-i", picture, "-c:a", "pcm_s16le", "-c:v", "ffv1", str(path)]
        subprocess.run(command, check=True, timeout=30)
        return self._heard(path)

    def _heard(self, path: Path) -> list[tuple[int, int]]:
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


def test_a_picture_that_goes_on_when_the_sound_has_ended_is_silent_to_its_end(
    made: _Maker,
) -> None:
    assert made.film(_SPOKEN.format(loud=0.3), sound_s=2.6, d_s=3.0)[0] == pytest.approx(
        (2000, 3000), abs=_NEAR_MS
    )
    assert made.film("0.3*sin(2*PI*300*t)", sound_s=2.5, d_s=3.0)[0] == pytest.approx(
        (2500, 3000), abs=_NEAR_MS
    )
