"""The headers that say which skill is calling, and how it was installed."""

import os.path
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from transcribe_video.client.headers import checked
from transcribe_video.skill import Skill

CLAWHUB, CURSOR, UNKNOWN = "clawhub", "cursor", "unknown"
_CLAWHUB_FOLDERS = (".clawhub", ".clawdhub")
_CLAWHUB_MARKER = "origin.json"  # its installer leaves one beside SKILL.md
_CURSOR_FOLDERS = ((".cursor", "skills"), (".cursor", "plugins"))


def attribution(skill: Skill, source: str | None = None) -> dict[str, str]:
    """The three headers.

    Args:
        skill: who calls.
        source: the platform, where a person has set it (``SKILL_SOURCE``).

    Raises:
        ConfigurationError: a value cannot stand in a header.
    """
    return checked(
        {
            "X-Skill-Source": skill.name,
            "X-Skill-Version": skill.version,
            "X-Skill-Platform": source or platform_of(skill.folder),
        }
    )


def platform_of(folder: Path) -> str:
    """Who installed the skill in ``folder``, as far as its path tells: a word for the header.

    The path as it is written counts first, because installers put links into their folders.
    """
    places = (platform for path in _paths(folder) if (platform := _platform(path)))
    return next(places, UNKNOWN)


def _paths(folder: Path) -> Iterator[Path]:
    yield Path(os.path.normpath(folder.absolute()))
    with suppress(OSError, RuntimeError):  # a circle of links
        yield folder.resolve()


def _platform(path: Path) -> str | None:
    parts = re.split(r"[/\\]", str(path))
    if any(name in parts for name in _CLAWHUB_FOLDERS) or _is_marked(path):
        return CLAWHUB
    neighbours = set(pairwise(parts))
    return CURSOR if neighbours.intersection(_CURSOR_FOLDERS) else None


def _is_marked(folder: Path) -> bool:
    with suppress(OSError):
        return any((folder / name / _CLAWHUB_MARKER).is_file() for name in _CLAWHUB_FOLDERS)
    return False
