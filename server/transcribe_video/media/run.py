"""An unbroken run of frames of one kind, made into mono pieces at 16 kHz."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from transcribe_video.media.channels import Downmix, channel_names
from transcribe_video.media.clock import SAMPLE_RATE
from transcribe_video.media.engine import Samples, av, np

if TYPE_CHECKING:
    from av.audio import AudioFrame

_PIECE = SAMPLE_RATE  # samples in a piece: one second


class Piece(NamedTuple):
    """Mono sound that begins at sample ``at`` of the recording."""

    at: int
    samples: Samples


class FrameKind(NamedTuple):
    """What all frames of a run have in common."""

    rate: int
    form: str
    layout: str

    @classmethod
    def of(cls, frame: "AudioFrame") -> "FrameKind":
        """The kind of this frame."""
        return cls(frame.sample_rate, frame.format.name, frame.layout.name)


class Run:
    """Takes frames and gives pieces.

    Args:
        frame: the first frame, which is not yet added.
        at: the sample of the recording that the run begins at.
        skip: how many samples to leave out at its beginning.

    Attributes:
        kind: what every frame that is added must be.
    """

    def __init__(self, frame: "AudioFrame", at: int, skip: int) -> None:
        self.kind = FrameKind.of(frame)
        self._channels = frame.layout.nb_channels
        self._downmix = Downmix(channel_names(frame.layout))
        # Packed samples: with more than eight channels the library misreads planes.
        self._resampler = av.AudioResampler("flt", frame.layout, SAMPLE_RATE, _PIECE)
        self._at, self._skip = at, skip

    @property
    def cancelled(self) -> int:
        """How many samples had two channels that cancel each other."""
        return self._downmix.cancelled

    def add(self, frame: "AudioFrame | None") -> Iterator[Piece]:
        """The pieces that are complete with this frame; None ends the run and gives the rest."""
        if frame is not None:
            frame.pts = None
        for resampled in self._resampler.resample(frame):
            packed = resampled.to_ndarray().astype(np.float32, copy=False)
            yield from self._piece(self._downmix.mono(packed.reshape(-1, self._channels).T))

    def _piece(self, samples: Samples) -> Iterator[Piece]:
        skipped = min(self._skip, len(samples))
        self._skip -= skipped
        if skipped < len(samples):
            yield Piece(self._at, samples[skipped:])
            self._at += len(samples) - skipped
