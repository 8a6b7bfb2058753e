"""The sentences that are heard, as their marks part them."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from transcribe_video.backend.editor.finding import Match
from transcribe_video.backend.editor.speech import SpokenWord
from transcribe_video.backend.editor.trouble import EditError
from transcribe_video.conversation.editing.said import SentenceBy
from transcribe_video.transcript.punctuation import ends_sentence

_AT_EDGE = {"beginning", "ending"}
_NEARLY = 0.99  # as likeness: it is hardly anything else
_BETWEEN = 1  # sentences that need not name a topic where those around them do


def the_sentence(words: Sequence[SpokenWord], nth: int) -> Match:
    """The words of one sentence.

    Args:
        words: all that are heard, in order.
        nth: which: 1 is the first, -1 the last.

    Raises:
        EditError: there are not so many, or no mark tells where one ends.
    """
    found = _marked(words)
    if abs(nth) > len(found):
        raise EditError("few_sentences", count=len(found))
    return found[nth - 1 if nth > 0 else nth]


def sentences_of(
    words: Sequence[SpokenWord], matches: Sequence[Match], by: SentenceBy
) -> list[Match]:
    """The whole sentences in which something is found, each once.

    Args:
        words: all that are heard, in order.
        matches: where it is found, in order.
        by: whether it is how the sentence begins or ends, where those that hold it count as near
            matches if none does; sentences with the same topic are one match if they follow each
            other, or stand around a single other.

    Raises:
        EditError: no mark tells where a sentence ends.
    """
    found = _marked(words)
    starts = [sentence.first for sentence in found]
    edges = starts if by == "beginning" else [sentence.last for sentence in found]
    begun = [
        match
        for match in matches
        if by in _AT_EDGE and (match.first if by == "beginning" else match.last) in edges
    ]
    is_near = by in _AT_EDGE and not begun
    held: dict[tuple[int, int], float] = {}
    for match in begun or matches:
        span = _number(starts, match.first), _number(starts, match.last)
        held.setdefault(span, _NEARLY if is_near else match.likeness)
    spans = _together(held) if by == "topic" else held
    return [Match(found[a].first, found[b].last, likeness) for (a, b), likeness in spans.items()]


def _number(starts: Sequence[int], word: int) -> int:
    """Of the sentence in which a word is."""
    return bisect_right(starts, word) - 1


def _together(held: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Sentences with one topic as one, as likely as the least likely of them."""
    rows: list[tuple[int, int, float]] = []
    for (first, last), likeness in held.items():
        if rows and first <= rows[-1][1] + _BETWEEN + 1:
            rows[-1] = rows[-1][0], last, min(rows[-1][2], likeness)
        else:
            rows.append((first, last, likeness))
    return {(first, last): likeness for first, last, likeness in rows}


def _marked(words: Sequence[SpokenWord]) -> list[Match]:
    if not any(one.is_behind_end or ends_sentence(one.word.text) for one in words):
        raise EditError("no_sentences")
    return sentences(words)


def sentences(words: Sequence[SpokenWord]) -> list[Match]:
    """The words of each sentence; where another speaks, or in another file, a new one begins."""
    ends = [
        number
        for number, (spoken, follows) in enumerate(pairwise(words))
        if ends_sentence(spoken.word.text)
        or follows.is_behind_end
        or (spoken.media_id, spoken.speaker) != (follows.media_id, follows.speaker)
    ]
    starts = [0, *(end + 1 for end in ends)]
    return [Match(*span) for span in zip(starts, [*ends, len(words) - 1], strict=True)]
