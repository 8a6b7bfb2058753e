"""What a person hears of a video's size."""

from collections.abc import Iterator

# The longer and the shorter side that a resolution allows.
_SIDES = {"1080p": (1920, 1080), "720p": (1280, 720)}


def size_notes(resolution: str, width: int | None, height: int | None) -> Iterator[str]:
    """A sentence for a video that is smaller than was wished.

    Args:
        resolution: the wish.
        width: of the video, in pixels.
        height: of the video, in pixels.
    """
    sides = _SIDES.get(resolution)
    if sides is None or not width or not height:
        return
    if max(width, height) < sides[0] and min(width, height) < sides[1]:
        yield f"The video is {width}×{height}, less than {resolution}: nothing is enlarged."
