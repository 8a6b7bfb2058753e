"""A recording that was done before is shown word for word, as if it were done now."""

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command import SAMPLE, Command

_LINES = [
    "[0:00] And so, my fellow Americans",
    "[0:03] ask not",
    "[0:05] what your country can do for you ask what you can do for your country.",
]
_AGAIN = "film.mp4: an earlier run had recognised all of it."


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "film.mp4"))


def _shown(command: Command, film: Path, *options: str) -> list[str]:
    """The lines that a terminal shows, without the bar."""
    outer, inner = pty.openpty()
    home = {"TRANSCRIBE_VIDEO_HOME": str(command.home)}
    environment = {**os.environ, **home, **command.environment}
    typed = [sys.executable, "-m", "transcribe_video", str(film), *options]
    with subprocess.Popen(
        typed, env=environment, stdin=inner, stdout=subprocess.DEVNULL, stderr=inner
    ) as process:
        os.close(inner)
        written = b""
        try:
            while piece := os.read(outer, 65_536):
                written += piece
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(outer)
    assert process.returncode == 0, written.decode()
    lines = re.split(r"[\r\n]+", written.decode())
    return [line for line in lines if line.startswith(("[", "film.mp4: "))]


@pytest.mark.parametrize("options", [(), ("--direct",)])
def test_the_words_are_shown_again(quick: Command, film: Path, options: tuple[str, ...]) -> None:
    assert _shown(quick, film, *options) == _LINES
    # Another format is other work, and no window of it is recognised again.
    for more in ((), ("-f", "md")):
        shown = _shown(quick, film, *options, *more)
        assert shown.count(_AGAIN) == 1
        assert [line for line in shown if line != _AGAIN] == _LINES
