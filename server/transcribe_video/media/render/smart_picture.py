"""A picture track that is spliced of what stays as it is and what is encoded anew."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from transcribe_video.media.container import Recording, opened
from transcribe_video.media.engine import Samples, av
from transcribe_video.media.render.anew import Encoder
from transcribe_video.media.render.join_check import Expected
from transcribe_video.media.render.packet_index import PacketIndex, packets_of
from transcribe_video.media.render.splice import Anew, Splice, Taken, reorder_depth
from transcribe_video.media.render.track_writer import TrackWriter
from transcribe_video.media.render.unfit import UnfitError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video import VideoStream

_BUFFER_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Spliced:
    """What a track is made of.

    Attributes:
        path: the recording.
        track: the picture's place in it.
        index: its pictures.
        splices: what is shown, one after the other.
    """

    path: Path
    track: int
    index: PacketIndex
    splices: Sequence[Splice]


def write_spliced(spliced: Spliced, file: BinaryIO, told: Callable[[int], None]) -> list[Expected]:
    """Write the track as an MP4 file.

    Args:
        spliced: what it is made of.
        file: is written to, and has to be seekable.
        told: called with the number of pictures that are done.

    Returns:
        What the first pictures of what was encoded look like, and those at the joins; those before
        a join only where they were encoded, the others being the recording's own packets.

    Raises:
        MediaError: the recording cannot be read any more.
        UnfitError: it cannot be made in this way.
        OSError: the disk is full.
    """
    # What is taken over and what is decoded are read apart, each in its own order.
    with opened(spliced.path) as recording, opened(spliced.path) as decoding:
        try:
            encoder = Encoder(*_track(decoding, spliced), spliced.index)
            return _write(spliced, _track(recording, spliced), encoder, (file, told))
        except av.FFmpegError as error:
            raise UnfitError("it is damaged") from error


_Track = tuple["InputContainer", "VideoStream"]


def _track(recording: Recording, spliced: Spliced) -> _Track:
    stream = recording.container.streams[spliced.track]
    assert isinstance(stream, av.VideoStream)
    return recording.container, stream


def _write(
    spliced: Spliced, track: _Track, encoder: Encoder, to: tuple[BinaryIO, Callable[[int], None]]
) -> list[Expected]:
    (container, stream), (file, told), index = track, to, spliced.index
    seen = _Seen(encoder, index)
    with av.open(file, "w", format="mp4", buffer_size=_BUFFER_BYTES) as output:
        sets = index.record.with_sets(encoder.parameter_sets)
        depth = reorder_depth(index, spliced.splices)
        written = TrackWriter(output, stream, sets, index.rate, depth)
        for splice in spliced.splices:
            if isinstance(splice, Taken):
                for number, data, is_idr in _taken(index, container, stream, splice):
                    written.put(data, number, is_key=is_idr)
                    told(written.begin + number)
            else:
                for number, data in enumerate(encoder.packets(splice)):
                    written.put(data, number, is_key=number == 0)
                    told(written.begin + number)
            seen.add(splice, written.begin)
            written.advance(splice.frames)
            told(written.begin)
        seen.end()
    return seen.expected


class _Seen:
    """Notes what the pictures at the joins look like, splice by splice.

    Attributes:
        expected: so far, in the order in which they are shown.
    """

    def __init__(self, encoder: Encoder, index: PacketIndex) -> None:
        self._encoder, self._index = encoder, index
        self._before: tuple[Splice, int] | None = None
        self.expected: list[Expected] = []

    def add(self, splice: Splice, at: int) -> None:
        """The splice that was written last begins at that picture of the video."""
        begin = _begin(self._index, splice)
        goes_on = self._before is not None and begin == _end(self._index, self._before[0])
        if not goes_on:
            self.end()
        if isinstance(splice, Anew) or not goes_on:
            look, beside = self._encoder.seen(begin, splice)
            self._note(at, at, look, beside)
        self._before = splice, at

    def end(self) -> None:
        """A clip ends here."""
        splice, at = self._before or (None, 0)
        if isinstance(splice, Anew) and splice.frames > 1:
            look, beside = self._encoder.seen_last(splice)
            self._note(at, at + splice.frames - 1, look, beside)

    def _note(self, keyframe: int, at: int, look: Samples, beside: tuple[Samples, ...]) -> None:
        rate = self._index.rate
        self.expected.append(Expected(at / rate, (look,), beside, keyframe_s=keyframe / rate))


def _begin(index: PacketIndex, splice: Splice) -> int:
    """The number of its first picture."""
    return splice.begin if isinstance(splice, Anew) else index.packets[splice.first].number


def _end(index: PacketIndex, splice: Splice) -> int:
    """The number of the picture after its last."""
    return _begin(index, splice) + splice.frames


def _taken(
    index: PacketIndex, container: "InputContainer", stream: "VideoStream", taken: Taken
) -> Iterator[tuple[int, bytes, bool]]:
    """The packets of one splice: place as shown, content, whether decoding can begin there."""
    wanted = index.packets[taken.first : taken.end]
    start = wanted[0].number
    container.seek(wanted[0].stamp, stream=stream)
    reader = packets_of(container, stream)
    packet = next((packet for packet in reader if packet.pts == wanted[0].stamp), None)
    for row in wanted:
        if packet is None or packet.pts != row.stamp:
            raise UnfitError("it is damaged")
        yield row.number - start, bytes(packet), row.is_idr
        packet = next(reader, None)
