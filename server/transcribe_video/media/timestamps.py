"""The timestamps inside a file: as milliseconds, and the one that players show as 0:00."""

from contextlib import suppress
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING

from transcribe_video.media.engine import av

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video import VideoStream

# Within so many packets every picture track has come that starts before the sound.
_PACKETS = 1_000


def to_ms(ticks: int | None, time_base: Fraction | None) -> int | None:
    """Whole milliseconds; None if the file does not tell.

    Args:
        ticks: how many units of ``time_base``.
        time_base: seconds in a unit.
    """
    return None if ticks is None or time_base is None else round(ticks * time_base * 1000)


def start_ms(container: "InputContainer") -> int:
    """When the earliest track starts; reads on in ``container``, which is to be closed then.

    For sound the library knows. For pictures it would have to decode some, and is not let to:
    without that it is wrong about H.264 in Matroska, so their first packets tell.
    """
    starts = [to_ms(stream.start_time, stream.time_base) for stream in container.streams.audio]
    pictures = [stream for stream in container.streams.video if not is_cover(stream)]
    if "mov" in container.format.name.split(","):
        starts += [to_ms(stream.start_time, stream.time_base) for stream in pictures]
    elif pictures:
        starts += _first_stamps(container, pictures)
    known = [start for start in starts if start is not None]
    return min(known) if known else round((container.start_time or 0) / 1000)


def is_cover(stream: "VideoStream") -> bool:
    """Whether the picture is a still that belongs to a sound recording."""
    return bool(stream.disposition & av.stream.Disposition.attached_pic)


def _first_stamps(container: "InputContainer", pictures: "list[VideoStream]") -> "list[int | None]":
    missing = {stream.index for stream in pictures}
    found = []
    # Where the packets break off, decoding will say so.
    with suppress(av.FFmpegError, OSError, IndexError):
        for packet in islice(container.demux(), _PACKETS):
            if packet.stream_index in missing and packet.size:
                stamp = packet.dts if packet.pts is None else packet.pts
                found.append(to_ms(stamp, packet.time_base))
                missing.remove(packet.stream_index)
            if not missing:
                break
    return found
