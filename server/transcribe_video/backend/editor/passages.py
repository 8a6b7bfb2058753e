"""What a person quotes, and when it is heard."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from transcribe_video.backend.editor.finding import Concordance, Match
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.span import before, behind
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import Choice, EditError
from transcribe_video.conversation.editing.edit import Range, Said, TimelineEdit

MOST_CHOICES = 5
"""Among so many a person can choose."""
_MOST_LOOKED_AT = 100
_SHOWN = 60  # characters of what stands around a match
_AROUND = 4  # words before and behind it, or at its ends
_LONG = 2 * _AROUND  # words from which on only its ends are shown


@dataclass(frozen=True, slots=True)
class Passage:
    """A while in which something is heard.

    Attributes:
        span: in times of the timeline; no other word is heard in it.
        text: what is said there, with a few words before and behind.
        is_exact: it is what was quoted, but for case and punctuation.
    """

    span: Range
    text: str
    is_exact: bool


def heard(timeline: Timeline, project: Project) -> tuple[SpokenWord, ...]:
    """The words of a timeline.

    Raises:
        EditError: there are none, or nobody has transcribed them.
    """
    words = spoken_words(timeline, project.transcripts)
    if not words:
        raise EditError("no_transcript" if not project.transcripts else "no_words")
    return words


def passages(
    timeline: Timeline, words: Sequence[SpokenWord], said: Said
) -> tuple[list[Passage], int]:
    """Where it is said: the first exact places or, if there is none, the one that comes nearest.

    Returns:
        As many places as a person can choose from, and how many there are in all.

    Raises:
        EditError: it is not said, or nothing lies between the two quotes.
    """
    pairs, count = _pairs(Concordance(words), said)
    found = [
        Passage(span, _around(words, pair), all(match.is_exact for match in pair if match))
        for pair in islice(pairs, _MOST_LOOKED_AT)
        if (span := _span(timeline, words, said, pair))[0] < span[1]
    ]
    if not found:
        raise EditError("nothing_between", text=quoted(said))
    return found[:MOST_CHOICES], len(found) if count <= _MOST_LOOKED_AT else count


def the_passage(
    timeline: Timeline,
    words: Sequence[SpokenWord],
    said: Said,
    meant: Callable[[Range], TimelineEdit],
) -> Passage:
    """The only place that can be meant.

    Args:
        timeline: what is edited.
        words: all that are heard on it, in order.
        said: what is looked for.
        meant: the edit of one of several places.

    Raises:
        EditError: there is none, or there are several.
    """
    found, count = passages(timeline, words, said)
    if count > 1:
        choices = [Choice(meant(one.span), one.text) for one in found]
        raise EditError("several", choices, text=quoted(said), count=count)
    return found[0]


def quoted(said: Said) -> str:
    """What is looked for, as a person has written it."""
    return said.text or f"{said.start} … {said.end}".strip()


_Pair = tuple[Match | None, Match | None]
"""Where it begins and where it ends; None is the beginning or the end of the video."""


def _pairs(concordance: Concordance, said: Said) -> tuple[Iterable[_Pair], int]:
    """From where to where it may be, and how many of these there are."""
    if said.text:
        found = [(match, match) for match in _likely(concordance.find(said.text), said.text)]
        return found, len(found)
    if not said.end:
        starts = _likely(concordance.find(said.start), said.start)
        return [(match, None) for match in starts], len(starts)
    if not said.start:
        ends = _likely(concordance.find(said.end), said.end)
        return [(None, match) for match in ends], len(ends)
    starts = _likely(concordance.find(said.start), said.start)
    first = starts[0].last + 1 if said.is_between else starts[0].first
    ends = _likely(concordance.find(said.end, after=first), said.end)
    behind = [_first_end(start, ends, is_between=said.is_between) for start in starts]
    count = sum(len(ends) - number for number in behind)
    if not count:
        raise EditError("not_said", text=said.end)
    return _nearest_first(starts, ends, behind), count


def _likely(matches: Sequence[Match], phrase: str) -> list[Match]:
    if not matches:
        raise EditError("not_said", text=phrase)
    exact = [match for match in matches if match.is_exact]
    return exact or [max(matches, key=lambda one: one.likeness)]


def _nearest_first(
    starts: Sequence[Match], ends: Sequence[Match], behind: Sequence[int]
) -> Iterator[tuple[Match, Match]]:
    """From each place where it may begin to each at which it may end: the nearest ones first.

    Args:
        starts: where it may begin.
        ends: where it may end.
        behind: for each beginning the number of the first end that is one of it.
    """
    for further in range(len(ends)):
        for start, number in zip(starts, behind, strict=True):
            if number + further < len(ends):
                yield start, ends[number + further]


def _first_end(start: Match, ends: Sequence[Match], *, is_between: bool) -> int:
    """The number of the first end behind a beginning; how many ends there are if there is none."""
    return bisect_left(ends, True, key=lambda end: _ends(start, end, is_between=is_between))  # noqa: FBT003


def _ends(start: Match, end: Match, *, is_between: bool) -> bool:
    """Whether one quote may be the end of what begins with the other."""
    if is_between:
        return end.first > start.last
    return end.first >= start.first and end.last >= start.last


def _span(timeline: Timeline, words: Sequence[SpokenWord], said: Said, pair: _Pair) -> Range:
    start, end = pair
    from_ms, to_ms = 0, timeline.d_ms
    if said.is_between and not said.text:
        from_ms = behind(timeline, words, start.last) if start else from_ms
        to_ms = before(timeline, words, end.first) if end else to_ms
    else:
        from_ms = before(timeline, words, start.first) if start else from_ms
        to_ms = behind(timeline, words, end.last) if end else to_ms
    return from_ms, to_ms


def _around(words: Sequence[SpokenWord], pair: _Pair) -> str:
    """What is said there: with a few words before and behind, or if it is long its ends."""
    start, end = pair
    first = start.first if start else end.first if end else 0
    last = end.last if end else start.last if start else first
    if start and end and last - first >= _LONG:
        head, tail = words[first : first + _AROUND], words[last + 1 - _AROUND : last + 1]
        return f"{_shown(head, _SHOWN // 2)} … {_shown(tail, _SHOWN // 2)}"
    return _shown(words[max(0, first - _AROUND) : last + _AROUND + 1], _SHOWN)


def _shown(words: Sequence[SpokenWord], most: int) -> str:
    said = "".join(spoken.word.text for spoken in words).strip()
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"
