"""Words in one form, and where phrases begin and end: of a text, and of what was said."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from operator import itemgetter

from transcribe_video.backend.editor.speech import SpokenWord, goes_on
from transcribe_video.transcript.script import unspaced

Seams = Mapping[str, Collection[int]]
"""At which places in it each form is parted, because words meet there without a space between."""

_LETTERS = re.compile(r"[\W_]+")
_BREAKS = re.compile(r"[^\w\s'’\-]|\n")  # noqa: RUF001 - as people write it
_PIECES = re.compile(r"\S+|\n")
_MARKS = re.compile(r"[^\w\s'’\-]+")  # noqa: RUF001
_INSIDE = re.compile(r"[A-Za-z0-9][!-/:-@\[-`{-~]+[A-Za-z0-9]")
_NO_SEAMS: Seams = {}
_PAUSE_MS = 500
_LONGEST_COMMON = 3  # letters
# Longer words that stand in any text.
_LONG_COMMON = (
    "about after also because been before being could does from have here into just like more most "
    "much only other over should some such than that their them then there these they thing things "
    "this those very want well went were what when where which while will with would your"
)
_COMMON = frozenset(_LONG_COMMON.split())
_COMMON_SIGNS = frozenset("的了是我你他她它们这那在有和就都也不个一上说要会到去吗呢吧啊人来得地着")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, of which each sign of a script without spaces is one.

    Attributes:
        forms: each without case and punctuation.
        breaks: whether a phrase ends before each of them, and behind the last.
        pauses_ms: how long nothing is said before each of them, and behind the last.
        numbers: of which spoken word each is, or is a part.
        seams: where the words meet that are written without a space between.
    """

    forms: Sequence[str]
    breaks: Sequence[bool]
    pauses_ms: Sequence[int]
    numbers: Sequence[int]
    seams: Seams = field(default_factory=dict)

    def parts_words(self, place: int) -> bool:
        """Whether a word ends before this place."""
        ends = 0 < place < len(self.numbers)
        return not ends or self.numbers[place - 1] != self.numbers[place]


def tokens_of_text(text: str, seams: Seams = _NO_SEAMS) -> Tokens:
    """The words of a text; a phrase ends at a mark and where a line ends.

    Args:
        text: as somebody has written it.
        seams: where words meet in a form, of what was said; it is parted there too.
    """
    forms: list[str] = []
    breaks: list[bool] = []
    for is_behind_mark, form, _ in _forms_in(text, [0]):
        parts = [part for _, part in _split(form, seams)]
        forms += parts
        breaks += [is_behind_mark, *[False] * (len(parts) - 1)]
    breaks = [*breaks, True]
    breaks[0] = True
    return Tokens(forms, breaks, [0] * len(breaks), range(len(forms)))


def tokens_of_words(words: Sequence[SpokenWord]) -> Tokens:
    """The words that are heard; a phrase ends at a mark, a pause, and where an utterance ends.

    Words that are written without a space between (“42”, “-line”) are parted in what people write
    as one too: see ``seams``.
    """
    text, starts = _running_text(words)
    entries = [*_forms_in(text, starts)]
    seams: defaultdict[str, set[int]] = defaultdict(set)
    for _, form, owners in entries:
        if cuts := {at for at, _ in owners if 0 < at < len(form)}:
            seams[form] |= cuts
    forms: list[str] = []
    numbers: list[int] = []
    breaks: list[bool] = []
    pauses_ms: list[int] = []
    last = 0
    for is_behind_mark, form, owners in entries:
        for first, part in _split(form, seams):
            number = owners[bisect_right(owners, first, key=itemgetter(0)) - 1][1]
            gaps = [*_gaps(words, last, number)]
            forms.append(part)
            numbers.append(number)
            is_break = (is_behind_mark and not first) or any(ends for _, ends in gaps)
            breaks.append(is_break or len(forms) == 1)
            pauses_ms.append(max((ms for ms, _ in gaps), default=0))
            last = number
    return Tokens(forms, [*breaks, True], [*pauses_ms, 0], numbers, seams)


