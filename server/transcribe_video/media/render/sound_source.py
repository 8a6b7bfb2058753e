"""The sound of a recording as samples in a file of our own, so that it can be cut anywhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from transcribe_video.media.engine import Samples, np
from transcribe_video.media.render.cut_grid import SAMPLE_RATE
from transcribe_video.media.render.footage import Footage
from transcribe_video.media.render.plan import Plan, Shot

SAMPLE_BYTES = 2
_FULL = 32_768  # of the largest sample
# A clip may begin a little earlier than was asked for, with its first picture.
_MARGIN_MS = 100


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a recording's sound that is needed in one piece.

    Attributes:
        footage: the recording.
        from_ms: where it begins.
        length_ms: how long it is there.
        speed: 2 is twice as fast.
    """

    footage: Footage
    from_ms: int
    length_ms: int
    speed: float = 1.0

    @property
    def bytes(self) -> int:
        """How large it is with two channels."""
        return round(self.length_ms / self.speed * SAMPLE_RATE / 1000) * 2 * SAMPLE_BYTES


class Heard:
    """A excerpt's samples.

    Args:
        excerpt: what it is.
        path: where its samples lie, 16 bits each, channel by channel.
        channels: how many.
    """

    def __init__(self, excerpt: Excerpt, path: Path, channels: int) -> None:
        self._excerpt, self._channels = excerpt, channels
        count = path.stat().st_size // (SAMPLE_BYTES * channels)
        shape = (count, channels)
        self._samples = (
            np.memmap(path, dtype="<i2", mode="r", shape=shape) if count else np.zeros(shape, "<i2")
        )

    def place_of(self, ms: Fraction) -> int:
        """Which sample is heard at a moment of the recording."""
        past_s = (ms - self._excerpt.from_ms) / 1000 / Fraction(self._excerpt.speed)
        return round(past_s * SAMPLE_RATE)

    def samples(self, at: int, count: int) -> Samples:
        """So many from ``at`` on, between -1 and 1; silence where there is none."""
        found = np.zeros((count, self._channels), np.float32)
        begin, end = max(at, 0), min(at + count, len(self._samples))
        if begin < end:
            found[begin - at : end - at] = self._samples[begin:end] / np.float32(_FULL)
        return found


def excerpts_of(plan: Plan) -> dict[Excerpt, list[Shot]]:
    """What of the recordings is needed, and by which clips."""
    found: dict[Excerpt, list[Shot]] = {}
    together: dict[Path, list[Shot]] = {}
    for shot in plan.shots:
        if shot.footage.sound is None:
            continue
        if shot.speed == 1:
            together.setdefault(shot.footage.path, []).append(shot)
        else:
            excerpt = Excerpt(shot.footage, shot.from_ms, shot.part_ms, shot.speed)
            found.setdefault(excerpt, []).append(shot)
    found |= {_covering(shots): shots for shots in together.values()}
    return found


def _covering(shots: Sequence[Shot]) -> Excerpt:
    from_ms = max(0, min(shot.from_ms for shot in shots) - _MARGIN_MS)
    end_ms = max(shot.end_ms for shot in shots) + _MARGIN_MS
    return Excerpt(shots[0].footage, from_ms, end_ms - from_ms)
