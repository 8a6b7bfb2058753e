"""The shape that an edit gives to its pictures."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from transcribe_video.media.preview.order import Order
from transcribe_video.media.preview.pixels import Pixels, filled, fitted
from transcribe_video.media.render.footage import Picture
from transcribe_video.media.render.request import Clip, ClipKind
from transcribe_video.media.render.size import BLACK, Size, main_size
from transcribe_video.media.render.still_survey import still_survey
from transcribe_video.media.render.survey import picture_of

_WHOLE_MS = 3_600_000  # of a clip that goes on to the end of its file


def shape_of(order: Order) -> Size:
    """The size of the edit's pictures, if nobody asks for another; that of what is seen longest.

    Raises:
        MediaError: one of its kinds: a file cannot be read.
    """
    size = main_size(_shown(order.clips)) or BLACK
    return size.framed(order.frame.model_copy(update={"height": None}))


def framed(pixels: Pixels, size: Size, order: Order) -> Pixels:
    """The picture in that size, cut off or bordered as the edit says."""
    is_cropped = order.frame.aspect is not None and not order.frame.is_padded
    return filled(pixels, size) if is_cropped else fitted(pixels, size)


def _shown(clips: Sequence[Clip]) -> Iterator[tuple[Size, bool, int]]:
    picture_in = cache(_picture)  # each file is opened once
    for clip in clips:
        picture = picture_in(clip.path, clip.kind)
        if picture is not None:
            yield picture.size, clip.kind == "image", round((clip.d_ms or _WHOLE_MS) / clip.speed)


def _picture(path: Path, kind: ClipKind) -> Picture | None:
    if kind == "audio":
        return None
    return still_survey(path).picture if kind == "image" else picture_of(path)
