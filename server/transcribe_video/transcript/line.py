"""The one or two lines of text in which a cue shows its phrase."""

from collections.abc import Iterable, Sequence
from math import inf

from transcribe_video.transcript.piece import Piece, break_costs

COLUMNS = 42
_LONE_WORD_COST = 15.0
# Columns by which two lines may differ for a break whose cost is one less.
_COLUMNS_PER_COST = 0.3


def line(row: Iterable[Piece]) -> str:
    """The pieces as one line of text."""
    return "".join(f" {piece.text}" if piece.spaced else piece.text for piece in row).strip()


def lines(phrase: Sequence[Piece]) -> tuple[str, ...]:
    """The phrase as one line, or as two of about the same width that part at a clause."""
    if _width(phrase) <= COLUMNS:
        return (line(phrase),)
    costs = break_costs(phrase)
    place = min(range(1, len(phrase)), key=lambda at: _parting_cost(phrase, at, costs[at - 1]))
    return (line(phrase[:place]), line(phrase[place:]))


def _parting_cost(phrase: Sequence[Piece], place: int, break_cost: float) -> float:
    first, second = _width(phrase[:place]), _width(phrase[place:])
    if max(first, second) > COLUMNS:
        return inf
    lone = _LONE_WORD_COST if place in {1, len(phrase) - 1} else 0.0
    top_heavy = first > second
    return abs(first - second) + _COLUMNS_PER_COST * break_cost + lone + top_heavy


def _width(row: Sequence[Piece]) -> int:
    return sum(piece.width + piece.spaced for piece in row) - row[0].spaced
