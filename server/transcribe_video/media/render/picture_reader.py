"""Pictures of an open track around moments; what lies close together is decoded in one go."""

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from transcribe_video.media.render.picture_codecs import MOST_PIXELS
from transcribe_video.media.render.unfit import UnfitError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video import VideoFrame, VideoStream

_SOON_S = 4  # so far on, decoding costs about what a seek does
_MOST_FRAMES = 2_000  # that are decoded on the way to a moment
_KEPT = 12  # pictures, of a moment that was asked for


class PictureReader:
    """Decodes a track around the moments that it is asked for, best in their order.

    Args:
        container: the video, opened for this alone.
        stream: the track.
    """

    def __init__(self, container: "InputContainer", stream: "VideoStream") -> None:
        stream.thread_type = "AUTO"
        stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
        self._container, self._stream = container, stream
        self._decoded: Iterator[VideoFrame] = iter(())
        self._kept: deque[VideoFrame] = deque(maxlen=_KEPT)
        self._begin: int | None = None  # in ticks: from here on no picture is left out
        self._count = 0

    def from_keyframe(self, moment: Fraction) -> Iterator["VideoFrame"]:
        """All pictures from the last keyframe by a moment on.

        Args:
            moment: in seconds, on the track's clock.

        Raises:
            UnfitError: there are very many of them, at some time later.
        """
        self._seek(moment)
        self._begin = None
        yield from self._rest()

    def from_moment(self, moment: Fraction) -> Iterator["VideoFrame"]:
        """The pictures from a moment on, and before it perhaps those that they lean on.

        Args:
            moment: in seconds, on the track's clock.

        Raises:
            UnfitError: its keyframe is very far away, at some time later.
        """
        kept = tuple(self._kept)
        if not self._goes_on_to(moment):
            kept = ()
            self._seek(moment)
        self._begin, self._count = self._ticks(moment), 0
        yield from (frame for frame in kept if time_of(frame) >= moment)
        yield from self._rest()

    def _goes_on_to(self, moment: Fraction) -> bool:
        """Whether the moment follows, and is so near that it need not be sought."""
        if not self._kept or self._ticks(moment) < (self._begin or 0):
            return False
        first, last = self._kept[0], self._kept[-1]
        return time_of(first) <= moment <= time_of(last) + _SOON_S

    def _rest(self) -> Iterator["VideoFrame"]:
        """What follows; whoever stops in between goes on with the next one another time."""
        while (frame := next(self._decoded, None)) is not None:
            self._kept.append(frame)
            yield frame

    def _ticks(self, moment: Fraction) -> int:
        return max(0, round(moment / (self._stream.time_base or 1)))

    def _seek(self, moment: Fraction) -> None:
        self._container.seek(self._ticks(moment), stream=self._stream)
        self._kept.clear()
        self._count = 0
        self._decoded = self._decode()

    def _decode(self) -> Iterator["VideoFrame"]:
        context = self._stream.codec_context
        for packet in self._container.demux(self._stream):
            if self._count >= _MOST_FRAMES:
                raise UnfitError("its keyframes are too far apart")
            self._count += 1
            begin = self._begin
            is_needed = begin is None or packet.pts is None or packet.pts >= begin
            context.skip_frame = "DEFAULT" if is_needed else "NONREF"
            yield from packet.decode()


def time_of(frame: "VideoFrame") -> Fraction:
    """When a picture begins, in seconds."""
    return (frame.pts or 0) * (frame.time_base or Fraction(1))
