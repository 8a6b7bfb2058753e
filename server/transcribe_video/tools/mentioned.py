"""Files and addresses that a message names."""

import re
from collections.abc import Iterator
from pathlib import Path

from transcribe_video.tools.source import is_address, is_attachment

_ADDRESS = re.compile(r"https?://[^\s\"'<>“”]+")
_QUOTED = re.compile(r"[\"'“‘]([^\"'“”‘’]+)[\"'”’]")  # noqa: RUF001 - marks that people quote with
_PATH = re.compile(r"(?<![\w:/\\])(?:~|[A-Za-z]:|sandbox:)?[/\\][^\s\"'“”]+")
_STOPS = ".,;:!?)。，；！？）"
_MOST = 20


def mentioned(message: str) -> tuple[str, ...]:
    """What a message names that can be brought into a project, in order, each once.

    Addresses of the web, files that are there, and files of a chat; a path at which nothing is, is
    words like any other. It looks at the disk.
    """
    found = dict.fromkeys(one for one in _candidates(message) if _is_meant(one))
    return tuple(found)[:_MOST]


def _candidates(message: str) -> Iterator[str]:
    for pattern in (_ADDRESS, _QUOTED, _PATH):
        for match in pattern.finditer(message):
            named = match[match.re.groups].strip()
            yield named
            yield named.rstrip(_STOPS)
        message = pattern.sub(" ", message) if pattern is _ADDRESS else message


def _is_meant(named: str) -> bool:
    if is_address(named):
        return named[-1] not in _STOPS
    if is_attachment(named):
        return named[-1] not in _STOPS
    try:
        path = Path(named).expanduser()
        return path.is_absolute() and path.is_file()
    except (OSError, RuntimeError, ValueError):
        return False
