"""The headers that really go out, for each way in which the skill is installed."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from command import ROOT
from transcribe_video.client.attribution import attribution
from transcribe_video.skill import load_skill

_NAME = "transcribe-video-to-text"
_SENT = """
import json
from transcribe_video.client.attribution import attribution
from transcribe_video.settings import load_settings
from transcribe_video.skill import load_skill
import os, sys
from pathlib import Path

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
print(json.dumps(attribution(load_skill(folder), load_settings(os.environ).skill_source)))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that this checkout builds."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=ROOT)
    [built] = folder.iterdir()
    return built


def _sent(
    packages: Path | None = None, folder: Path | None = None, **environment: str
) -> dict[str, str]:
    """The headers of a process that has the package from here, or from that folder."""
    kept = {"PATH": os.environ["PATH"], **environment}
    paths = {} if packages is None else {"PYTHONPATH": str(packages)}
    ran = subprocess.run(
        [sys.executable, "-c", _SENT, *([str(folder)] if folder else [])],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env=kept | paths,
    )
    headers: dict[str, str] = json.loads(ran.stdout)
    return headers


def _headers(platform: str, version: str | None = None) -> dict[str, str]:
    return {
        "X-Skill-Source": _NAME,
        "X-Skill-Version": version or load_skill().version,
        "X-Skill-Platform": platform,
    }


def _copied(folder: Path, version: str) -> Path:
    """The skill in a folder of its own, as another version."""
    folder.mkdir(parents=True)
    text = (ROOT / "SKILL.md").read_text("utf-8")
    ours = f'version: "{load_skill().version}"'
    assert ours in text
    (folder / "SKILL.md").write_text(text.replace(ours, f'version: "{version}"'), "utf-8")
    shutil.copy(ROOT / "manifest.yaml", folder)
    return folder


def _as_clawhub(tmp_path: Path) -> Path:
    """As its installer leaves it: a folder of any name, with a mark in it."""
    folder = _copied(tmp_path / "work" / "skills" / _NAME, "1.10")
    (folder / ".clawhub").mkdir()
    (folder / ".clawhub" / "origin.json").write_text('{"slug": "transcribe-video-to-text"}')
    return folder


def _as_cursor(tmp_path: Path) -> Path:
    return _copied(tmp_path / ".cursor" / "skills" / _NAME, "1.10")


def _as_cursor_link(tmp_path: Path) -> Path:
    kept = _copied(tmp_path / "kept" / _NAME, "1.10")
    link = tmp_path / ".cursor" / "skills" / _NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(kept, target_is_directory=True)
    return link


def _as_linked_cursor(tmp_path: Path) -> Path:
    """The other way round: a plain name for a folder of Cursor's."""
    link = tmp_path / "mine"
    link.symlink_to(_as_cursor(tmp_path), target_is_directory=True)
    return link


def _as_cursor_skills_link(tmp_path: Path) -> Path:
    """The whole folder of skills lies elsewhere."""
    _copied(tmp_path / "dotfiles" / _NAME, "1.10")
    (tmp_path / ".cursor").mkdir()
    (tmp_path / ".cursor" / "skills").symlink_to(tmp_path / "dotfiles", target_is_directory=True)
    return tmp_path / ".cursor" / "skills" / _NAME


def _as_plain(tmp_path: Path) -> Path:
    return _copied(tmp_path / "skills" / _NAME, "1.10")


@pytest.mark.parametrize(
    ("installed", "platform"),
    [
        (_as_plain, "unknown"),
        (_as_clawhub, "clawhub"),
        (_as_cursor, "cursor"),
        (_as_cursor_link, "cursor"),
        (_as_linked_cursor, "cursor"),
        (_as_cursor_skills_link, "cursor"),
    ],
)
def test_a_folder_of_the_skill_sends_its_own_version_and_place(
    installed: Callable[[Path], Path], platform: str, tmp_path: Path
) -> None:
    assert attribution(load_skill(installed(tmp_path))) == _headers(platform, "1.10")


def test_the_checkout_sends_what_stands_in_its_skill() -> None:
    assert _sent() == _headers("unknown")


def test_a_wheel_sends_what_was_built_into_it(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site-packages")
    assert _sent(tmp_path / "site-packages") == _headers("unknown")


def test_a_wheel_in_a_folder_of_cursors_tells_that(wheel: Path, tmp_path: Path) -> None:
    packages = tmp_path / ".cursor" / "skills" / _NAME / ".venv" / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    assert _sent(packages) == _headers("cursor")


def test_a_wheel_that_runs_as_a_folder_of_the_skill_sends_that_ones(
    wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site-packages")
    folder = _as_clawhub(tmp_path)
    assert _sent(tmp_path / "site-packages", folder) == _headers("clawhub", "1.10")


def test_the_place_that_a_person_sets_counts_for_every_installation(tmp_path: Path) -> None:
    folder = _as_clawhub(tmp_path)
    assert _sent(None, folder, SKILL_SOURCE="a-market") == _headers("a-market", "1.10")
    assert _sent(SKILL_SOURCE="a-market") == _headers("a-market")
