"""Which picture of a recording is shown as which picture of a clip: pure, and as ``graph`` says."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from transcribe_video.media.render.plan import Shot

_MS = Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class RateConversion:
    """A clip, from the times of its recording to pictures at a constant rate.

    ffmpeg counts in whole ticks of the track's clock, and so does this.

    Attributes:
        shot: the clip.
        origin_ms: what the recording's clock shows at its start.
        base: seconds in a tick of the track's clock.
        rate: pictures a second in the video.
    """

    shot: Shot
    origin_ms: int
    base: Fraction
    rate: Fraction

    def moment(self, number: int) -> Fraction:
        """Where in the recording picture ``number`` of the clip lies, in seconds of its clock."""
        played = number / self.rate * Fraction(self.shot.speed)
        return (self.origin_ms + self.shot.from_ms) * _MS + played

    def place(self, stamps: Sequence[int], number: int) -> int | None:
        """Which of some pictures is shown; the last that has begun by then, or the first of all.

        Args:
            stamps: when they begin, in ticks and in order.
            number: of the picture of the clip, from 0.
        """
        places = [place for place, stamp in enumerate(stamps) if self._is_kept(stamp)]
        begun = [place for place in places if self._number(stamps[place]) <= number]
        return begun[-1] if begun else next(iter(places), None)

    def _is_kept(self, stamp: int) -> bool:
        lead_ms = self.shot.lead_ms
        return self._read(stamp) >= (_nearest((lead_ms - 1) * _MS / self.base) if lead_ms else 0)

    def _number(self, stamp: int) -> int:
        """With which picture of the clip it begins."""
        ticks = max(Fraction(0), self._read(stamp) - self.shot.lead_ms * _MS / self.base)
        played = floor(floor(ticks) / Fraction(self.shot.speed))
        return _nearest(played * self.base * self.rate)

    def _read(self, stamp: int) -> int:
        """Its time from where reading begins."""
        begin_ms = self.origin_ms + self.shot.from_ms - self.shot.lead_ms
        return stamp - _nearest(begin_ms * _MS / self.base)


def _nearest(value: Fraction) -> int:
    """Halves away from zero."""
    return floor(value + Fraction(1, 2)) if value >= 0 else -floor(Fraction(1, 2) - value)
