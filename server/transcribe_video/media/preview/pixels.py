"""Pictures as arrays, and how their size and shape are changed."""

from typing import Any, TypeAlias

from transcribe_video.media.engine import av, np
from transcribe_video.media.render.size import Size

Pixels: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]
"""Rows from the top, columns from the left, then red, green and blue."""
_QUARTER = 90


def size_of(pixels: Pixels) -> Size:
    """How large a picture is."""
    return Size(pixels.shape[1], pixels.shape[0])


def blank(size: Size, level: int = 0) -> Pixels:
    """A grey picture; black if no level from 0 to 255 is given."""
    return np.full((size.height, size.width, 3), level, np.uint8)


def turned(pixels: Pixels, rotation: int) -> Pixels:
    """The picture turned counter-clockwise by the right angles that are in so many degrees."""
    return np.ascontiguousarray(np.rot90(pixels, round(rotation / _QUARTER) % 4))


def resized(pixels: Pixels, size: Size) -> Pixels:
    """The picture at another size."""
    if size_of(pixels) == size:
        return pixels
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")
    made = frame.reformat(size.width, size.height, "rgb24", interpolation="AREA")
    return np.asarray(made.to_ndarray(), np.uint8)


def fitted(pixels: Pixels, size: Size) -> Pixels:
    """All of the picture in a frame of that size, with black around it."""
    made = resized(pixels, size_of(pixels).inside(size))
    framed = blank(size)
    inner = size_of(made)
    top, left = (size.height - inner.height) // 2, (size.width - inner.width) // 2
    framed[top : top + inner.height, left : left + inner.width] = made
    return framed


def filled(pixels: Pixels, size: Size) -> Pixels:
    """The middle of the picture in a frame of that size, without anything around it."""
    made = resized(pixels, size_of(pixels).around(size))
    outer = size_of(made)
    top, left = (outer.height - size.height) // 2, (outer.width - size.width) // 2
    return np.ascontiguousarray(made[top : top + size.height, left : left + size.width])
