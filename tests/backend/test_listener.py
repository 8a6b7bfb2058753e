"""Silences, found by processes of their own."""

import shutil
import subprocess
from pathlib import Path

from command import SAMPLE
from transcribe_video.backend.listener import quiet_in


def test_the_silences_of_a_recording_are_told(tmp_path: Path, ffmpeg: str) -> None:
    path = tmp_path / "“a” é.flac"
    sound = "aevalsrc='lt(t,2)*0.3*sin(2*PI*300*t)':s=16000:d=4"
    command = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", sound, str(path)]
    subprocess.run(command, check=True, timeout=30)
    [(from_ms, to_ms)] = quiet_in(path, tmp_path / "work") or []
    assert (abs(from_ms - 2000) < 60, to_ms) == (True, 4000)


def test_what_cannot_be_heard_is_not_known(tmp_path: Path) -> None:
    assert quiet_in(tmp_path / "nowhere.mp4", tmp_path / "work") is None
    text = tmp_path / "text.mp4"
    text.write_text("no film")
    assert quiet_in(text, tmp_path / "work") is None


def test_who_takes_too_long_is_not_waited_for(tmp_path: Path) -> None:
    film = Path(shutil.copy(SAMPLE, tmp_path))
    assert quiet_in(film, tmp_path / "work", longest_s=0.01) is None
