"""From the packets of one sound track to mono pieces in their places."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from transcribe_video.media.channels import plain
from transcribe_video.media.clock import SAMPLE_RATE, SAMPLES_PER_MS, Clock
from transcribe_video.media.engine import av, np
from transcribe_video.media.run import FrameKind, Piece, Run

if TYPE_CHECKING:
    from av.audio import AudioFrame, AudioStream
    from av.packet import Packet

# Rates outside are damage: resampling would make gigabytes of a few bytes.
_RATES = range(2_000, 1_000_000)
# The last packet of a file that was cut off is incomplete, which is not damage of its own.
_LAST_PACKET_MS = 2_000


class Decoder:
    """Decodes one sound track and counts what is lost.

    Args:
        stream: the track.
        clock: says where its sound goes.

    Attributes:
        damaged_ms: how long the packets are that could not be decoded.
        cancelled_ms: how long two channels cancelled each other.
    """

    def __init__(self, stream: "AudioStream", clock: Clock) -> None:
        self.damaged_ms = 0
        self.cancelled_ms = 0
        self._stream = stream
        self._clock = clock
        self._run: Run | None = None

    def pieces(self, packets: Iterable["Packet[AudioStream]"]) -> Iterator[Piece]:
        """The sound in these packets; a damaged one gives none.

        An empty piece tells where sound is about to begin after a gap.
        """
        undecoded_ms = 0
        for packet in packets:
            try:
                yield from self._decoded(packet)
            except (av.FFmpegError, ValueError):
                undecoded_ms += round((packet.duration or 0) * packet.time_base * 1000)
            else:
                self.damaged_ms, undecoded_ms = self.damaged_ms + undecoded_ms, 0
        if undecoded_ms > _LAST_PACKET_MS:
            self.damaged_ms += undecoded_ms
        with suppress(av.FFmpegError, ValueError):
            yield from self._decoded(None)
        with suppress(av.FFmpegError, ValueError):
            yield from self._end_run()

    def _decoded(self, packet: "Packet[AudioStream] | None") -> Iterator[Piece]:
        for frame in self._stream.decode(packet):
            if frame.sample_rate in _RATES and frame.samples:
                # What comes after the last packet has a timestamp without a unit.
                yield from self._placed(frame, frame.time if packet else None)

    def _placed(self, frame: "AudioFrame", stamp_s: float | None) -> Iterator[Piece]:
        length = frame.samples * SAMPLE_RATE / frame.sample_rate
        place = self._clock.place(stamp_s, length)
        if place.skip >= length:
            return
        frame = plain(frame)
        if self._run is None or not place.follows or self._run.kind != FrameKind.of(frame):
            yield from self._end_run()
            self._run = Run(frame, place.at, place.skip)
            yield Piece(place.at, np.empty(0, np.float32))
        yield from self._run.add(frame)

    def _end_run(self) -> Iterator[Piece]:
        run, self._run = self._run, None
        if run:
            yield from run.add(None)
            self.cancelled_ms += run.cancelled // SAMPLES_PER_MS
