"""What a person hears of a video's size."""

from collections.abc import Iterator

from transcribe_video.media.render.size import SIDES


def size_notes(resolution: str, width: int | None, height: int | None) -> Iterator[str]:
    """A sentence for a video that is smaller than was wished.

    Args:
        resolution: the wish.
        width: of the video, in pixels.
        height: of the video, in pixels.
    """
    if resolution in {"", "source"} or not width or not height:
        return
    longer, shorter = SIDES[resolution]
    if max(width, height) < longer and min(width, height) < shorter:
        yield f"The video is {width}×{height}, less than {resolution}: nothing is enlarged."
