"""What one cue shows of a running text: where the text is best cut for the screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from transcribe_video.transcript.line import COLUMNS
from transcribe_video.transcript.piece import Piece, break_costs
from transcribe_video.transcript.punctuation import ends_sentence

Phrase = Sequence[Piece]

MAX_MS = 7_000
MIN_MS = 1_000

# What makes a phrase bad, in the coin of `break_costs`: a break in mid-clause costs 100.
_EACH = 40.0
_SENTENCE_INSIDE = 45.0  # so that each sentence has a cue of its own, if it is long enough
_SENTENCE_BEGUN = 60.0
_COLUMN_MISSING, _FEW_COLUMNS = 2.0, 15
_MS_MISSING = 0.1
_MS_OF_PAUSE, _PAUSE_INSIDE_MS = 0.2, 500
_PAUSE_BETWEEN_MS = 2_000


def phrases(row: Sequence[Piece]) -> list[Phrase]:
    """Cut the pieces into phrases of at most two lines and seven seconds, at the least cost.

    It is the shortest path over the places where a phrase may end. Only a phrase of one piece may
    last longer than seven seconds.
    """
    if not row:
        return []
    text = _measured(row)
    best = [0.0] + [inf] * len(row)
    begin = [0] * (len(row) + 1)
    for start in range(len(row)):
        for end in _ends(text, start):
            cost = best[start] + _cost(text, start, end)
            if cost < best[end]:
                best[end], begin[end] = cost, start
    return _cut(row, begin)


@dataclass(frozen=True, slots=True)
class _Text:
    """Pieces with what the search asks of each stretch of them, counted up from the start."""

    row: Sequence[Piece]
    farthest: Sequence[int]
    break_costs: Sequence[float]
    widths: Sequence[int]
    sentences: Sequence[int]
    pause_costs: Sequence[float]


def _measured(row: Sequence[Piece]) -> _Text:
    widths = [0, *accumulate(piece.width + piece.spaced for piece in row)]
    sentences = [0, *accumulate(int(ends_sentence(piece.text)) for piece in row)]
    pauses = [0.0, *accumulate(_pause_cost(left, right) for left, right in pairwise(row))]
    return _Text(row, _two_lines(row, widths), break_costs(row), widths, sentences, pauses)


def _two_lines(row: Sequence[Piece], widths: Sequence[int]) -> list[int]:
    """For each place, how far two full lines from there reach."""
    one_line, end = [], 0
    for start, piece in enumerate(row):
        while end < len(row) and widths[end + 1] - widths[start] - piece.spaced <= COLUMNS:
            end += 1
        one_line.append(end)
    return [one_line[min(end, len(row) - 1)] for end in one_line]


def _pause_cost(left: Piece, right: Piece) -> float:
    return max(right.start_ms - left.end_ms - _PAUSE_INSIDE_MS, 0) * _MS_OF_PAUSE


def _ends(text: _Text, start: int) -> Iterator[int]:
    """The places where a phrase from ``start`` may end."""
    yield start + 1
    for last in range(start + 1, text.farthest[start]):
        pause_ms = text.row[last].start_ms - text.row[last - 1].end_ms
        lasts_ms = text.row[last].end_ms - text.row[start].start_ms
        if pause_ms >= _PAUSE_BETWEEN_MS or lasts_ms > MAX_MS:
            return
        yield last + 1


def _cost(text: _Text, start: int, end: int) -> float:
    inside = text.sentences[end - 1] - text.sentences[start]
    complete = text.sentences[end] > text.sentences[end - 1]
    return (
        _EACH
        + _SENTENCE_INSIDE * inside
        + (_SENTENCE_BEGUN if inside and not complete else 0.0)
        + text.pause_costs[end - 1]
        - text.pause_costs[start]
        + _shortness_cost(text, start, end)
        + text.break_costs[end - 1]
    )


def _shortness_cost(text: _Text, start: int, end: int) -> float:
    """Too short a time on screen, or hardly any text."""
    last = end == len(text.row)
    until_ms = text.row[end - 1].end_ms + MIN_MS if last else text.row[end].start_ms
    missing_ms = max(MIN_MS - (until_ms - text.row[start].start_ms), 0)
    missing = max(_FEW_COLUMNS - (text.widths[end] - text.widths[start]), 0)
    return missing_ms * _MS_MISSING + missing * _COLUMN_MISSING


def _cut(row: Sequence[Piece], begin: Sequence[int]) -> list[Phrase]:
    found, end = [], len(row)
    while end > 0:
        found.append(row[begin[end] : end])
        end = begin[end]
    return found[::-1]
