"""Titles, captions, pictures, and the shape of the whole."""

from collections.abc import Iterator
from itertools import pairwise

from transcribe_video.conversation.editing.command import Command, UnclearError
from transcribe_video.conversation.editing.edit import (
    AddImage,
    AddTitle,
    Aspect,
    Edit,
    Join,
    Move,
    Reframe,
    Resize,
    SetCaptions,
    SetSpeed,
)
from transcribe_video.conversation.editing.heads import AUDIO, IMAGE, suffix
from transcribe_video.conversation.editing.sign import Sign

_USUAL_TITLE_MS = 3000
_SHOWS = (Sign.ADD, Sign.SHOW, Sign.MAKE, Sign.ENABLE)
_ASPECTS: dict[str, Aspect] = {"16:9": "16:9", "9:16": "9:16", "1:1": "1:1"}
_FACTORS = (Sign.FACTOR, Sign.FRACTION, Sign.SPEED)
_SIZES = {"small", "medium", "large"}


def add_title(command: Command) -> Iterator[Edit]:
    """One title for each quoted text."""
    if not command.has(Sign.QUOTE):
        if command.has(Sign.ADD) and not command.has(Sign.CUT):
            raise UnclearError("text")
        return
    if command.has(Sign.CUT, Sign.DISABLE):
        return
    quotes = command.all(Sign.QUOTE)
    clauses = [
        clause for clause in command.clauses if any(one.sign is Sign.QUOTE for one in clause)
    ]
    is_each = len(clauses) == len(quotes) > 1
    for place, quote in enumerate(quotes):
        yield _title(command.part(clauses[place]) if is_each else command, quote.text, command)


def _title(part: Command, text: str, whole: Command) -> AddTitle:
    length_ms = part.duration_ms
    from_ms = next(iter([*_starts(part)]), None)
    if from_ms is None and part.has(Sign.START, Sign.FIRST):
        from_ms = 0
    if from_ms is None and part.has(Sign.END, Sign.LAST):
        from_ms = max(0, part.length_ms - (length_ms or _USUAL_TITLE_MS))
    return AddTitle(text, from_ms, length_ms, part.position or whole.position)


def _starts(command: Command) -> Iterator[int]:
    for token in command.all(Sign.SPAN):
        yield command.on_timeline(token.span)[0]
    for token in command.all(Sign.MOMENT, Sign.SINCE):
        yield command.checked(round(token.number))


def set_captions(command: Command) -> Iterator[Edit]:
    """Switch captions on or off, or say how they look."""
    is_off = command.has(Sign.DISABLE, Sign.CUT, Sign.OFF) or command.refuses(
        Sign.CAPTIONS, Sign.ADD, Sign.SHOW, Sign.ENABLE
    )
    if command.has(Sign.BURN, Sign.HIGHLIGHT) and not command.has(Sign.DISABLE, Sign.CUT):
        is_off = False
    size = next((text for text in command.texts(Sign.FONT_SIZE) if text in _SIZES), None)
    if is_off and not (command.refuses(Sign.BURN) or command.refuses(Sign.HIGHLIGHT)):
        yield SetCaptions(is_on=False)
        return
    yield SetCaptions(
        size=size,  # type: ignore[arg-type]
        position=command.position,
        is_burned=_said(command, Sign.BURN),
        is_highlighted=_said(command, Sign.HIGHLIGHT),
    )


def _said(command: Command, sign: Sign) -> bool | None:
    if command.has(sign):
        return True
    return False if command.refuses(sign) else None


def reframe(command: Command) -> Iterator[Edit]:
    """Give the picture another shape."""
    is_padded = command.has(Sign.PAD, Sign.BARS) or command.refuses(Sign.CROP)
    shapes = command.texts(Sign.SHAPE)
    if not shapes:
        raise UnclearError("aspect")
    if len(set(shapes)) > 1 or shapes[0] not in _ASPECTS:
        raise UnclearError("aspect")
    yield Reframe(_ASPECTS[shapes[0]], is_padded=is_padded)
    yield from resize(command)


def resize(command: Command) -> Iterator[Edit]:
    """Give the picture another size."""
    yield from (Resize(round(token.number)) for token in command.all(Sign.HEIGHT)[:1])


def set_speed(command: Command) -> Iterator[Edit]:
    """Play it faster or slower."""
    factor = _factor(command)
    if factor is None or factor <= 0:
        raise UnclearError("factor")
    ranges = command.ranges
    if not ranges:
        command.check_whole()
        yield SetSpeed(factor)
    yield from (SetSpeed(factor, *span) for span in ranges)


def _factor(command: Command) -> float | None:
    number = next((one.number for one in command.all(*_FACTORS) if one.number), None)
    if number is not None:
        is_slowed = command.has(Sign.SLOWER) and number > 1
        return round(1 / number, 4) if is_slowed else number
    share = command.number(Sign.PERCENT)
    if share is None:
        return None
    if share >= 1 or (is_level(command) or not command.has(Sign.FASTER, Sign.SLOWER)):
        return share
    return round(1 + share if command.has(Sign.FASTER) else 1 - share, 4)


def is_level(command: Command) -> bool:
    """Whether an amount is what it shall become: “to 50 %”, and not by how much it changes."""
    tokens = [token for token in command.tokens if token.sign is not Sign.RECORDING]
    amounts = {Sign.PERCENT, Sign.FRACTION, Sign.FACTOR, Sign.DECIBEL}
    return any(
        one.sign in {Sign.TO, Sign.AT} and other.sign in amounts for one, other in pairwise(tokens)
    )


def add_image(command: Command) -> Iterator[Edit]:
    """Show a still picture."""
    at_ms = next(_starts(command), 0 if command.has(Sign.START, Sign.FIRST) else None)
    for name in command.texts(Sign.FILE):
        if suffix(name) in IMAGE:
            yield AddImage(name, at_ms, command.duration_ms)


def join(command: Command) -> Iterator[Edit]:
    """Put files behind what is there."""
    names = tuple(command.texts(Sign.FILE))
    if any(suffix(name) in AUDIO for name in names) or command.has(*_PLACED):
        raise UnclearError("place")
    if not command.has(Sign.JOIN) and any(set(name) & set("/\\") for name in names):
        return
    if names or command.has(Sign.ALL, Sign.RECORDING):
        yield Join(names)
        return
    raise UnclearError("file")


_PLACED = (Sign.MOMENT, Sign.SPAN, Sign.SINCE, Sign.UNTIL_TIME, Sign.START, Sign.BEFORE, Sign.QUOTE)


def move(command: Command) -> Iterator[Edit]:
    """Take a range elsewhere."""
    spans = [command.on_timeline(token.span) for token in command.all(Sign.SPAN)]
    if len(spans) != 1:
        raise UnclearError("range")
    targets = command.all(Sign.UNTIL_TIME, Sign.SINCE, Sign.GOAL, Sign.MOMENT)
    if targets:
        yield Move(*spans[0], command.checked(round(targets[0].number)))
    elif command.has(Sign.START, Sign.FIRST, Sign.BEFOREHAND):
        yield Move(*spans[0], 0)
    elif command.has(Sign.END, Sign.LAST, Sign.AFTERWARDS):
        yield Move(*spans[0], None)
    else:
        raise UnclearError("place")
