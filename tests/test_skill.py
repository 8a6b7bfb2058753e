import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from command import ROOT, Command
from transcribe_video.documents.registry import FORMATS
from transcribe_video.errors import ConfigurationError
from transcribe_video.skill import Skill, load_skill, skill_folder

NAME = "transcribe-video-to-text"


def _skill(folder: Path, text: str) -> Path:
    (folder / "SKILL.md").write_text(text, encoding="utf-8")
    return folder


def test_this_checkout_is_the_skill_that_runs() -> None:
    assert skill_folder() == ROOT
    assert load_skill().name == NAME


@pytest.mark.parametrize(
    "frontmatter",
    [
        "name: a\nversion: 1.10",
        'name: a\nversion: "1.10"',
        "name: a\nmetadata:\n  version: 1.10",
        'name: a\nmetadata:\n  version: "1.10"\n  other: 1',
        "metadata: x\nversion: 1.10\nname: a",
        "name: a\nversion: 1.10\nmetadata:\n  version: 9.9",
        "name: a\ndescription: this --- and that\nversion: 1.10",
        "name: a\ndescription: |\n  one\n  ---\n  two\nversion: 1.10",
        "# a comment\nname: 'a'\nversion: 1.10\n",
    ],
)
def test_the_version_is_text_and_may_stand_in_two_places(frontmatter: str, tmp_path: Path) -> None:
    folder = _skill(tmp_path, f"---\n{frontmatter}\n---\n# A skill\n\n---\nname: b\n---\n")
    assert load_skill(folder) == Skill(folder, "a", "1.10")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "SKILL.md").write_bytes(
        b"\xef\xbb\xbf---\r\nname: a\r\nversion: 1.10\r\n---\r\ntext\r\n"
    )
    assert load_skill(tmp_path) == Skill(tmp_path, "a", "1.10")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A skill without a frontmatter\n",
        "---\nname: a\nversion: 1.10\n",
        "---\nname: [a\nversion: 1.10\n---\n",
        "---\n- name\n- version\n---\n",
        "Not at its beginning:\n---\nname: a\nversion: 1.10\n---\n",
    ],
)
def test_a_skill_without_a_frontmatter_is_an_error_that_names_the_file(
    text: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError) as raised:
        load_skill(_skill(tmp_path, text))
    assert str(raised.value) == (
        f"“{tmp_path / 'SKILL.md'}” cannot be used: it is missing or has no frontmatter. "
        "Reinstall the skill, or point --skill at the folder that holds SKILL.md."
    )


def test_a_folder_without_a_skill_or_with_bytes_for_one_is_the_same_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="it is missing or has no frontmatter"):
        load_skill(tmp_path / "nowhere")
    (tmp_path / "SKILL.md").write_bytes(b"---\nname: \xff\nversion: 1.10\n---\n")
    with pytest.raises(ConfigurationError, match="it is missing or has no frontmatter"):
        load_skill(tmp_path)


@pytest.mark.parametrize(
    "frontmatter",
    [
        "name: a",
        "version: 1.10",
        "name: a\nversion:",
        'name: ""\nversion: 1.10',
        "name: [a]\nversion: 1.10",
        "name: a\nversion:\n  major: 1",
        "name: a\nmetadata: 1.10",
    ],
)
def test_a_frontmatter_without_name_or_version_is_an_error(
    frontmatter: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError, match="its frontmatter names no skill or no version"):
        load_skill(_skill(tmp_path, f"---\n{frontmatter}\n---\n"))


def test_the_skill_names_every_format_and_only_options_that_there_are(tmp_path: Path) -> None:
    text = (ROOT / "SKILL.md").read_text("utf-8").split("---", 2)[2]
    spans = re.findall(r"`(?!py)([^`\n]+)`", text)  # but for what calls Python
    options = {word for span in spans for word in span.split() if re.fullmatch("--?[a-z]+", word)}
    known = Command(tmp_path / "home").run("--help").printed

    assert {kind.name for kind in FORMATS} <= set(spans)
    assert {option for option in options if not re.search(rf"{option}\b", known)} == set()


def test_the_skill_passes_the_validator_of_the_format(tmp_path: Path) -> None:
    folder = tmp_path / NAME
    folder.mkdir()
    for name in ("SKILL.md", "manifest.yaml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)

    validator = str(Path(sysconfig.get_path("scripts")) / "agentskills")
    command = [validator, "validate", str(folder)]
    ran = subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)
    assert (ran.returncode, ran.stderr) == (0, "")
