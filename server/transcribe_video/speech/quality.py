"""The points on the scale from fast to careful, found by measuring (docs/speech.md)."""

from dataclasses import dataclass

from transcribe_video.errors import UsageError


@dataclass(frozen=True, slots=True)
class Quality:
    """How a recording is cut and decoded.

    Attributes:
        name: what a person calls it.
        shortest_ms: a decoding window is at least this long, but for the last.
        longest_ms: and at most this long; the model hears no more than 30 s at once.
        beam: how many readings of a window are followed at once.
        tail_ms: silence that is put behind a window, up to the model's 30 s. The less, the
            quicker; with too little the model does not notice that the speech has ended.
        wants_largest: the most accurate model that is installed is used, if none is chosen.
    """

    name: str
    shortest_ms: int
    longest_ms: int
    beam: int
    tail_ms: int
    wants_largest: bool = False


QUALITIES = {
    quality.name: quality
    for quality in (
        Quality("fast", 8_000, 15_000, beam=1, tail_ms=2_000),
        Quality("balanced", 15_000, 28_000, beam=5, tail_ms=2_000),
        Quality("best", 15_000, 28_000, beam=5, tail_ms=30_000, wants_largest=True),
    )
}


def quality_named(name: str) -> Quality:
    """The quality that a person names.

    Raises:
        UsageError: there is none of that name.
    """
    if name.strip().lower() in QUALITIES:
        return QUALITIES[name.strip().lower()]
    raise UsageError(
        f"The quality cannot be “{name}”",
        "there is none of that name",
        "Use fast, balanced or best",
    )
