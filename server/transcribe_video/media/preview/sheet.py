"""Several pictures as one."""

from collections.abc import Sequence
from math import ceil, sqrt
from typing import NamedTuple

from transcribe_video.media.engine import np
from transcribe_video.media.preview.jpeg import jpeg
from transcribe_video.media.preview.moment import picture_at
from transcribe_video.media.preview.numerals import write_time
from transcribe_video.media.preview.order import Order
from transcribe_video.media.preview.pixels import Pixels, blank, filled, fitted, size_of
from transcribe_video.media.render.size import Size

_WIDEST, _HIGHEST = 1280, 1280
_GAP, _GREY = 8, 96
_SOUND = Size(640, 360)  # in place of a picture where there is only sound


class _Panel(NamedTuple):
    pixels: Pixels
    label: str


def preview(order: Order) -> bytes:
    """The picture that is ordered, as JPEG.

    Raises:
        MediaError: one of its kinds: a file cannot be read.
    """
    panels = []
    for shown in order.frames:
        pixels = picture_at(shown.path, shown.at_ms)
        seen = blank(_SOUND) if pixels is None else pixels
        panels.append(_Panel(_framed(seen, order), shown.label))
    return jpeg(_arranged(panels))


def _framed(pixels: Pixels, order: Order) -> Pixels:
    """The picture in the shape that the edit gives it."""
    if order.aspect is None:
        return pixels
    size = size_of(pixels).framed(order.frame)
    return fitted(pixels, size) if order.is_padded else filled(pixels, size)


def _arranged(panels: Sequence[_Panel]) -> Pixels:
    """The pictures beside and below each other, in cells of the first one's shape."""
    columns = _columns(len(panels), size_of(panels[0].pixels))
    rows = ceil(len(panels) / columns)
    cell = _cell(size_of(panels[0].pixels), columns, rows)
    cells = [fitted(panel.pixels, cell) for panel in panels]
    for made, panel in zip(cells, panels, strict=True):
        write_time(made, panel.label)
    cells += [blank(cell, _GREY)] * (rows * columns - len(cells))
    lines = [_row(cells[first : first + columns]) for first in range(0, len(cells), columns)]
    if len(lines) == 1:
        return lines[0]
    between = blank(Size(lines[0].shape[1], _GAP), _GREY)
    return np.vstack([part for line in lines for part in (between, line)][1:])


def _row(cells: Sequence[Pixels]) -> Pixels:
    if len(cells) == 1:
        return cells[0]
    between = blank(Size(_GAP, cells[0].shape[0]), _GREY)
    return np.hstack([part for cell in cells for part in (between, cell)][1:])


def _columns(count: int, size: Size) -> int:
    """As many as make the whole about as wide as high; the two sides of a join stand in a row."""
    if count <= 2:  # noqa: PLR2004 - before and after
        return count
    return min(count, max(1, ceil(sqrt(count * size.height / size.width * 4 / 3))))


def _cell(size: Size, columns: int, rows: int) -> Size:
    """The size of each picture, such that all of them fit."""
    width = (_WIDEST - _GAP * (columns - 1)) // columns
    height = (_HIGHEST - _GAP * (rows - 1)) // rows
    share = min(width / size.width, height / size.height, 1)
    return Size(max(2, int(size.width * share) // 2 * 2), max(2, int(size.height * share) // 2 * 2))
