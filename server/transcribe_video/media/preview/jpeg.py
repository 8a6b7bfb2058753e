"""Pictures as JPEG that is small enough to be sent to an assistant."""

from fractions import Fraction

from transcribe_video.media.engine import av, np
from transcribe_video.media.preview.pixels import Pixels, resized, size_of
from transcribe_video.media.render.size import Size

MOST_BYTES = 100_000
_QUALITIES = (3, 5, 8, 12, 18)  # the encoder's scale, on which 2 is the finest and 31 the coarsest
_SMALLER = 0.8
_LEAST = 64  # pixels: no picture of that width needs so many bytes


def jpeg(pixels: Pixels, most_bytes: int = MOST_BYTES) -> bytes:
    """The picture as JPEG of so many bytes at most: coarser, then smaller, until it is."""
    while True:
        for quality in _QUALITIES:
            coded = _coded(pixels, quality)
            if len(coded) <= most_bytes:
                return coded
        size = size_of(pixels)
        if min(size.width, size.height) <= _LEAST:
            return coded
        pixels = resized(pixels, Size(_even(size.width), _even(size.height)))


def _even(length: int) -> int:
    return max(2, round(length * _SMALLER) // 2 * 2)


def _coded(pixels: Pixels, quality: int) -> bytes:
    context = av.CodecContext.create("mjpeg", "w")
    assert isinstance(context, av.VideoCodecContext)
    size = size_of(pixels)
    context.width, context.height = size.width, size.height
    context.pix_fmt = "yuvj420p"
    context.time_base = Fraction(1, 25)
    context.options = {"qmin": str(quality), "qmax": str(quality)}
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")
    frame = frame.reformat(format="yuvj420p")
    frame.pts = 0
    packets = [*context.encode(frame), *context.encode(None)]
    return b"".join(bytes(packet) for packet in packets)
