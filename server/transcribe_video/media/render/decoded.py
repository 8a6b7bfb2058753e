"""A track's pictures by their numbers; what lies close together is decoded in one go."""

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from transcribe_video.media.render.packet_index import PacketIndex, packets_of
from transcribe_video.media.render.picture_codecs import MOST_PIXELS
from transcribe_video.media.render.splice import Anew

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video import VideoFrame, VideoStream

_Numbered = tuple[int, "VideoFrame"]


class DecodedPictures:
    """Decodes the stretches of a track that are asked for, of which each follows the one before.

    Args:
        container: the recording, opened for this alone.
        stream: the track.
        index: its pictures.
    """

    def __init__(
        self, container: "InputContainer", stream: "VideoStream", index: PacketIndex
    ) -> None:
        stream.thread_type = "AUTO"
        stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
        self._container, self._stream, self._index = container, stream, index
        self._places = {packet.stamp: place for place, packet in enumerate(index.packets)}
        self._reader: Iterator[Packet[VideoStream]] = iter(())
        self._decoded: deque[_Numbered] = deque()
        self._last: _Numbered | None = None
        self._lead = 0
        self._fed: int | None = None

    def of(self, anew: Anew) -> Iterator[_Numbered]:
        """The pictures of a stretch as they are shown, and some before it, with their numbers."""
        if not self._goes_on_to(anew):
            self._begin_at(anew.lead)
        elif self._last:
            yield self._last
        while self._decoded or self._feed(anew.begin):
            while self._decoded and self._decoded[0][0] < anew.end:
                self._last = self._decoded.popleft()
                yield self._last
            if self._decoded or (self._last and self._last[0] == anew.end - 1):
                return

    def _goes_on_to(self, anew: Anew) -> bool:
        """Whether the stretch lies before the next keyframe, so that it need not be sought."""
        if self._fed is None or self._last is None:
            return False
        return anew.lead <= self._fed and anew.begin > self._last[0]

    def _begin_at(self, lead: int) -> None:
        self._container.seek(self._index.packets[lead].stamp, stream=self._stream)
        self._reader = packets_of(self._container, self._stream)
        self._decoded.clear()
        self._last, self._lead, self._fed = None, lead, None

    def _feed(self, begin: int) -> bool:
        """Give the decoder the next packet; whether there may be more pictures."""
        context, packets = self._stream.codec_context, self._index.packets
        place = None
        for packet in self._reader:
            place = self._places.get(packet.pts or 0)
            if place is not None and place >= self._lead:
                # What nothing leans on, and is not shown, need not be decoded.
                is_needed = packets[place].number >= begin - 1
                context.skip_frame = "DEFAULT" if is_needed else "NONREF"
                self._fed = place
                self._keep(packet.decode(), packets[place].number)
                return True
            if self._fed is not None:
                break  # behind all that was looked at
        self._reader = iter(())
        if self._fed is None:
            return False  # nothing is left in the decoder
        self._fed = None
        self._keep(context.decode(None), packets[-1].number)
        return bool(self._decoded)

    def _keep(self, frames: "list[VideoFrame]", number: int) -> None:
        for frame in frames:
            place = self._places.get(frame.pts or 0)
            shown = number if place is None else self._index.packets[place].number
            self._decoded.append((shown, frame))
