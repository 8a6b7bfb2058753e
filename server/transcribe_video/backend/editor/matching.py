"""An edited transcript handed back: the deletions and moves that make the video say it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import itemgetter

from transcribe_video.backend.editor.alignment import ScatteredError, aligned, in_order
from transcribe_video.backend.editor.applied import Applied, Doubt, Moved, Taken, taken_at
from transcribe_video.backend.editor.boundaries import Run
from transcribe_video.backend.editor.lost_words import Restored, all_words, with_words
from transcribe_video.backend.editor.pieces import complement, rearranged
from transcribe_video.backend.editor.project import Project
from transcribe_video.backend.editor.span import before, behind, ranges_of
from transcribe_video.backend.editor.speech import SpokenWord, spoken_words
from transcribe_video.backend.editor.timeline import Timeline
from transcribe_video.backend.editor.tokens import (
    Tokens,
    tokenized,
    tokens_of_text,
    tokens_of_words,
)
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.edit import MatchText, Range
from transcribe_video.media.render.request import MOST_CLIPS

BROUGHT_BACK = "brought_back"
"""The note that tells which words were cut or muted and are heard again."""
_MOST_STRANGE = 0.2  # of a text may be words that the video will not say
_MOST_NAMED = 8
_LONGEST_TOLD = 200  # characters of what came back
_MOST_TIMES = 3  # as long as what was said
_LABEL = re.compile(
    r"^[ \t]*(?P<name>[^\W\d_][\w .'’-]{0,30}?)[ \t]*[:：](?!//)",  # noqa: RUF001
    re.MULTILINE,
)
_LED = 6  # words that are told of what stands before


def match_text(timeline: Timeline, edit: MatchText, project: Project) -> Applied:
    """Make the video say this text, as far as its words were said.

    Raises:
        EditError: too many of its words were not said, it is in too many pieces, or there is no
            transcript.
    """
    words = spoken_words(timeline, project.transcripts)
    found = _found(words, edit.text)
    restored, back = Restored(timeline, ()), ""
    if not found.is_in_order:
        every = all_words(timeline, project)
        more = _found(every, edit.text)
        if more.effort < found.effort:
            lost = _lost(every, words, more)
            restored = with_words(timeline, project, lost)
            words = spoken_words(restored.timeline, project.transcripts)
            found, back = _found(words, edit.text), "".join(one.word.text for one in lost).strip()
    _check(found, words, project)
    whole = restored.timeline
    pieces = _pieces(whole, words, found.rows)
    gone = taken_at(complement(pieces, whole.d_ms), words)
    spans = ((restored.before(one.span), one.text) for one in gone)
    taken = tuple(Taken(span, text) for span, text in spans if span[0] < span[1])
    notes: tuple[tuple[str, dict[str, object]], ...] = (
        *(((BROUGHT_BACK, {"words": _shortened(back)}),) if back else ()),
        *_named("strange", found.strange),
        *_named("misplaced", found.misplaced),
    )
    after = rearranged(whole, pieces)
    moved = () if found.is_in_order else tuple(_moved(restored, words, found.rows))
    doubts: tuple[Doubt, ...] = ("incomplete",) if found.left_out else ()
    return Applied(after, taken, doubts, notes, moved=moved)


@dataclass(frozen=True, slots=True)
class _Found:
    """What of a text was said.

    Attributes:
        rows: the numbers of the words in each run of it.
        wanted: the words of the text.
        strange: those of them that nobody said.
        misplaced: those that are only said elsewhere, too few in a row to be moved.
        is_too_long: there are far more of them than were said.
    """

    rows: Sequence[Sequence[int]]
    wanted: Sequence[str]
    strange: Sequence[str]
    misplaced: Sequence[str] = ()
    is_too_long: bool = False

    @property
    def left_out(self) -> int:
        """How many words of the text the video would not say."""
        return len(self.strange) + len(self.misplaced)

    @property
    def is_in_order(self) -> bool:
        """Whether words need only be deleted to say it."""
        numbers = [number for row in self.rows for number in row]
        return not self.strange and numbers == sorted(set(numbers))

    @property
    def effort(self) -> tuple[int, int]:
        """How far it is from what was said: words that were not, and runs to be put together."""
        return len(self.strange), len(self.rows)


def _found(words: Sequence[SpokenWord], text: str) -> _Found:
    said = tokens_of_words(words)
    wanted = tokens_of_text(_unlabelled(text, words), said.seams)
    if len(wanted.forms) > len(said.forms) * _MOST_TIMES:
        return _Found((), wanted.forms, wanted.forms, is_too_long=True)
    try:
        runs = aligned(said, wanted, MOST_CLIPS)
    except ScatteredError as error:
        raise EditError("scattered", most=MOST_CLIPS) from error
    known, there = set(said.forms), {at for run in runs for at in range(run.at, run.end)}
    left_out = [form for at, form in enumerate(wanted.forms) if at not in there]
    strange = [form for form in left_out if form not in known]
    misplaced = [form for form in left_out if form in known]
    rows = _with_marks(_words_of(runs, said), said, len(words))
    return _Found(rows, wanted.forms, strange, misplaced)


def _lost(
    every: Sequence[SpokenWord], heard: Sequence[SpokenWord], found: _Found
) -> list[SpokenWord]:
    """The words of a text that were said and are not heard."""
    there = {id(spoken.source) for spoken in heard}
    numbers = sorted({number for row in found.rows for number in row})
    return [every[number] for number in numbers if id(every[number].source) not in there]


def _check(found: _Found, words: Sequence[SpokenWord], project: Project) -> None:
    """See to it that it is a text of this video."""
    if not words:
        raise EditError("no_words" if project.transcripts else "no_transcript")
    if not found.wanted:
        raise EditError("nothing_left")
    is_other = found.is_too_long or not found.rows
    if is_other or found.left_out > len(found.wanted) * _MOST_STRANGE:
        left_out = [*found.strange, *found.misplaced]
        raise EditError("not_this_text", words=", ".join(left_out[:_MOST_NAMED]))


def _named(note: str, words: Sequence[str]) -> Iterator[tuple[str, dict[str, object]]]:
    if words:
        yield note, {"words": ", ".join(words[:_MOST_NAMED])}


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_TOLD else f"{text[: _LONGEST_TOLD - 1].rstrip()}…"


def _pieces(
    timeline: Timeline, words: Sequence[SpokenWord], kept: Sequence[Sequence[int]]
) -> list[tuple[int, int]]:
    """The parts of the timeline that say these words and, around them, what nobody speaks in.

    All stays but the words that were deleted, whether something is moved or not: what nobody
    speaks in goes with the word before it that stays. What lies before the first word goes with
    that, and what lies behind the last one stays at the end.
    """
    numbers = {number for row in kept for number in row}
    gone = ranges_of(timeline, words, set(range(len(words))) - numbers)
    left = complement(gone, timeline.d_ms)
    if [number for row in kept for number in row] == sorted(numbers):
        return left
    edge = partial(_edge, timeline, words, numbers)
    runs = [(row[first], row[last]) for row in kept for first, last in _in_a_row(row)]
    spoken = [
        part for first, last in runs for part in _overlaps((edge(first), edge(last + 1)), left)
    ]
    lead, tail = (0, edge(0)), (edge(len(words)), timeline.d_ms)
    return [*_overlaps(lead, left), *spoken, *_overlaps(tail, left)]


def _in_a_row(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The places of the first and the last of those that follow each other."""
    breaks = [at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1] + 1]
    return zip([0, *breaks], [*(at - 1 for at in breaks), len(numbers) - 1], strict=True)


