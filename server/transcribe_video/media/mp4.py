"""What the headers of an MP4 file tell, read without a media library.

A program without the optional parts has none, and must still know whether a film that came over
the network is whole before it calls it finished.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from transcribe_video.errors import DamagedMediaError, MediaError, MediaNotFoundError

_HEAD, _LARGE = struct.Struct(">I4s"), struct.Struct(">Q")
_CONTAINERS = {b"moov", b"trak", b"mdia"}
_MOST_BOXES = 10_000
_FIXED_POINT = 65_536


@dataclass(frozen=True, slots=True)
class Film:
    """A film, as its headers tell.

    Attributes:
        duration_ms: its length.
        width: of the picture; None if it has none.
        height: of the picture; None if it has none.
        has_sound: whether there is a sound track.
    """

    duration_ms: int
    width: int | None
    height: int | None
    has_sound: bool


@dataclass(frozen=True, slots=True)
class _Box:
    """One box: its kind, and where its content begins and ends in the file."""

    kind: bytes
    start: int
    end: int


def film_at(path: Path) -> Film:
    """Read the headers of an MP4 file.

    Raises:
        MediaNotFoundError: there is no such file.
        DamagedMediaError: it is no MP4 file, or the end of it is missing.
        MediaError: it may not be read.
    """
    try:
        with path.open("rb") as file:
            return _film(file, path.name, path.stat().st_size)
    except FileNotFoundError as error:
        raise MediaNotFoundError(f"“{path.name}” cannot be read", "it is not there") from error
    except OSError as error:
        why = (error.strerror or "the system refused").lower()
        raise MediaError(f"“{path.name}” cannot be read", why, "Try again") from error
    except (struct.error, IndexError, ZeroDivisionError) as error:
        raise _damaged(path.name, "its headers are not whole") from error


def _film(file: BinaryIO, name: str, size: int) -> Film:
    top = list(_boxes(file, 0, size))
    kinds = {box.kind for box in top}
    if not {b"ftyp", b"moov", b"mdat"} <= kinds:
        raise _damaged(name, "it is not a whole MP4 file")
    if any(box.end > size for box in top):
        raise _damaged(name, "its end is missing")
    duration_ms, width, height, has_sound = 0, None, None, False
    for path, box in _inside(file, top, ()):
        if path[-1] == b"mvhd":
            duration_ms = _length_ms(_content(file, box))
        elif path[-1] == b"tkhd":
            shown = _size(_content(file, box))
            width, height = shown if all(shown) else (width, height)
        elif path[-1] == b"hdlr":
            has_sound |= _content(file, box)[8:12] == b"soun"
    return Film(duration_ms, width, height, has_sound)


def _inside(
    file: BinaryIO, boxes: list[_Box], path: tuple[bytes, ...]
) -> Iterator[tuple[tuple[bytes, ...], _Box]]:
    for box in boxes:
        place = (*path, box.kind)
        yield place, box
        if box.kind in _CONTAINERS and len(place) <= len(_CONTAINERS):
            yield from _inside(file, list(_boxes(file, box.start, box.end)), place)


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[_Box]:
    for _ in range(_MOST_BOXES):
        if start + _HEAD.size > end:
            return
        file.seek(start)
        size, kind = _HEAD.unpack(file.read(_HEAD.size))
        head = _HEAD.size
        if size == 1:
            [size] = _LARGE.unpack(file.read(_LARGE.size))
            head += _LARGE.size
        elif size == 0:
            size = end - start
        if size < head:
            return
        yield _Box(kind, start + head, start + size)
        start += size


def _content(file: BinaryIO, box: _Box) -> bytes:
    file.seek(box.start, os.SEEK_SET)
    return file.read(min(box.end - box.start, 256))


def _length_ms(header: bytes) -> int:
    """The length that a movie's header states, whichever version of it."""
    form, place = (">IQ", 20) if header[0] else (">II", 12)
    scale, length = struct.unpack_from(form, header, place)
    return round(int(length) * 1000 / int(scale))


def _size(header: bytes) -> tuple[int, int]:
    """Width and height as a track shall be shown; zeros for one without a picture."""
    width, height = struct.unpack_from(">II", header, 88 if header[0] else 76)
    return width // _FIXED_POINT, height // _FIXED_POINT


def _damaged(name: str, why: str) -> DamagedMediaError:
    return DamagedMediaError(f"“{name}” cannot be used", why, "Have it made again")
