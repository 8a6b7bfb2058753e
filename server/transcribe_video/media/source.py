"""Which recordings a person means: files, and the recordings in folders."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from transcribe_video.errors import MediaError, MediaNotFoundError, UsageError
from transcribe_video.media.file import access_error, check_file, check_permission, quoted
from transcribe_video.media.typed_path import check_not_url, readings, same_name, without_detours

_CLOSEST = 5
_MOST_NAMES = 5_000  # names that are compared when one is misspelt

# The endings that names of recordings have, for finding them in a folder. A file that a person
# names is judged by what is in it.
_VIDEO = """
3g2 3gp asf avi divx dv f4v flv gxf m1v m2t m2ts m2v m4v mkv mod mov mp4 mpe mpeg mpg mts mxf nut
ogm ogv qt rm rmvb tod ts vob webm wmv wtv
"""
_SOUND = """
aac ac3 aif aifc aiff amr ape au caf dsf dss dts eac3 flac m4a m4b mka mp1 mp2 mp3 mpa mpc oga ogg
oma opus qcp ra snd spx tak tta voc w64 wav weba wma wv
"""
_SUFFIXES = frozenset(f".{ending}" for ending in (_VIDEO + _SOUND).split())


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
            return without_detours(existing)
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
    """The entry of the folder whose name is most like the path's, a recording if there is one."""
    nearby = islice(_names(path.parent), _MOST_NAMES)
    names = {_folded(name): name for name in nearby if name != path.name}
    close = get_close_matches(_folded(path.name), names, n=_CLOSEST)
    found = [path.parent / names[name] for name in close]
    return next(
        (near for near in found if _looks_like_recording(near)), found[0] if found else None
    )


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
    check_permission(folder, os.X_OK)  # without it there are names, and nothing behind them
    found = [path for path in inside if _looks_like_recording(path) and _may_be_file(path)]
    if not found:
        raise MediaNotFoundError(
            f"There is nothing to do in {quoted(folder)}",
            "the folder holds no file with the name of a video or sound recording"
            + (", and folders inside it are not searched" if _has_folders(inside) else ""),
            "Name a recording, or another folder",
        )
    return sorted(found, key=_natural)


def _looks_like_recording(path: Path) -> bool:
    """Whether the name is that of a video or sound file, and not hidden."""
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")


def _may_be_file(path: Path) -> bool:
    """Whether it is a file, or a link to what may not be looked at: opening it will say so."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        return not isinstance(access_error(path, error), MediaNotFoundError)


def _has_folders(paths: Sequence[Path]) -> bool:
    return any(os.path.isdir(path) for path in paths)  # noqa: PTH112 - Path.is_dir can raise


def _natural(path: Path) -> list[tuple[int, str]]:
    """A key that sorts “take 2” before “take 10”."""
    parts = re.split(r"([0-9]+)", path.name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
