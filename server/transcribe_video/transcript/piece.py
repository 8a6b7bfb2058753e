"""The pieces of text that a line break may not divide."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from transcribe_video.transcript.columns import columns
from transcribe_video.transcript.punctuation import (
    NEVER_FIRST,
    OPENERS,
    ends_clause,
    ends_sentence,
)
from transcribe_video.transcript.script import unspaced
from transcribe_video.transcript.word import Word

ZERO_WIDTH_JOINER = "\u200d"
_SPACE = re.compile(r"[^\S\xa0\u202f]")  # a no-break space is part of its word

# What it costs to break after a piece.
MID_CLAUSE_COST = 100.0
AFTER_SHORT_WORD_COST = 125.0  # articles and prepositions belong to what follows
CLAUSE_COST = 30.0
SHORT_WORD = 3
FULL_PAUSE_MS = 800  # a pause this long makes the break four fifths cheaper


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with the punctuation that clings to it, or a part of one too long for a line.

    Attributes:
        start_ms: when it begins; never before the piece before it.
        end_ms: when it ends.
        text: without space around it.
        spaced: whether a space stands before it.
        width: columns of ``text``.
    """

    start_ms: int
    end_ms: int
    text: str
    spaced: bool
    width: int


def pieces(words: Iterable[Word], limit: int) -> list[Piece]:
    """The pieces of a running text, none wider than ``limit`` columns, in order of time."""
    found: list[Piece] = []
    for part in _parts(words, limit):
        if found and _inseparable(found[-1], part) and _joined_width(found[-1], part) <= limit:
            found[-1] = _joined(found[-1], part)
        else:
            found.append(part)
    return list(_in_order(found))


def break_costs(row: Sequence[Piece]) -> list[float]:
    """How bad a break after each piece is: 0 at a sentence's end or the last piece, else more."""
    return [*(_break_cost(left, right) for left, right in pairwise(row)), 0.0]


def _break_cost(left: Piece, right: Piece) -> float:
    if ends_sentence(left.text):
        return 0.0
    pause_ms = min(max(right.start_ms - left.end_ms, 0), FULL_PAUSE_MS)
    return _cost_without_pause(left) * (1 - 0.8 * pause_ms / FULL_PAUSE_MS)


def _cost_without_pause(left: Piece) -> float:
    if ends_clause(left.text):
        return CLAUSE_COST
    short = len(left.text) <= SHORT_WORD and not unspaced(left.text[-1])
    return AFTER_SHORT_WORD_COST if short else MID_CLAUSE_COST


def _parts(words: Iterable[Word], limit: int) -> Iterator[Piece]:
    spaced = False
    for word in words:
        texts = _texts(word.text, limit, spaced=spaced)
        yield from _timed(texts, word)
        spaced = _SPACE.match(word.text[-1:]) is not None


def _texts(text: str, limit: int, *, spaced: bool) -> Iterator[tuple[str, bool]]:
    """Text between spaces, cut into characters where too wide, and whether a space is before."""
    for position, chunk in enumerate(_SPACE.split(text)):
        if chunk:
            before = spaced or position > 0
            cut = [chunk] if columns(chunk) <= limit else _clusters(chunk, limit)
            yield from ((cluster, before and at == 0) for at, cluster in enumerate(cut))


def _clusters(text: str, limit: int) -> list[str]:
    """Characters with their marks: what a reader takes for one character."""
    found: list[str] = []
    for character in text:
        if found and len(found[-1]) < limit // 2 and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return [cluster for cluster in found if cluster.strip()]


def _continues(before: str, character: str) -> bool:
    return _is_mark(character) or before.endswith(ZERO_WIDTH_JOINER)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf", "Sk"}


def _timed(texts: Iterable[tuple[str, bool]], word: Word) -> Iterator[Piece]:
    """Share the word's time out by length."""
    rows = list(texts)
    total = sum(len(text) for text, _ in rows)
    span_ms = max(word.end_ms - word.start_ms, 0)
    done = 0
    for text, spaced in rows:
        start_ms = word.start_ms + span_ms * done // total
        done += len(text)
        end_ms = word.start_ms + span_ms * done // total
        yield Piece(start_ms, end_ms, text, spaced, columns(text))


def _inseparable(left: Piece, right: Piece) -> bool:
    if NEVER_FIRST.issuperset(right.text) or OPENERS.issuperset(left.text):
        return True
    if right.spaced:
        return False
    first, last = right.text[0], left.text[-1]
    if first in NEVER_FIRST or last in OPENERS or _continues(left.text, first):
        return True
    return not (unspaced(last) or unspaced(first))


def _joined_width(left: Piece, right: Piece) -> int:
    return left.width + right.width + right.spaced


def _joined(left: Piece, right: Piece) -> Piece:
    text = f"{left.text} {right.text}" if right.spaced else left.text + right.text
    end_ms = max(left.end_ms, right.end_ms)
    return Piece(left.start_ms, end_ms, text, left.spaced, _joined_width(left, right))


def _in_order(row: Iterable[Piece]) -> Iterator[Piece]:
    latest_ms = 0
    for piece in row:
        latest_ms = max(latest_ms, piece.start_ms)
        yield replace(piece, start_ms=latest_ms, end_ms=max(latest_ms, piece.end_ms))
