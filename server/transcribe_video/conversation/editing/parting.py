"""A message parted into clauses, each without what changes nothing of what is asked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import COLON, Token

_ENDS = {Sign.MARK, Sign.STOP, Sign.AND, Sign.OR, Sign.OPEN, Sign.CLOSE, Sign.DASH}
_LEADS = {Sign.COURTESY, Sign.POLITE, Sign.SMALL, Sign.YES, Sign.SO}
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
        Sign.RESTORE,
    }
)
"""What says that something shall be done."""
_SHOWING = {Sign.ADD, Sign.SHOW, Sign.ENABLE, Sign.MAKE, Sign.KEEP}
_NEGATED = {
    *(Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.SAID, Sign.QUOTE, Sign.MOMENT, Sign.GOAL),
    *(Sign.START, Sign.END, Sign.FIRST, Sign.LAST, Sign.FILE, Sign.FILLER, Sign.POSITION),
}
_OBJECTS = {Sign.CAPTIONS, Sign.MUSIC, Sign.TITLE}
# Verbs whose second half stands apart: “take that out”, “turn it up”.
_PARTED = {
    (Sign.TAKE, Sign.OUT): Sign.CUT,
    (Sign.TAKE, Sign.OFF): Sign.CUT,
    (Sign.TAKE, Sign.UP): Sign.LOUDER,
    (Sign.TAKE, Sign.DOWN): Sign.QUIETER,
    (Sign.TURN, Sign.UP): Sign.LOUDER,
    (Sign.TURN, Sign.DOWN): Sign.QUIETER,
    (Sign.TURN, Sign.OFF): Sign.DISABLE,
    (Sign.TURN, Sign.ON): Sign.ENABLE,
    (Sign.KEEP, Sign.OUT): Sign.CUT,
    (Sign.SPEED, Sign.UP): Sign.FASTER,
    (Sign.SPEED, Sign.DOWN): Sign.SLOWER,
    (Sign.VOLUME, Sign.UP): Sign.LOUDER,
    (Sign.VOLUME, Sign.DOWN): Sign.QUIETER,
    (Sign.SOUND, Sign.UP): Sign.LOUDER,
    (Sign.SOUND, Sign.DOWN): Sign.QUIETER,
}
_FIRST_HALVES = {first for first, _ in _PARTED}
_NEAR = 20  # tokens: what belongs to a verb stands near it
_PARTIAL = {
    *(Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.QUOTE, Sign.SAID, Sign.EXCEPT, Sign.FIRST),
    *(Sign.LAST, Sign.THERE, Sign.MOMENT),
}
_NAMED_FIRST = {Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.MOMENT, Sign.SAID}
_RATES = {Sign.LOUDER: Sign.FASTER, Sign.QUIETER: Sign.SLOWER}
_HEARD = {Sign.SOUND, Sign.VOLUME, Sign.MUSIC, Sign.SPEECH, Sign.FASTER, Sign.SLOWER}
_NOUN = "noun"  # a word for muting that is also one for a silence
_EDGES = {Sign.START, Sign.END, Sign.FIRST, Sign.LAST}
_WITHOUT = "without"
_LOOKS = {Sign.COLOR, Sign.FONT_SIZE}
_GOES = {Sign.MAKE, Sign.UNWANTED}
_GOING = {Sign.SPAN, Sign.THERE, Sign.SAID, Sign.QUOTE}
_GOALS = {Sign.START, Sign.END, Sign.FIRST, Sign.LAST, Sign.GOAL, Sign.UNTIL_TIME, Sign.BEFORE}
_CLEANED = {Sign.FILLERS, Sign.FILLER, Sign.SILENCES, Sign.REPEATS}
_LATER = "later"
_ALSO, _SAME, _PARTICLE, _RATHER, _WHOLLY = "also", "same", "particle", "rather", "all"
GO = "go"
"""The text of a word for a place, or of a verb, by which a part goes there."""
SWAP = "swap"
"""The text of a verb that puts each of two things in the other's place."""
_DROPPED = {Sign.SOUND, Sign.CAPTIONS, Sign.MUSIC, Sign.SILENCES, Sign.FILLERS, Sign.SPEECH}
_DROPPED_SIGNS = {
    Sign.PLAN,
    Sign.COURTESY,
    Sign.POLITE,
    Sign.REMARK_FIRST,
    Sign.IS,
    Sign.SO,
    Sign.QUESTION_ANYWHERE,
}
_SAYING = (VERBS - {Sign.IMPROVE, Sign.IMPOSSIBLE}) | {Sign.SPEED, Sign.SHAPE, Sign.HEIGHT}
"""What a clause is asked by, and not told."""
UNWANTED = "unwanted"
"""The text of a cut that is only that something is not wanted."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a message that may ask for something.

    Attributes:
        tokens: what it says; none of a greeting.
        aside: what it says as a reason or a remark.
        start: its first character's place in the message.
        end: the place behind its last.
        is_first: it begins a sentence.
        is_alternative: an “or” stands before it.
        is_joined: an “and” and no comma stands before it, or 顺便.
        is_question: it asks something about the recording.
        is_plan: it asks what would happen.
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    aside: tuple[Token, ...] = ()
    is_first: bool = False
    is_alternative: bool = False
    is_joined: bool = False
    is_question: bool = False
    is_plan: bool = False


def clauses_of(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses in order; what stands behind an “if” is only wished if it is so."""
    clauses = list(_without_put_off(list(_clauses(tokens))))
    is_supposed = any(clause.is_plan for clause in clauses)
    condition: tuple[Token, ...] = ()
    for clause in clauses:
        if clause.is_first:
            condition = ()
        if is_supposed:
            yield replace(clause, tokens=tuple(_unconditional(clause.tokens)))
            continue
        yield replace(clause, tokens=(*clause.tokens, *condition)) if clause.tokens else clause
        condition = condition or tuple(
            token for token in clause.tokens if clause.is_first and token.sign is Sign.CONDITION
        )


