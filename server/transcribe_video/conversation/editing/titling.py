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
from transcribe_video.conversation.editing.parting import SWAP
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.span_making import BOUND

THE = "the"
"""The text of a word for a title that is there, and not for any."""
_CLOSING = "end"
"""The text of a word for a title that ends the video."""
_WHILE = (
    *(Sign.MOMENT, Sign.SINCE, Sign.UNTIL_TIME, Sign.SPAN, Sign.GOAL, Sign.QUANTITY),
    *(Sign.DURATION, Sign.START, Sign.FIRST, Sign.END, Sign.LAST, Sign.ALL),
)
"""What says when a text is shown."""
_OTHERS = {Sign.OTHER, Sign.LONGER, Sign.ONWARDS, Sign.IMPROVE, Sign.BY, Sign.FONT_SIZE}


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
    if quotes and command.has(Sign.FONT_SIZE) and _is_the(command) and not command.has(Sign.ADD):
        raise UnclearError("title")  # “make the title 'A' larger”
    if not quotes:
        if command.has(Sign.ADD, Sign.SHOW, Sign.MAKE, Sign.ENABLE):
            raise UnclearError("text")
        return
    if command.has(Sign.CAPTIONS) and not command.has(*_WHILE):
        raise UnclearError("time")  # captions say what is said
    if any(token.stretch for token in quotes) or (
        len(quotes) > 1 and any(token.text == PASSAGE for token in command.all(Sign.WORDS))
    ):
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
    is_told = command.has(Sign.START, Sign.FIRST, Sign.END, Sign.LAST, Sign.OTHER, Sign.NUMBER)
    is_told = is_told or any(one.text == _CLOSING for one in command.all(Sign.TITLE))
    if is_told and not command.has(Sign.QUOTE):
        raise UnclearError("text")
    yield from map(RemoveTitle, command.texts(Sign.QUOTE) or [""])


def _is_change(command: Command) -> bool:
    """Whether a title that is there shall say something else, or stand elsewhere."""
    titled = [row for row in command.clauses if any(one.sign is Sign.TITLE for one in row)]
    if not command.has(Sign.TITLE):
        return False
    is_added = command.part(*titled).has(Sign.ADD)
    if command.has(Sign.QUOTE):
        is_moved = any(one.text != PUT for one in command.all(Sign.MOVE))
        return not is_added and (is_moved or _is_retold(command) or _is_made(command))
    if is_added and not _is_the(command):
        return False
    is_meant = command.has(Sign.MOVE, Sign.MAKE, Sign.SHOW, Sign.KEEP, Sign.ADD)
    signs = {token.sign for token in command.tokens}
    is_told = bool(_starts(command) or command.duration_ms or command.position or signs & _OTHERS)
    return is_meant and (is_told or command.has(Sign.ALL))


def _is_the(command: Command) -> bool:
    """Whether it is of a title that is there: “the title …”, 标题显示5秒."""
    row = [token for token in command.tokens if token.sign in {Sign.TITLE, Sign.ADD}]
    return any(one.text == THE for one in row) or bool(row and row[0].sign is Sign.TITLE)


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
    """What is said of a title that is there.

    Raises:
        UnclearError: by how much it shall be longer, or later, or which one is meant, is not what
            can be told apart here.
    """
    row = [token.sign for token in command.tokens]
    is_swap = any(token.text == SWAP for token in command.all(Sign.MAKE))
    is_swap = is_swap and not set(row) & {Sign.TO, Sign.ENABLE, Sign.FOR}
    is_aside = Sign.TO in row and bool({Sign.MOMENT, Sign.SPAN} & set(row[: row.index(Sign.TO)]))
    if set(row) & _OTHERS or is_swap or (is_aside and command.has(Sign.QUOTE)):
        raise UnclearError("title")
    if any(part.has(Sign.MOVE) and part.has(Sign.QUANTITY) for part in _parts(command)):
        raise UnclearError("title")  # “move it 5 seconds”: which way?
    old, new = command.texts(Sign.QUOTE), None
    if old and _is_retold(command):
        *old, new = old
    starts = _starts(command)
    if len(old) > 1 or len(starts) > 1:
        raise UnclearError("text" if len(old) > 1 else "time")
    length_ms = command.duration_ms
    if command.has(Sign.ALL) and not starts and length_ms is None:
        starts, length_ms = [0], command.length_ms  # “keep the title on the whole time”
    from_ms = next(iter(starts), None)
    found = ChangeTitle(old[0] if old else "", new, from_ms, length_ms, command.position)
    if found == ChangeTitle(found.old):
        raise UnclearError("title")
    return found


def _parts(command: Command) -> Iterator[Command]:
    return (command.part(clause) for clause in command.clauses)


def _starts(command: Command) -> list[int]:
    """Where a title shall begin, in order; the length of the video is its end."""
    since = [one for one in command.all(Sign.SINCE) if one.text != BOUND]
    if since or command.has(Sign.UNTIL_TIME) or (command.has(Sign.END) and _is_back(command)):
        raise UnclearError("title")
    goals = command.all(Sign.GOAL)
    named = [*command.starts, *(command.checked(round(one.number)) for one in goals)]
    is_last = command.has(Sign.LAST) and not (command.duration_ms or command.has(Sign.ALL))
    at_start, at_end = command.has(Sign.START, Sign.FIRST), command.has(Sign.END) or is_last
    return [*named, *([0] if at_start else []), *([command.length_ms] if at_end else [])]


def _is_back(command: Command) -> bool:
    """“Change the title back”: where nothing says that the end is meant."""
    return not command.has(Sign.TO, Sign.AT, Sign.MOVE, Sign.ADD, Sign.IN)


def _titles(part: Command, text: str, whole: Command) -> Iterator[AddTitle]:
    """One for each time that is named."""
    length_ms = part.duration_ms
    starts = part.starts
    if len(starts) > 1 and part.all(Sign.SPAN, Sign.SINCE):
        raise UnclearError("time")
    if ends := part.all(Sign.UNTIL_TIME):
        if len(ends) > 1 or len(starts) > 1 or length_ms is not None:
            raise UnclearError("time")
        length_ms = part.checked(round(ends[0].number)) - (starts[0] if starts else 0)
    position = part.position or whole.position
    is_the = any(one.text == THE for one in whole.all(Sign.TITLE))
    is_the = is_the and whole.has(Sign.MAKE, Sign.SHOW) and not whole.has(Sign.ADD)
    if not starts and length_ms is None and whole.has(Sign.ALL):
        yield AddTitle(text, 0, whole.length_ms, position, is_the)  # “for the whole video”
        return
    if len(starts) > 1:
        yield from (AddTitle(text, ms, length_ms, position, is_the) for ms in starts)
        return
    from_ms = starts[0] if starts else None
    if from_ms is None and part.has(Sign.START, Sign.FIRST):
        from_ms = 0
    is_end = any(one.text == _CLOSING for one in part.all(Sign.TITLE))
    if from_ms is None and (is_end or part.has(Sign.END, Sign.LAST)):
        from_ms = max(0, part.length_ms - (length_ms or TITLE_MS))
    yield AddTitle(text, from_ms, length_ms, position, is_the)
