"""Encoding a few pictures anew so that they can stand before and after those that stay."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from transcribe_video.media.engine import Samples, av
from transcribe_video.media.render.decoded import DecodedPictures
from transcribe_video.media.render.look import look_of
from transcribe_video.media.render.packet_index import PacketIndex
from transcribe_video.media.render.splice import Anew
from transcribe_video.media.render.unfit import UnfitError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video import VideoFrame, VideoStream
    from av.video.codeccontext import VideoCodecContext

# They are few, so that their size matters less than what they cost. A constant quantizer needs no
# look ahead, and 20 is closer to the recording than what the other way of rendering gives.
_PRESET, _QUANTIZER = "ultrafast", "20"
_NEVER = 1_000_000  # pictures: only the first one is a keyframe


class Encoder:
    """Makes pictures that share a track with those of ``stream``.

    Args:
        container: the recording, opened for this alone.
        stream: the track, whose decoder is used.
        index: its pictures.

    Attributes:
        parameter_sets: of all that it makes, as the encoder writes them.
        looks: what the first picture of each stretch looks like.

    Raises:
        UnfitError: the track cannot be decoded.
    """

    def __init__(
        self, container: "InputContainer", stream: "VideoStream", index: PacketIndex
    ) -> None:
        self._stream, self._index = stream, index
        self._decoded = DecodedPictures(container, stream, index)
        self.looks: dict[Anew, Samples] = {}
        first = next((at for at, packet in enumerate(index.packets) if packet.is_idr), None)
        if first is None:
            raise UnfitError("the pictures after its keyframes lean on those before them")
        self._like: VideoFrame | None
        begin = index.packets[first].number
        _, self._like = next(self._decoded.of(Anew(begin, begin + 1, first)), (0, None))
        self.parameter_sets = bytes(self._context().extradata or b"")

    def _context(self) -> "VideoCodecContext":
        like, rate = self._like, self._index.rate
        if like is None:
            raise UnfitError("it is damaged")
        context = av.CodecContext.create("libx264", "w")
        assert isinstance(context, av.VideoCodecContext)
        context.width, context.height = like.width, like.height
        context.pix_fmt = like.format.name
        context.time_base, context.framerate = 1 / rate, rate
        context.sample_aspect_ratio = self._stream.sample_aspect_ratio or Fraction(1)
        context.color_range, context.colorspace = like.color_range, like.colorspace
        context.color_primaries, context.color_trc = like.color_primaries, like.color_trc
        context.flags |= av.codec.context.Flags.global_header
        context.thread_count = 2
        context.options = {
            "preset": _PRESET,
            "qp": _QUANTIZER,
            "x264-params": (
                f"sps-id={self._index.record.free_id}:bframes=0:scenecut=0:keyint={_NEVER}"
            ),
        }
        context.open()
        return context

    def packets(self, anew: Anew) -> Iterator[bytes]:
        """The pictures in their order, each a packet as the track holds them.

        Raises:
            UnfitError: they cannot be decoded.
        """
        context = self._context()
        if bytes(context.extradata or b"") != self.parameter_sets:
            raise UnfitError("its pictures cannot be matched")
        made = 0
        for number, frame in enumerate(self._frames(anew)):
            if not number:
                self.looks[anew] = look_of(frame)
            frame.pts, frame.time_base = number, 1 / self._index.rate
            frame.pict_type = av.video.frame.PictureType.NONE
            for packet in context.encode(frame):
                made += 1
                yield self._index.record.packed(bytes(packet))
        for packet in context.encode(None):
            made += 1
            yield self._index.record.packed(bytes(packet))
        if made != anew.frames:
            raise UnfitError("its pictures cannot be matched")

    def _frames(self, anew: Anew) -> Iterator["VideoFrame"]:
        """One picture for each number; one that is not there looks like the one before it."""
        number, last = anew.begin, None
        for at, frame in self._decoded.of(anew):
            while number < min(at, anew.end):
                yield last or frame
                number += 1
            last = frame
            if number == at and number < anew.end:
                yield frame
                number += 1
        if last is None:
            raise UnfitError("it is damaged")
        for _ in range(number, anew.end):
            yield last
