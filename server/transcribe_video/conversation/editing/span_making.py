"""What a row of signs says about time, as one token: how far it reaches, and in which order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.stretch import Extent, Stretch
from transcribe_video.conversation.editing.token import Token

Maker: TypeAlias = Callable[[Sequence[Token], int], Token | Sequence[Token]]
"""Makes tokens of those of a row; the second is the length of the timeline in milliseconds."""
BOUND: Final = "bound"
"""The text of a time at which the video begins or ends."""
INCLUDING: Final = "including"
"""The text of an end that is meant itself."""
CHANGE: Final = "change"
"""The text of a verb by which one thing becomes another."""
AT: Final = "at"
"""The text of a moment at which something shall be done."""
_TO_WORDS = {Extent.BEFORE, Extent.UNTIL, Extent.THROUGH}
_FROM_WORDS = {Extent.AFTER, Extent.SINCE}
_INSIDE = {Sign.KEEP, Sign.CUT, Sign.MUTE, Sign.TRIM}
_MINUTE = 60_000
_TIMES = {Sign.CLOCK, Sign.QUANTITY, Sign.NUMBER}


def _made(sign: Sign, row: Sequence[Token], span: tuple[float, float]) -> Token:
    start, end = round(span[0]), round(span[1])
    return Token(sign, row[0].start, row[-1].end, _bound(row), float(start), span=(start, end))


def _bound(row: Sequence[Token]) -> str:
    """Whether a time is where the video is to begin or to end: “start at 0:05”."""
    return next((one.text for one in row if one.sign in {Sign.FROM, Sign.TO} and one.text), "")


def _times(row: Sequence[Token]) -> list[float]:
    """The times in a row; one without a unit has that of the next, or seconds."""
    found: list[float] = []
    given = [token for token in row if token.sign in _TIMES]
    for place, token in enumerate(given):
        follows = given[place + 1 :] or given[:1]
        unit = follows[0].unit_ms or 1000
        found.append(token.number * unit if token.sign is Sign.NUMBER else token.number)
    return found


def time_range(row: Sequence[Token], _length_ms: int) -> Token:
    """From one time to another, of which only the seconds may be said: 1分20到45秒."""
    first, last = _times(row)[:2]
    end = [token for token in row if token.sign in _TIMES][1]
    if end.unit_ms == 1000 and last < _MINUTE <= first:  # noqa: PLR2004
        last += first // _MINUTE * _MINUTE
    return _made(Sign.SPAN, row, (first, last))


def bounds(row: Sequence[Token], length_ms: int) -> Token:
    """从10秒开始，到1分50秒结束."""
    return replace(time_range(row, length_ms), text=BOUND)


def from_start(row: Sequence[Token], _length_ms: int) -> Token:
    """“From the start to 0:10”."""
    return _made(Sign.SPAN, row, (0, _times(row)[0]))


def to_end(row: Sequence[Token], length_ms: int) -> Token:
    """“From 1:40 to the end”."""
    return _made(Sign.SPAN, row, (_times(row)[0], length_ms))


def _share(row: Sequence[Token], length_ms: int) -> float:
    """How long a quantity or a part of the whole is."""
    token = next(one for one in row if one.sign in {Sign.QUANTITY, Sign.FRACTION, Sign.PERCENT})
    return token.number if token.sign is Sign.QUANTITY else token.number * length_ms


def second_half(row: Sequence[Token], length_ms: int) -> Token:
    """“The second half”."""
    return _made(Sign.SPAN, row, (length_ms / 2, length_ms))


def first_part(row: Sequence[Token], length_ms: int) -> Token:
    """As much of the beginning of so many milliseconds as a row says."""
    return _made(Sign.SPAN, row, (0, _share(row, length_ms)))


def last_part(row: Sequence[Token], length_ms: int) -> Token:
    """The same of the end."""
    return _made(Sign.SPAN, row, (length_ms - _share(row, length_ms), length_ms))


def both_ends(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“The first and last 5 seconds”, “the first 5 and the last 10 seconds”."""
    own = row[1]
    if own.sign is Sign.NUMBER:
        own = replace(own, sign=Sign.QUANTITY, number=own.number * (row[-1].unit_ms or 1000))
    first = [row[0], own] if own.sign is Sign.QUANTITY else row
    return [first_part(first, length_ms), last_part(row[-1:], length_ms)]


