"""Where something lies on a video of which the clips lie elsewhere than on its timeline."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import floor
from typing import TypeAlias, TypeVar

from transcribe_video.media.render.request import Caption, Span

SpanT = TypeVar("SpanT", bound=Span)
Moment: TypeAlias = int | Fraction


class TimeMap:
    """Each moment of a timeline, with its clip; what goes on over a cut still does so.

    Args:
        wanted_ms: where the clips begin on the timeline, and where the last one ends.
        actual_ms: the same on the video.
        late_ms: by how much what is in each clip comes later than its begin tells; may be less
            than 0. None is not at all.
    """

    def __init__(
        self,
        wanted_ms: Sequence[Moment],
        actual_ms: Sequence[Moment],
        late_ms: Sequence[Moment] | None = None,
    ) -> None:
        self._wanted_ms, self._actual_ms = wanted_ms, actual_ms
        self._late_ms = late_ms or [0] * (len(wanted_ms) - 1)

    def __call__(self, ms: int) -> int:
        """Where a moment lies; of what a clip has lost, where that clip ends."""
        at = bisect_right(self._wanted_ms, ms) - 1
        begin_ms, past_ms = self._actual_ms[at], ms - self._wanted_ms[at]
        if not past_ms or at == len(self._late_ms):
            return floor(begin_ms + past_ms)
        moved_ms = begin_ms + past_ms + self._late_ms[at]
        return floor(min(max(moved_ms, begin_ms), self._actual_ms[at + 1]))

    def moved(self, spans: Iterable[SpanT]) -> Iterator[SpanT]:
        """The spans in their places, captions with their words; without those of no length."""
        there = map(self._moved, spans)
        return (span for span in there if span.start_ms < span.end_ms)

    def _moved(self, span: SpanT) -> SpanT:
        update: dict[str, object] = {"start_ms": self(span.start_ms), "end_ms": self(span.end_ms)}
        if isinstance(span, Caption):
            update["words"] = tuple(map(self._moved, span.words))
        return span.model_copy(update=update)
