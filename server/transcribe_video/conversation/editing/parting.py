"""A message parted into clauses, each without what changes nothing of what is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

_ENDS = {Sign.MARK, Sign.STOP, Sign.AND, Sign.OPEN, Sign.CLOSE, Sign.DASH}
_LEADS = {Sign.COURTESY, Sign.POLITE, Sign.SMALL, Sign.YES}
VERBS = frozenset(
    {
        Sign.CUT,
        Sign.KEEP,
        Sign.TRIM,
        Sign.SPLIT,
        Sign.MOVE,
        Sign.ADD,
        Sign.MAKE,
        Sign.JOIN,
        Sign.MUTE,
        Sign.LOUDER,
        Sign.QUIETER,
        Sign.FADE,
        Sign.FASTER,
        Sign.SLOWER,
        Sign.CROP,
        Sign.PAD,
        Sign.BURN,
        Sign.HIGHLIGHT,
        Sign.DUCK,
        Sign.SHOW,
        Sign.ENABLE,
        Sign.DISABLE,
        Sign.TAKE,
        Sign.TURN,
        Sign.TOUCH,
        Sign.UNDO,
        Sign.REDO,
        Sign.EXPORT,
        Sign.START_OVER,
        Sign.APPLY,
        Sign.IMPROVE,
        Sign.IMPOSSIBLE,
        Sign.LOUDNESS,
    }
)
"""What says that something shall be done."""
_OBJECTS = {Sign.CAPTIONS, Sign.MUSIC, Sign.TITLE}
# Verbs whose second half stands apart: “take that out”, “turn it up”.
_PARTED = {
    (Sign.TAKE, Sign.OUT): Sign.CUT,
    (Sign.TAKE, Sign.OFF): Sign.CUT,
    (Sign.TURN, Sign.UP): Sign.LOUDER,
    (Sign.TURN, Sign.DOWN): Sign.QUIETER,
    (Sign.TURN, Sign.OFF): Sign.DISABLE,
    (Sign.TURN, Sign.ON): Sign.ENABLE,
    (Sign.KEEP, Sign.OUT): Sign.CUT,
    (Sign.SPEED, Sign.UP): Sign.FASTER,
    (Sign.SPEED, Sign.DOWN): Sign.SLOWER,
}
_FIRST_HALVES = {first for first, _ in _PARTED}
_NEAR = 20  # tokens: what belongs to a verb stands near it
UNWANTED = "unwanted"
"""The text of a cut that is only that something is not wanted."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a message that may ask for something.

    Attributes:
        tokens: what it says; none of a greeting.
        start: its first character's place in the message.
        end: the place behind its last.
        is_question: it asks something about the recording.
        is_plan: it asks what would happen.
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    is_question: bool = False
    is_plan: bool = False


def clauses_of(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses in order."""
    row: list[Token] = []
    is_question = False
    for token in (*tokens, Token(Sign.STOP, 0, 0)):
        if token.sign not in _ENDS:
            row.append(token)
            continue
        if row:
            clause = _clause(row, is_question=is_question)
            is_question = clause.is_question
            yield clause
        if token.sign is Sign.STOP:
            is_question = False
        row = []


def _clause(row: Sequence[Token], *, is_question: bool) -> Clause:
    start, end = row[0].start, row[-1].end
    signs = {token.sign for token in row}
    is_plan = Sign.PLAN in signs
    is_polite = bool(signs & {Sign.POLITE, Sign.COURTESY})
    inner = _without_lead(row)
    if inner and inner[0].sign in {Sign.QUESTION, Sign.IS} and not is_plan:
        is_question = True
    if Sign.QUESTION_ANYWHERE in signs and not is_plan and not is_polite:
        is_question = True
    kept = tuple(_negated(_parted(_without_remark(inner))))
    return Clause(kept, start, end, is_question, is_plan)


def _without_lead(row: Sequence[Token]) -> list[Token]:
    """The clause from its first word that is more than courtesy."""
    is_only_yes = all(token.sign in _LEADS for token in row)
    leads = _LEADS - {Sign.YES} if is_only_yes else _LEADS
    place = next((at for at, token in enumerate(row) if token.sign not in leads), len(row))
    return list(row[place:])


def _without_remark(row: Sequence[Token]) -> Iterator[Token]:
    """The clause up to where it gives a reason."""
    has_verb = False
    for place, token in enumerate(row):
        if token.sign is Sign.REMARK or (place == 0 and token.sign is Sign.REMARK_FIRST):
            return
        if token.sign is Sign.IS and not has_verb:
            return
        has_verb = has_verb or token.sign in VERBS
        if token.sign not in {Sign.PLAN, Sign.COURTESY, Sign.POLITE, Sign.REMARK_FIRST, Sign.IS}:
            yield token


def _parted(tokens: Iterator[Token]) -> list[Token]:
    row = list(tokens)
    first = next((at for at, token in enumerate(row) if token.sign is not Sign.ONLY), 0)
    if row and row[first].sign is Sign.SILENCES and row[first].text == "verb":
        row[first] = replace(row[first], sign=Sign.MUTE)
    for place, token in enumerate(row):
        if token.sign not in _FIRST_HALVES:
            continue
        for other in row[place + 1 : place + _NEAR]:
            if sign := _PARTED.get((token.sign, other.sign)):
                row[place] = replace(token, sign=sign)
                break
    return row


def _negated(row: Sequence[Token]) -> Iterator[Token]:
    """The clause, its negated words marked."""
    negation: Token | None = None
    for place, token in enumerate(row):
        if token.sign is Sign.ONLY:
            negation = None
        if token.sign is Sign.UNWANTED and not any(
            other.sign in VERBS - {Sign.MAKE} for other in row[place + 1 : place + _NEAR]
        ):
            yield replace(token, sign=Sign.CUT, text=UNWANTED)
            continue
        is_about = token.sign in VERBS or token.sign in _OBJECTS
        yield replace(token, is_negated=True) if negation and is_about else token
        if token.sign in {Sign.NOT, Sign.UNWANTED}:
            negation = token
