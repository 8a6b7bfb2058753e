import subprocess
from pathlib import Path

import pytest

from transcribe_video.media.source_clock import timecode_of


@pytest.mark.parametrize("written", ["01:00:00:00", "10:20:30;12"])
def test_a_camera_s_clock_is_read(tmp_path: Path, ffmpeg: str, written: str) -> None:
    path = tmp_path / "clock.mov"
    command = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", "color=s=64x64:r=30000/1001:d=1"]
    subprocess.run([*command, "-timecode", written, str(path)], check=True, timeout=30)
    assert timecode_of(path) == written


def test_a_file_without_a_clock_has_none(awkward_media: Path) -> None:
    assert timecode_of(awkward_media / "noaudio.mp4") is None
