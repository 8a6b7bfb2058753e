"""Several pictures as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from pathlib import Path

from transcribe_video.media.engine import np
from transcribe_video.media.preview.drawing import drawn
from transcribe_video.media.preview.easel import Easel
from transcribe_video.media.preview.jpeg import jpeg
from transcribe_video.media.preview.moment import picture_at
from transcribe_video.media.preview.numerals import write_time
from transcribe_video.media.preview.order import Order, Shown
from transcribe_video.media.preview.pixels import Pixels, blank
from transcribe_video.media.preview.shape import framed, shape_of
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.workbench import Workbench

_WIDEST, _HIGHEST = 1280, 1280
_GAP, _GREY = 8, 96


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture of an edit.

    Attributes:
        jpeg: the picture.
        notes: what a person should know about it, as sentences.
    """

    jpeg: bytes
    notes: tuple[str, ...]


def preview(order: Order, folder: Path) -> Sheet:
    """The picture that is ordered.

    Args:
        order: what is to be seen.
        folder: where files may lie meanwhile.

    Raises:
        MediaError: one of its kinds: a file cannot be read.
        StorageError: the disk is full or may not be written.
    """
    size = shape_of(order)
    columns = _columns(len(order.frames), size)
    rows = ceil(len(order.frames) / columns)
    cell = _cell(size, columns, rows)
    with Workbench() as bench:
        easel = Easel(bench, folder)
        seen = [framed(_seen(shown, cell, easel), cell, order) for shown in order.frames]
        made, notes = drawn(seen, order, easel)
    cells = [np.copy(pixels) for pixels in made]
    for pixels, shown in zip(cells, order.frames, strict=True):
        write_time(pixels, shown.label)
    return Sheet(jpeg(_arranged(cells, columns, rows)), notes)


def _seen(shown: Shown, cell: Size, easel: Easel) -> Pixels:
    """Black where there is only sound."""
    pixels = None if shown.kind == "audio" else picture_at(shown.path, shown.at_ms, easel)
    return blank(cell) if pixels is None else pixels


def _arranged(cells: list[Pixels], columns: int, rows: int) -> Pixels:
    """The pictures beside and below each other."""
    height, width, _ = cells[0].shape
    cells += [blank(Size(width, height), _GREY)] * (rows * columns - len(cells))
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
