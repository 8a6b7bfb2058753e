"""Which picture of a recording is shown as which picture of a clip: pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from transcribe_video.media.render.plan import Shot

_MS = Fraction(1, 1000)
# Times are rounded to ticks of several clocks on the way.
_ROUNDED = 2


@dataclass(frozen=True, slots=True)
class RateConversion:
    """A clip, from the times of its recording to pictures at a constant rate.

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

    def moment(self, number: int | Fraction) -> Fraction:
        """Where in the recording picture ``number`` of the clip lies, in seconds of its clock."""
        played = number / self.rate * Fraction(self.shot.speed)
        return (self.origin_ms + self.shot.from_ms) * _MS + played

    def places(self, stamps: Sequence[int], number: int) -> range:
        """Which of some pictures may be shown: the last that has begun in the middle of it.

        Before the first of all that is the first. There are several where rounding decides.

        Args:
            stamps: when they begin, in ticks and in order.
            number: of the picture of the clip, from 0.
        """
        middle = self.moment(number + Fraction(1, 2))
        off = _ROUNDED * max(self.base, _MS) * max(Fraction(1), Fraction(self.shot.speed))
        first, last = (
            max(0, bisect_right(stamps, (middle + by) / self.base) - 1) for by in (-off, off)
        )
        return range(first, last + 1)
