"""The packets of one track, as far as the file can be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from transcribe_video.media.engine import av

if TYPE_CHECKING:
    from av.audio import AudioStream
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream

# A file that gives this many packets in a row without one of the track will not end: ten hours
# of picture have two million.
_MOST_OTHERS = 10_000_000


class Packets:
    """Reads one track's packets in order; damage ends them as the end of the file does.

    Args:
        container: the opened recording.
        stream: the track.
        skip_others: leave the other tracks unread, where an index tells where they lie; then
            ``reached_ms`` tells of this track alone.

    Attributes:
        count: how many packets of the track have come.
        is_broken: whether the end was damage.
    """

    def __init__(
        self, container: "InputContainer", stream: "AudioStream", *, skip_others: bool
    ) -> None:
        self.count = 0
        self.is_broken = False
        self._container = container
        self._stream = stream
        self._ends: dict[int, int] = {}
        for other in container.streams:
            if skip_others and other.index != stream.index:
                other.discard = av.stream.Discard.all

    def __iter__(self) -> Iterator["Packet[AudioStream]"]:
        others = 0
        try:
            for packet in self._container.demux():
                self._note_end(packet)
                if packet.stream_index == self._stream.index and packet.size:
                    others = 0
                    self.count += 1
                    yield packet  # type: ignore[misc]
                elif (others := others + 1) > _MOST_OTHERS:
                    self.is_broken = True
                    return
        except IndexError:
            # All is read: the library (PyAV 18.1) ends so when a track appeared on the way.
            return
        except (av.FFmpegError, OSError):
            self.is_broken = True

    @property
    def reached_ms(self) -> int:
        """Where the last packet of any track ends, on the file's own clock."""
        bases = {index: self._container.streams[index].time_base for index in self._ends}
        ends = (end * (bases[index] or 0) * 1000 for index, end in self._ends.items())
        return round(max(ends, default=0))

    def _note_end(self, packet: "Packet[Stream]") -> None:
        if packet.pts is not None:
            end = packet.pts + (packet.duration or 0)
            index = packet.stream_index
            self._ends[index] = max(end, self._ends.get(index, end))
