"""Real videos: what one is, and one of a wanted length made of the sample."""

import re
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import imageio_ffmpeg

SAMPLE = Path(__file__).parents[2] / "samples" / "inaugural_address.mp4"
_LENGTH = re.compile(r"Duration: (\d+):(\d+):(\d+\.\d+)")
_SIZE = re.compile(r"Video: .*? (\d{2,5})x(\d{2,5})")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a service tells of a file."""

    duration: float | None
    width: int | None
    height: int | None


def facts_of(path: Path) -> Facts:
    """As ffmpeg sees it; a file that it cannot read has none."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-i", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    length, size = _LENGTH.search(told.stderr), _SIZE.search(told.stderr)
    seconds = [float(number) for number in length.groups()] if length else []
    return Facts(
        round(seconds[0] * 3600 + seconds[1] * 60 + seconds[2], 2) if seconds else None,
        int(size[1]) if size else None,
        int(size[2]) if size else None,
    )


@cache
def video(duration_ms: int) -> bytes:
    """An MP4 of this length, small: the sample, repeated and cut."""
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(),
        *("-v", "error", "-stream_loop", "-1", "-i", str(SAMPLE)),
        *("-t", f"{max(duration_ms, 200) / 1000:.3f}"),
        *("-vf", "scale=160:90,fps=10", "-preset", "ultrafast", "-ac", "1"),
        *("-movflags", "frag_keyframe+empty_moov", "-f", "mp4", "pipe:1"),
    ]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=60).stdout
