"""How large a picture is, and how large it may be."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from transcribe_video.media.render.request import Frame, Resolution

# The longer and the shorter side of the largest picture.
SIDES = {
    "source": (1920, 1080),
    "1080p": (1920, 1080),
    "720p": (1280, 720),
}
_EVEN = 2  # the encoder's colours lie two by two


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's size in square pixels, as it is seen."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"

    @property
    def box(self) -> tuple[int, int]:
        """Its longer and its shorter side."""
        return max(self.width, self.height), min(self.width, self.height)

    def is_within(self, resolution: Resolution) -> bool:
        """Whether that resolution takes it as it is, lying or upright."""
        longer, shorter = SIDES[resolution]
        return self.box[0] <= longer and self.box[1] <= shorter

    def limited(self, resolution: Resolution) -> "Size":
        """The largest even size of the same shape that is not larger than this or allowed."""
        longer, shorter = SIDES[resolution]
        share = min(1, longer / self.box[0], shorter / self.box[1])
        return Size(_even(self.width * share), _even(self.height * share))

    def framed(self, frame: Frame) -> "Size":
        """The size that a person asks for; the largest that needs no scaling if none is."""
        width, height = float(self.width), float(self.height)
        if frame.aspect:
            shape = float(Fraction(*map(int, frame.aspect.split(":"))))
            is_wide = width / height > shape
            if is_wide != frame.is_padded:
                width = height * shape
            else:
                height = width / shape
        if frame.height:
            share = frame.height / min(width, height)
            width, height = width * share, height * share
        return Size(_even(width), _even(height))

    def inside(self, frame: "Size") -> "Size":
        """The largest even size of the same shape that the frame holds; it may be larger."""
        share = min(frame.width / self.width, frame.height / self.height)
        width, height = _even(self.width * share), _even(self.height * share)
        # No border for the sake of a size that is made even.
        is_same = frame.width - width <= _EVEN and frame.height - height <= _EVEN
        return frame if is_same else Size(min(width, frame.width), min(height, frame.height))

    def around(self, frame: "Size") -> "Size":
        """The least even size of the same shape that covers the frame."""
        share = max(frame.width / self.width, frame.height / self.height)
        width, height = _even(self.width * share), _even(self.height * share)
        return Size(max(width, frame.width), max(height, frame.height))


def main_size(shown: Iterable[tuple[Size, bool, int]]) -> Size | None:
    """The size of the pictures that are shown for the longest; None of none.

    Args:
        shown: of each clip its size, whether it is a still picture, and for how many milliseconds
            it is shown. Still pictures count where nothing moves.
    """
    lengths: dict[tuple[bool, Size], int] = {}
    for size, is_still, ms in shown:
        lengths[not is_still, size] = lengths.get((not is_still, size), 0) + ms
    most = max(lengths, key=lambda kind: (kind[0], lengths[kind]), default=None)
    return most[1] if most else None


BLACK = Size(1280, 720)
"""The picture that sound alone is given."""


def _even(pixels: float) -> int:
    return max(_EVEN, round(pixels) // _EVEN * _EVEN)
