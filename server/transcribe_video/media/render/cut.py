"""Where the clips of a video lie, to the picture and to the sample."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from transcribe_video.media.render.cut_grid import Stretch, stretches
from transcribe_video.media.render.packet_index import PacketIndex, packet_index
from transcribe_video.media.render.plan import Plan, Shot
from transcribe_video.media.render.unfit import UnfitError

# Whole milliseconds, where no picture's time matters.
_MS_GRID = Fraction(1000)


class Cut(NamedTuple):
    """Where the clips lie.

    Attributes:
        lengths: how much of the video each takes.
        starts_ms: where each one's first picture is in its recording.
        grid: pictures a second in ``lengths``.
        pictures: those of the one recording, if they are spliced.
    """

    lengths: tuple[Stretch, ...]
    starts_ms: tuple[Fraction, ...]
    grid: Fraction
    pictures: PacketIndex | None = None

    @property
    def begins(self) -> list[int]:
        """Which picture of the video each clip begins with."""
        return list(accumulate((length.frames for length in self.lengths[:-1]), initial=0))

    @property
    def frames(self) -> int:
        """How many pictures there are."""
        return sum(length.frames for length in self.lengths)


def cut_of(plan: Plan) -> Cut:
    """Where a plan's clips lie.

    Raises:
        UnfitError: their pictures cannot be spliced, as is planned.
        MediaError: the recording cannot be read.
    """
    shots, lengths_ms = plan.shots, [shot.d_ms for shot in plan.shots]
    if plan.is_smart and not plan.is_whole:
        index = _index_of(shots)
        numbers = [index.number_at(shot.from_ms) for shot in shots]
        ends = [index.number_at(shot.end_ms) for shot in shots]
        begun = zip(numbers, shots, strict=True)
        are_met = all(abs(index.moment_ms(number) - shot.from_ms) <= 1 for number, shot in begun)
        # Clips that begin between two pictures are as long as they are said to be.
        counted = [end - number for number, end in zip(numbers, ends, strict=True)]
        counts = counted if are_met else []
        starts_ms = tuple(map(index.moment_ms, numbers))
        return Cut(stretches(lengths_ms, index.rate, counts), starts_ms, index.rate, index)
    grid = (None if plan.is_smart else plan.rate) or _MS_GRID
    begins_ms = tuple(Fraction(shot.from_ms) for shot in shots)
    return Cut(stretches(lengths_ms, grid), begins_ms, grid)


def ranges(cut: Cut, index: PacketIndex) -> list[tuple[int, int]]:
    """The pictures of each clip; clips that go on where the one before ends are one."""
    found: list[tuple[int, int]] = []
    for start_ms, length in zip(cut.starts_ms, cut.lengths, strict=True):
        begin = index.number_at(start_ms)
        if found and found[-1][1] == begin:
            found[-1] = (found[-1][0], begin + length.frames)
        else:
            found.append((begin, begin + length.frames))
    return found


def _index_of(shots: Sequence[Shot]) -> PacketIndex:
    footage = shots[0].footage
    if footage.picture is None:
        raise UnfitError("it has no picture")
    from_ms = min(shot.from_ms for shot in shots)
    to_ms = max(shot.end_ms for shot in shots)
    return packet_index(footage.path, footage.picture, from_ms, to_ms)