def _edge(
    timeline: Timeline, words: Sequence[SpokenWord], kept: Collection[int], number: int
) -> int:
    """Where a word takes over from the one before it; the number behind the last is the end.

    That is where its clip begins, or right before it; behind one that is deleted right behind that.
    """
    if number == len(words):
        return behind(timeline, words, number - 1)
    if not number:
        return 0 if 0 in kept else before(timeline, words, 0)
    at_ms = before(timeline, words, number)
    end_ms = behind(timeline, words, number - 1)
    if number - 1 not in kept:
        return end_ms
    place = words[number].clip
    if place == words[number - 1].clip:
        return at_ms
    start_ms = next(islice(timeline.places, place, None))[0]
    return start_ms if end_ms <= start_ms < at_ms else at_ms


def _overlaps(span: Range, left: Sequence[Range]) -> list[Range]:
    """What is left of a part, in order.

    Args:
        span: the part.
        left: all that is left of the timeline, in order.
    """
    first = bisect_right(left, span[0], key=itemgetter(1))
    last = bisect_left(left, span[1], key=itemgetter(0))
    return [(max(span[0], a), min(span[1], b)) for a, b in left[first:last]]


def _moved(
    restored: Restored, words: Sequence[SpokenWord], rows: Sequence[Sequence[int]]
) -> Iterator[Moved]:
    """The runs of a text that are said elsewhere than before, with what is said before them."""
    timeline = restored.timeline
    runs = [Run(at, row[0], row[-1] + 1 - row[0]) for at, row in enumerate(rows)]
    there = {run.at for run in in_order(runs)}
    for at, row in enumerate(rows):
        if at in there:
            continue
        span = before(timeline, words, row[0]), behind(timeline, words, row[-1])
        was = restored.before(span)
        if was[0] < was[1]:
            lead = rows[at - 1][-_LED:] if at else ()
            yield Moved(Taken(was, _said(words, row)), _said(words, lead))


