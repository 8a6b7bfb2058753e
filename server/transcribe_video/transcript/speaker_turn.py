"""What one person says before another does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from transcribe_video.transcript.segment import Segment


@dataclass(frozen=True, slots=True)
class SpeakerTurn:
    """Successive segments of one speaker (``None``: not known), at least one."""

    speaker: str | None
    segments: tuple[Segment, ...]

    @property
    def start_ms(self) -> int:
        """When the turn's first word begins."""
        return self.segments[0].start_ms

    @property
    def end_ms(self) -> int:
        """When the turn's last word ends."""
        return self.segments[-1].end_ms


def speaker_turns(segments: Iterable[Segment]) -> Iterator[SpeakerTurn]:
    """Group successive segments of the same speaker."""
    for speaker, group in groupby(segments, key=lambda segment: segment.speaker):
        yield SpeakerTurn(speaker, tuple(group))