def bare_end(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“The first 12 seconds and the last 5”."""
    own, bare = row[1], row[-1]
    ms = bare.number * (own.unit_ms or 1000)
    other = replace(bare, sign=Sign.QUANTITY, number=ms)
    ends = (
        [first_part, last_part]
        if row[0].sign in {Sign.FIRST, Sign.START}
        else [last_part, first_part]
    )
    return [ends[0](row[:2], length_ms), ends[1]([*row[3:-1], other], length_ms)]


def each_end(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“3 seconds off both ends”."""
    verbs = [token for token in row if token.sign in {Sign.OFF, Sign.OUT}]
    return [first_part(row, length_ms), last_part(row, length_ms), *verbs]


def two_fades(row: Sequence[Token], _length_ms: int) -> list[Token]:
    """淡入1秒结尾淡出2秒."""
    return [*row[:2], Token(Sign.AND, row[2].start, row[2].start), *row[2:]]


def edge_part(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“5 seconds off the end”."""
    is_end = any(token.sign in {Sign.END, Sign.LAST} for token in row)
    row = [
        replace(one, sign=Sign.QUANTITY, number=one.number * 1000)
        if one.sign is Sign.NUMBER
        else one
        for one in row
    ]
    span = (last_part if is_end else first_part)(row, length_ms)
    return [span, *(token for token in row if token.sign is Sign.OFF)]


def at_for(row: Sequence[Token], _length_ms: int) -> Token:
    """“At 0:10 for 5 seconds”."""
    start, length = _times(row)[:2]
    return _made(Sign.SPAN, row, (start, start + length))


def for_at(row: Sequence[Token], _length_ms: int) -> Token:
    """“For 5 seconds from 0:10”."""
    length, start = _times(row)[:2]
    return _made(Sign.SPAN, row, (start, start + length))


def for_before(row: Sequence[Token], _length_ms: int) -> Token:
    """“5 seconds before 0:10”."""
    length, end = _times(row)[:2]
    return _made(Sign.SPAN, row, (end - length, end))


def before_and_after(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“Before 0:10 and after 0:30”: what is around a part."""
    first, last = _times(row)
    return [_made(Sign.SPAN, row[:2], (0, first)), _made(Sign.SPAN, row[2:], (last, length_ms))]


def opening(row: Sequence[Token], length_ms: int) -> list[Token]:
    """“Start the video 22 seconds in”."""
    return [row[0], one_time(Sign.MOMENT, AT)(row[1:2], length_ms)]


def one_time(sign: Sign, text: str = "") -> Callable[[Sequence[Token], int], Token]:
    """One time alone, as what this sign says.

    Args:
        sign: of the token that is made.
        text: of it; empty is whether the video begins or ends there.
    """

    def make(row: Sequence[Token], _length_ms: int) -> Token:
        made = _made(sign, row, (_times(row)[0], 0))
        return replace(made, text=text or made.text)

    return make


def stretch(extent: Extent) -> Callable[[Sequence[Token], int], Token]:
    """From one quotation to another; with only one from it, or to it."""

    def make(row: Sequence[Token], _length_ms: int) -> Token:
        quotes = [token for token in row if token.sign is Sign.QUOTE]
        first = None if extent in _TO_WORDS else quotes[0]
        last = None if extent in _FROM_WORDS else quotes[-1]
        return _stretched(row, Stretch(extent), first, last)

    return make


def mixed_stretch(extent: Extent) -> Maker:
    """From a time to a quotation, or from a quotation to a time."""

    def make(row: Sequence[Token], _length_ms: int) -> Token:
        ends = [token for token in row if token.sign in {Sign.QUOTE, Sign.CLOCK, Sign.QUANTITY}]
        ms = round(_times(row)[0])
        if ends[0].sign is Sign.QUOTE:
            return _stretched(row, Stretch(extent, to_ms=ms), ends[0], None)
        return _stretched(row, Stretch(extent, from_ms=ms), None, ends[-1])

    return make


def _stretched(
    row: Sequence[Token], stretch: Stretch, first: Token | None, last: Token | None
) -> Token:
    """What is said from one quotation to another."""
    made = replace(
        stretch,
        first=" ".join(first.text.split()) if first else "",
        last=" ".join(last.text.split()) if last else "",
        first_nth=round(first.number) if first else 0,
        last_nth=round(last.number) if last else 0,
    )
    return Token(Sign.SAID, row[0].start, row[-1].end, _bound(row), stretch=made)


def until_said(row: Sequence[Token], length_ms: int) -> Token | Sequence[Token]:
    """“Up to 'X'”, “up to and including 'X'”."""
    is_through = any(token.text == INCLUDING for token in row)
    return stretch(Extent.THROUGH if is_through else Extent.UNTIL)(row, length_ms)


def verb_first(make: Maker) -> Maker:
    """从“A”开始保留到“B”: the verb stands inside of what it is about."""

    def both(row: Sequence[Token], length_ms: int) -> Sequence[Token]:
        found = make(row, length_ms)
        verbs = [token for token in row if token.sign in _INSIDE]
        return [*verbs, *([found] if isinstance(found, Token) else found)]

    return both


def lasting(row: Sequence[Token], _length_ms: int) -> Sequence[Token]:
    """“Make the title last 5 seconds”: for how long, and not the end of the video."""
    *shown, last, quantity = row
    return [*shown, replace(quantity, sign=Sign.DURATION, start=last.start)]


def said_bounds(row: Sequence[Token], length_ms: int) -> Token:
    """从“大家好”开始，到“谢谢”结束."""
    return replace(stretch(Extent.WHOLE)(row, length_ms), text=BOUND)


def retitled(row: Sequence[Token], _length_ms: int) -> Sequence[Token]:
    """“Change the title 'A' to 'B'”, “… to 0:20”: nothing is said from the one to the other."""
    *title, last = row
    return [*title, replace(last, sign=Sign.GOAL) if last.sign is Sign.CLOCK else last]


def exchanged(row: Sequence[Token], length_ms: int) -> Sequence[Token]:
    """“Change 'A' to 'B'”; “make 'A' to 'B' louder” is of what is said between."""
    is_change = row[0].text == CHANGE
    return row if is_change else [row[0], stretch(Extent.WHOLE)(row[1:], length_ms)]
