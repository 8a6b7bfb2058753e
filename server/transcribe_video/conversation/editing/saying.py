"""What is cut, kept, muted and moved by the words that are said there."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from transcribe_video.conversation.editing.command import Command, UnclearError
from transcribe_video.conversation.editing.edit import (
    CutWords,
    Edit,
    KeepWords,
    MoveWords,
    MuteWords,
)
from transcribe_video.conversation.editing.extent import extent_of, said_by
from transcribe_video.conversation.editing.said import Said
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.stretch import Extent
from transcribe_video.conversation.editing.token import Token

_LEADING = {Sign.FROM, Sign.AFTER, Sign.BEFORE, Sign.UNTIL, Sign.BETWEEN, Sign.TO, Sign.OVER}
_TIMED = (Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.MOMENT, Sign.GOAL, Sign.START, Sign.END)
_SIDES = {Extent.BEFORE, Extent.AFTER}


def cut_words(command: Command, *, is_kept: bool) -> Iterator[Edit]:
    """Cut or keep what is said."""
    said = _said(command, is_kept=is_kept)
    if is_kept and len(said) > 1:
        raise UnclearError("words")
    yield from (KeepWords(one) if is_kept else CutWords(one) for one in said)


def mute_words(command: Command) -> Iterator[Edit]:
    """Let what is said fall silent."""
    yield from map(MuteWords, _said(command, is_kept=False))


def move_words(command: Command) -> Iterator[Edit]:
    """Take what is said elsewhere: to the beginning or the end, before or behind other words."""
    tokens = command.all(Sign.QUOTE, Sign.SAID)
    if command.has(Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.MOMENT, Sign.GOAL):
        raise UnclearError("words")
    sides = [token for token in tokens[1:] if extent_of(token) in _SIDES]
    moved = [token for token in tokens if token not in sides]
    if len(moved) != 1 or len(sides) > 1:
        raise UnclearError("words")
    what = replace(_checked(command, said_by(moved[0], is_kept=True)), is_every=False)
    if sides:
        other = said_by(sides[0])
        nth = other.end_nth or other.nth
        yield MoveWords(what, before=other.end, behind=other.start, nth=nth)
    elif command.has(Sign.START, Sign.FIRST, Sign.BEFOREHAND):
        yield MoveWords(what, "start")
    elif command.has(Sign.END, Sign.LAST, Sign.AFTERWARDS):
        yield MoveWords(what, "end")
    else:
        raise UnclearError("place")


def _said(command: Command, *, is_kept: bool) -> list[Said]:
    """What is named by words, and by nothing else.

    Raises:
        UnclearError: times or places stand beside it, or how far it reaches is not said.
    """
    is_open = any(one.sign in _LEADING and _is_single(two) for one, two in _pairs(command))
    if is_open or command.has(*_TIMED):
        raise UnclearError("words")
    found = (said_by(token, is_kept=is_kept) for token in command.all(Sign.QUOTE, Sign.SAID))
    return [_checked(command, one) for one in found]


def _is_single(token: Token) -> bool:
    """Whether it is a quotation or a sentence by itself, and nothing up to or from one."""
    return token.sign is Sign.QUOTE or bool(token.stretch and token.stretch.sentence)


def _checked(command: Command, said: Said) -> Said:
    """What is said, its times on the timeline."""
    from_ms, to_ms = (
        None if ms is None else command.checked(ms) for ms in (said.from_ms, said.to_ms)
    )
    return replace(said, from_ms=from_ms, to_ms=to_ms)


def _pairs(command: Command) -> Iterator[tuple[Token, Token]]:
    passed = {Sign.WORDS, Sign.RECORDING}
    return pairwise(token for token in command.tokens if token.sign not in passed)
