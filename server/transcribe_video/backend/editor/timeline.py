"""What a video shows and sounds like, moment by moment, and where each moment comes from.

The clips follow each other without gaps: they are the clock that all else on the timeline uses.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate
from math import floor
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

    def snapped(self, ms: int, rate: Fraction, at_ms: int = 0) -> int:
        """The moment of it, nearest to ``ms``, at which it can be parted, or an end of it.

        It is parted where a picture of its file begins, or of its own where it is faster or slower,
        and so that neither part is shorter than a picture.

        Args:
            ms: from its beginning.
            rate: pictures a second.
            at_ms: where it begins on the timeline; of two equally near pictures this tells which.
        """
        step_ms = 1000 / rate
        origin_ms, shift_ms = self.from_ms, Fraction(0)
        if self.speed != 1:
            rest_ms = self.d_ms - round(self.d_ms / step_ms) * step_ms
            is_whole = abs(rest_ms) <= 1
            origin_ms, shift_ms = 0, rest_ms / 2 if is_whole else shift_ms
        number = _nearest((origin_ms + ms) / step_ms, (at_ms + ms) / step_ms)
        near_ms, *others_ms = (
            round(one * step_ms + shift_ms) - origin_ms for one in (number, number - 1, number + 1)
        )
        least_ms, most_ms = step_ms - 1, self.d_ms - step_ms + 1
        inner_ms = [one for one in (near_ms, *others_ms) if least_ms <= one <= most_ms]
        return min([*inner_ms, 0, self.d_ms], key=lambda one: (abs(one - ms), one != near_ms))


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
        rate: pictures a second.
        titles: in the order in which they were added.
        music: the same.
        captions: how they are shown.
        fades: at the beginning and the end.
        frame: shape and size of the picture.
        loudness_lufs: of the whole; None is as recorded.
        starts_ms: when each clip begins.
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
    starts_ms: tuple[int, ...] = field(init=False, repr=False, compare=False)
    d_ms: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        *starts_ms, d_ms = accumulate((clip.d_ms for clip in self.clips), initial=0)
        object.__setattr__(self, "starts_ms", tuple(starts_ms))
        object.__setattr__(self, "d_ms", d_ms)

    @property
    def places(self) -> Iterator[tuple[int, Clip]]:
        """Each clip, and when it begins."""
        return zip(self.starts_ms, self.clips, strict=True)

    def snapped(self, ms: int) -> int:
        """The moment nearest to ``ms`` at which it can be parted, or an end of it."""
        if not 0 < ms < self.d_ms:
            return min(max(0, ms), self.d_ms)
        number = bisect_right(self.starts_ms, ms) - 1
        at_ms = self.starts_ms[number]
        return at_ms + self.clips[number].snapped(ms - at_ms, self.rate, at_ms)

    def meeting(self, ms: int) -> int:
        """The same, or less than a picture away from ``ms`` the moment at which clips meet."""
        near_ms = min((*self.starts_ms, self.d_ms), key=lambda one: abs(one - ms))
        return near_ms if abs(near_ms - ms) < 1000 / self.rate - 1 else self.snapped(ms)


def snapped(ms: int, rate: Fraction) -> int:
    """The moment at which the nearest of ``rate`` pictures a second begins."""
    return round(round(ms * rate / 1000) * 1000 / rate)


def _nearest(number: Fraction, shown: Fraction) -> int:
    """The nearest whole number; of two that whose place on the timeline, as shown, is even."""
    low = floor(number)
    if number - low != Fraction(1, 2):
        return round(number)
    return low + floor(shown) % 2
