"""What is said several times in a row: a start that breaks off, a sentence that is tried again.

What is only alike (“ask not what your country can do for you, ask what you can do …”) is no second
take: all words of a first take are said again, and nothing stands between but “sorry, again”.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from transcribe_video.backend.editor.finding import folded
from transcribe_video.backend.editor.speech import SpokenWord

_LONGEST, _SHORTEST = 40, 3  # words of a take
_BETWEEN = 6  # words may stand between two takes: “sorry, again”
_PAUSE_MS = 300
_ALIKE, _SAME_WORD = 0.8, 0.6
_END = re.compile(r"(?<!\.)[.!?。！？]\W*$")
_MARK = re.compile(r"\W\s*$")
_BROKEN = re.compile(r"(\.\.|…|-|–|—)\W*$")  # noqa: RUF001 - as it is written
# What people say when they begin again; of Chinese a part of what they say.
_AGAIN = frozenset(["again", "oops", "pardon", "scratch", "sorry", "whoops"])
_AGAIN_SIGNS = ("对不起", "不好意思", "抱歉", "再来", "重来", "说错", "重新")
_NOT = re.compile(r"(not?|never|none|nothing|nobody|without|cannot)$|.*n['’]t\W*$|[不没别无非未]")  # noqa: RUF001


def repeated(words: Sequence[SpokenWord], fillers: Collection[str] = ()) -> list[int]:
    """The numbers of the words that are said again right after, in nearly the same words.

    Args:
        words: all that are heard, in order.
        fillers: words that say nothing, in one form.

    A take has three words or more, and is a whole phrase or breaks off; of several takes all but
    the last are given. A word that is doubled (“very, very good”) is meant so.
    """
    takes = _Takes(words, fillers)
    found: set[int] = set()
    number = 0
    while number < len(words):
        end = takes.end_of_first(number)
        if end is None:
            number += 1
        else:
            found.update(range(number, end))
            number = end
    return sorted(found)


class _Takes:
    def __init__(self, words: Sequence[SpokenWord], fillers: Collection[str]) -> None:
        self._words, self._fillers = words, fillers
        self._forms = [folded(spoken.word.text) for spoken in words]
        self._places = _places(self._forms)

    def end_of_first(self, start: int) -> int | None:
        """Where a take that begins here gives way to its next time; None if none begins here."""
        for again in _beginnings(self._forms, start, self._places):
            for end in range(again, max(start + _SHORTEST, again - _BETWEEN) - 1, -1):
                if (end == again or self._is_aside(end, again)) and self._is_take(
                    start, end, again
                ):
                    return again
        return None

    def _is_take(self, start: int, end: int, again: int) -> bool:
        size = end - start
        if self._forms[start:end] == self._forms[again : again + size]:
            return self._begins(start) or not self._is_marked(end)
        if not self._begins(start) or not (self._ends(end) or self._is_broken(end)):
            return False
        longer = range(
            again + max(_SHORTEST, size - 2), min(len(self._words), again + size + 2) + 1
        )
        is_whole = not self._is_broken(end)
        return any(
            self._is_alike((start, end), (again, last))
            for last in longer
            if not is_whole or self._ends(last)
        )

    def _is_alike(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether words were only left out, put in, or said in another form, and no “not”."""
        ours, theirs = self._forms[slice(*one)], self._forms[slice(*other)]
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        if matcher.ratio() < _ALIKE:
            return False
        for kind, first, last, from_, to in matcher.get_opcodes():
            numbers = [
                *range(one[0] + first, one[0] + last),
                *range(other[0] + from_, other[0] + to),
            ]
            if kind != "equal" and any(map(self._denies, numbers)):
                return False
            if kind == "replace" and not _is_same_word(ours[first:last], theirs[from_:to]):
                return False
        return True

    def _denies(self, number: int) -> bool:
        return bool(_NOT.match(self._words[number].word.text.strip().casefold()))

    def _is_aside(self, first: int, last: int) -> bool:
        """Whether somebody only hesitates here, or says that it shall be said again."""
        forms = self._forms[first:last]
        if all(not form or form in self._fillers for form in forms):
            return True
        is_again = any(form in _AGAIN for form in forms)
        told = is_again or any(signs in "".join(forms) for signs in _AGAIN_SIGNS)
        return told and self._begins(first)

    def _begins(self, number: int) -> bool:
        """Whether a phrase begins here: behind a mark, a pause or an utterance."""
        if not number:
            return True
        before, spoken = self._words[number - 1], self._words[number]
        is_filler = self._forms[number - 1] in self._fillers
        return (
            is_filler
            or self._is_marked(number)
            or before.segment != spoken.segment
            or self._pauses(number)
        )

    def _pauses(self, number: int) -> bool:
        pause_ms = self._words[number].word.start_ms - self._words[number - 1].word.end_ms
        return pause_ms >= _PAUSE_MS

    def _is_marked(self, number: int) -> bool:
        return bool(_MARK.search(self._words[number - 1].word.text.strip()))

    def _ends(self, number: int) -> bool:
        """Whether a sentence ends before this word."""
        if number >= len(self._words):
            return True
        text = self._words[number - 1].word.text.strip()
        is_over = self._words[number - 1].segment != self._words[number].segment
        return bool(_END.search(text)) or (is_over and not _MARK.search(text))

    def _is_broken(self, number: int) -> bool:
        """Whether somebody breaks off before this word."""
        text = self._words[number - 1].word.text.strip()
        if _BROKEN.search(text):
            return True
        return not _MARK.search(text) and number < len(self._words) and self._pauses(number)


def _is_same_word(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return SequenceMatcher(None, "".join(ours), "".join(theirs)).ratio() >= _SAME_WORD


def _places(words: Sequence[str]) -> Mapping[tuple[str, ...], Sequence[int]]:
    """Where each run of words is that a take may begin with."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    runs = zip(*(words[place:] for place in range(_SHORTEST)), strict=False)
    for number, run in enumerate(runs):
        places[run].append(number)
    return places


def _beginnings(
    words: Sequence[str], start: int, places: Mapping[tuple[str, ...], Sequence[int]]
) -> Iterator[int]:
    """Where the words with which a take begins are said again, soon but not within them."""
    found = places.get(tuple(words[start : start + _SHORTEST]), ())
    for again in found[bisect_left(found, start + _SHORTEST) :]:
        if again >= start + _LONGEST:
            return
        yield again
