"""An edit as an editing program sees it: clips of files one after the other, and what lies on them.

Times of files and of the sequence come in milliseconds; ``Sequence.shots`` gives them in whole
frames of the sequence, from which all formats are written, so that they all say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Literal

from transcribe_video.handoff.smpte import NO_TIMECODE, SourceTimecode, may_drop_frames

Kind = Literal["video", "audio", "image"]
Position = Literal["top", "center", "bottom"]
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
    position: Position = "bottom"


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
        rate: frames a second.
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
        """The clips in their places; one that is shorter than a frame is left out."""
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
        """Whether its clock skips numbers to keep time: as its files do, else where that is usual.

        At 29.97 and 59.94 frames a second only.
        """
        if not may_drop_frames(self.rate):
            return False
        told = (shot.clip.media.start.is_drop_frame for shot in self.shots)
        return next((is_drop for is_drop in told if is_drop is not None), True)

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
        """The frame that is shown at a moment: of the clip that lies there."""
        at_ms = 0
        for shot in self.shots:
            if ms < at_ms + shot.clip.d_ms:
                return shot.at + min(frames(max(0, ms - at_ms), self.rate), shot.d)
            at_ms += shot.clip.d_ms
        return self.d

    def source_start(self, media: Media) -> int:
        """The frame at which a file's own clock begins, by the time that passes on it."""
        if media.start.is_unknown:
            return 0
        return round(media.start.seconds(media.rate or self.rate) * self.rate)

    def _placed(self) -> Iterator[Shot]:
        at = 0
        for clip in self.clips:
            speed = Fraction(clip.speed).limit_denominator(_FINEST)
            d = frames((clip.to_ms - clip.from_ms) / speed, self.rate)
            if d > 0:
                source = frames(clip.from_ms, self.rate)
                yield Shot(clip, at, d, source, max(1, round(d * speed)), speed)
                at += d


def frames(ms: int | Fraction, rate: Fraction) -> int:
    """How many frames that is, to the nearest."""
    return round(ms * rate / 1000)
