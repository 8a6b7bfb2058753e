"""Writing a picture track packet by packet, at a constant rate."""

from fractions import Fraction
from typing import TYPE_CHECKING

from transcribe_video.media.engine import av
from transcribe_video.media.render.unfit import UnfitError

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.video import VideoStream

_TICKS = 1_000  # of the track's clock in a picture's time, at least


class TrackWriter:
    """Gives packets times that follow each other.

    Args:
        output: the file.
        template: a track whose size, shape and colours it shares.
        parameter_sets: the record in front of it.
        rate: pictures a second.
        depth: by how many pictures decoding has to be ahead of showing.

    Attributes:
        begin: how many pictures there are before those that are added now.
    """

    def __init__(
        self,
        output: "OutputContainer",
        template: "VideoStream",
        parameter_sets: bytes,
        rate: Fraction,
        depth: int,
    ) -> None:
        self.begin = 0
        self._output, self._depth, self._count = output, depth, 0
        self._step = rate.denominator * -(-_TICKS // rate.denominator)
        self._base = 1 / (rate * self._step)
        self._stream = output.add_stream_from_template(template)
        self._stream.codec_context.extradata = parameter_sets
        self._stream.time_base = self._base

    def put(self, data: bytes, number: int, *, is_key: bool) -> None:
        """Add a packet; ``number`` is its place as shown, from ``begin``."""
        packet = av.Packet(data)
        packet.stream, packet.time_base = self._stream, self._base
        packet.pts = (self.begin + number) * self._step
        packet.dts = (self._count - self._depth) * self._step
        packet.duration, packet.is_keyframe = self._step, is_key
        self._count += 1
        self._output.mux(packet)

    def advance(self, frames: int) -> None:
        """So many pictures are complete.

        Raises:
            UnfitError: there were more packets, or fewer.
        """
        self.begin += frames
        if self._count != self.begin:
            raise UnfitError("it is damaged")
