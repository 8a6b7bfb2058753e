"""The README tells the truth."""

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from host import end_all
from transcribe_video.documents.registry import FORMATS
from transcribe_video.speech.quality import QUALITIES

_ROOT = Path(__file__).parents[1]
_README = (_ROOT / "README.md").read_text(encoding="utf-8")
_PLACE = "/home/you/transcribe-video-to-text"


def _example() -> tuple[str, list[str]]:
    """The arguments of the README's example, and the lines it shows."""
    found = re.search(
        r"```\n\$ \.venv/bin/transcribe-video-to-text (?P<typed>.*)\n(?P<shown>[^`]*)```", _README
    )
    assert found
    return found["typed"], found["shown"].splitlines()


def _shown_on_a_terminal(command: list[str], folder: Path, home: Path) -> str:
    """All that a command writes on a terminal."""
    outer, inner = pty.openpty()
    environment = {**os.environ, "TRANSCRIBE_VIDEO_HOME": str(home)}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=inner, stdout=inner, stderr=inner
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
    return written.decode()


def test_the_example_shows_what_a_terminal_shows(tmp_path: Path) -> None:
    typed, expected = _example()
    folder = tmp_path / "transcribe-video-to-text"
    (folder / "samples").mkdir(parents=True)
    shutil.copy(_ROOT / typed, folder / typed)
    command = [sys.executable, "-m", "transcribe_video", typed]
    try:
        written = _shown_on_a_terminal(command, folder, tmp_path / "home")
    finally:
        end_all(tmp_path / "home")
    lines = [line.replace(str(folder), _PLACE) for line in re.split(r"[\r\n]+", written)]
    shown = [line for line in lines if line.startswith(("[", _PLACE))]
    assert shown == expected


def test_every_format_setting_option_and_quality_is_named() -> None:
    manifest = yaml.safe_load((_ROOT / "manifest.yaml").read_text(encoding="utf-8"))
    names = [kind.name for kind in FORMATS] + list(QUALITIES) + list(manifest["environment"])
    assert [name for name in names if f"`{name}`" not in _README] == []


def test_nothing_is_installed_into_the_python_of_the_system() -> None:
    skill = (_ROOT / "SKILL.md").read_text(encoding="utf-8")
    install = '`python3 -m venv .venv && .venv/bin/pip install ".[offline]"`'
    assert install.strip("`") in _README.splitlines()
    assert install in skill
    pages = _README + skill
    assert not re.search(r"(?<![\\/])\bpip3? install", pages), "which Debian refuses"
    assert not re.search(r"^\$? ?transcribe-video-to-text", _README, re.MULTILINE)


def test_every_linked_page_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", _README)
    assert links
    assert [link for link in links if not (_ROOT / link).exists()] == []
