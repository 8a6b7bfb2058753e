"""Where clips meet: on whole pictures, so that however many follow each other nothing drifts."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise

SAMPLE_RATE = 48_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one clip takes of the video.

    Attributes:
        frames: pictures.
        samples: of sound, at ``SAMPLE_RATE``.
    """

    frames: int
    samples: int


def stretches(lengths_ms: Iterable[int], rate: Fraction) -> tuple[Stretch, ...]:
    """Each clip's stretch, at ``rate`` pictures a second; each has one picture at least."""
    frames = [0]
    for end_ms in accumulate(lengths_ms):
        frames.append(max(frames[-1] + 1, round(Fraction(end_ms, 1000) * rate)))
    samples = [round(frame / rate * SAMPLE_RATE) for frame in frames]
    return tuple(
        Stretch(frame_end - frame, sample_end - sample)
        for (frame, frame_end), (sample, sample_end) in zip(
            pairwise(frames), pairwise(samples), strict=True
        )
    )
