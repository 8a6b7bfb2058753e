"""What an edit makes of a timeline."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.conversation.editing.edit import Range


@dataclass(frozen=True, slots=True)
class Taken:
    """A part of a timeline.

    Attributes:
        span: where it was before the edit.
        text: what was said there; empty if nothing was.
    """

    span: Range
    text: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A part of a timeline that is elsewhere after the edit.

    Attributes:
        part: where it was, and what is said there.
        behind: the words after which it is said now; empty at the beginning.
    """

    part: Taken
    behind: str = ""


Doubt = Literal["near", "topic", "incomplete"]
"""What was looked for was only found nearly; what is said about a topic may be more or less; words
of a text that was handed back are left out."""


@dataclass(frozen=True, slots=True)
class Applied:
    """The timeline after an edit, and what a person should know of how it came about.

    Attributes:
        timeline: as it is now.
        taken: what was taken out, in order.
        doubts: why a person should agree first.
        notes: names of sentences, with their facts.
        found: what was looked for and stays: what was muted or moved, behind it its new place.
        moved: what of a text that was handed back is said elsewhere than before.
    """

    timeline: Timeline
    taken: tuple[Taken, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[tuple[str, dict[str, object]], ...] = ()
    found: tuple[Taken, ...] = ()
    moved: tuple[Moved, ...] = ()


def taken_at(spans: Sequence[Range], words: Sequence[SpokenWord]) -> tuple[Taken, ...]:
    """These parts, with the words whose middles lie in them.

    Args:
        spans: parts of a timeline.
        words: all that are heard on it, in order.
    """
    middles = sorted(
        ((spoken.word.start_ms + spoken.word.end_ms) / 2, number)
        for number, spoken in enumerate(words)
    )
    return tuple(Taken(span, _said(words, middles, span)) for span in spans)


def _said(words: Sequence[SpokenWord], middles: Sequence[tuple[float, int]], span: Range) -> str:
    first, last = (bisect_left(middles, (ms, -1)) for ms in span)
    numbers = sorted(number for _, number in middles[first:last])
    return "".join(words[number].word.text for number in numbers).strip()
