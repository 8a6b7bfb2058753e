"""What a message puts right itself: “cut 0:10-0:20, no wait, 0:15-0:25”."""

from collections.abc import Iterator, Sequence
from typing import Final

from transcribe_video.conversation.editing.arguments import CONTENT, EXTENTS, STYLE
from transcribe_video.conversation.editing.command import UnclearError
from transcribe_video.conversation.editing.moods import FINAL, WEAK
from transcribe_video.conversation.editing.parting import VERBS
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

_ENDS = {Sign.MARK, Sign.STOP, Sign.AND, Sign.OR, Sign.OPEN, Sign.CLOSE, Sign.DASH}
_DOES = VERBS - {Sign.MAKE, Sign.TAKE, Sign.TURN, Sign.TOUCH}
_SAYS = (CONTENT | STYLE | {Sign.SHAPE, Sign.FACTOR}) - {Sign.RECORDING}
_NOT = {Sign.NOT, Sign.UNWANTED, Sign.PLAN, Sign.AS_IS}
_KINDS: Final = (
    EXTENTS | {Sign.MOMENT, Sign.GOAL, Sign.START, Sign.END, Sign.FIRST, Sign.LAST},
    {Sign.SHAPE},
    {Sign.COLOR},
    {Sign.HEIGHT},
    {Sign.FILE},
    {Sign.POSITION},
    {Sign.FONT_SIZE},
    {Sign.PLATFORM, Sign.LUFS},
    {Sign.DURATION, Sign.QUANTITY},
    {Sign.PERCENT, Sign.FRACTION, Sign.FACTOR, Sign.DECIBEL, Sign.NUMBER},
    {Sign.LOUDER, Sign.QUIETER},
    {Sign.FASTER, Sign.SLOWER},
)
"""Of each of these a wish says one thing, so that what is said later counts."""


def revised(tokens: Sequence[Token]) -> tuple[Token, ...] | None:
    """The tokens without what they take back; None if nothing else was asked.

    Raises:
        UnclearError: it is not clear what is put right, or what is said in its place.
    """
    row = list(tokens)
    while (at := next(_withdrawals(row), None)) is not None:
        text, before, after = row[at].text, row[:at], row[at + 1 :]
        if not any(token.sign in _SAYS for token in before):
            row = [*before, *after]
            continue
        start = _last_clause(before)
        end = next((n for n, one in enumerate(after) if _is_over(after, n, one)), len(after))
        earlier, old, new = before[:start], before[start:], after[:end]
        if _is_nothing(new):
            if text != FINAL and not any(token.sign in _NOT | {Sign.KEEP} for token in new):
                row = [*before, *after]
                continue
            if any(token.sign in _SAYS for token in (*earlier, *after[end:])):
                raise UnclearError("")
            return None
        row = [*earlier, *_put_right(old, new, text), *after[end:]]
    return tuple(row)


def _withdrawals(row: Sequence[Token]) -> Iterator[int]:
    return (at for at, token in enumerate(row) if token.sign is Sign.WITHDRAW)


def _is_over(row: Sequence[Token], at: int, token: Token) -> bool:
    """Whether what is put in place ends here: it says something, and a sentence or a part ends."""
    says = any(one.sign in _SAYS | _NOT for one in row[:at])
    return token.sign is Sign.WITHDRAW or (says and token.sign in _ENDS)


def _last_clause(before: Sequence[Token]) -> int:
    """Where the last clause begins that asks for something."""
    end = max(at for at, token in enumerate(before) if token.sign in _SAYS)
    start = next((at + 1 for at in range(end, -1, -1) if before[at].sign in _ENDS), 0)
    if not any(token.sign in VERBS for token in before[start : end + 1]) and start:
        raise UnclearError("")  # of a list: all of it, or only the last?
    return start


def _is_nothing(new: Sequence[Token]) -> bool:
    """“…, don't”, “…, leave it”, or nothing at all."""
    signs = {token.sign for token in new}
    is_left = not signs & (_SAYS - {Sign.KEEP, Sign.CUT, Sign.THERE})
    return (is_left and bool(signs & (_NOT | {Sign.KEEP}))) or not signs & _SAYS


def _put_right(old: Sequence[Token], new: Sequence[Token], text: str) -> list[Token]:
    own = {token.sign for token in new}
    before = {token.sign for token in old}
    is_part = bool(own & EXTENTS)
    if own & _DOES:
        is_same = bool(own & before & _DOES)
        if text == WEAK and not is_same and (is_part or Sign.ALL in own or not _is_of_it(new)):
            return [*old, Token(Sign.STOP, new[0].start, new[0].start), *new]
        part = [] if is_part or not _is_of_it(new) else [one for one in old if one.sign in EXTENTS]
        return [*part, *new]
    gone = {sign for kind in _KINDS if own & kind for sign in kind}
    if not gone & before:
        raise UnclearError("")
    left = [one for one in old if one.sign not in gone and one.sign not in _ENDS]
    return [*left, *(one for one in new if one.sign is not Sign.MAKE)]


def _is_of_it(new: Sequence[Token]) -> bool:
    """Whether it is said of “it”, or of nothing at all."""
    signs = {token.sign for token in new}
    is_it = any(token.text == "it" for token in new if token.sign is Sign.RECORDING)
    return is_it or signs <= _DOES | {Sign.SMALL, Sign.COURTESY, Sign.ONLY, Sign.THERE}
