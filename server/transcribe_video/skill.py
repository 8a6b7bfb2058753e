"""Which skill this is: its folder, and the name and version in SKILL.md's frontmatter."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from transcribe_video.errors import ConfigurationError

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]
_HEADER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Skill:
    """The skill's identity.

    Attributes:
        folder: where its SKILL.md and manifest.yaml are.
        name: the frontmatter's ``name``.
        version: the frontmatter's version as text (``1.10`` is not ``1.1``).
    """

    folder: Path
    name: str
    version: str


def skill_folder() -> Path:
    """The folder of the SKILL.md that was installed with this package, or of this checkout."""
    return _PACKAGE if (_PACKAGE / "SKILL.md").is_file() else _CHECKOUT


def load_skill(folder: Path | None = None) -> Skill:
    """Read the identity from ``folder/SKILL.md`` (default: the installed one).

    Raises:
        ConfigurationError: there is no SKILL.md, or its frontmatter lacks name or version.
    """
    folder = folder or skill_folder()
    fields = _frontmatter(folder / "SKILL.md")
    metadata = fields.get("metadata")
    nested = metadata.get("version") if isinstance(metadata, dict) else None
    name, version = fields.get("name"), fields.get("version", nested)
    if not (isinstance(name, str) and isinstance(version, str) and name and version):
        raise ConfigurationError(
            f"“{folder / 'SKILL.md'}” cannot be used",
            "its frontmatter names no skill or no version",
            "Reinstall the skill, or point --skill at its folder",
        )
    return Skill(folder, name, version)


def _frontmatter(path: Path) -> dict[str, object]:
    try:
        header = _HEADER.match(path.read_text(encoding="utf-8-sig"))
        # BaseLoader keeps every scalar as text, so that version 1.10 stays 1.10.
        fields = yaml.load(header[1], Loader=yaml.BaseLoader) if header else None  # noqa: S506
    except (OSError, ValueError, yaml.YAMLError):
        fields = None
    if isinstance(fields, dict):
        return fields
    raise ConfigurationError(
        f"“{path}” cannot be used",
        "it is missing or has no frontmatter",
        "Reinstall the skill, or point --skill at the folder that holds SKILL.md",
    )
