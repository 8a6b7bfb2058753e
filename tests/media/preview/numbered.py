"""Films whose every picture carries its number: ten squares, black or white, in a row."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np

Picture: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]
BITS, SQUARE = 10, 32
WIDTH, HEIGHT = BITS * SQUARE, 4 * SQUARE
MARK = (200, 30, 30)  # the colour of the top, so that it is known which side is up


def picture(number: int) -> Picture:
    """The picture of that number: red above, the squares in the middle, black below."""
    made = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    made[:SQUARE] = MARK
    for bit in range(BITS):
        if number >> bit & 1:
            made[SQUARE : 3 * SQUARE, bit * SQUARE : (bit + 1) * SQUARE] = 255
    return made


def number_in(pixels: Picture) -> int:
    """The number that a picture of any size carries."""
    height, width, _ = pixels.shape
    row = pixels[height // 2].mean(axis=1)
    bits = [row[int((bit + 0.5) * width / BITS)] > 128 for bit in range(BITS)]
    return sum(1 << bit for bit, is_white in enumerate(bits) if is_white)


def is_upright(pixels: Picture) -> bool:
    height, width, _ = pixels.shape
    red, green, _ = (int(value) for value in pixels[height // 8, width // 2])
    return red > green + 80


def make_film(  # noqa: PLR0913 - of a film
    path: Path,
    times_ms: Sequence[int],
    *,
    codec: str = "libx264",
    options: dict[str, str] | None = None,
    changed: Callable[[Picture], Picture] = lambda pixels: pixels,
    begin: int = 0,
    rate: Fraction = Fraction(30),
) -> Path:
    """A film whose pictures begin at these times, numbered from ``begin`` on."""
    first = changed(picture(0))
    with av.open(path, "w") as container:
        stream = container.add_stream(codec, rate=rate, options=options or {})
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height = first.shape[1], first.shape[0]
        stream.pix_fmt = "yuv420p"
        stream.time_base = stream.codec_context.time_base = Fraction(1, 1000)
        for number, time_ms in enumerate(times_ms, begin):
            frame = av.VideoFrame.from_ndarray(changed(picture(number)), format="rgb24")
            frame.pts, frame.time_base = time_ms, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def read(data: bytes) -> Picture:
    """The picture in a JPEG."""
    with av.open(BytesIO(data), "r", format="jpeg_pipe") as container:
        return np.asarray(next(container.decode(video=0)).to_ndarray(format="rgb24"), np.uint8)
