"""What a person quotes, and when it is heard."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from transcribe_video.backend.editor.applied import Doubt
from transcribe_video.backend.editor.finding import Concordance, Match
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.sentence import sentences_of, the_sentence
from transcribe_video.backend.editor.span import before, behind
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.trouble import Choice, EditError
from transcribe_video.conversation.editing.edit import Range, TimelineEdit
from transcribe_video.conversation.editing.said import Said
from transcribe_video.timecode import fine_clock

MOST_LOOKED_AT = 100
"""Of so many places each is known."""
_SHOWN = 60  # characters of what stands around a match
_AROUND = 4  # words before and behind it, or at its ends
_LONG = 2 * _AROUND  # words from which on only its ends are shown


@dataclass(frozen=True, slots=True)
class Passage:
    """A while in which something is heard.

    Attributes:
        span: in times of the timeline; no other word is heard in it.
        text: what is said there: in brackets, with a few words around it; if it is long its ends.
        doubt: why it may not be what is meant; empty if it is what was quoted, but for case and
            punctuation.
    """

    span: Range
    text: str
    doubt: Doubt | Literal[""] = ""


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
        The first hundred places, or all without their texts where every one is meant, and how many
        there are in all.

    Raises:
        EditError: it is not said, or not so often, or nothing lies between the two quotes.
    """
    pairs, count = _pairs(words, said)
    middles = [_middle(one) for one in words]
    most = None if said.is_every else MOST_LOOKED_AT
    found = [
        Passage(span, "" if said.is_every else _marked(words, middles, span), _doubt(said, pair))
        for pair in islice(pairs, most)
        if (span := _span(timeline, words, said, pair))[0] < span[1]
    ]
    if not found:
        raise EditError("nothing_between", text=quoted(said))
    return found, len(found) if count <= MOST_LOOKED_AT else count


def _doubt(said: Said, pair: "_Pair") -> Doubt | Literal[""]:
    if not all(match.is_exact for match in pair if match):
        return "near"
    return "topic" if said.sentence_by == "topic" else ""


def the_passages(
    timeline: Timeline,
    words: Sequence[SpokenWord],
    said: Said,
    meant: Callable[[Range], TimelineEdit],
) -> list[Passage]:
    """The only place that can be meant, or every one where every one is.

    Args:
        timeline: what is edited.
        words: all that are heard on it, in order.
        said: what is looked for.
        meant: the edit of one of several places.

    Raises:
        EditError: there is none, or there are several.
    """
    try:
        found, count = passages(timeline, words, said)
    except EditError as error:
        if error.reason != "not_so_often":
            raise
        every, _ = passages(timeline, words, replace(said, nth=0, end_nth=0))
        choices = [Choice(meant(one.span), one.text) for one in every]
        raise EditError(error.reason, choices, **error.facts) from error
    if said.is_every:
        return found
    if count > 1:
        choices = [Choice(meant(one.span), one.text) for one in found]
        raise EditError("several", choices, text=quoted(said), count=count)
    return found


def quoted(said: Said) -> str:
    """What is looked for, as a person has written it."""
    ends = (said.start or _clock(said.from_ms), said.end or _clock(said.to_ms))
    return said.text or " … ".join(ends).strip()


def _clock(ms: int | None) -> str:
    return "" if ms is None else fine_clock(ms)


_Pair = tuple[Match | None, Match | None]
"""Where it begins and where it ends; None is a time, or the beginning or the end of the video."""


def _pairs(words: Sequence[SpokenWord], said: Said) -> tuple[Iterable[_Pair], int]:
    """From where to where it may be, and how many of these there are."""
    if said.sentence:
        match = the_sentence(words, said.sentence)
        return [(match, match)], 1
    concordance = Concordance(words)
    if said.text:
        found = _likely(concordance.find(said.text), said.text)
        if said.sentence_by:
            found = sentences_of(words, found, said.sentence_by)
        found = counted(found, said.nth, said.text)
        return [(match, match) for match in found], len(found)
    if not said.end:
        starts = _starts(concordance, words, said)
        return [(match, None) for match in starts], len(starts)
    if not said.start:
        ends = _ends_behind(concordance, words, said)
        return [(None, match) for match in ends], len(ends)
    starts = counted(_likely(concordance.find(said.start), said.start), said.nth, said.start)
    first = starts[0].last + 1 if said.is_between else starts[0].first
    ends = _likely(concordance.find(said.end, after=first), said.end)
    if said.end_nth:
        every = _likely(concordance.find(said.end), said.end)
        pairs = [
            (start, end)
            for start in starts
            for end in _counted_behind(ends[_first_end(start, ends, said) :], every, said)
        ]
        return pairs, len(pairs)
    behind = [_first_end(start, ends, said) for start in starts]
    count = sum(len(ends) - number for number in behind)
    if not count:
        raise EditError("not_said", text=said.end)
    return _nearest_first(starts, ends, behind), count


