"""A server in a home of its own, called in memory."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import SAMPLE
from host import end_all
from transcribe_video.manifest import Manifest
from transcribe_video.settings import Settings
from transcribe_video.skill import load_skill
from transcribe_video.tools.server import server_of
from transcribe_video.tools.tool_server import ToolServer


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home; a backend that is started for it is ended."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("TRANSCRIBE_VIDEO_HOME", str(home))  # for the backend
    monkeypatch.setenv("HOME", str(tmp_path))
    yield home
    end_all(home)


@pytest.fixture(scope="session")
def brief(ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first five seconds of the sample, for edits that are rendered."""
    path = tmp_path_factory.mktemp("brief") / "brief.mp4"
    command = [ffmpeg, "-v", "error", "-i", str(SAMPLE), "-t", "5", "-c", "copy", str(path)]
    subprocess.run(command, check=True, timeout=30)
    return path


@pytest.fixture
def server(home: Path, manifest: Manifest) -> ToolServer:
    """A server whose backend starts when it is first needed."""
    return server_of(Settings(home=home), load_skill(), manifest)
