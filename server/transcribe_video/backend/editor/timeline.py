"""What a video shows and sounds like, moment by moment, and where each moment comes from.

The clips follow each other without gaps: they are the clock that all else on the timeline uses.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate
from typing import Literal

from transcribe_video.wire.draft import Aspect, Color, Place

DEFAULT_RATE = Fraction(25)
"""Pictures a second where no file tells."""

ClipKind = Literal["video", "audio", "image"]


@dataclass(frozen=True, slots=True)
class Clip:
    """A part of a file.

    Attributes:
        media_id: which file.
        name: what people call it.
        from_ms: where the part begins in the file.
        to_ms: where it ends there.
        kind: of the file.
        speed: 2 is twice as fast.
        volume: 1 is as loud as recorded, 0 is silence.
        origin: the number, from 1, of the clip that it is a part of, while a message is followed.
    """

    media_id: str
    name: str
    from_ms: int
    to_ms: int
    kind: ClipKind = "video"
    speed: float = 1.0
    volume: float = 1.0
    origin: int = field(default=0, repr=False, compare=False)

    @property
    def d_ms(self) -> int:
        """How long it is on the timeline."""
        return round((self.to_ms - self.from_ms) / self.speed)


@dataclass(frozen=True, slots=True)
class Title:
    """A text on the picture, in times of the timeline."""

    text: str
    from_ms: int
    to_ms: int
    position: Place = "bottom"


@dataclass(frozen=True, slots=True)
class Level:
    """A while of the timeline in which music is louder or quieter.

    Attributes:
        from_ms: where it begins.
        to_ms: where it ends.
        volume: a factor of the music's own; 0 is silence.
    """

    from_ms: int
    to_ms: int
    volume: float


@dataclass(frozen=True, slots=True)
class Music:
    """Sound that lies under the clips from the beginning, and ends with them or before.

    Attributes:
        media_id: which file.
        name: what people call it.
        volume: 1 is as loud as recorded.
        is_ducked: it grows quiet while somebody speaks.
        levels: where it is louder or quieter than that; in order, none overlapping another.
        length_ms: of the file; 0 if that is not known.
    """

    media_id: str
    name: str
    volume: float = 1.0
    is_ducked: bool = False
    levels: tuple[Level, ...] = ()
    length_ms: int = 0


@dataclass(frozen=True, slots=True)
class Captions:
    """How captions are shown; their words are those that are still on the timeline.

    Attributes:
        is_on: None leaves it to whoever exports.
        size: of the letters.
        position: on the picture.
        is_burned: they are part of the picture.
        is_highlighted: the word that is spoken stands out, where they are burned in.
        color: of the letters, where they are burned in.
    """

    is_on: bool | None = None
    size: Literal["small", "medium", "large"] = "medium"
    position: Place = "bottom"
    is_burned: bool = False
    is_highlighted: bool = False
    color: Color = "white"


@dataclass(frozen=True, slots=True)
class Fades:
    """How long picture and sound take to come at the beginning and to go at the end."""

    picture_in_ms: int = 0
    picture_out_ms: int = 0
    sound_in_ms: int = 0
    sound_out_ms: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """The shape and size of the picture; what is None is that of the first clip.

    Attributes:
        aspect: width to height.
        is_padded: what does not fit is padded with black; else what is outside is cut off.
        height: of the picture; of an upright one its width.
    """

    aspect: Aspect | None = None
    is_padded: bool = False
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A video before it is made.

    Attributes:
        clips: one after the other.
        rate: pictures a second; all clips begin and end on one.
        titles: in the order in which they were added.
        music: the same.
        captions: how they are shown.
        fades: at the beginning and the end.
        frame: shape and size of the picture.
        loudness_lufs: of the whole; None is as recorded.
        d_ms: how long it is.
    """

    clips: tuple[Clip, ...]
    rate: Fraction = DEFAULT_RATE
    titles: tuple[Title, ...] = ()
    music: tuple[Music, ...] = ()
    captions: Captions = field(default=Captions())
    fades: Fades = field(default=Fades())
    frame: Frame = field(default=Frame())
    loudness_lufs: float | None = None
    d_ms: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "d_ms", sum(clip.d_ms for clip in self.clips))

    @property
    def places(self) -> Iterator[tuple[int, Clip]]:
        """Each clip, and when it begins."""
        starts = accumulate((clip.d_ms for clip in self.clips), initial=0)
        return zip(starts, self.clips, strict=False)

    def snapped(self, ms: int) -> int:
        """The moment at which the nearest picture begins, within the timeline."""
        return min(max(0, snapped(ms, self.rate)), self.d_ms)


def snapped(ms: int, rate: Fraction) -> int:
    """The moment at which the nearest of ``rate`` pictures a second begins."""
    return round(round(ms * rate / 1000) * 1000 / rate)
