"""Where one run of words gives way to the next: of equal places the one that people mean."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transcribe_video.backend.editor.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a text that were said one after the other.

    Attributes:
        at: number of the first of them in the text.
        place: number of the first of them in what was said.
        length: how many they are.
    """

    at: int
    place: int
    length: int

    @property
    def end(self) -> int:
        """Behind the last of them in the text."""
        return self.at + self.length

    @property
    def behind(self) -> int:
        """Behind the last of them in what was said."""
        return self.place + self.length


def joined(runs: Iterable[Run]) -> list[Run]:
    """The runs, of which those are one that go on where another ends."""
    found: list[Run] = []
    for run in runs:
        if found and (found[-1].end, found[-1].behind) == (run.at, run.place):
            last = found.pop()
            found.append(Run(last.at, last.place, last.length + run.length))
        else:
            found.append(run)
    return found


def slid(runs: Sequence[Run], said: Tokens, wanted: Tokens) -> list[Run]:
    """The same runs, of which each ends where a phrase does, or else a pause is, if it may.

    “very, very good” without one “very” is “very good”, whichever of them goes: as far as the words
    at the end of one run are those before the next one too, the boundary is moved.
    """
    edges = [Run(0, 0, 0), *runs, Run(len(wanted.forms), len(said.forms), 0)]
    used = {place for run in runs for place in range(run.place, run.behind)}
    for number in range(len(edges) - 1):
        one, other = edges[number], edges[number + 1]
        if one.end == other.at and one.behind != other.place:
            by = _best(one, other, said, wanted, used)
            moved = range(min(0, by), max(0, by))
            used -= {other.place + step if by > 0 else one.behind + step for step in moved}
            used |= {one.behind + step if by > 0 else other.place + step for step in moved}
            edges[number] = Run(one.at, one.place, one.length + by)
            edges[number + 1] = Run(other.at + by, other.place + by, other.length - by)
    return [run for run in edges if run.length]


def _best(one: Run, other: Run, said: Tokens, wanted: Tokens, used: set[int]) -> int:
    """By how many words the boundary is moved; what no longer is in one run is in the other."""
    forms = said.forms
    ways = [0]
    while (
        ways[0] > -one.length
        and (before := other.place + ways[0] - 1) >= 0
        and forms[one.behind + ways[0] - 1] == forms[before]
        and before not in used
    ):
        ways.insert(0, ways[0] - 1)
    while (
        ways[-1] < other.length
        and (after := one.behind + ways[-1]) < len(forms)
        and forms[after] == forms[other.place + ways[-1]]
        and after not in used
    ):
        ways.append(ways[-1] + 1)

    def fit(by: int) -> tuple[int, int, int, int]:
        cuts = (one.behind + by, other.place + by)
        marks = sum(said.breaks[cut] for cut in cuts) + wanted.breaks[one.end + by]
        pause_ms = sum(said.pauses_ms[cut] for cut in cuts)
        return sum(map(said.parts_words, cuts)), marks, pause_ms, -abs(by)

    return max(ways, key=fit)
