"""What tests of rendering share."""

from pathlib import Path

import pytest

from media.render.renderer import Renderer


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder that the video goes into; there is nothing else in it."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def renderer(out: Path) -> Renderer:
    return Renderer(out / "video.mp4")
