"""Encoding a few pictures anew so that they can stand before and after those that stay."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from transcribe_video.media.engine import Samples, av
from transcribe_video.media.render.decoded import DecodedPictures
from transcribe_video.media.render.look import look_of
from transcribe_video.media.render.packet_index import PacketIndex
from transcribe_video.media.render.splice import Anew, Splice
from transcribe_video.media.render.unfit import UnfitError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video import VideoFrame, VideoStream
    from av.video.codeccontext import VideoCodecContext

# They are few, so that their size matters less than what they cost. A constant quantizer needs no
# look ahead, and 20 is closer to the recording than what the other way of rendering gives.
_PRESET, _QUANTIZER = "ultrafast", "20"
_NEVER = 1_000_000  # pictures: only the first one is a keyframe
_COMPARED = 2  # at either end: the outermost, and that beside it


class Seen(NamedTuple):
    """A picture of the recording.

    Attributes:
        look: what it looks like, as ``look_of`` gives it.
        beside: what that beside it looks like.
    """

    look: Samples
    beside: tuple[Samples, ...] = ()


class Encoder:
    """Makes pictures that share a track with those of ``stream``.

    Args:
        container: the recording, opened for this alone.
        stream: the track, whose decoder is used.
        index: its pictures.

    Attributes:
        parameter_sets: of all that it makes, as the encoder writes them.

    Raises:
        UnfitError: the track cannot be decoded.
    """

    def __init__(
        self, container: "InputContainer", stream: "VideoStream", index: PacketIndex
    ) -> None:
        self._stream, self._index = stream, index
        self._decoded = DecodedPictures(container, stream, index)
        self._looks: dict[Anew, dict[int, Samples]] = {}
        first = next((at for at, packet in enumerate(index.packets) if packet.is_idr), None)
        if first is None:
            raise UnfitError("the pictures after its keyframes lean on those before them")
        self._like: VideoFrame | None
        begin = index.packets[first].number
        _, self._like = next(self._decoded.of(Anew(begin, begin + 1, first)), (0, None))
        self.parameter_sets = bytes(self._context().extradata or b"")

    def seen(self, number: int, splice: Splice) -> Seen:
        """What the first picture of a splice looks like in the recording.

        Args:
            number: of the picture.
            splice: encoded already, or one that stays as it is.

        Raises:
            UnfitError: it cannot be decoded.
        """
        if isinstance(splice, Anew):
            return self._seen(splice, 0, 1)
        both = Anew(number, number + 2, splice.first)
        rows = [frame for at, frame in self._decoded.of(both) if at >= number]
        if not rows:
            raise UnfitError("it is damaged")
        first, *beside = map(look_of, rows)
        return Seen(first, tuple(beside))

    def seen_last(self, anew: Anew) -> Seen:
        """What the last picture of a splice looks like in the recording, once it is encoded."""
        return self._seen(anew, anew.frames - 1, anew.frames - 2)

    def _seen(self, anew: Anew, number: int, other: int) -> Seen:
        looks = self._looks[anew]
        return Seen(looks[number], (looks[other],) if other in looks else ())

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
        made, looks = 0, self._looks.setdefault(anew, {})
        for number, frame in enumerate(self._frames(anew)):
            if number < _COMPARED or number >= anew.frames - _COMPARED:
                looks[number] = look_of(frame)
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
