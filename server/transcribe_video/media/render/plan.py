"""How a video is made: all that is decided before ffmpeg is started."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.request import Caption
from transcribe_video.media.render.size import Size

COPY, ENCODE = "stream copy", "re-encode"
# In these the library finds the keyframe before any time; in others it may land behind it.
_INDEXED = {"matroska", "mov"}
_LONGEST_GROUP_MS = 12_000  # from one keyframe to the next


@dataclass(frozen=True, slots=True)
class Method:
    """Which of the ways is taken, and why it has to be that one."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Shot:
    """A clip that is really there.

    Attributes:
        footage: the recording.
        from_ms: where the clip begins in it.
        d_ms: how long it is.
    """

    footage: Footage
    from_ms: int
    d_ms: int

    @property
    def lead_ms(self) -> int:
        """How long before the clip the recording is read, to have a keyframe."""
        is_indexed = self.footage.demuxer in _INDEXED
        return 0 if is_indexed else min(self.from_ms, _LONGEST_GROUP_MS)

    @property
    def end_ms(self) -> int:
        """Where it ends in its recording."""
        return self.from_ms + self.d_ms


@dataclass(frozen=True, slots=True)
class Plan:
    """A video to make.

    Attributes:
        target: the file.
        method: how it is made.
        shots: what it shows, one after the other.
        size: of its picture, as it is seen.
        rate: pictures a second, the same throughout; None leaves each where it is in time.
        channels: of its sound: 1, 2, or 0 if there is none; a copy keeps what there is.
        captions: in order of time, none overlapping another.
        language: of the captions, three letters.
        notes: what a person should know about it, as sentences.
    """

    target: Path
    method: Method
    shots: tuple[Shot, ...]
    size: Size
    rate: Fraction | None
    channels: int
    captions: tuple[Caption, ...]
    language: str
    notes: tuple[str, ...]

    @property
    def duration_ms(self) -> int:
        """How long the video is."""
        return sum(shot.d_ms for shot in self.shots)

    @property
    def is_whole(self) -> bool:
        """Whether it ends with the picture of its one recording, however its length was rounded."""
        first = self.shots[0]
        has_picture = first.footage.picture is not None
        return len(self.shots) == 1 and has_picture and first.d_ms == first.footage.duration_ms

    @property
    def is_copy(self) -> bool:
        """Whether picture and sound are taken over as they are."""
        return self.method.name == COPY
