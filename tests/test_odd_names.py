"""A file whose name is no text goes through the command line as any other."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from command import SAMPLE, Command
from host import end_all
from tiny_model import tiny_model

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are text"),
]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    yield home
    end_all(home)


@pytest.mark.parametrize("is_direct", [False, True])
def test_a_name_that_is_no_text_becomes_a_document(
    home: Path, tmp_path: Path, *, is_direct: bool
) -> None:
    folder = tmp_path / "odd\udcfe"
    folder.mkdir()
    film = Path(shutil.copy(SAMPLE, folder / "bad\udcff.mp4"))
    out = tmp_path / "out\udcfe"
    out.mkdir()
    model = {"TRANSCRIBE_VIDEO_MODEL": str(tiny_model())}
    command = Command(home, model, is_direct=is_direct)
    for options, place in (((), folder), (("--output-dir", out), out)):
        ran = command.run(film, *options)
        assert ran.code == 0, ran.said
        assert (place / "bad\udcff.docx").is_file()
