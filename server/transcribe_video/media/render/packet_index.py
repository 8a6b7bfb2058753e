"""Where a track's pictures lie in its file and in time, told by its packets: nothing is decoded."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from transcribe_video.media.container import opened
from transcribe_video.media.engine import av
from transcribe_video.media.render.footage import Picture
from transcribe_video.media.render.h264 import AvcRecord, NotAvcError
from transcribe_video.media.render.unfit import UnfitError
from transcribe_video.media.timestamps import start_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer
    from av.packet import Packet
    from av.video import VideoStream

# Keyframes are looked for so long before the first moment that is wanted, and pictures so long
# after the last: they may come in another order than they are shown.
_BEFORE_MS, _AFTER_MS = 1_000, 2_000
_OFF_GRID = Fraction(1, 4)  # of a picture's time
_ODD = "its pictures are stored in a way that cannot be cut without encoding"


@dataclass(frozen=True, slots=True)
class Packed:
    """One coded picture.

    Attributes:
        stamp: its time on the track's clock.
        number: its place among the pictures as they are shown, from the track's first.
        is_idr: whether decoding can begin with it, and nothing after it leans on what is before.
    """

    stamp: int
    number: int
    is_idr: bool


@dataclass(frozen=True, slots=True)
class PacketIndex:
    """The pictures of a stretch of a track, in the order in which they are stored.

    Attributes:
        record: the track's parameter sets.
        packets: all that were looked at.
        begin_ms: when picture number 0 is shown, from the recording's start.
        rate: pictures a second.
        has_open_groups: whether there is a keyframe on whose earlier pictures later ones lean.
    """

    record: AvcRecord
    packets: tuple[Packed, ...]
    begin_ms: Fraction
    rate: Fraction
    has_open_groups: bool

    def number_at(self, ms: Fraction | int) -> int:
        """Which picture is shown nearest to a moment of the recording."""
        return round((ms - self.begin_ms) * self.rate / 1000)

    def moment_ms(self, number: int) -> Fraction:
        """When a picture is shown, from the recording's start."""
        return self.begin_ms + Fraction(number) * 1000 / self.rate


def packet_index(path: Path, picture: Picture, from_ms: int, to_ms: int) -> PacketIndex:
    """The pictures from one moment to another, and those that they lean on.

    Args:
        path: the recording.
        picture: the track.
        from_ms: the first moment that is wanted, from the recording's start.
        to_ms: the last.

    Raises:
        MediaError: the recording cannot be read.
        UnfitError: the track cannot be cut without encoding all of it.
    """
    with opened(path) as recording:
        origin_ms = start_ms(recording.container)
    with opened(path) as recording:
        container = recording.container
        stream = container.streams[picture.index]
        assert isinstance(stream, av.VideoStream)
        try:
            return _index(container, stream, origin_ms, (from_ms, to_ms))
        except NotAvcError as error:
            raise UnfitError(_ODD) from error
        except (av.FFmpegError, OSError, IndexError) as error:
            raise UnfitError("it is damaged") from error


def _index(
    container: "InputContainer", stream: "VideoStream", origin_ms: int, span_ms: tuple[int, int]
) -> PacketIndex:
    base, rate = stream.time_base, stream.guessed_rate or stream.average_rate
    if not base or not rate:
        raise UnfitError("it does not tell its rate")
    record = AvcRecord.parsed(stream.codec_context.extradata or b"")
    first = _first_stamp(container, stream)
    grid = _Grid(first, base, rate)
    begin_ms = first * base * 1000 - origin_ms
    from_stamp, to_stamp = (
        round((ms + origin_ms) / 1000 / base)
        for ms in (span_ms[0] - _BEFORE_MS, span_ms[1] + _AFTER_MS)
    )
    container.seek(max(first, from_stamp), stream=stream)
    packets, has_open = [], False
    for packet in packets_of(container, stream):
        data = bytes(packet) if packet.is_keyframe else b""
        is_idr = packet.is_keyframe and record.is_idr(data)
        has_open |= packet.is_keyframe and not is_idr
        packets.append(Packed(packet.pts, grid.number(packet.pts), is_idr))  # type: ignore[arg-type]
        if packet.is_keyframe and packet.pts is not None and packet.pts > to_stamp:
            break
    return PacketIndex(record, tuple(packets), begin_ms, rate, has_open)


def packets_of(
    container: "InputContainer", stream: "VideoStream"
) -> "Iterator[Packet[VideoStream]]":
    """The track's packets from where its reader is.

    Raises:
        UnfitError: one has no time, or is not to be shown.
    """
    for packet in container.demux(stream):
        if packet.size:
            if packet.pts is None or packet.is_discard or packet.is_corrupt:
                raise UnfitError(_ODD)
            yield packet


def _first_stamp(container: "InputContainer", stream: "VideoStream") -> int:
    """When the first picture is shown; it is among the first that are stored."""
    reader = packets_of(container, stream)
    stamps = [packet.pts for _, packet in zip(range(32), reader, strict=False)]
    if not stamps:
        raise UnfitError("it is damaged")
    return min(stamp for stamp in stamps if stamp is not None)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The moments of a constant rate."""

    first: int
    base: Fraction
    rate: Fraction

    def number(self, stamp: int) -> int:
        """Which picture is shown then.

        Raises:
            UnfitError: none, at that rate.
        """
        exact = (stamp - self.first) * self.base * self.rate
        nearest = round(exact)
        if abs(exact - nearest) > _OFF_GRID:
            raise UnfitError("its pictures do not follow each other at a constant rate")
        return nearest