def _gaps(words: Sequence[SpokenWord], last: int, number: int) -> Iterator[tuple[int, bool]]:
    """How long nothing is said between these words, and whether a phrase ends there."""
    for before, spoken in pairwise(words[last : number + 1]):
        pause_ms = max(0, spoken.word.start_ms - before.word.end_ms)
        yield pause_ms, pause_ms >= _PAUSE_MS or before.segment != spoken.segment


def _running_text(words: Sequence[SpokenWord]) -> tuple[str, list[int]]:
    """What a transcript of the words says, and where each of them begins in it."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for number, spoken in enumerate(words):
        text = spoken.word.text
        if number and not goes_on(words[number - 1], spoken):
            ends = parts[-1][-1:], text[:1]
            parts.append("" if any(one and unspaced(one) for one in ends) else " ")
            length += len(parts[-1])
        starts.append(length)
        parts.append(text)
        length += len(text)
    return "".join(parts), starts


_Owners = Sequence[tuple[int, int]]
"""Where in a form each of the words begins of which it is a part, and the number of that word."""


def _forms_in(text: str, starts: Sequence[int]) -> Iterator[tuple[bool, str, _Owners]]:
    """Each form of a text: whether a mark stands before it, the form, and its words."""
    is_behind_mark = False
    for piece in _PIECES.finditer(text):
        at = piece.start()
        for part in _parted(piece[0]):
            forms = tokenized(part)
            is_behind_mark |= not forms and bool(_BREAKS.search(part))
            owners = _owners(part, at, starts) if forms else []
            behind = 0
            for form in forms:
                first = bisect_right(owners, behind, key=itemgetter(0)) - 1
                own = [(max(0, place - behind), number) for place, number in owners[first:]]
                yield is_behind_mark, form, [one for one in own if one[0] < len(form)]
                is_behind_mark = False
                behind += len(form)
            at += len(part)


def _owners(part: str, at: int, starts: Sequence[int]) -> list[tuple[int, int]]:
    """Where among the letters of a part, which stands at a place, each of its words begins."""
    first = bisect_right(starts, at) - 1
    last = bisect_left(starts, at + len(part))
    if last == first + 1:
        return [(0, first)]
    cuts = [0, *(start - at for start in starts[first + 1 : last]), len(part)]
    sizes = [sum(map(len, tokenized(part[a:b]))) for a, b in pairwise(cuts)]
    return list(zip(accumulate(sizes[:-1], initial=0), range(first, last), strict=True))


def _split(form: str, seams: Seams) -> Iterator[tuple[int, str]]:
    """The parts of a form between its seams, each with its place in it."""
    cuts = [0, *sorted(seams.get(form, ())), len(form)]
    yield from ((first, form[first:last]) for first, last in pairwise(cuts))


def is_common(form: str) -> bool:
    """Whether a word says too little to be known again by."""
    if unspaced(form[0]):
        return form in _COMMON_SIGNS
    return form in _COMMON or (len(form) <= _LONGEST_COMMON and not form.isdigit())


def tokenized(text: str) -> list[str]:
    """The words of a text in one form; each character of a script without spaces is one."""
    found: list[str] = []
    for piece in unicodedata.normalize("NFKC", text).casefold().split():
        if piece.isascii():
            found += filter(None, [_LETTERS.sub("", piece)])
            continue
        word = ""
        for sign in _LETTERS.sub("", piece):
            if unspaced(sign):
                found += [word, sign] if word else [sign]
                word = ""
            else:
                word += sign
        if word:
            found.append(word)
    return found


def _parted(piece: str) -> list[str]:
    """A piece without spaces, parted where a mark shows that a phrase ends: not in “3.5”."""
    if piece.isascii():
        core = piece.strip("\"'()[]{}<>.,;:!?*_-\u2026")
        first = piece.find(core) if core else 0
        return [piece[:first], core, piece[first + len(core) :]]
    ends = [0]
    for mark in _MARKS.finditer(piece):
        if not _INSIDE.fullmatch(piece, max(0, mark.start() - 1), mark.end() + 1):
            ends += mark.span()
    return [piece[first:last] for first, last in pairwise([*ends, len(piece)])]