def _without_put_off(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses, those empty that are put off: “add music later”, “add music, but not now”."""
    for clause, following in zip_longest(clauses, clauses[1:]):
        is_put_off = _is_put_off(clause) or (
            following is not None and _is_put_off(following) and not _wanted(following)
        )
        yield replace(clause, tokens=(), aside=_wanted(clause)) if is_put_off else clause


def _is_put_off(clause: Clause) -> bool:
    return any(token.sign is Sign.PUT_OFF for token in clause.tokens)


def _wanted(clause: Clause) -> tuple[Token, ...]:
    return tuple(token for token in clause.tokens if token.sign is not Sign.PUT_OFF)


def _unconditional(tokens: Iterable[Token]) -> Iterator[Token]:
    return (token for token in tokens if token.sign is not Sign.CONDITION)


def _clauses(tokens: Sequence[Token]) -> Iterator[Clause]:
    row: list[Token] = []
    is_question, is_first = False, True
    ends: set[Sign] = set()
    is_same = False
    for token in (*_with_breaks(tokens), Token(Sign.STOP, 0, 0)):
        if token.sign not in _ENDS:
            row.append(token)
            continue
        if row:
            clause = _clause(row, is_question=is_question, is_first=is_first)
            is_question, is_first = clause.is_question, False
            is_or = Sign.OR in ends and bool(clause.start)
            is_same = is_same or ends == {Sign.AND}
            yield replace(clause, is_joined=is_same, is_alternative=is_or)
            ends, is_same = set(), False
        ends.add(token.sign)
        is_same = is_same or (token.sign is Sign.AND and token.text == _SAME)
        if token.sign is Sign.STOP:
            is_question, is_first = False, True
        row = []


def _with_breaks(tokens: Sequence[Token]) -> Iterator[Token]:
    """“at double speed without sound” are two wishes about the same part."""
    has_verb = False
    for place, token in enumerate(tokens):
        if _is_light(tokens, place, has_verb=has_verb):
            continue
        if _is_colon_of_part(tokens, place):
            continue
        if _is_behind_it(tokens, place):
            yield replace(token, sign=Sign.AFTER)
            yield Token(Sign.THERE, token.end, token.end)
            continue
        has_verb = (has_verb or token.sign in _SAYING) and token.sign not in _ENDS
        follows = {other.sign for other in tokens[place + 1 : place + 4]}
        is_told = bool(place) and tokens[place - 1].sign is Sign.REMARK_FIRST  # “there were no …”
        if token.text == _WITHOUT and has_verb and not is_told and follows & _DROPPED:
            yield Token(Sign.AND, token.start, token.start)
            yield token
            yield Token(Sign.THERE, token.end, token.end, "weak")
            continue
        yield token


def _is_colon_of_part(tokens: Sequence[Token], place: int) -> bool:
    """“0:10-0:20: cut; 0:30-0:40: mute”."""
    before = tokens[place - 2].sign if place > 1 else Sign.STOP
    is_part = place > 0 and tokens[place - 1].sign in _NAMED_FIRST and before in _ENDS
    return is_part and tokens[place].sign is Sign.MARK and tokens[place].text == COLON


def _is_behind_it(tokens: Sequence[Token], place: int) -> bool:
    """“Remove everything after that”: of a part, and not what is done next."""
    after = tokens[place + 1].sign if place + 1 < len(tokens) else Sign.STOP
    before = tokens[place - 1].sign if place else Sign.STOP
    is_said = tokens[place].sign is Sign.AND and tokens[place].text == _LATER
    return is_said and before is Sign.ALL and after in {*_ENDS, Sign.COURTESY}


def _is_light(tokens: Sequence[Token], place: int, *, has_verb: bool) -> bool:
    """What parts nothing and asks nothing here: 标题也去掉, 音乐呢，小一点, “swap A and B”."""
    before = tokens[place - 1].sign if place else Sign.STOP
    after = tokens[place + 1].sign if place + 1 < len(tokens) else Sign.STOP
    token = tokens[place]
    if token.text == _PARTICLE and token.sign is Sign.QUESTION_ANYWHERE:
        return after is not Sign.STOP
    if token.text == _RATHER and token.sign is Sign.OR:
        is_choice = before in VERBS or after not in VERBS | {Sign.UNWANTED, Sign.RESTORE}
        return before in _ENDS or not is_choice
    if token.text == _ALSO and token.sign is Sign.AND:
        return before not in _ENDS and not has_verb and after in VERBS | {Sign.UNWANTED, Sign.ALL}
    if token.sign in {Sign.AND, Sign.ENABLE} and before is after is Sign.SPAN:
        near = (*tokens[max(0, place - 4) : place], *tokens[place + 2 : place + 6])
        return any(one.text == SWAP and one.sign is Sign.MAKE for one in near)
    return False


def _clause(row: Sequence[Token], *, is_question: bool, is_first: bool) -> Clause:
    start, end = row[0].start, row[-1].end
    signs = {token.sign for token in row}
    is_plan = Sign.PLAN in signs
    is_polite = bool(signs & {Sign.POLITE, Sign.COURTESY})
    inner = _without_lead(row)
    asks = inner and (inner[0].sign is Sign.QUESTION or row[0].sign is Sign.IS)
    if asks and not is_plan:
        is_question = True
    if Sign.QUESTION_ANYWHERE in signs and not is_plan and not is_polite:
        is_question = True
    said = list(_without_remark(inner))
    kept = tuple(_negated(_parted(token for token in said if token.sign not in _DROPPED_SIGNS)))
    aside = tuple(inner[len(said) :])
    return Clause(
        kept, start, end, aside, is_first=is_first, is_question=is_question, is_plan=is_plan
    )


def _without_lead(row: Sequence[Token]) -> list[Token]:
    """The clause from its first word that is more than courtesy."""
    is_only_yes = all(token.sign in _LEADS for token in row)
    leads = _LEADS - {Sign.YES} if is_only_yes else _LEADS
    place = next((at for at, token in enumerate(row) if token.sign not in leads), len(row))
    is_so = any(token.sign is Sign.SO for token in row[:place])
    if is_so and row[place:] and row[place].sign is Sign.OTHER:  # “so nobody's head …”
        return [replace(row[place], sign=Sign.REMARK), *row[place + 1 :]]
    return list(row[place:])


def _without_remark(row: Sequence[Token]) -> Iterator[Token]:
    """The clause up to where it gives a reason."""
    has_verb = False
    for place, token in enumerate(row):
        if token.sign is Sign.REMARK or (place == 0 and token.sign is Sign.REMARK_FIRST):
            return
        if token.sign is Sign.REMARK_FIRST and _is_telling(row, place):
            return
        if token.sign is Sign.SO and place and has_verb:
            return
        if token.sign is Sign.IS and not has_verb:
            return
        has_verb = has_verb or token.sign in VERBS
        yield token


def _is_telling(row: Sequence[Token], place: int) -> bool:
    """“0:15-0:25 there's nothing but traffic”: what is told of a part that is named first."""
    is_part = all(token.sign in _NEGATED for token in row[:place])
    verbs = VERBS | {Sign.UNWANTED}
    return is_part and not any(token.sign in verbs for token in row[place:])


def _parted(tokens: Iterable[Token]) -> list[Token]:
    row = _told_apart(list(tokens))
    first = next((at for at, token in enumerate(row) if token.sign is not Sign.ONLY), 0)
    if row and row[first].sign is Sign.SILENCES and row[first].text == "verb":
        row[first] = replace(row[first], sign=Sign.MUTE)
    if [token.sign for token in row[:3]] == [Sign.RECORDING, Sign.SPAN, Sign.OFF]:
        row[0] = replace(row[0], sign=Sign.CUT)  # “clip 10 seconds off the end”
    is_part = any(token.sign in _PARTIAL for token in row)
    signs = {token.sign for token in row}
    is_speed = Sign.SPEED in signs and not signs & _HEARD
    for place, token in enumerate(row):
        if is_speed and token.sign in _RATES:
            row[place] = replace(token, sign=_RATES[token.sign])  # “increase the speed”
        if token.sign is Sign.START_OVER and token.text == "all" and is_part:
            row[place] = replace(token, sign=Sign.CUT)  # “scrap everything after 1:30”
        if token.sign not in _FIRST_HALVES:
            continue
        for other in row[place + 1 : place + _NEAR]:
            if sign := _PARTED.get((token.sign, other.sign)):
                row[place] = replace(token, sign=sign)
                break
    return row


def _told_apart(row: list[Token]) -> list[Token]:
    """The clause, with what a word means beside the one before it or behind it."""
    signs = {token.sign for token in row}
    is_cut = Sign.CUT in signs
    if signs & _CLEANED and signs & VERBS == {Sign.IMPROVE}:  # “clean up the ums”
        row = [replace(one, sign=Sign.CUT) if one.sign is Sign.IMPROVE else one for one in row]
    for place, (one, two) in enumerate(pairwise(row)):
        is_not = place and one.sign is Sign.QUESTION  # “captions that aren't burned in”
        is_without = is_not or one.sign is Sign.EXCEPT or one.text == _WITHOUT
        if one.text == _WITHOUT and two.sign in _CLEANED and not is_cut:
            row[place] = replace(one, sign=Sign.CUT)  # “how long would it be without the ums?”
        is_spared = one.text == _WITHOUT and two.sign in {Sign.FILLER, Sign.QUOTE} and is_cut
        if is_spared or (is_without and two.sign in {Sign.BURN, Sign.HIGHLIGHT}):
            row[place] = replace(one, sign=Sign.NOT)  # “captions on, but not burned in”
        if two.text == _NOUN and is_cut and one.sign in _EDGES:  # 去掉开头的静音, 最后的静音
            row[place + 1] = replace(two, sign=Sign.SILENCES)
            row[place] = replace(one, sign=Sign.END if one.sign is Sign.LAST else one.sign)
        if one.sign is Sign.KEEP and two.sign is Sign.DURATION:
            row[place] = replace(one, sign=Sign.SHOW)  # “and stay up for six seconds”
        if two.sign is Sign.TITLE and one.sign in _LOOKS and Sign.CAPTIONS in signs:
            row[place + 1] = replace(two, sign=Sign.SMALL)  # “captions in large white text”
        goes = two.text == GO and two.sign in _GOES and one.sign in _GOING
        if goes and _is_goal(row[place + 2 :]):
            row[place + 1] = replace(two, sign=Sign.MOVE)  # “the second clip could go to the end”
    return row


def _is_goal(row: Sequence[Token]) -> bool:
    """“To the end”; not “at the end of the day”."""
    signs = {token.sign for token in row}
    return bool(signs & _GOALS) and Sign.OTHER not in signs


def _negated(row: Sequence[Token]) -> Iterator[Token]:
    """The clause, its negated words marked: “don't add music” is no music, “don't cut it” is it."""
    is_all = any(token.sign is Sign.NOT and token.text == _WHOLLY for token in row)
    is_refused, is_left = is_all, False
    for place, token in enumerate(row):
        if token.sign is Sign.ONLY:
            is_refused = is_left = False
        if token.sign is Sign.UNWANTED and not any(
            other.sign in VERBS - {Sign.MAKE} for other in row[place + 1 : place + _NEAR]
        ):
            yield replace(token, sign=Sign.CUT, text=UNWANTED)
            continue
        is_object = token.sign in _OBJECTS and not is_left
        is_about = token.sign in VERBS or token.sign in _NEGATED or is_object
        yield replace(token, is_negated=True) if is_refused and is_about else token
        is_left = is_left or (is_refused and token.sign in VERBS - _SHOWING)
        is_refused = is_refused or token.sign in {Sign.NOT, Sign.UNWANTED}
