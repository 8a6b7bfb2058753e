"""A part of what was said: by time, by words, page by page."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, zip_longest

from transcribe_video.errors import UsageError
from transcribe_video.transcript.excerpt import Moment, Utterance
from transcribe_video.transcript.script import unspaced
from transcribe_video.transcript.segment import Segment

LEAST, MOST, USUAL = 1, 9_000, 6_000
"""Characters on a page."""
_CURSOR = re.compile(r"(\d{1,10})-(\d{1,6})(?:\+(\d{1,10})-(\d{1,6}))?\.([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to read.

    Attributes:
        from_ms: only what is said after this moment.
        to_ms: only what is said before this one.
        find: only utterances that hold this, however it is written.
        cursor: where the page before ended, as it said.
        most: characters; whole utterances are given, or a part of one that is longer.
    """

    from_ms: int = 0
    to_ms: int | None = None
    find: str = ""
    cursor: str | None = None
    most: int = USUAL


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page begins: at an utterance, or at a word inside it."""

    number: int
    word: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A part of what was said.

    Attributes:
        segments: whole utterances, or a part of one that is longer than a page.
        next_cursor: for the next page; None if this is the last.
        matches: how many utterances hold what was looked for; None if nothing was.
    """

    segments: tuple[Segment, ...]
    next_cursor: str | None
    matches: int | None


def page_of(segments: Sequence[Segment], question: Question) -> Page:
    """The page that answers the question.

    Raises:
        UsageError: the cursor belongs to another question, or is none.
    """
    found = [segment for segment in segments if _is_within(segment, question)]
    needle = _folded(question.find)
    if needle:
        found = [found[number] for number in sorted(_holding(found, needle))]
    most = min(max(question.most, LEAST), MOST)
    shown, following = _shown(found, _place(found, question), most)
    return Page(
        segments=shown,
        next_cursor=_cursor(found, following, question) if following else None,
        matches=len(found) if needle else None,
    )


def _shown(
    segments: Sequence[Segment], place: _Place, most: int
) -> tuple[tuple[Segment, ...], _Place | None]:
    """What is on a page that begins here, and where the next one does."""
    rest = list(segments[place.number :])
    if not rest:
        return (), None
    opening = Utterance(rest[0])
    if place.word:
        rest[0] = opening.part(place.word, len(opening.words))
    count = _fitting(rest, most)
    if not count:
        last = opening.fitting(place.word, most)
        if last < len(opening.words):
            return (opening.part(place.word, last),), _Place(place.number, last)
        count = 1
    end = place.number + count
    return tuple(rest[:count]), _Place(end) if end < len(segments) else None


def _is_within(segment: Segment, question: Question) -> bool:
    from_ms, to_ms = question.from_ms, question.to_ms
    if segment.end_ms <= from_ms and segment.start_ms < from_ms:
        return False
    return to_ms is None or segment.start_ms < to_ms or segment.start_ms == to_ms == from_ms


def _fitting(segments: Sequence[Segment], most: int) -> int:
    """How many of them are whole on a page."""
    sums = accumulate(len(segment.text) for segment in segments)
    return sum(1 for characters in sums if characters <= most)


def _folded(text: str) -> str:
    """A form that is equal for what reads as equal."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _holding(segments: Sequence[Segment], needle: str) -> Iterator[int]:
    """The numbers of the segments that hold it; it may begin in one and end in the next."""
    texts = list(_spaced([_folded(segment.text) for segment in segments]))
    starts = [0, *accumulate(len(text) for text in texts)]
    whole = "".join(texts)
    seen = -1
    place = whole.find(needle)
    while place >= 0:
        first = max(bisect_right(starts, place) - 1, seen + 1)
        seen = max(seen, bisect_right(starts, place + len(needle) - 1) - 1)
        yield from range(first, seen + 1)
        # Nothing new comes of another match inside the same segment.
        place = whole.find(needle, max(place, starts[seen + 1] - len(needle)) + 1)


def _spaced(texts: Sequence[str]) -> Iterator[str]:
    """The texts, with a space after each that the next does not join without one."""
    for text, following in zip_longest(texts, texts[1:], fillvalue=""):
        is_joined = not text or not following or unspaced(text[-1]) or unspaced(following[0])
        yield text if is_joined else f"{text} "


def _cursor(segments: Sequence[Segment], place: _Place, question: Question) -> str:
    """A place among the segments; by time, so that it holds while a recording is recognised."""
    start_ms = segments[place.number].start_ms
    before = sum(1 for segment in segments[: place.number] if segment.start_ms == start_ms)
    inside = ""
    if place.word:
        moment = Utterance(segments[place.number]).moment(place.word)
        inside = f"+{moment.at_ms}-{moment.passed}"
    return f"{start_ms}-{before}{inside}.{_fingerprint(question)}"


def _place(segments: Sequence[Segment], question: Question) -> _Place:
    if question.cursor is None:
        return _Place(0)
    cursor = _CURSOR.fullmatch(question.cursor)
    if cursor is None or cursor[5] != _fingerprint(question):
        raise UsageError(
            "There is no such next part",
            "the cursor was not given for these arguments",
            "Use the cursor of the last answer with the same arguments, or none",
        )
    start_ms = int(cursor[1])
    first = sum(1 for segment in segments if segment.start_ms < start_ms)
    number = min(first + int(cursor[2]), len(segments))
    if cursor[3] is None or number == len(segments):
        return _Place(number)
    utterance = Utterance(segments[number])
    word = utterance.number(Moment(int(cursor[3]), int(cursor[4])))
    return _Place(number, word) if word < len(utterance.words) else _Place(number + 1)


def _fingerprint(question: Question) -> str:
    asked = repr((question.from_ms, question.to_ms, _folded(question.find)))
    return sha256(asked.encode(errors="surrogatepass")).hexdigest()[:12]
