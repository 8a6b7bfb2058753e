"""What “there” and “that part” refer to: the part of the video that was named before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from transcribe_video.conversation.editing.arguments import EXTENTS
from transcribe_video.conversation.editing.parting import VERBS, Clause
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.stretch import Extent, Stretch
from transcribe_video.conversation.editing.token import Token

_TIMES = {Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME}
_SIDES = {Sign.BEFORE, Sign.AFTER}
_LEFT = {
    *(Sign.PICTURE, Sign.SOUND, Sign.MUSIC, Sign.SPEECH, Sign.CAPTIONS, Sign.TITLE, Sign.VOLUME),
    *(Sign.SPEED, Sign.IMAGE, Sign.FRAME, Sign.SIZE, Sign.SHAPE, Sign.REST, Sign.AS_IS),
}
_SPARED = {Sign.MUSIC, Sign.CAPTIONS, Sign.TITLE, Sign.SOUND, Sign.PICTURE, Sign.IMAGE}
_UNSAID = {
    *(Sign.SMALL, Sign.OTHER, Sign.RECORDING, Sign.NOT, Sign.ALL, Sign.ONLY, Sign.THERE),
    *(Sign.MAKE, Sign.YES, Sign.IN, Sign.ON, Sign.AT, Sign.TO, Sign.APPLY),
}
_CHANGED = {Sign.FASTER, Sign.SLOWER, Sign.LOUDER, Sign.QUIETER, Sign.MUTE, Sign.SPEED, Sign.FACTOR}
_MUCH = {Sign.FACTOR, Sign.PERCENT, Sign.FRACTION, Sign.TO, Sign.BY, Sign.AT, Sign.SOUND}
_DONE = {
    *(Sign.FASTER, Sign.SLOWER, Sign.LOUDER, Sign.QUIETER, Sign.MUTE, Sign.CUT, Sign.MOVE),
    Sign.SPEED,
}


_STAY = "stay"


class Reference:
    """The parts that a message names, in order."""

    def __init__(self) -> None:
        self._extents: tuple[Token, ...] = ()
        self._is_aside = False
        self._is_goal = False

    def mention(self, tokens: Iterable[Token]) -> None:
        """Note what a remark names: “somebody coughs from 0:30 to 0:37”."""
        if found := _extents(tokens):
            self._extents, self._is_aside = found, True

    def resolved(self, clause: Clause) -> Clause:
        """The clause with the part in place of the word that refers to it.

        “It”, or nothing at all, refers to a part that a remark has named, or one that was made
        louder or faster just before (“mute 0:10-0:20 and speed it up”), and else to the video.
        """
        own = _extents(clause.tokens)
        if own and all(token.is_negated for token in own):
            self._extents = tuple(replace(token, is_negated=False) for token in own)
            self._is_aside, self._is_goal = True, False  # “don't cut 0:10-0:20 but mute it”
            return clause
        if not own and (beside := _beside(clause.tokens, self._extents)):
            return replace(clause, tokens=beside)
        refers = any(token.sign is Sign.THERE for token in clause.tokens)
        is_shown = refers and self._extents and all(token.sign is Sign.QUOTE for token in own)
        if own and not is_shown:
            self._extents, self._is_aside = own, False
            signs = {token.sign for token in clause.tokens}
            self._is_goal = bool(signs & _CHANGED) and not signs & {Sign.CUT, Sign.KEEP}
            return replace(clause, tokens=tuple(_without_there(clause.tokens)))
        is_it = self._is_aside and not refers and _is_of_it(clause.tokens)
        is_it = is_it or (self._is_goal and clause.is_joined and _is_of_it(clause.tokens))
        if self._extents and (refers or is_it):
            tokens = (*self._extents, *_without_there(clause.tokens))
            return replace(clause, tokens=tokens)
        weak = [one for one in clause.tokens if one.sign is Sign.THERE and one.text == "weak"]
        return replace(clause, tokens=tuple(one for one in clause.tokens if one not in weak))


def is_hands_off(tokens: Sequence[Token], *, has_rest: bool) -> bool:
    """“Don't touch the music”, “leave the picture as it is”.

    Args:
        tokens: of a clause.
        has_rest: the message says what is to be done with the rest of what it leaves.
    """
    signs = {token.sign for token in tokens if not token.is_negated}
    is_stay = any(token.sign is Sign.KEEP and token.text == _STAY for token in tokens)
    if (is_stay or Sign.AS_IS in signs) and not has_rest and not signs & {Sign.CUT, Sign.ONLY}:
        return True
    if any(token.sign is Sign.TOUCH and token.is_negated for token in tokens):
        return True
    verbs = [token for token in tokens if token.sign in VERBS]
    is_refused = bool(verbs) and all(one.is_negated and one.sign is Sign.CUT for one in verbs)
    if is_refused and signs & _SPARED and not signs & EXTENTS:
        return True  # “don't remove the music”
    if any(token.sign is Sign.FADE and token.is_negated for token in tokens):
        return not signs & VERBS
    if Sign.AS_IS in signs and not signs & (EXTENTS | {Sign.CUT}):
        return True
    rest = signs - _UNSAID
    return Sign.KEEP in rest and bool(rest & _LEFT - {Sign.REST}) and rest <= _LEFT | {Sign.KEEP}


def _extents(tokens: Iterable[Token]) -> tuple[Token, ...]:
    row = [token for token in tokens if token.sign in EXTENTS]
    times = tuple(token for token in row if token.sign in _TIMES)
    return times or tuple(row)


def _beside(tokens: Sequence[Token], extents: Sequence[Token]) -> tuple[Token, ...]:
    """“Cut whatever comes before that”: the clause with what lies beside the part named before."""
    for place, (side, it) in enumerate(pairwise(tokens)):
        is_it = it.sign is Sign.THERE or (it.sign is Sign.RECORDING and it.text == "it")
        if side.sign in _SIDES and is_it and len(extents) == 1:
            made = _side_of(extents[0], is_before=side.sign is Sign.BEFORE)
            return (*tokens[:place], made, *tokens[place + 2 :])
    return ()


def _side_of(part: Token, *, is_before: bool) -> Token:
    start, end = part.start, part.end
    if part.sign is Sign.QUOTE:
        extent = Extent.BEFORE if is_before else Extent.AFTER
        ends = ("", part.text) if is_before else (part.text, "")
        return Token(Sign.SAID, start, end, stretch=Stretch(extent, *ends))
    sign = Sign.UNTIL_TIME if is_before else Sign.SINCE
    at_ms = part.span[0 if is_before else 1] if part.sign is Sign.SPAN else part.number
    return Token(sign, start, end, number=at_ms)


def _is_of_it(tokens: Sequence[Token]) -> bool:
    """Whether a verb is said of “it”, or of nothing at all: “please remove”."""
    is_it = any(token.sign is Sign.RECORDING and token.text == "it" for token in tokens)
    signs = {token.sign for token in tokens} - {Sign.YES}
    return bool(signs & (_DONE | {Sign.FACTOR})) and (is_it or signs <= _DONE | _MUCH)


def _without_there(tokens: Iterable[Token]) -> Iterable[Token]:
    return (token for token in tokens if token.sign is not Sign.THERE)