def counted(matches: Sequence[Match], nth: int, phrase: str) -> list[Match]:
    """The one of several places that is meant, or if that is not told all of them.

    Args:
        matches: where it is said, in order.
        nth: which: 1 is the first, -1 the last, 0 is not told.
        phrase: what is said there.

    Raises:
        EditError: it is not said so often.
    """
    if abs(nth) > len(matches):
        raise EditError("not_so_often", text=phrase, count=len(matches))
    return [matches[nth - 1 if nth > 0 else nth]] if nth else [*matches]


def _counted_behind(behind: Sequence[Match], every: Sequence[Match], said: Said) -> Sequence[Match]:
    """The end that is meant; both where it is another by all places than by those behind."""
    nth = said.end_nth
    places = [nth - 1 if nth > 0 else len(row) + nth for row in (every, behind)]
    rows = zip((every, behind), places, strict=True)
    found = [row[place] for row, place in rows if 0 <= place < len(row) and row[place] in behind]
    if not found:
        raise EditError("not_so_often", text=said.end, count=len(behind))
    return sorted({*found}, key=lambda match: match.first)


def _starts(concordance: Concordance, words: Sequence[SpokenWord], said: Said) -> Sequence[Match]:
    """Where it may begin: before a moment, where that is how it ends."""
    every = _likely(concordance.find(said.start), said.start)
    if said.to_ms is None:
        return counted(every, said.nth, said.start)
    found = [match for match in every if _middle(words[match.last]) < said.to_ms]
    if not found:
        raise EditError("not_said_before", text=said.start, at_ms=said.to_ms)
    return counted(found, said.nth, said.start)


def _ends_behind(
    concordance: Concordance, words: Sequence[SpokenWord], said: Said
) -> Sequence[Match]:
    """Where it may end: behind a moment, where that is how it begins."""
    if said.from_ms is None:
        return counted(_likely(concordance.find(said.end), said.end), said.end_nth, said.end)
    later = (number for number, one in enumerate(words) if _middle(one) >= said.from_ms)
    first = next(later, len(words))
    if not (found := concordance.find(said.end, after=first)):
        raise EditError("not_said_after", text=said.end, at_ms=said.from_ms)
    ends = _likely(found, said.end)
    every = _likely(concordance.find(said.end), said.end)
    return _counted_behind(ends, every, said) if said.end_nth else ends


def _middle(spoken: SpokenWord) -> float:
    return (spoken.word.start_ms + spoken.word.end_ms) / 2


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


def _first_end(start: Match, ends: Sequence[Match], said: Said) -> int:
    """The number of the first end behind a beginning; how many ends there are if there is none."""
    return bisect_left(ends, True, key=lambda end: _ends(start, end, is_between=said.is_between))  # noqa: FBT003


def _ends(start: Match, end: Match, *, is_between: bool) -> bool:
    """Whether one quote may be the end of what begins with the other."""
    if is_between:
        return end.first > start.last
    return end.first >= start.first and end.last >= start.last


def _span(timeline: Timeline, words: Sequence[SpokenWord], said: Said, pair: _Pair) -> Range:
    start, end = pair
    from_ms = 0 if said.from_ms is None else timeline.snapped(said.from_ms)
    to_ms = timeline.d_ms if said.to_ms is None else timeline.snapped(said.to_ms)
    if said.is_between and not said.text:
        from_ms = behind(timeline, words, start.last) if start else from_ms
        to_ms = before(timeline, words, end.first) if end else to_ms
    else:
        from_ms = before(timeline, words, start.first) if start else from_ms
        to_ms = behind(timeline, words, end.last) if end else to_ms
    return from_ms, to_ms


def _marked(words: Sequence[SpokenWord], middles: Sequence[float], span: Range) -> str:
    """What is said in a while: in brackets, with a few words around it; if it is long its ends."""
    numbers = [number for number, ms in enumerate(middles) if span[0] <= ms < span[1]]
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    if last - first >= _LONG:
        head, tail = words[first : first + _AROUND], words[last + 1 - _AROUND : last + 1]
        return f"[{_shown(head, _SHOWN // 2)} … {_shown(tail, _SHOWN // 2)}]"
    lead, behind_it = words[max(0, first - _AROUND) : first], words[last + 1 : last + 1 + _AROUND]
    said = f"[{_shown(words[first : last + 1], _SHOWN)}]"
    gap = " " if any(one.word.text.startswith(" ") for one in words[first : last + 2]) else ""
    parts = (_shown(lead, _SHOWN // 2), said, _shown(behind_it, _SHOWN // 2))
    return gap.join(filter(None, parts))


def _shown(words: Sequence[SpokenWord], most: int) -> str:
    said = "".join(spoken.word.text for spoken in words).strip()
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"
