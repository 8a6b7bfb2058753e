"""The boxes that an MP4 file is made of."""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_HEAD, _LARGE = struct.Struct(">I4s"), struct.Struct(">Q")
_CONTAINERS = {b"moov", b"trak", b"mdia", b"mvex", b"moof", b"traf"}
_DEEPEST = 4
_MOST_BOXES = 100_000
_MOST_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its kind, and where its content begins and ends in the file."""

    kind: bytes
    start: int
    end: int


def boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """The boxes that lie side by side in a part of a file."""
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
        yield Box(kind, start + head, start + size)
        start += size


def inside(file: BinaryIO, found: list[Box], depth: int = 1) -> Iterator[Box]:
    """The boxes, and those in them, as they lie in the file."""
    for box in found:
        yield box
        if box.kind in _CONTAINERS and depth <= _DEEPEST:
            yield from inside(file, list(boxes(file, box.start, box.end)), depth + 1)


def content(file: BinaryIO, box: Box) -> bytes:
    """What is in a box, as far as a megabyte."""
    file.seek(box.start, os.SEEK_SET)
    return file.read(min(box.end - box.start, _MOST_BYTES))
