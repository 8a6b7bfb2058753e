"""What is cut and kept: by time and by words, silences, words that say nothing, repeated takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from transcribe_video.conversation.editing.arguments import EXTENTS
from transcribe_video.conversation.editing.clip_numbers import CLIP
from transcribe_video.conversation.editing.command import Command, UnclearError
from transcribe_video.conversation.editing.edit import (
    Cut,
    CutFillers,
    CutRepeats,
    CutSilences,
    CutWords,
    Edit,
    Keep,
    KeepWords,
    Range,
    Split,
)
from transcribe_video.conversation.editing.extent import said_by
from transcribe_video.conversation.editing.parting import UNWANTED
from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.saying import cut_words
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.span_making import AT, BOUND
from transcribe_video.conversation.editing.token import Token

_WORDED = (Sign.QUOTE, Sign.SAID)
_TIMED = (Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME)
OPEN = "open"
"""The text of a cut that may only part what it is made in."""
EDGE = "edge"
"""The text of “trailing” and its like, which count nothing."""
_HALF = 0.5
_BARE = {Sign.DISABLE, Sign.SILENCES, Sign.LONGER, Sign.QUANTITY, Sign.COURTESY}
_PLACES = (Sign.START, Sign.END)
_VERBS = (Sign.CUT, Sign.KEEP, Sign.TRIM)


def cut(command: Command) -> Iterator[Edit]:
    """Cut or keep what is named, by its time or by its words."""
    is_kept = _is_kept(command)
    if not command.has(*_WORDED):
        yield from _by_time(command, is_kept=is_kept)
        return
    if (at := _except(command)) is not None:
        yield from _but_words(command, at, is_kept=is_kept)
        return
    parts = [command.part(clause) for clause in command.clauses]
    timed = [one for one in parts if not one.has(*_WORDED) and one.has(*_TIMED)]
    if not timed:
        yield from cut_words(command, is_kept=is_kept)
    elif is_kept:
        raise UnclearError("words")
    else:
        for one in parts:
            if one in timed:
                yield from _by_time(one, is_kept=False)
            elif one.has(*_WORDED):
                yield from cut_words(one, is_kept=False)


def _but_words(command: Command, at: int, *, is_kept: bool) -> Iterator[Edit]:
    """“Cut everything except 'X'” keeps that, and “cut 'X' but not 'Y'” leaves the other."""
    tokens = tuple(command.tokens)
    before, after = command.part(tokens[:at]), command.part(tokens[at + 1 :])
    if after.has(*_TIMED) or before.has(*_TIMED) or before.has(Sign.SAID):
        raise UnclearError("words")
    if not before.has(Sign.QUOTE):
        yield from cut_words(after, is_kept=not is_kept)
    elif is_kept or not after.has(*_WORDED):
        raise UnclearError("words")
    else:
        yield from cut_words(before, is_kept=False)


def _by_time(command: Command, *, is_kept: bool) -> Iterator[Edit]:
    bare = [part for part in map(command.part, command.clauses) if not part.has(*EXTENTS)]
    if len(command.clauses) > 1 and any(part.has(Sign.NUMBER) for part in bare):
        raise UnclearError("range")  # “… and 3 more”
    if any(map(_is_open_end, bare)) and command.clauses[0] not in [one.clauses[0] for one in bare]:
        raise UnclearError("range")  # “the first 10 seconds and the end”
    pairs = pairwise(command.tokens)
    if any(one.sign in {Sign.FIRST, Sign.LAST} and two.sign is Sign.NUMBER for one, two in pairs):
        raise UnclearError("range")  # “the first 5”: of what?
    at = _except(command)
    base, holes = _ranges(command, at)
    if at is not None and _is_unknown_hole(command, at):
        raise UnclearError("range")  # “… but not the joke”
    if at is not None and not base and holes:
        is_kept, base, holes = not is_kept, holes, []
    if not base:
        yield from _nowhere(command)
    elif is_kept:
        yield Keep(tuple(without(sorted(base), holes)))
    else:
        yield from (Cut(*span) for span in without(base, holes))


def _is_open_end(part: Command) -> bool:
    """“And the end”: how much of it is not said."""
    ends = {Sign.START, Sign.END, Sign.FIRST, Sign.LAST}
    signs = {token.sign for token in part.tokens}
    return bool(signs & ends) and signs <= {*ends, Sign.RECORDING, *_VERBS}


def cut_outside(command: Command) -> Iterator[Edit]:
    """“Start the video at 0:12”, “end it at 1:40”, “stop at 'thank you'”."""
    is_start = command.has(Sign.BEGIN, Sign.FROM, Sign.SINCE, Sign.START)
    if said := command.all(Sign.SAID):  # “start at 'hello' and end at 'bye'”, “end after 'bye'”
        found = said_by(said[0], is_kept=True)
        yield KeepWords(found) if said[0].text == BOUND else CutWords(found)
        return
    if (quote := next(iter(command.all(Sign.QUOTE)), None)) is not None:
        text, nth = quote.text, round(quote.number)
        before = Said(end=text, end_nth=nth, is_between=True)
        yield CutWords(before if is_start else Said(start=text, nth=nth, is_between=True))
        return
    moment, *others = command.all(Sign.MOMENT, Sign.SINCE, Sign.UNTIL_TIME, Sign.SPAN, Sign.GOAL)
    is_span = moment.sign is Sign.SPAN
    if is_span and moment.text == BOUND and not others:
        yield Keep(tuple(command.ranges))  # “begin at 0:07 and finish at 1:50”
        return
    if is_span and command.has(Sign.BEGIN) and not moment.span[0]:
        yield Cut(*command.on_timeline(moment.span))  # 从第12秒开始
        return
    is_both = command.has(Sign.BEGIN) and command.has(Sign.FINISH)
    if others or is_span or is_both:
        raise UnclearError("time")
    at_ms = command.checked(round(moment.number))
    is_start = is_start and not command.has(Sign.FINISH)
    bounds = (0, at_ms) if is_start else (at_ms, command.length_ms)
    yield Cut(*command.on_timeline(bounds))


def cut_silences(command: Command) -> Iterator[Edit]:
    """Cut the silences that are longer than so much."""
    usual = CutSilences()
    leads = {Sign.KEEP, Sign.TO, Sign.TRIM, Sign.MAKE, Sign.GOAL}
    found = [(lead in leads, round(token.number)) for lead, token in _led(command)]
    longer = [number for is_kept, number in found if not is_kept] or [usual.longer_than_ms]
    kept = [number for is_kept, number in found if is_kept] or [usual.keep_ms]
    if len(longer) > 1 or len(kept) > 1:
        raise UnclearError("time")
    if command.has(Sign.KEEP) and not found and not command.has(Sign.CUT, Sign.TRIM):
        raise UnclearError("range")  # “keep the pauses”
    is_that = any(one.text == "it" for one in command.all(Sign.RECORDING))
    if is_that or any(one.text != EDGE for one in command.all(Sign.FIRST, Sign.LAST)):
        raise UnclearError("range")  # “the first pause”, “that pause”
    signs = [token.sign for token in command.tokens]
    if signs[:2] == [Sign.DISABLE, Sign.SILENCES] and Sign.CUT in signs:
        return  # “no pauses should be cut”
    is_bare = {token.sign for token in command.tokens} <= _BARE  # “no pauses please”
    if not is_bare and not command.does(
        Sign.CUT, Sign.TRIM, Sign.MAKE, Sign.KEEP, Sign.FASTER, Sign.QUIETER, Sign.TAKE
    ):
        return
    edges = _edges(command)
    if edges and not any(not is_kept for is_kept, _ in found):
        longer = kept  # all of it
    usual = CutSilences(longer[0], min(kept[0], longer[0]))
    if edges and command.ranges:
        raise UnclearError("range")
    yield from (replace(usual, edge=edge) for edge in edges)
    yield from (replace(usual, within=span) for span in command.ranges)
    if not edges and not command.ranges:
        yield usual


def _edges(command: Command) -> list[Literal["start", "end"]]:
    """“At the beginning”, “trailing”, “at both ends”."""
    if command.has(Sign.ENDS):
        return ["start", "end"]
    edges: tuple[tuple[set[Sign], Literal["start", "end"]], ...]
    edges = ({Sign.START, Sign.FIRST}, "start"), ({Sign.END, Sign.LAST}, "end")
    named = {token.sign for token in command.tokens if token.text == EDGE or token.sign in _PLACES}
    return [edge for signs, edge in edges if signs & named]


def cut_fillers(command: Command) -> Iterator[Edit]:
    """Cut or mute the words that say nothing."""
    if any(token.stretch for token in command.all(Sign.QUOTE)):
        raise UnclearError("range")  # “… in the part about the budget”
    words = tuple(dict.fromkeys(command.texts(Sign.FILLER, Sign.QUOTE)))
    is_mute = command.does(Sign.MUTE)
    if is_mute or command.does(Sign.CUT, Sign.TAKE, Sign.TRIM, Sign.DISABLE):
        yield CutFillers(words, is_mute=is_mute)


def cut_repeats(command: Command) -> Iterator[Edit]:
    """Keep the last of what is said several times."""
    if command.does(Sign.CUT, Sign.KEEP, Sign.TRIM, Sign.DISABLE):
        yield CutRepeats()


def split(command: Command) -> Iterator[Edit]:
    """Split where it says; a clip that is called by its number, where it says or in the middle."""
    moments = [*command.moments, *_middles(command)]
    clips = _clips(command)
    if clips and not all(any(a < ms < b for a, b in clips) for ms in moments):
        raise UnclearError("time")
    if not moments:
        raise UnclearError("time")
    yield from (Split(ms) for ms in moments)


def _middles(command: Command) -> Iterator[int]:
    """“Split clip 2 in half”."""
    share = command.number(Sign.FRACTION) or 1 / (command.number(Sign.NUMBER) or 1)
    if command.position == "center" or share == _HALF:
        yield from (sum(span) // 2 for span in _clips(command))


def _clips(command: Command) -> list[Range]:
    return [token.span for token in command.all(Sign.SPAN) if token.text == CLIP]


def without(spans: Sequence[Range], holes: Sequence[Range]) -> Iterator[Range]:
    """The spans without what lies in the holes."""
    for span in spans:
        start = span[0]
        for hole in sorted(holes):
            if start < hole[1] and hole[0] < span[1]:
                if start < hole[0]:
                    yield start, hole[0]
                start = hole[1]
        if start < span[1]:
            yield start, span[1]


def _is_kept(command: Command) -> bool:
    """Whether what is named stays, and what is not named goes."""
    if (rest := _rest(command)) is not None:
        return rest is not Sign.KEEP
    if command.refuses(Sign.KEEP) and not command.has(Sign.KEEP):
        return False
    if command.has(Sign.KEEP) or not command.has(Sign.CUT, Sign.TRIM):
        return command.has(Sign.KEEP) or Sign.CUT not in command.inherited
    row = list(command.tokens)
    if any(one.sign is Sign.TO and other.sign is Sign.SPAN for one, other in pairwise(row)):
        return True
    if not command.has(Sign.CUT) and command.has(Sign.RECORDING, Sign.ALL):
        inside = [one for one in command.ranges if one[0] > 0 and one[1] < command.length_ms]
        if inside:
            raise UnclearError("range")  # “trim it from 0:10 to 0:40”: what stays?
    return False


def _rest(command: Command) -> Sign | None:
    """What is done to “the rest”; None if nothing is said of it."""
    for clause in command.clauses:
        if any(token.sign is Sign.REST for token in clause):
            verbs = [one.sign for one in clause if one.sign in _VERBS and not one.is_negated]
            others = any(one.sign in EXTENTS for one in clause)
            if verbs and not others:
                return verbs[-1]
    return None


def _except(command: Command) -> int | None:
    """Where the exception is named; None if there is none."""
    tokens = list(command.tokens)
    return next((at for at, token in enumerate(tokens) if token.sign is Sign.EXCEPT), None)


def _is_unknown_hole(command: Command, at: int) -> bool:
    """Whether what is excepted from a range stands behind it and has no times."""
    tokens = tuple(command.tokens)
    before, after = tokens[:at], tokens[at + 1 :]
    is_told = any(token.sign in _VERBS for token in before) and command.part(before).ranges
    is_timed = any(token.sign in EXTENTS for token in after)
    return bool(is_told and after) and not is_timed


def _ranges(command: Command, at: int | None) -> tuple[list[Range], list[Range]]:
    """What is meant, and what is excepted from it."""
    if at is None:
        return command.ranges, []
    tokens = tuple(command.tokens)
    before, after = command.part(tokens[:at]).ranges, command.part(tokens[at:]).ranges
    return (before, after) if after else ([], before)


def _nowhere(command: Command) -> Iterator[Edit]:
    """No range is named: a moment to cut at, or something must be asked."""
    moments = command.all(Sign.MOMENT)
    is_at = bool(moments) and all(token.text == AT or token.span[1] for token in moments)
    if is_at and command.has(Sign.CUT) and not command.has(Sign.QUANTITY, Sign.GOAL):
        yield from _at(command, moments)
        return
    cuts = command.all(Sign.CUT, Sign.KEEP, Sign.TRIM)
    if not all(token.text == UNWANTED for token in cuts):
        raise UnclearError("range")  # “I don't want it” says nothing of what


def _at(command: Command, moments: Sequence[Token]) -> Iterator[Edit]:
    """“Cut at 1:10” makes two of a clip, and “remove the clip at 1:10” takes it out."""
    if all(token.text == OPEN for token in command.all(Sign.CUT)):
        yield from (Split(ms) for ms in command.moments)
    elif all(token.span[1] for token in moments):
        yield from (Cut(*token.span) for token in moments)
    else:
        raise UnclearError("range")


def _led(command: Command) -> Iterator[tuple[Sign | None, Token]]:
    """Each quantity, and the sign before it; what it is shortened to may have no unit."""
    for clause in command.clauses:
        lead: Sign | None = None
        for token in clause:
            if token.sign in {Sign.QUANTITY, Sign.GOAL, Sign.DURATION}:
                yield lead, token
            elif token.sign is Sign.NUMBER and lead is Sign.TO:
                yield lead, replace(token, number=token.number * 1000)
            if token.sign is not Sign.RECORDING:
                lead = token.sign
