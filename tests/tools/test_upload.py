"""What is told of files that are brought."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from anyio import to_thread

from command import SAMPLE
from host import end_all
from tools.driver import text_of
from tools.project import assistant_in

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home without a model."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("TRANSCRIBE_VIDEO_HOME", str(home))  # for the backend
    yield home
    end_all(home)


async def test_of_a_picture_that_is_brought_no_documents_are_promised(
    home: Path, tmp_path: Path, ffmpeg: str
) -> None:
    film, logo = Path(shutil.copy(SAMPLE, tmp_path / "film.mp4")), tmp_path / "logo.png"
    picture = ["-f", "lavfi", "-i", "color=red:s=320x180", "-frames:v", "1", str(logo)]
    await to_thread.run_sync(lambda: subprocess.run([ffmpeg, "-v", "error", *picture], check=True))
    async with assistant_in(home) as assistant:
        pictures = text_of(await assistant.result("upload", source=str(logo)))
        both = text_of(await assistant.result("upload", source=[str(logo), str(film)]))
    assert "“logo.png”: in the project now.\n" in pictures
    assert "makes documents of what can be heard" in both
