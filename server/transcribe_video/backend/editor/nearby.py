"""Short runs of words, found between those around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from transcribe_video.backend.editor.boundaries import Run, joined
from transcribe_video.backend.editor.tokens import Tokens, is_common

_NEAR = 24  # words at each end of what was deleted, among which they are looked for
_CLOSE = 12  # words at most are between a common word and what holds it
_MATCH, _GOES_ON = 10, 3  # what a word is worth, and that it follows the one before


def nearby(said: Tokens, wanted: Tokens, before: Run, after: Run, taken: set[int]) -> list[Run]:
    """The runs between two others: in their order and place, and none that is there by chance.

    Args:
        said: what was said.
        wanted: the text.
        before: the run before.
        after: the run behind.
        taken: places of words that are in other runs.
    """
    gap = _Gap(said, wanted, taken)
    first, last = before.behind, after.place
    if first <= last:
        near = _NEAR + after.at - before.end
        is_far = last - first > 2 * near
        ends = [*range(first, first + near), *range(last - near, last)]
        return gap.runs(before, after, ends if is_far else range(first, last))
    end = next(place for place in range(first, len(said.breaks)) if said.breaks[place])
    start = next(place for place in range(last, -1, -1) if said.breaks[place])
    goes_on = gap.runs(before, after, range(first, end))
    rest = gap.runs(goes_on[-1] if goes_on else before, after, range(start, last))
    return [*goes_on, *rest]


@dataclass(frozen=True, slots=True)
class _Gap:
    said: Tokens
    wanted: Tokens
    taken: set[int]

    def runs(self, before: Run, after: Run, places: Sequence[int]) -> list[Run]:
        """The runs between two others that are at these places."""
        at = range(before.end, after.at)
        free = [place for place in places if place not in self.taken]
        if not at or not free:
            return []
        forms = [self.said.forms[place] for place in free]
        pairs = _common([self.wanted.forms[one] for one in at], forms)
        words = [Run(at[number], free[place], 1) for number, place in pairs]
        return self._supported(joined(words), before, after)

    def _supported(self, runs: list[Run], before: Run, after: Run) -> list[Run]:
        """The runs that words hold which stand around them, in the text or in what was said.

        One that has words beside it in the text that nobody said, and others beside it when it was
        said, is there by chance.
        """
        while True:
            row = zip([before, *runs], runs, [*runs[1:], after], strict=False)
            left = [run for one, run, other in row if self._is_held(one, run, other)]
            if left == runs:
                return runs
            runs = left

    def _is_said_with(self, one: Run, other: Run) -> bool:
        """Whether one was said right before the other, in the same phrase."""
        is_edge = other.place in {0, len(self.said.forms)}
        return one.behind == other.place and (is_edge or not self.said.breaks[other.place])

    def _is_held(self, one: Run, run: Run, other: Run) -> bool:
        if self._is_said_with(one, run) or self._is_said_with(run, other):
            return True
        is_near = min(abs(run.place - one.behind), abs(other.place - run.behind)) <= _CLOSE
        is_told = not all(map(is_common, self.wanted.forms[run.at : run.end]))
        return one.end == run.at and run.end == other.at and (is_near or is_told)


def _common(wanted: Sequence[str], said: Sequence[str]) -> list[tuple[int, int]]:
    """The most words that both have in the same order, in as few runs as can be."""
    rows: list[list[int]] = [[0] * (len(said) + 1)]
    runs: list[list[int]] = [[0] * (len(said) + 1)]
    low = -(_MATCH**6)
    for number, form in enumerate(wanted, 1):
        row, run = [0], [low]
        for place, other in enumerate(said, 1):
            score = low
            if form == other:
                score = max(
                    rows[number - 1][place - 1] + _MATCH,
                    runs[number - 1][place - 1] + _MATCH + _GOES_ON,
                )
            run.append(score)
            row.append(max(score, rows[number - 1][place], row[place - 1]))
        rows.append(row)
        runs.append(run)
    return _traced(rows, runs)


def _traced(rows: list[list[int]], runs: list[list[int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    number, place = len(rows) - 1, len(rows[0]) - 1
    is_match = False
    while number and place:
        if not is_match and rows[number][place] == rows[number - 1][place]:
            number -= 1
        elif not is_match and rows[number][place] == rows[number][place - 1]:
            place -= 1
        else:
            found.append((number - 1, place - 1))
            score = runs[number][place]
            number, place = number - 1, place - 1
            is_match = bool(number and place) and score == runs[number][place] + _MATCH + _GOES_ON
    return found[::-1]
