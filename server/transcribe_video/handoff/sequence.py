"""An edit as an editing program sees it: clips of files one after the other, and what lies on them.

Times of files and of the sequence come in milliseconds; ``Sequence.shots`` gives them in whole
frames of the sequence, from which all formats are written, so that they all say the same.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise
from math import ceil
from pathlib import Path
from typing import Literal

from transcribe_video.frame_rate import clip_bounds
from transcribe_video.handoff.smpte import NO_TIMECODE, SourceTimecode, may_drop_frames
from transcribe_video.wire.draft import Place

Kind = Literal["video", "audio", "image"]
_FINEST = 1000  # speeds are fractions with no larger denominator


@dataclass(frozen=True, slots=True)
class Media:
    """A file.

    Attributes:
        path: absolute.
        name: what people call it.
        kind: what it is.
        d_ms: its length; None for a picture.
        rate: pictures a second; None where there are none, or nobody knows.
        width: pixels as shown; None where there is no picture.
        height: pixels as shown.
        has_sound: whether it can be heard.
        start: the time that its first picture bears.
    """

    path: Path
    name: str
    kind: Kind = "video"
    d_ms: int | None = None
    rate: Fraction | None = None
    width: int | None = None
    height: int | None = None
    has_sound: bool = True
    start: SourceTimecode = NO_TIMECODE

    @property
    def is_seen(self) -> bool:
        """Whether it has a picture."""
        return self.kind != "audio"

    @property
    def is_heard(self) -> bool:
        """Whether it has sound."""
        return self.kind != "image" and self.has_sound


@dataclass(frozen=True, slots=True)
class Clip:
    """A part of a file.

    Attributes:
        media: the file.
        from_ms: where the part begins in it.
        to_ms: where it ends there.
        speed: 2 is twice as fast.
        volume: 1 is as loud as recorded, 0 is silence.
    """

    media: Media
    from_ms: int
    to_ms: int
    speed: float = 1.0
    volume: float = 1.0

    @property
    def d_ms(self) -> int:
        """How long it is in the sequence."""
        return round((self.to_ms - self.from_ms) / self.speed)

    @property
    def is_heard(self) -> bool:
        """Whether it sounds."""
        return self.media.is_heard and self.volume > 0


@dataclass(frozen=True, slots=True)
class Title:
    """A text on the picture, in times of the sequence."""

    text: str
    from_ms: int
    to_ms: int
    position: Place = "bottom"


@dataclass(frozen=True, slots=True)
class Music:
    """A file's sound that lies under all clips from the beginning, and ends with them at latest."""

    media: Media
    volume: float = 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the sequence, in frames."""

    at: int
    d: int

    @property
    def end(self) -> int:
        """The first frame after it."""
        return self.at + self.d


@dataclass(frozen=True, slots=True)
class Shot:
    """A clip in its place; all in frames of the sequence.

    Attributes:
        clip: what is shown.
        at: where it begins in the sequence.
        d: how long it is there.
        source: where it begins in the file, from the file's first frame.
        source_d: how much of the file it shows.
        speed: 2 is twice as fast.
    """

    clip: Clip
    at: int
    d: int
    source: int
    source_d: int
    speed: Fraction

    @property
    def end(self) -> int:
        """The first frame after it."""
        return self.at + self.d


@dataclass(frozen=True)
class Sequence:
    """An edit.

    Attributes:
        name: what people call it.
        rate: frames a second, one that editing programs have (``frame_rate.sequence_rate``).
        clips: one after the other.
        titles: on the picture.
        music: under it.
        width: of the picture, in pixels; None where there is none.
        height: of the picture.
        is_filled: a picture of another shape is cut off, and not bordered.
    """

    name: str
    rate: Fraction
    clips: tuple[Clip, ...]
    titles: tuple[Title, ...] = ()
    music: tuple[Music, ...] = ()
    width: int | None = None
    height: int | None = None
    is_filled: bool = False

    @cached_property
    def shots(self) -> tuple[Shot, ...]:
        """The clips in their places, as they are in the video; each has a frame at least."""
        return tuple(self._placed())

    @property
    def d(self) -> int:
        """How many frames it has."""
        return self.shots[-1].end if self.shots else 0

    @property
    def is_seen(self) -> bool:
        """Whether there is a picture."""
        return any(shot.clip.media.is_seen for shot in self.shots)

    @property
    def is_drop_frame(self) -> bool:
        """Whether its clock skips numbers to keep time: as the first file does that has a clock.

        At 29.97 and 59.94 frames a second only.
        """
        told = (clip.media.start.is_drop_frame for clip in self.clips)
        first = next((is_drop for is_drop in told if is_drop is not None), False)
        return first and may_drop_frames(self.rate)

    @property
    def start(self) -> int:
        """The frame that its clock shows as one hour, at which sequences begin by custom."""
        return SourceTimecode((1, 0, 0, 0), self.is_drop_frame).frame(self.rate)

    @property
    def title_spans(self) -> Iterator[tuple[Title, Span]]:
        """Each title, and where it is shown: for a frame at least."""
        for title in self.titles:
            at = min(self.frame(title.from_ms), max(0, self.d - 1))
            yield title, Span(at, max(1, min(self.frame(title.to_ms), self.d) - at))

    @property
    def music_spans(self) -> Iterator[tuple[Music, Span]]:
        """Each piece of music, and for how long it lasts."""
        for music in self.music:
            d_ms = music.media.d_ms
            d = self.d if d_ms is None else min(self.d, frames(d_ms, self.rate))
            if d > 0:
                yield music, Span(0, d)

    @property
    def media(self) -> tuple[Media, ...]:
        """The files, each once, in the order of their first use."""
        used = [shot.clip.media for shot in self.shots]
        used += [music.media for music, _ in self.music_spans]
        return tuple(dict.fromkeys(used))

    def frame(self, ms: int) -> int:
        """The frame that is shown at a moment: so far behind the beginning of its clip."""
        place = bisect_right(self._begins_ms, max(0, ms)) - 1
        if place == len(self.shots):
            return self.d
        shot = self.shots[place]
        return min(shot.at + frames(max(0, ms) - self._begins_ms[place], self.rate), shot.end)

    @cached_property
    def _begins_ms(self) -> tuple[int, ...]:
        """Where the clips begin, and where the last one ends."""
        return tuple(accumulate((clip.d_ms for clip in self.clips), initial=0))

    def source_start(self, media: Media) -> int:
        """The first frame on a file's own clock, by the time that has passed on it."""
        return ceil(media.start.seconds(media.rate or self.rate) * self.rate)

    def source_d(self, media: Media) -> int:
        """How many frames a file has: all that it is long for, and all that is shown of it."""
        return max(ceil((media.d_ms or 0) * self.rate / 1000), self._shown.get(media, 0))

    @cached_property
    def _shown(self) -> Mapping[Media, int]:
        """The most frames that a clip shows of each file."""
        most: dict[Media, int] = {}
        for shot in self.shots:
            most[shot.clip.media] = max(shot.source_d, most.get(shot.clip.media, 0))
        return most

    def _placed(self) -> Iterator[Shot]:
        bounds = clip_bounds((clip.d_ms for clip in self.clips), self.rate)
        for clip, (at, end) in zip(self.clips, pairwise(bounds), strict=True):
            speed = Fraction(clip.speed).limit_denominator(_FINEST)
            source_d = max(1, round((end - at) * speed))
            source = frames(clip.from_ms, self.rate)
            if clip.media.d_ms is not None:
                last = ceil(clip.media.d_ms * self.rate / 1000) - source_d
                source = max(0, min(source, last))
            yield Shot(clip, at, end - at, source, source_d, speed)


def frames(ms: int | Fraction, rate: Fraction) -> int:
    """How many frames that is, to the nearest."""
    return round(ms * rate / 1000)
