"""Clips that a message calls by their number: “the second clip”, “clips 1 and 3”, 第二段."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from transcribe_video.conversation.editing.clip_phrases import Named, named_in
from transcribe_video.conversation.editing.edit import Range
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

CLIP: Final = "a clip"
"""The text of a range that is a clip."""
NO_CLIP: Final = "no clip"
"""The same where there is no such clip."""
_FROM = re.compile(r"(?<![a-z])from\s{1,3}$|从\s{0,3}$", re.IGNORECASE)


def clips_in(text: str, clips: Sequence[Range]) -> list[Token]:
    """The clips that a text calls by their number, as ranges, in order.

    Of a timeline of one clip, “the first” and “the last” may mean a part of it, and are none.

    Args:
        text: the message without what it quotes.
        clips: when each begins and ends.
    """
    found: list[Token] = []
    for start, end, named in named_in(text) if clips else ():
        is_free = all(end <= one.start or one.end <= start for one in found)
        if is_free and _is_meant(named, len(clips)):
            is_range = any(first != last for first, last in named.rows)
            start = _led(text, start) if is_range else start  # noqa: PLW2901 - “from clip 2 to 4”
            is_so_many = named.of in {0, len(clips)}
            spans = [_span(row, clips) if is_so_many else None for row in named.rows]
            found += _tokens(start, end, spans)
    return sorted(found, key=lambda token: token.start)


def _led(text: str, start: int) -> int:
    """Where a range begins, with the “from” before it."""
    lead = _FROM.search(text[:start])
    return lead.start() if lead else start


def _is_meant(named: Named, count: int) -> bool:
    if count > 1:
        return True
    is_there = all(row in {(1, 1), (-1, -1)} for row in named.rows)
    return named.is_sure and not (is_there and named.is_end)


def _span(row: tuple[int, int], clips: Sequence[Range]) -> Range | None:
    """From the beginning of one clip to the end of another; None if there is no such clip."""
    numbers = sorted(number if number > 0 else len(clips) + 1 + number for number in row)
    if not 1 <= numbers[0] <= numbers[1] <= len(clips):
        return None
    return clips[numbers[0] - 1][0], clips[numbers[1] - 1][1]


def _tokens(start: int, end: int, spans: Sequence[Range | None]) -> Iterator[Token]:
    """A token for each, in the place of the phrase."""
    places = [*range(start, start + len(spans)), end]
    for place, span in enumerate(spans):
        text, known = (CLIP, span) if span else (NO_CLIP, (0, 0))
        yield Token(Sign.SPAN, places[place], places[place + 1], text, known[0], span=known)
