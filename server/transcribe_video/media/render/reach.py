"""How far a recording can really be read: one that was cut off still claims its whole length."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transcribe_video.media.container import Recording
from transcribe_video.media.engine import av
from transcribe_video.media.info import MediaInfo
from transcribe_video.media.timestamps import to_ms

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream

# From so far before its end a recording is read, to see whether the end is there.
_TAIL_MS = 3_000
_MICROSECONDS = 1_000
# Headers and packets of whole files differ by less.
_LEAST_MS = 500
_SHARE = 0.02
# Kinds of file in which recordings can follow each other, each with a clock of its own: one that
# goes back, or this far ahead, was set anew.
_RESETTING = {"mpeg", "mpegts", "ogg"}
_BACK_MS, _AHEAD_MS = 500, 10_000


def tolerance_ms(duration_ms: int) -> int:
    """By how much a length may differ from another one that is the same."""
    return max(_LEAST_MS, round(duration_ms * _SHARE))


def sets_clock(recording: Recording) -> bool:
    """Whether only reading all of it tells its length."""
    return recording.container.format.name in _RESETTING


def tail_ms(recording: Recording, streams: Collection[int], info: MediaInfo) -> dict[int, int]:
    """How far each track goes, as what lies before the recording's claimed end tells.

    Args:
        recording: just opened.
        streams: the tracks that count, by their place in the file.
        info: what its headers tell.

    Returns:
        By the tracks' places; not those of which nothing lies there.
    """
    at_ms = info.start_ms + max(0, (info.duration_ms or 0) - _TAIL_MS)
    try:
        recording.container.seek(at_ms * _MICROSECONDS)
    except (av.FFmpegError, OSError):
        return {}
    return ends_ms(recording, streams, info.start_ms)


def length_ms(recording: Recording, streams: Collection[int], start_ms: int) -> int:
    """Where the last readable packet of these tracks ends, from the recording's start."""
    return max(ends_ms(recording, streams, start_ms).values(), default=0)


def ends_ms(recording: Recording, streams: Collection[int], start_ms: int) -> dict[int, int]:
    """The same of each track; not of those of which nothing can be read."""
    container = recording.container
    _read_only(container, streams)
    ends = {index: _End(resets=sets_clock(recording)) for index in streams}
    # Damage ends the reading as the end of the file does, and so does a track that appears late.
    with suppress(av.FFmpegError, OSError, IndexError):
        for packet in container.demux():
            if packet.stream_index in ends and packet.size:
                ends[packet.stream_index].note(packet)
    return {index: end.at_ms - start_ms for index, end in ends.items() if end.stamp_ms is not None}


@dataclass(slots=True)
class _End:
    """How far one track has come, on a clock that is never set anew."""

    resets: bool
    at_ms: int = 0
    offset_ms: int = 0
    stamp_ms: int | None = None

    def note(self, packet: "Packet[Stream]") -> None:
        stamp_ms = to_ms(packet.pts if packet.dts is None else packet.dts, packet.time_base)
        if stamp_ms is None:
            return
        if self.resets and self.stamp_ms is not None:
            step_ms = stamp_ms - self.stamp_ms
            if not -_BACK_MS <= step_ms <= _AHEAD_MS:
                self.offset_ms = self.at_ms - stamp_ms
        self.stamp_ms = stamp_ms
        shown_ms = to_ms(packet.pts, packet.time_base)
        length_ms = to_ms(packet.duration, packet.time_base) or 0
        end_ms = (stamp_ms if shown_ms is None else shown_ms) + length_ms + self.offset_ms
        self.at_ms = max(self.at_ms, end_ms)


def _read_only(container: "InputContainer", streams: Collection[int]) -> None:
    for stream in container.streams:
        if stream.index not in streams:
            stream.discard = av.stream.Discard.all
