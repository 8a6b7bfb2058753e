"""Which recordings a person means: files, and the recordings in folders."""

import os
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from transcribe_video.errors import MediaError, MediaNotFoundError, UsageError
from transcribe_video.media.file import access_error, check_file, quoted
from transcribe_video.media.suffix import looks_like_recording
from transcribe_video.media.typed_path import check_not_url, readings, same_name

_MOST_NAMES = 5_000  # names that are compared when one is misspelt


def recordings(arguments: Sequence[str]) -> list[Path]:
    """The recordings that ``arguments`` name, absolute, in their order, each once.

    A folder stands for the recordings in it, sorted as people sort (2 before 10); folders inside
    it and hidden files are left out. A file is taken whatever its name: its content decides.

    Raises:
        UsageError: nothing is named, or something on the web.
        MediaNotFoundError: there is no such file, or no recording in a folder.
        MediaForbiddenError: a file or folder may not be read.
        UnsupportedMediaError: it is a pipe, a socket or a device.
    """
    found = [path for typed in arguments for path in _recordings(typed)]
    if not found:
        raise UsageError("There is nothing to do", "no recording was named", "Name a file")
    unique: dict[Path, Path] = {}
    for path in found:
        unique.setdefault(path.resolve(), path)
    return list(unique.values())


def _recordings(typed: str) -> list[Path]:
    path = _located(typed)
    if path.is_dir():
        return _in_folder(path)
    check_file(path)
    return [path]


def _located(typed: str) -> Path:
    """The existing path that is meant."""
    if not typed.strip():
        raise UsageError("There is nothing to do", "the name of a recording is empty", "Name one")
    meant = list(readings(typed))
    for path in meant:
        if existing := _existing(path):
            return existing
    check_not_url(typed)
    raise _not_found(meant[-1])


def _existing(path: Path) -> Path | None:
    """``path`` as it is on the disk, where letters may be composed otherwise; None if nowhere."""
    try:
        path.stat()
    except FileNotFoundError:
        return _respelt(path)
    except (OSError, ValueError) as error:
        answer = access_error(path, error)
        if isinstance(answer, MediaNotFoundError):
            return None
        raise answer from error
    return path


def _respelt(path: Path) -> Path | None:
    """The one path whose every part looks equal to ``path``'s."""
    spelt = Path(path.anchor)
    for part in path.parts[1:]:
        if _is_there(spelt / part):
            spelt /= part
            continue
        alike = [name for name in _names(spelt) if same_name(name) == same_name(part)]
        if len(alike) != 1:
            return None
        spelt /= alike[0]
    return spelt if _is_there(spelt) else None


def _is_there(path: Path) -> bool:
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def _not_found(path: Path) -> MediaError:
    """The error that offers the nearest name where the path stops existing."""
    missing = path
    while not _is_there(missing.parent) and missing.parent != missing:
        missing = missing.parent
    near = _nearest(missing)
    return MediaNotFoundError(
        f"{quoted(path)} cannot be found",
        f"there is no {quoted(missing)} in “{missing.parent}”",
        f"Did you mean {quoted(near)}? If not, check the name" if near else "Check the name",
    )


def _nearest(path: Path) -> Path | None:
    nearby = islice(_names(path.parent), _MOST_NAMES)
    names = {_folded(name): name for name in nearby if name != path.name}
    close = get_close_matches(_folded(path.name), names, n=1)
    return path.parent / names[close[0]] if close else None


def _folded(name: str) -> str:
    return same_name(name).casefold()


def _names(folder: Path) -> Iterator[str]:
    """The names in a folder, as far as they may be read."""
    try:
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in entries)
    except OSError:
        return


def _in_folder(folder: Path) -> list[Path]:
    try:
        inside = list(folder.iterdir())
    except OSError as error:
        raise access_error(folder, error) from error
    found = [path for path in inside if looks_like_recording(path) and path.is_file()]
    if not found:
        raise MediaNotFoundError(
            f"There is nothing to do in {quoted(folder)}",
            "the folder holds no file with the name of a video or sound recording"
            + (", and folders inside it are not searched" if _has_folders(inside) else ""),
            "Name a recording, or another folder",
        )
    return sorted(found, key=_natural)


def _has_folders(paths: Sequence[Path]) -> bool:
    return any(path.is_dir() for path in paths)


def _natural(path: Path) -> list[tuple[int, str]]:
    """A key that sorts “take 2” before “take 10”."""
    parts = re.split(r"([0-9]+)", path.name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
