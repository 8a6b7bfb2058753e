"""Captions, pictures, and the shape of the whole."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Literal

from transcribe_video.conversation.editing.arguments import EXTENTS
from transcribe_video.conversation.editing.command import Command, UnclearError
from transcribe_video.conversation.editing.defaults import FASTER, SLOWER
from transcribe_video.conversation.editing.edit import (
    AddImage,
    Edit,
    Impossible,
    Join,
    Move,
    Reframe,
    Resize,
    SetCaptions,
    SetSpeed,
)
from transcribe_video.conversation.editing.heads import AUDIO, IMAGE, is_exchange, suffix
from transcribe_video.conversation.editing.saying import move_words
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token
from transcribe_video.wire.draft import Aspect, Color

_Size = Literal["small", "medium", "large", "smaller", "larger"]
_ASPECTS: dict[str, Aspect] = {"16:9": "16:9", "9:16": "9:16", "1:1": "1:1"}
_FACTORS = (Sign.FACTOR, Sign.FRACTION, Sign.SPEED)
_BESIDE = (Sign.SCENE, Sign.POSITION, Sign.FONT_SIZE, Sign.QUIETER, Sign.PICTURE)


def set_captions(command: Command) -> Iterator[Edit]:
    """Switch captions on or off, or say how they look."""
    styles = (Sign.FONT_SIZE, Sign.POSITION, Sign.COLOR)
    is_off = command.has(Sign.DISABLE, Sign.CUT, Sign.OFF) or command.refuses(
        Sign.CAPTIONS, Sign.ADD, Sign.SHOW, Sign.ENABLE
    )
    if command.inherited & {Sign.DISABLE, Sign.CUT, Sign.OFF} and not command.has(*styles):
        is_off = True
    if command.has(Sign.BURN, Sign.HIGHLIGHT) and not command.has(Sign.DISABLE, Sign.CUT):
        is_off = False
    if is_off and not (command.refuses(Sign.BURN) or command.refuses(Sign.HIGHLIGHT)):
        yield SetCaptions(is_on=False)
        return
    yield SetCaptions(
        size=_size(command),
        position=command.position,
        is_burned=_said(command, Sign.BURN),
        is_highlighted=_said(command, Sign.HIGHLIGHT),
        color=_color(command),
    )


def _size(command: Command) -> _Size | None:
    sizes: tuple[_Size, ...] = ("small", "medium", "large", "smaller", "larger")
    named = command.texts(Sign.FONT_SIZE)
    named += ["larger"] * command.has(Sign.LOUDER) + ["smaller"] * command.has(Sign.QUIETER)
    return next((size for size in sizes if size in named[:1]), None)


def _color(command: Command) -> Color | None:
    colors: tuple[Color, ...] = ("white", "yellow", "green", "cyan", "red", "blue", "black")
    named = command.texts(Sign.COLOR)
    if set(named) - set(colors):
        raise UnclearError("color")
    if len(set(named)) > 1:
        raise UnclearError("")
    return next((color for color in colors if color in named), None)


def _said(command: Command, sign: Sign) -> bool | None:
    if command.has(sign):
        return True
    return False if command.refuses(sign) else None


def reframe(command: Command) -> Iterator[Edit]:
    """Give the picture another shape."""
    has_bars = command.has(Sign.BARS) and not command.has(Sign.DISABLE, Sign.CUT)
    is_padded = command.has(Sign.PAD) or has_bars or command.refuses(Sign.CROP, Sign.CUT)
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
    is_up, is_down = command.changes(Sign.FASTER, Sign.SLOWER)
    numbers = {one.number for one in command.all(*_FACTORS, Sign.PERCENT) if one.number}
    is_open = command.has(Sign.BY) and not (is_up or is_down)  # “by 20 %”: up or down?
    if (is_up and is_down) or len(numbers) > 1 or is_open:
        return None
    number = command.number(Sign.FACTOR) or command.number(Sign.SPEED) or _by(command)
    if number == 1 and (is_up or is_down):
        number = 2.0  # 快一倍
    if number:
        return round(1 / number, 4) if is_down and number > 1 else number
    share = command.number(Sign.PERCENT, Sign.FRACTION)
    if share is None:
        return (FASTER if is_up else SLOWER) if is_up or is_down else None
    if share >= 1 or is_level(command) or not (is_up or is_down):
        return share
    return round(1 + share if is_up else 1 - share, 4)


def _by(command: Command) -> float | None:
    """“Speed it up by 1.5”: a number without a unit."""
    pairs = pairwise(command.tokens)
    return next(
        (two.number for one, two in pairs if (one.sign, two.sign) == (Sign.BY, Sign.NUMBER)), None
    )


def is_level(command: Command) -> bool:
    """Whether an amount is what it shall become: “to 50 %”, and not by how much it changes."""
    tokens = [token for token in command.tokens if token.sign is not Sign.RECORDING]
    amounts = {Sign.PERCENT, Sign.FRACTION, Sign.FACTOR, Sign.DECIBEL}
    return any(
        one.sign in {Sign.TO, Sign.AT, Sign.UNTIL} and other.sign in amounts
        for one, other in pairwise(tokens)
    )


def add_image(command: Command, files: Sequence[str]) -> Iterator[Edit]:
    """Show still pictures, each of a clause of its own when that clause says."""
    if command.has(*_BESIDE) or (command.has(Sign.ALL) and not command.has(Sign.EACH)):
        yield Impossible("overlay")  # it fills the picture
        return
    if (is_exchange(command) and command.has(*EXTENTS)) or command.refuses(*EXTENTS):
        raise UnclearError("place")  # “replace 0:10-0:20 with logo.png”
    if not command.has(Sign.FILE):
        known = [name for name in files if suffix(name) in IMAGE]
        if len(known) != 1:
            raise UnclearError("file")
        command.clauses.append((Token(Sign.FILE, 0, 0, known[0]),))
    parts = [command.part(clause) for clause in command.clauses]
    named = [part for part in parts if any(suffix(name) in IMAGE for name in part.texts(Sign.FILE))]
    for part in named if len(named) > 1 else [command]:
        is_start, is_end = part.has(Sign.START, Sign.FIRST), part.has(Sign.END, Sign.LAST)
        usual = [*([0] if is_start else []), *([None] if is_end or not is_start else [])]
        for name, at_ms in product(part.texts(Sign.FILE), part.starts or usual):
            if suffix(name) in IMAGE:
                yield AddImage(name, at_ms, part.duration_ms)


def join(command: Command) -> Iterator[Edit]:
    """Put files into the video."""
    names = tuple(command.texts(Sign.FILE))
    is_elsewhere = command.has(Sign.SPAN, Sign.QUOTE) or command.refuses(*EXTENTS)
    if any(suffix(name) in AUDIO for name in names) or is_elsewhere:
        raise UnclearError("place")
    if not command.has(Sign.JOIN) and any(set(name) & set("/\\") for name in names):
        return
    is_named = command.has(Sign.RECORDING) and not command.has(Sign.OTHER)
    if not names and not is_named and not command.has(Sign.ALL):
        raise UnclearError("file")
    yield Join(names[::-1] if _is_behind(command) else names, _joined_at(command))


def _is_behind(command: Command) -> bool:
    """“Put a.mp4 after b.mp4”: the first of two files that are named comes last."""
    signs = [token.sign for token in command.tokens if token.sign in {Sign.FILE, Sign.AFTER}]
    return signs == [Sign.FILE, Sign.AFTER, Sign.FILE]


def _joined_at(command: Command) -> int | None:
    """Before which moment files are put; None is the end."""
    moments = command.moments + [
        command.checked(round(token.number)) for token in command.all(Sign.UNTIL_TIME)
    ]
    is_lead = any(token.text == "start" for token in command.all(Sign.JOIN))
    is_first = is_lead or command.has(Sign.START, Sign.FIRST, Sign.BEFOREHAND)
    is_last = command.has(Sign.END, Sign.LAST, Sign.AFTERWARDS)
    if len(moments) > 1 or (is_first and is_last) or (moments and (is_first or is_last)):
        raise UnclearError("place")
    if command.has(Sign.BEFORE) and command.has(Sign.RECORDING):
        is_first = True
    return 0 if is_first else next(iter(moments), None)


def swap(command: Command) -> Iterator[Edit]:
    """Put each of two ranges in the place of the other."""
    spans = sorted(command.on_timeline(token.span) for token in command.all(Sign.SPAN))
    if len(spans) != 2 or spans[0][1] > spans[1][0]:  # noqa: PLR2004
        raise UnclearError("range")
    (first_ms, first_end_ms), (other_ms, other_end_ms) = spans
    yield Move(other_ms, other_end_ms, first_ms)
    if first_end_ms < other_ms:
        goal_ms = None if other_end_ms == command.length_ms else other_end_ms
        yield Move(first_ms, first_end_ms, goal_ms)


def move(command: Command) -> Iterator[Edit]:
    """Take a range elsewhere, or what is said."""
    if command.has(Sign.QUOTE, Sign.SAID):
        yield from move_words(command)
        return
    spans = [command.on_timeline(token.span) for token in command.all(Sign.SPAN)]
    if len(spans) > 1 and all(one[1] == two[0] for one, two in pairwise(spans)):
        spans = [(spans[0][0], spans[-1][1])]  # “clips 2 and 3”
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
