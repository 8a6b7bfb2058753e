"""The shape that an edit gives to its pictures."""

from transcribe_video.media.preview.order import Order
from transcribe_video.media.preview.pixels import Pixels, filled, fitted
from transcribe_video.media.render.footage import Picture
from transcribe_video.media.render.request import Clip
from transcribe_video.media.render.size import BLACK, Size
from transcribe_video.media.render.still_survey import still_survey
from transcribe_video.media.render.survey import picture_of


def shape_of(order: Order) -> Size:
    """The size of the edit's pictures, if nobody asks for another; that of the first clip seen.

    Raises:
        MediaError: one of its kinds: a file cannot be read.
    """
    seen = {(clip.path, clip.kind): clip for clip in order.clips if clip.kind != "audio"}
    pictures = (_picture(clip) for clip in seen.values())
    size = next((picture.size for picture in pictures if picture), BLACK)
    return size.framed(order.frame.model_copy(update={"height": None}))


def framed(pixels: Pixels, size: Size, order: Order) -> Pixels:
    """The picture in that size, cut off or bordered as the edit says."""
    is_cropped = order.frame.aspect is not None and not order.frame.is_padded
    return filled(pixels, size) if is_cropped else fitted(pixels, size)


def _picture(clip: Clip) -> Picture | None:
    return still_survey(clip.path).picture if clip.kind == "image" else picture_of(clip.path)
