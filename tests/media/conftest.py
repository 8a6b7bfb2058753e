"""What tests of media share: changing recordings, and Python processes of their own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from transcribe_video.manifest import Limits
from transcribe_video.media.record import record
from transcribe_video.media.sound import Sound

Convert: TypeAlias = Callable[..., Path]
Decode: TypeAlias = Callable[[Path], Sound]
Python: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def convert(ffmpeg: str, tmp_path: Path) -> Convert:
    """Make the file ``name`` with ffmpeg's ``arguments``."""

    def run(name: str, *arguments: str | Path) -> Path:
        made = tmp_path / name
        quiet = (ffmpeg, "-nostdin", "-hide_banner", "-v", "error", "-y")
        subprocess.run([*quiet, *map(str, arguments), made], check=True, timeout=60)
        return made

    return run


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """The folder in which sound may lie; it must be empty at the end."""
    return tmp_path / "scratch"


@pytest.fixture
def decode(scratch: Path, limits: Limits) -> Decode:
    """The sound of a recording."""
    return lambda path: record(path, scratch, limits)


@pytest.fixture
def python() -> Python:
    """Run Python code in a process of its own; gives what it printed."""

    def run(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        return subprocess.run(command, check=False, capture_output=True, text=True, timeout=50)

    return run
