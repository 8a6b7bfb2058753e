"""Where clips meet: on whole pictures, so that however many follow each other nothing drifts."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from transcribe_video.frame_rate import clip_bounds

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


def stretches(
    lengths_ms: Iterable[int], rate: Fraction, counts: Iterable[int] = ()
) -> tuple[Stretch, ...]:
    """Each clip's stretch, at ``rate`` pictures a second; each has one picture at least.

    Args:
        lengths_ms: of the clips.
        rate: pictures a second.
        counts: of the pictures that each takes of its recording, where these are known.
    """
    frames = clip_bounds(lengths_ms, rate, counts)
    samples = [round(frame / rate * SAMPLE_RATE) for frame in frames]
    return tuple(
        Stretch(frame_end - frame, sample_end - sample)
        for (frame, frame_end), (sample, sample_end) in zip(
            pairwise(frames), pairwise(samples), strict=True
        )
    )
