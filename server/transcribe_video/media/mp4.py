"""What the headers of an MP4 file tell, read without a media library.

A program without the optional parts has none, and must still know whether a film that came over
the network is whole before it calls it finished.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from transcribe_video.errors import DamagedMediaError, MediaError, MediaNotFoundError
from transcribe_video.media.mp4_box import boxes, content, inside
from transcribe_video.media.mp4_fragments import Fragments

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
    top = list(boxes(file, 0, size))
    kinds = {box.kind for box in top}
    if not {b"ftyp", b"moov", b"mdat"} <= kinds:
        raise _damaged(name, "it is not a whole MP4 file")
    if any(box.end > size for box in top):
        raise _damaged(name, "its end is missing")
    duration_ms, width, height, has_sound = 0, None, None, False
    pieces = Fragments()
    for box in inside(file, top):
        if box.kind == b"mvhd":
            duration_ms = _length_ms(content(file, box))
        elif box.kind == b"tkhd":
            shown = _size(content(file, box))
            width, height = shown if all(shown) else (width, height)
        elif box.kind == b"hdlr":
            has_sound |= content(file, box)[8:12] == b"soun"
        if box.kind in Fragments.KINDS:
            pieces.take(box.kind, content(file, box))
    return Film(duration_ms or pieces.duration_ms, width, height, has_sound)


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
