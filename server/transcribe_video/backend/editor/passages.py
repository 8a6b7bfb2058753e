"""What a person quotes, and when it is heard."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.backend.editor.finding import Concordance, Match
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.span import before, behind
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import Choice, EditError
from transcribe_video.conversation.editing.edit import Range, Said, TimelineEdit

_MOST_CHOICES = 5
_SHOWN = 60  # characters of what stands around a match
_AROUND = 4  # words before and behind it


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


def passages(timeline: Timeline, words: Sequence[SpokenWord], said: Said) -> list[Passage]:
    """Where it is said: every exact place or, if there is none, the one that comes nearest.

    Raises:
        EditError: it is not said, or nothing lies between the two quotes.
    """
    concordance = Concordance(words)
    found = [
        Passage(span, _around(words, pair), all(match.is_exact for match in pair if match))
        for pair in _pairs(concordance, said)
        if (span := _span(timeline, words, said, pair))[0] < span[1]
    ]
    if not found:
        raise EditError("nothing_between", text=quoted(said))
    return found


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
    found = passages(timeline, words, said)
    if len(found) > 1:
        choices = [Choice(meant(one.span), one.text) for one in found[:_MOST_CHOICES]]
        raise EditError("several", choices, text=quoted(said), count=len(found))
    return found[0]


def quoted(said: Said) -> str:
    """What is looked for, as a person has written it."""
    return said.text or f"{said.start} … {said.end}".strip()


_Pair = tuple[Match | None, Match | None]
"""Where it begins and where it ends; None is the beginning or the end of the video."""


def _pairs(concordance: Concordance, said: Said) -> list[_Pair]:
    if said.text:
        return [(match, match) for match in _likely(concordance.find(said.text), said.text)]
    if not said.end:
        return [(match, None) for match in _likely(concordance.find(said.start), said.start)]
    if not said.start:
        return [(None, match) for match in _likely(concordance.find(said.end), said.end)]
    starts = _likely(concordance.find(said.start), said.start)
    first = starts[0].last + 1 if said.is_between else starts[0].first
    ends = _likely(concordance.find(said.end, after=first), said.end)
    found = [*_to_ends(starts, ends, is_between=said.is_between)]
    if not found:
        raise EditError("not_said", text=said.end)
    return found


def _likely(matches: Sequence[Match], phrase: str) -> list[Match]:
    if not matches:
        raise EditError("not_said", text=phrase)
    exact = [match for match in matches if match.is_exact]
    return exact or [max(matches, key=lambda one: one.likeness)]


def _to_ends(
    starts: Sequence[Match], ends: Sequence[Match], *, is_between: bool
) -> Iterator[_Pair]:
    """From where it begins to the nearest place at which it ends.

    Of beginnings that have the same end, the nearest to it: “so … so anyway … right”.
    """
    nearest: dict[Match, Match] = {}
    at = 0
    for start in starts:
        while at < len(ends) and not _ends(start, ends[at], is_between=is_between):
            at += 1
        if at < len(ends):
            nearest[ends[at]] = start
    yield from ((start, end) for end, start in nearest.items())


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
    """What is said there, with a few words before and behind."""
    start, end = pair
    first = start.first if start else end.first if end else 0
    last = end.last if end else start.last if start else first
    shown = words[max(0, first - _AROUND) : min(last, first + _AROUND * 2) + _AROUND + 1]
    said = "".join(spoken.word.text for spoken in shown).strip()
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1].rstrip()}…"
