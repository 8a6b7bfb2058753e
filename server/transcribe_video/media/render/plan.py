"""How a video is made: all that is decided before ffmpeg is started."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.request import (
    Caption,
    CaptionStyle,
    Fades,
    Level,
    Span,
    Title,
)
from transcribe_video.media.render.size import Size

UNEVEN_MS = 250
"""So long a picture may stand that stays where it is in time; what is done to it waits for it."""
COPY, SMART, ENCODE = "stream copy", "smart render", "re-encode"


@dataclass(frozen=True, slots=True)
class Method:
    """Which of the ways is taken, and why it has to be that one."""

    name: str
    why: str


class Lead(NamedTuple):
    """What of a recording's picture lies before a clip.

    Attributes:
        read_ms: how long before the clip the recording is read.
        begun_ms: how long before it that picture has begun with which the clip begins.
        stands: whether that one is shown to the clip's end.
    """

    read_ms: int = 0
    begun_ms: int = 0
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Shot:
    """A clip that is really there.

    Attributes:
        footage: the recording.
        from_ms: where the clip begins in it.
        d_ms: how long it is in the video.
        speed: 2 is twice as fast.
        volume: 1 is as loud as recorded.
        lead: what is read before it; nothing until the recording's packets have told.
    """

    footage: Footage
    from_ms: int
    d_ms: int
    speed: float = 1.0
    volume: float = 1.0
    lead: Lead = field(default=Lead())

    @property
    def stands(self) -> bool:
        """Whether it is one picture, however long it is shown."""
        return self.footage.is_still or self.lead.stands

    @property
    def part_ms(self) -> int:
        """How long it is in its recording."""
        return round(self.d_ms * self.speed)

    @property
    def end_ms(self) -> int:
        """Where it ends in its recording."""
        return self.from_ms + self.part_ms


@dataclass(frozen=True, slots=True)
class Melody:
    """Sound under the whole video.

    Attributes:
        footage: the recording.
        volume: 1 is as loud as recorded.
        is_ducked: it grows quiet while somebody speaks.
        levels: where it is louder or quieter than that.
    """

    footage: Footage
    volume: float
    is_ducked: bool
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """What is done to the picture besides.

    Attributes:
        titles: texts on it.
        burned: captions that are part of it.
        style: of these.
        fades: at the beginning and the end; those of the sound too.
        is_cropped: what is outside the frame is cut off; else black bars fill what is missing.
    """

    titles: tuple[Title, ...] = ()
    burned: tuple[Caption, ...] = ()
    style: CaptionStyle = field(default=CaptionStyle())
    fades: Fades = field(default=Fades())
    is_cropped: bool = False

    @property
    def has_text(self) -> bool:
        """Whether there is anything to write on the picture."""
        return bool(self.titles or self.burned)


@dataclass(frozen=True, slots=True)
class Plan:
    """A video to make.

    Attributes:
        target: the file.
        method: how it is made.
        shots: what it shows, one after the other.
        size: of its picture, as it is seen.
        rate: pictures a second, the same throughout; None leaves each where it is in time.
        steady_rate: the rate to take if they turn out not to do where they are.
        channels: of its sound: 1, 2, or 0 if there is none; a copy keeps what there is.
        duration_ms: how long it is.
        captions: that can be switched on; in order of time, none overlapping another.
        language: of the captions, three letters.
        notes: what a person should know about it, as sentences.
        look: what is done to the picture.
        music: what is heard besides.
        speech: when somebody speaks.
        loudness_lufs: to which the whole is brought; None is as recorded.
    """

    target: Path
    method: Method
    shots: tuple[Shot, ...]
    size: Size
    rate: Fraction | None
    channels: int
    duration_ms: int
    captions: tuple[Caption, ...]
    language: str
    notes: tuple[str, ...]
    steady_rate: Fraction = Fraction(30)
    look: Look = field(default=Look())
    music: tuple[Melody, ...] = ()
    speech: tuple[Span, ...] = ()
    loudness_lufs: float | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it ends with the picture of its one recording, however its length was rounded."""
        first = self.shots[0]
        is_moving = first.footage.picture is not None and not first.footage.is_still
        is_all = first.from_ms == 0 and first.end_ms == first.footage.duration_ms
        return len(self.shots) == 1 and is_moving and is_all

    @property
    def is_of_stills(self) -> bool:
        """Whether no recording says in which colours its picture is."""
        return not any(shot.footage.picture and not shot.footage.is_still for shot in self.shots)

    @property
    def is_copy(self) -> bool:
        """Whether picture and sound are taken over as they are."""
        return self.method.name == COPY

    @property
    def is_smart(self) -> bool:
        """Whether the picture is taken over but for what is around the cuts."""
        return self.method.name == SMART
