"""What is cut and kept: by time and by words, silences, words that say nothing, repeated takes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

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
    Said,
    Split,
)
from transcribe_video.conversation.editing.parting import UNWANTED
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

_LEADING = {Sign.FROM, Sign.AFTER, Sign.BEFORE, Sign.UNTIL, Sign.BETWEEN}


def cut(command: Command) -> Iterator[Edit]:
    """Cut or keep what is named."""
    is_kept = _is_kept(command)
    if command.has(Sign.QUOTE, Sign.SAID):
        yield from _words(command, is_kept=is_kept)
        return
    at = _except(command)
    base, holes = _ranges(command, at)
    if at is not None and not base and holes:
        is_kept, base, holes = not is_kept, holes, []
    if not base:
        yield from _nowhere(command)
    elif is_kept:
        yield Keep(tuple(without(sorted(base), holes)))
    else:
        yield from (Cut(*span) for span in without(base, holes))


def cut_silences(command: Command) -> Iterator[Edit]:
    """Cut the silences that are longer than so much."""
    if command.has(Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.START, Sign.END, Sign.FIRST):
        raise UnclearError("range")
    usual = CutSilences()
    longer, kept = usual.longer_than_ms, usual.keep_ms
    for lead, token in _led(command):
        if lead in {Sign.KEEP, Sign.TO, Sign.TRIM, Sign.MAKE, Sign.GOAL}:
            kept = round(token.number)
        else:
            longer = round(token.number)
    if not command.does(
        Sign.CUT, Sign.TRIM, Sign.MAKE, Sign.KEEP, Sign.FASTER, Sign.QUIETER, Sign.TAKE
    ):
        return
    yield CutSilences(longer, min(kept, longer))


def cut_fillers(command: Command) -> Iterator[Edit]:
    """Cut or mute the words that say nothing."""
    words = tuple(dict.fromkeys(command.texts(Sign.FILLER, Sign.QUOTE)))
    is_mute = command.does(Sign.MUTE)
    if is_mute or command.does(Sign.CUT, Sign.TAKE, Sign.TRIM, Sign.DISABLE):
        yield CutFillers(words, is_mute=is_mute)


def cut_repeats(command: Command) -> Iterator[Edit]:
    """Keep the last of what is said several times."""
    if command.does(Sign.CUT, Sign.KEEP, Sign.TRIM, Sign.DISABLE):
        yield CutRepeats()


def split(command: Command) -> Iterator[Edit]:
    """Split where it says."""
    moments = command.moments
    if not moments:
        raise UnclearError("time")
    yield from (Split(ms) for ms in moments)


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
    if command.refuses(Sign.KEEP) and not command.has(Sign.KEEP):
        return False
    if command.has(Sign.KEEP) or not command.has(Sign.CUT, Sign.TRIM):
        return True
    tokens = list(command.tokens)
    pairs = pairwise(tokens)
    return any(one.sign is Sign.TO and other.sign is Sign.SPAN for one, other in pairs)


def _except(command: Command) -> int | None:
    """Where the exception is named; None if there is none."""
    tokens = list(command.tokens)
    return next((at for at, token in enumerate(tokens) if token.sign is Sign.EXCEPT), None)


def _ranges(command: Command, at: int | None) -> tuple[list[Range], list[Range]]:
    """What is meant, and what is excepted from it."""
    if at is None:
        return command.ranges, []
    tokens = tuple(command.tokens)
    before, after = command.part(tokens[:at]).ranges, command.part(tokens[at:]).ranges
    return (before, after) if after else ([], before)


def _words(command: Command, *, is_kept: bool) -> Iterator[Edit]:
    if command.has(Sign.SPAN) or any(
        one.sign in _LEADING and other.sign is Sign.QUOTE for one, other in _pairs(command)
    ):
        raise UnclearError("words")
    said = [Said(token.text) for token in command.all(Sign.QUOTE)]
    said += [Said("", *token.text.split("\n")) for token in command.all(Sign.SAID)]
    if is_kept and len(said) > 1:
        raise UnclearError("words")
    yield from (KeepWords(one) if is_kept else CutWords(one) for one in said)


def _nowhere(command: Command) -> Iterator[Edit]:
    """No range is named: a moment to cut at, or something must be asked."""
    if command.has(Sign.MOMENT) and command.has(Sign.CUT) and not command.has(Sign.QUANTITY):
        yield from (Split(ms) for ms in command.moments)
        return
    cuts = command.all(Sign.CUT, Sign.KEEP, Sign.TRIM)
    is_wave = all(token.text == UNWANTED for token in cuts)
    if command.has(Sign.TITLE) or is_wave:
        return  # a title is not taken away by a cut; “I don't want it” says nothing of what
    raise UnclearError("range")


def _led(command: Command) -> Iterator[tuple[Sign | None, Token]]:
    """Each quantity, and the sign before it."""
    for clause in command.clauses:
        lead: Sign | None = None
        for token in clause:
            if token.sign in {Sign.QUANTITY, Sign.GOAL, Sign.DURATION}:
                yield lead, token
            if token.sign is not Sign.RECORDING:
                lead = token.sign


def _pairs(command: Command) -> Iterator[tuple[Token, Token]]:
    row = [token for token in command.tokens if token.sign is not Sign.WORDS]
    return pairwise(row)
