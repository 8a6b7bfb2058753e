"""Titles on the picture."""

from collections.abc import Iterator
from itertools import pairwise

from transcribe_video.conversation.editing.command import Command, UnclearError
from transcribe_video.conversation.editing.defaults import TITLE_MS
from transcribe_video.conversation.editing.edit import (
    AddTitle,
    ChangeTitle,
    Edit,
    Impossible,
    RemoveTitle,
)
from transcribe_video.conversation.editing.heads import PASSAGE, PUT, is_exchange
from transcribe_video.conversation.editing.sign import Sign


def add_title(command: Command) -> Iterator[Edit]:
    """One title for each quoted text; or another text, time or place for one that is there."""
    if command.has(Sign.CUT, Sign.DISABLE):
        return
    quotes = command.all(Sign.QUOTE)
    if command.has(Sign.COLOR):
        yield Impossible("title_color")
        return
    if _is_change(command):
        yield _change(command)
        return
    if not quotes:
        if command.has(Sign.ADD, Sign.SHOW, Sign.MAKE, Sign.ENABLE):
            raise UnclearError("text")
        return
    if len(quotes) > 1 and any(token.text == PASSAGE for token in command.all(Sign.WORDS)):
        raise UnclearError("time")  # “when she says …”
    clauses = [
        clause for clause in command.clauses if any(one.sign is Sign.QUOTE for one in clause)
    ]
    is_each = len(clauses) == len(quotes) > 1
    for place, quote in enumerate(quotes):
        part = command.part(clauses[place]) if is_each else command
        yield from _titles(part, quote.text, command)


def remove_title(command: Command) -> Iterator[Edit]:
    """Take a title away, or all of them."""
    if command.has(Sign.START, Sign.FIRST, Sign.END, Sign.LAST) and not command.has(Sign.QUOTE):
        raise UnclearError("text")
    yield from map(RemoveTitle, command.texts(Sign.QUOTE) or [""])


def _is_change(command: Command) -> bool:
    """Whether a title that is there shall say something else, or stand elsewhere."""
    titled = [row for row in command.clauses if any(one.sign is Sign.TITLE for one in row)]
    if not command.has(Sign.TITLE) or command.part(*titled).has(Sign.ADD):
        return False
    if command.has(Sign.QUOTE):
        is_moved = any(one.text != PUT for one in command.all(Sign.MOVE))
        return is_moved or _is_retold(command) or _is_made(command)
    is_meant = command.has(Sign.MOVE, Sign.MAKE, Sign.SHOW)
    return is_meant and bool(_starts(command) or command.duration_ms or command.position)


def _is_made(command: Command) -> bool:
    """“Change the title 'A' to 6 seconds”, 把标题“A”改成0:20."""
    if command.has(Sign.TO):
        return command.has(Sign.MAKE)
    row = [token.sign for token in command.tokens if token.sign is not Sign.SMALL]
    return (Sign.TITLE, Sign.QUOTE, Sign.MAKE) in zip(row, row[1:], row[2:], strict=False)


def _is_retold(command: Command) -> bool:
    """“Change the title to 'B'”, “replace 'A' by 'B' in the title”, 标题改成“B”."""
    if is_exchange(command):
        return True
    row = [token.sign for token in command.tokens if token.sign is not Sign.SMALL]
    if (Sign.TO, Sign.QUOTE) in pairwise(row):
        return Sign.MAKE in row
    return (Sign.MAKE, Sign.QUOTE) in pairwise(row) and Sign.TITLE in row[: row.index(Sign.MAKE)]


def _change(command: Command) -> ChangeTitle:
    old, new = command.texts(Sign.QUOTE), None
    if old and _is_retold(command):
        *old, new = old
    starts = _starts(command)
    if len(old) > 1 or len(starts) > 1:
        raise UnclearError("text" if len(old) > 1 else "time")
    found = ChangeTitle(
        old[0] if old else "",
        new,
        next(iter(starts), None),
        command.duration_ms,
        command.position,
    )
    if found == ChangeTitle(found.old):
        raise UnclearError("place")
    return found


def _starts(command: Command) -> list[int]:
    """Where a title shall begin, in order."""
    goals = command.all(Sign.GOAL, Sign.UNTIL_TIME)
    named = [*command.starts, *(command.checked(round(one.number)) for one in goals)]
    is_last = command.has(Sign.LAST) and command.duration_ms is None  # “make it last 5 seconds”
    at_start, at_end = command.has(Sign.START, Sign.FIRST), command.has(Sign.END) or is_last
    last_ms = max(0, command.length_ms - (command.duration_ms or TITLE_MS))
    return [*named, *([0] if at_start else []), *([last_ms] if at_end else [])]


def _titles(part: Command, text: str, whole: Command) -> Iterator[AddTitle]:
    """One for each time that is named."""
    length_ms = part.duration_ms
    starts = part.starts
    if len(starts) > 1 and part.all(Sign.SPAN, Sign.SINCE):
        raise UnclearError("time")
    position = part.position or whole.position
    if not starts and length_ms is None and whole.has(Sign.ALL):
        yield AddTitle(text, 0, whole.length_ms, position)  # “for the whole video”
        return
    if len(starts) > 1:
        yield from (AddTitle(text, ms, length_ms, position) for ms in starts)
        return
    from_ms = starts[0] if starts else None
    if from_ms is None and part.has(Sign.START, Sign.FIRST):
        from_ms = 0
    if from_ms is None and part.has(Sign.END, Sign.LAST):
        from_ms = max(0, part.length_ms - (length_ms or TITLE_MS))
    yield AddTitle(text, from_ms, length_ms, position)