def _said(words: Sequence[SpokenWord], numbers: Iterable[int]) -> str:
    return "".join(words[number].word.text for number in numbers).strip()


def _unlabelled(text: str, words: Sequence[SpokenWord]) -> str:
    """The text without the names of speakers before what they say.

    They are those of the transcript, what stands before a colon in most lines, and what stands
    there and nobody says.
    """
    names = {spoken.speaker for spoken in words if spoken.speaker}
    lines = sum(1 for line in text.splitlines() if line.strip())
    labels = [match["name"] for match in _LABEL.finditer(text)]
    if len(labels) > 1 and len(labels) * 2 >= lines:
        names |= {*labels}  # each turn begins with one
    elif {*labels} - names:
        said = {form for spoken in words for form in tokenized(spoken.word.text)}
        names |= {name for name in labels if not said & {*tokenized(name)}}
    if not names:
        return text
    label = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    pattern = rf"^[ \t]*(?:{label})[ \t]*[:：](?!//)"
    return re.sub(pattern, "", text, flags=re.MULTILINE | re.IGNORECASE)


def _words_of(runs: Sequence[Run], said: Tokens) -> list[list[int]]:
    """The numbers of the words in each run, each word once.

    Of the signs of one word, in a script without spaces, some may be in one run and some in the
    next: the word is said once.
    """
    rows: list[list[int]] = []
    behind = 0
    for run in runs:
        row = list(dict.fromkeys(said.numbers[run.place : run.behind]))
        if rows and row[0] == rows[-1][-1] and run.place >= behind:
            row = [*rows.pop(), *row[1:]]
        rows.append(row)
        behind = run.behind
    return rows


def _with_marks(rows: Sequence[Sequence[int]], said: Tokens, count: int) -> list[list[int]]:
    """The rows with the words that have no letters (“%”, “♪”): they go with the one before them.

    What stands before the first that has any goes with that.
    """
    spelled = sorted({*said.numbers})
    behind = dict(zip(spelled, [*spelled[1:], count], strict=True))
    first = {spelled[0]: 0} if spelled else {}
    return [
        [one for number in row for one in range(first.get(number, number), behind[number])]
        for row in rows
    ]
