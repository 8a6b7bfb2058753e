"""What tests of rendering share."""

import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from media.render.renderer import Renderer

Film: TypeAlias = Callable[[str], Path]


@pytest.fixture(scope="session")
def film(ffmpeg: str, tmp_path_factory: pytest.TempPathFactory) -> Film:
    """Makes a second of what a filter of ffmpeg shows, once."""

    @cache
    def made(shown: str) -> Path:
        path = tmp_path_factory.mktemp("film") / "film.mp4"
        coded = ("-t", "1", "-pix_fmt", "yuv420p", "-preset", "veryfast", "-crf", "10", str(path))
        command = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", shown, *coded]
        subprocess.run(command, check=True, timeout=30)
        return path

    return made


@pytest.fixture
def scene(film: Film) -> Path:
    """Colours that move slowly behind what is written."""
    return film("gradients=s=640x360:r=25:c0=0x303858:c1=0x785838:speed=0.05:seed=5")


@pytest.fixture
def chart(film: Film) -> Path:
    """A picture of which no two parts are alike."""
    return film("testsrc2=s=320x180:r=25")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder that the video goes into; there is nothing else in it."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def renderer(out: Path) -> Renderer:
    return Renderer(out / "video.mp4")
