"""Still pictures: how large they are, read from their first bytes; none is ever decoded here."""

import struct
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from

from transcribe_video.errors import DamagedMediaError, UnsupportedMediaError
from transcribe_video.media.file import access_error, open_file, quoted
from transcribe_video.media.signature import Kind, signature

_HEAD_BYTES = 1 << 20  # profiles and a preview may stand before a JPEG picture's size
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG markers before a size
_14_BITS = 0x3FFF
_ANIMATION = 0x02  # RFC 9649, 2.7


@dataclass(frozen=True, slots=True)
class Still:
    """A picture's size in pixels, as it is stored."""

    width: int
    height: int


def still(path: Path) -> Still | None:
    """The picture at ``path``; None if its first bytes are not a picture's.

    Raises:
        MediaNotFoundError, MediaForbiddenError: there is no file, or it may not be read.
        UnsupportedMediaError: it is a picture, and neither JPEG nor PNG, GIF or WebP that is still.
        DamagedMediaError: it is cut off before its size.
    """
    with open_file(path) as file:
        try:
            head = file.read(_HEAD_BYTES)
        except OSError as error:
            raise access_error(path, error) from error
    found = signature(head)
    if found.kind is not Kind.PICTURE:
        return None
    try:
        size = _size(head)
    except struct.error as error:
        raise DamagedMediaError(
            f"{quoted(path)} cannot be read",
            f"it begins like {found.title} and is cut off",
            "Copy or download it again",
        ) from error
    if head.startswith(b"RIFF") and head[12:16] == b"VP8X" and head[20] & _ANIMATION:
        raise UnsupportedMediaError(
            f"{quoted(path)} cannot be used",
            "it is a WebP picture that moves",
            "Save it as MP4 or GIF, or one picture of it as PNG or JPEG",
        )
    if size is None:
        raise UnsupportedMediaError(
            f"{quoted(path)} cannot be used", f"it is {found.title}", "Save it as JPEG or PNG"
        )
    return size


def _size(head: bytes) -> Still | None:
    if head.startswith(b"\x89PNG"):
        return Still(*unpack_from(">II", head, 16))
    if head.startswith(b"GIF8"):
        return Still(*unpack_from("<HH", head, 6))
    if head.startswith(b"\xff\xd8"):
        return _jpeg(head)
    return _webp(head) if head.startswith(b"RIFF") else None


def _jpeg(head: bytes) -> Still:
    """Past the blocks that stand before the frame (ITU-T T.81, B.1)."""
    at = 2
    while True:
        _, marker, length = unpack_from(">BBH", head, at)
        if marker in _FRAMES:
            height, width = unpack_from(">HH", head, at + 5)
            return Still(width, height)
        at += 2 + length


def _webp(head: bytes) -> Still:
    """Of each of the three forms (RFC 9649, 2.5 to 2.7)."""
    if head[12:16] == b"VP8X":
        low_width, high_width, low_height, high_height = unpack_from("<HBHB", head, 24)
        return Still((high_width << 16 | low_width) + 1, (high_height << 16 | low_height) + 1)
    if head[12:16] == b"VP8L":
        (bits,) = unpack_from("<I", head, 21)
        return Still((bits & _14_BITS) + 1, (bits >> 14 & _14_BITS) + 1)
    width, height = unpack_from("<HH", head, 26)
    return Still(width & _14_BITS, height & _14_BITS)
