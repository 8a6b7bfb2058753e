"""Looking at pictures as people do: what is written on them, where, and in which colours."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np

Pixels: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]
_WIDTH = 640  # letters of a smaller picture are made larger before they are read
_SIDE, _CLOSE_SIDE = 320, 736  # so many rows at least are looked at


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and where its middle is in a picture, as shares of it from the upper left."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """Which part of a picture differs from another; shares of it from the upper left."""

    left: float
    top: float
    right: float
    bottom: float


def picture_at(path: Path, ms: int) -> Pixels:
    """The picture that a video shows at a moment, or that is a file."""
    found = None
    for time_ms, frame in _frames(path):
        if time_ms > ms + 1:
            break
        found = frame
    assert found is not None
    return _pixels(found)


def pictures(path: Path) -> list[Pixels]:
    return [_pixels(frame) for _, frame in _frames(path)]


def _frames(path: Path) -> "Iterator[tuple[float, av.VideoFrame]]":
    with av.open(path) as container:
        for frame in container.decode(video=0):
            yield (frame.time or 0) * 1000, frame


def _pixels(frame: "av.VideoFrame") -> Pixels:
    return np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)


def read_back(pixels: Pixels, *, is_close: bool = False) -> list[Line]:
    """The lines that are written on a picture, from the top; closely to tell ï from i."""
    height, width, _ = pixels.shape
    times = max(1, -(-_WIDTH // width))
    found = _reader(_CLOSE_SIDE if is_close else _SIDE)(
        np.kron(pixels[..., ::-1], np.ones((times, times, 1), np.uint8))
    )
    rows = zip(found.txts or (), () if found.boxes is None else found.boxes, strict=True)
    lines = (_line(text, np.asarray(box) / times, width, height) for text, box in rows)
    return sorted(lines, key=lambda line: line.y)


def _line(text: str, corners: Any, width: int, height: int) -> Line:
    x, y = corners.mean(axis=0)
    return Line(text, float(x) / width, float(y) / height)


def box_of(pixels: Pixels, plain: Pixels, least: int = 60) -> Box:
    """Where a picture is not as it is without what is drawn on it."""
    off = np.abs(pixels.astype(int) - plain).max(axis=2) > least
    height, width = off.shape
    rows, columns = np.flatnonzero(off.any(axis=1)), np.flatnonzero(off.any(axis=0))
    assert rows.size, "nothing is drawn"
    left, top = float(columns[0]) / width, float(rows[0]) / height
    return Box(left, top, float(columns[-1] + 1) / width, float(rows[-1] + 1) / height)


def off_by(one: Pixels, other: Pixels) -> float:
    """How much two pictures differ on average, of 255."""
    assert one.shape == other.shape
    return float(np.abs(one.astype(int) - other).mean())


@cache
def _reader(side: int) -> Callable[[Pixels], Any]:
    """A model that reads English, German and Chinese; it lies in the package that brings it."""
    os.putenv("ORT_DISABLE_TELEMETRY", "1")
    from rapidocr import RapidOCR  # noqa: PLC0415 - only for tests that read

    params = {
        "Global.log_level": "critical",
        "Global.use_cls": False,
        "Det.limit_type": "min",
        "Det.limit_side_len": side,
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    }
    return RapidOCR(params=params)
