"""Which words of a text are which of those that were said: what was kept, deleted and moved.

A run of words is found elsewhere than in its place only if it cannot be there by chance; what is
shorter is only looked for where the words around it stand.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from transcribe_video.backend.editor.boundaries import Run, joined, slid
from transcribe_video.backend.editor.nearby import nearby
from transcribe_video.backend.editor.tokens import Tokens, is_common
from transcribe_video.transcript.script import unspaced

_LENGTHS = (8, 3, 2, 1)  # of runs that are looked up: few places have a long one in common
_SURE, _SURE_CONTENT = 3.0, 2.0  # words in a run that is no chance
_SIGN = 0.75  # of a word, of a script without spaces
_MOST_TRIED = 3_000_000  # places at which a run may begin, in all


class ScatteredError(Exception):
    """The words are in so many places that this cannot be meant."""


def aligned(said: Tokens, wanted: Tokens, most: int) -> list[Run]:
    """The wanted words as runs of words that were said, in the order of the text.

    Args:
        said: what was said.
        wanted: the text.
        most: so many runs are a text of it, and no more.

    Raises:
        ScatteredError: there are more.
    """
    long = joined(_once(_long_runs(said, wanted, most), said))
    kept = in_order(long)
    taken = _places(long)
    ends = Run(0, 0, 0), Run(len(wanted.forms), len(said.forms), 0)
    runs: list[Run] = []
    for before, after in pairwise([ends[0], *kept, ends[1]]):
        moved = [run for run in long if before.end <= run.at < after.at]
        taken -= _places(moved)
        found = nearby(said, wanted, before, after, taken)
        if moved and sum(run.length for run in found) < after.at - before.end:
            taken |= _places(moved)
            found = [*moved]
            for one, other in pairwise([before, *moved, after]):
                found += nearby(said, wanted, one, other, taken)
        taken |= _places(found)
        runs += [*sorted(found, key=lambda run: run.at), after]
    merged = joined([run for run in runs if run.length])
    if len(merged) > most:
        raise ScatteredError
    return joined(slid(merged, said, wanted))


def _places(runs: Sequence[Run]) -> set[int]:
    return {place for run in runs for place in range(run.place, run.behind)}


def _long_runs(said: Tokens, wanted: Tokens, most: int) -> Iterator[Run]:
    """Runs that are no chance: each time the one that fits best where the text goes on."""
    index = _Index(said.forms)
    used: set[int] = set()
    at = behind = jumps = tried = 0
    while at < len(wanted.forms):
        places = index.places(wanted, at)
        tried += len(places)
        if tried > _MOST_TRIED or jumps > most:
            raise ScatteredError
        best: tuple[tuple[bool, int, int, int], Run] | None = None
        for place in places:
            for run in _candidates(said, wanted, place, at):
                is_phrase = _is_phrase(run, said, wanted)
                if is_phrase or _is_sure(wanted.forms[run.at : run.end]):
                    again = sum(one in used for one in range(run.place, run.behind))
                    distance = (place - behind) % len(said.forms)
                    key = (is_phrase, run.length - again, -again, -distance)
                    best = max(best or (key, run), (key, run), key=lambda one: one[0])
        if best is None:
            at += 1
            continue
        run = best[1]
        yield run
        used.update(range(run.place, run.behind))
        jumps += run.place != behind
        at, behind = run.end, run.behind


def _candidates(said: Tokens, wanted: Tokens, place: int, at: int) -> Iterator[Run]:
    """The longest run that begins here, and the longest that is whole phrases."""
    length = whole = 0
    while (
        place + length < len(said.forms)
        and at + length < len(wanted.forms)
        and said.forms[place + length] == wanted.forms[at + length]
    ):
        length += 1
        if wanted.breaks[at + length] and said.breaks[place + length]:
            whole = length
    yield Run(at, place, length)
    if 0 < whole < length:
        yield Run(at, place, whole)


def _is_phrase(run: Run, said: Tokens, wanted: Tokens) -> bool:
    """Whether it is whole phrases of the text and of what was said."""
    text = wanted.breaks[run.at] and wanted.breaks[run.end]
    return text and said.breaks[run.place] and said.breaks[run.behind]


def _is_sure(forms: Sequence[str]) -> bool:
    worths = [(form, _SIGN if unspaced(form[0]) else 1.0) for form in forms]
    content = sum(worth for form, worth in worths if not is_common(form))
    return sum(worth for _, worth in worths) >= _SURE or content >= _SURE_CONTENT


class _Index:
    """Where runs of words were said.

    Args:
        said: all of them.
    """

    def __init__(self, said: Sequence[str]) -> None:
        self._places: dict[int, Mapping[tuple[str, ...], Sequence[int]]] = {}
        for length in _LENGTHS:
            places: dict[tuple[str, ...], list[int]] = defaultdict(list)
            runs = zip(*(said[first:] for first in range(length)), strict=False)
            for number, run in enumerate(runs):
                places[run].append(number)
            self._places[length] = places

    def places(self, wanted: Tokens, at: int) -> Sequence[int]:
        """All places of the longest runs that begin here, and those of a short phrase."""
        for length in _LENGTHS:
            is_phrase = wanted.breaks[at] and any(wanted.breaks[at + 1 : at + length + 1])
            found = self._places[length].get(tuple(wanted.forms[at : at + length]))
            if found and (length == 1 or not is_phrase):
                return found
            if is_phrase:
                size = next(n for n in range(1, length + 1) if wanted.breaks[at + n])
                shorter = max(one for one in _LENGTHS if one <= size)
                return self._places[shorter].get(tuple(wanted.forms[at : at + shorter]), ())
        return ()


def _once(runs: Iterator[Run], said: Tokens) -> Iterator[Run]:
    """The runs without words that are in one before, unless these are such a run themselves."""
    used: set[int] = set()
    for run in runs:
        first, last = run.place, run.behind
        while first < last and first in used:
            first += 1
        while last > first and last - 1 in used:
            last -= 1
        again = [(run.place, first), (last, run.behind)]
        if all(_may_be_repeated(said, *span) for span in again if span[0] < span[1]):
            first, last = run.place, run.behind
        left = replace(run, at=run.at + first - run.place, place=first, length=last - first)
        if left.length and (left == run or _is_sure(said.forms[first:last])):
            used.update(range(first, last))
            yield left


def _may_be_repeated(said: Tokens, first: int, last: int) -> bool:
    return (said.breaks[first] and said.breaks[last]) or _is_sure(said.forms[first:last])


def in_order(runs: Sequence[Run]) -> list[Run]:
    """Of the runs those that are not moved: most words in the order in which they were said."""
    best: list[tuple[int, int]] = []
    for number, run in enumerate(runs):
        earlier = ((best[n][0], n) for n in range(number) if runs[n].behind <= run.place)
        words, before = max(earlier, default=(0, -1))
        best.append((words + run.length, before))
    number = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    found: list[Run] = []
    while number >= 0:
        found.append(runs[number])
        number = best[number][1]
    return found[::-1]
