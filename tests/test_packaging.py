"""What is built and installed: the wheel, a base install of it, and the command."""

import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
import yaml

from command import ROOT, SAMPLE, Command
from transcribe_video.skill import load_skill

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PACKAGE = ROOT / "server" / "transcribe_video"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that this checkout builds."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder)
    [built] = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def base_install(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages that holds the wheel, what it needs without any extra, and no more."""
    site = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run(*pip, "--no-index", "--no-deps", "--target", site, wheel)
    for name in _needed(PROJECT["dependencies"]):
        found = distribution(name)
        for top in {file.parts[0] for file in found.files or () if ".." not in file.parts}:
            if not (site / top).exists():
                (site / top).symlink_to(Path(str(found.locate_file(top))))
    return site


@pytest.fixture
def base_command(base_install: Path, tmp_path: Path) -> Command:
    """The command of the base install, which sees none of the packages installed here."""
    return Command(tmp_path / "home", {"PYTHONPATH": str(base_install)}, ("-S", "-P"))


def _run(*command: str | Path) -> str:
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=120, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _needed(requirements: list[str]) -> Iterator[str]:
    """The installed packages that these need, and those that they need in turn."""
    for requirement in requirements:
        name = re.split(r"[^\w.-]", requirement)[0]
        if "extra ==" in requirement:
            continue
        try:
            more = distribution(name).requires or []
        except PackageNotFoundError:  # for another system or Python
            continue
        yield name
        yield from _needed(more)


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_package_skill_and_command_have_one_name() -> None:
    manifest = yaml.safe_load((ROOT / "manifest.yaml").read_text("utf-8"))
    names = {PROJECT["name"], manifest["entry_point"], *PROJECT["scripts"]}
    assert names == {load_skill().name}


def test_the_installed_command_knows_its_version() -> None:
    command = Path(sysconfig.get_path("scripts")) / load_skill().name
    assert _run(command, "--version") == f"{load_skill().version}\n"


def test_the_wheel_holds_the_package_and_what_it_reads_and_no_more(wheel: Path) -> None:
    modules = {f"transcribe_video/{path.relative_to(PACKAGE)}" for path in PACKAGE.rglob("*.py")}
    others = {"SKILL.md", "manifest.yaml", "py.typed", "documents/transcript.schema.json"}
    pages = {"drop.html", "drop.js", "gone.html", "gone.js", "page.css"}
    others |= {f"viewer/{name}" for name in pages}
    others |= {f"media/render/fonts/{name}" for name in ("Roboto-Medium.ttf", "LICENSE", "SOURCE")}
    data = {name for name in _names(wheel) if ".dist-info/" not in name}
    assert data == modules | {f"transcribe_video/{name}" for name in others}


def test_the_wheel_tells_the_version_of_the_skill_and_where_its_licence_is(wheel: Path) -> None:
    info = f"transcribe_video_to_text-{load_skill().version}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        metadata = message_from_bytes(archive.read(f"{info}/METADATA"))
        copied = archive.read("transcribe_video/SKILL.md")
        licence = archive.read(f"{info}/licenses/LICENSE")

    assert metadata["Name"] == load_skill().name
    assert metadata["Version"] == load_skill().version
    assert metadata.get_all("Provides-Extra") == sorted(PROJECT["optional-dependencies"])
    assert copied == (ROOT / "SKILL.md").read_bytes()
    assert licence == (ROOT / "LICENSE").read_bytes()


def test_the_sources_to_publish_hold_what_builds_the_wheel_and_no_tests(tmp_path: Path) -> None:
    _run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path)
    [archive] = tmp_path.iterdir()
    listing = _run(sys.executable, "-m", "tarfile", "-l", archive).split()
    names = {name.partition("/")[2] for name in listing}

    assert names >= {"SKILL.md", "manifest.yaml", "README.md", "LICENSE", "pyproject.toml"}
    assert not {name for name in names if name.startswith(("tests/", ".ci/", ".venv/", "demo/"))}


def test_a_base_install_runs_as_the_skill_that_was_built_into_it(
    base_command: Command, base_install: Path
) -> None:
    assert base_command.run("--version").printed == f"{load_skill().version}\n"

    code = (
        "from transcribe_video.skill import skill_folder\n"
        "from transcribe_video.manifest import load_manifest\n"
        "print(skill_folder())\n"
        "load_manifest(skill_folder())\n"
        "raise SystemExit\n"
    )
    ran = base_command.run(before=code)
    assert (ran.code, ran.said) == (0, "")
    assert Path(ran.printed.strip()) == base_install / "transcribe_video"


def test_a_base_install_says_how_to_add_what_it_lacks(base_command: Command) -> None:
    ran = base_command.run(SAMPLE)

    assert (ran.code, ran.printed) == (1, "")
    assert ran.sentence.endswith(
        " is not possible yet: the optional part “offline” is not installed. "
        'Install it with: pip install "transcribe-video-to-text[offline]".'
    )
    assert not base_command.home.exists()


def test_a_base_install_still_tells_what_is_wrong_with_a_command(base_command: Command) -> None:
    ran = base_command.run(SAMPLE, "-f", "docs")

    assert (ran.code, ran.printed) == (2, "")
    assert ran.sentence.startswith("“docs” is not a document format")


def test_a_base_install_writes_every_document(base_command: Command) -> None:
    code = (
        "from transcribe_video.documents.registry import FORMATS\n"
        "from transcribe_video.transcript.transcript import Transcript\n"
        "empty = Transcript('a.mp4', 1, '', 'whisper base', ())\n"
        "print(*(kind.name for kind in FORMATS if isinstance(kind.write(empty), bytes)))\n"
        "raise SystemExit\n"
    )
    ran = base_command.run(before=code)
    assert (ran.code, ran.printed, ran.said) == (0, "docx txt md srt vtt json\n", "")
