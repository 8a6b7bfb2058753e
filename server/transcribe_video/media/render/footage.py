"""What of a recording goes into a video, and what ffmpeg must be told to read just that."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from transcribe_video.media.info import AudioTrack
from transcribe_video.media.loss import Loss
from transcribe_video.media.render.size import Size

INDEXED = frozenset({"matroska", "mov"})
"""The containers in which the library finds the keyframe before any time."""
# Transfer characteristics of the two kinds of HDR (ITU-T H.273): PQ and HLG.
_HDR = {16, 18}
_RIGHT_ANGLE = 90


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture track that is taken.

    Attributes:
        index: its place among all streams of the file, from 0.
        codec: short name of the codec, e.g. ``"h264"``.
        profile: which part of the codec's features it uses, e.g. ``"High"``; empty if unknown.
        pixels: how its colours are stored, e.g. ``"yuv420p"``.
        width: pixels as stored, before any rotation.
        height: pixels as stored, before any rotation.
        pixel_shape: width of a pixel as a share of its height.
        rotation: degrees by which a player turns it, counter-clockwise.
        rate: pictures a second as meant (there may be fewer), if the file tells.
        is_interlaced: whether each picture is two, of every other line.
        transfer: how light is coded (ITU-T H.273).
    """

    index: int
    codec: str
    profile: str
    pixels: str
    width: int
    height: int
    pixel_shape: Fraction
    rotation: int
    rate: Fraction | None
    is_interlaced: bool
    transfer: int

    @property
    def size(self) -> Size:
        """Its size as it is seen."""
        width = max(1, round(self.width * self.pixel_shape))
        upright = self.rotation % (2 * _RIGHT_ANGLE) == _RIGHT_ANGLE
        return Size(self.height, width) if upright else Size(width, self.height)

    @property
    def is_straight(self) -> bool:
        """Whether it is turned by right angles only."""
        return self.rotation % _RIGHT_ANGLE == 0

    @property
    def is_hdr(self) -> bool:
        """Whether it has more light than an ordinary picture."""
        return self.transfer in _HDR


@dataclass(frozen=True, slots=True)
class Footage:
    """One recording, as far as a video is made of it.

    Attributes:
        path: where it is.
        bytes: the file's size.
        demuxer: by which name the library reads its container.
        container: what people call its container.
        duration_ms: how far it can really be read, from its start.
        claimed_ms: how long it says that it is, if it does.
        picture: None if there is only sound.
        sound: the sound track that is taken; None if there is none that can be read.
        notes: what its owner should know, as sentences.
        is_still: whether it is one picture, which is shown for as long as one likes.
        sound_ms: how far its sound goes, if that was seen.
    """

    path: Path
    bytes: int
    demuxer: str
    container: str
    duration_ms: int
    claimed_ms: int | None
    picture: Picture | None
    sound: AudioTrack | None
    notes: tuple[str, ...] = ()
    is_still: bool = False
    sound_ms: int | None = None

    @property
    def loss(self) -> Loss:
        """What of it is not there, though it claims it."""
        return Loss(
            reached_ms=self.duration_ms,
            claimed_ms=self.claimed_ms,
            is_broken=False,
            damaged_ms=0,
            cancelled_ms=0,
        )
