"""Amounts as people say them: “a minute twenty”, 一分半, “half”, 百分之三十."""

from collections.abc import Sequence

from transcribe_video.conversation.editing.amount import Amount
from transcribe_video.conversation.editing.numerals import number_at
from transcribe_video.conversation.editing.shares import share_at
from transcribe_video.conversation.editing.sign import Sign

_SECOND, _MINUTE, _HOUR = 1000.0, 60_000.0, 3_600_000.0
_FRAMES = {"frame", "frames", "帧"}
_UNITS = {
    **dict.fromkeys(("ms", "msec", "msecs", "millisecond", "milliseconds"), 1.0),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒"), _SECOND),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分"), _MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "小时", "钟头", "时"), _HOUR),
}
_WHOLE = {"second", "minute", "hour", "sec", "min"}
_ORDINAL = _WHOLE | {"seconds", "minutes", "secs", "mins"}
# Behind “a second” these say that it is one more, not a time.
_THINGS = {
    *("title", "clip", "take", "video", "caption", "image", "song", "track", "time", "part"),
    *("logo", "edit", "cut", "version", "file", "picture", "line"),
}
_COUNTED = {"%", "倍", "x", "times", "个", "点", "步", "遍"}
_TAILS = {"秒": "钟", "分": "钟"}
_SIXTY = 60
_SHARED = {"couple": 2.0, "quarter": 0.25}  # “a couple of minutes”, “a quarter of an hour”
_HALVES = {"half", "半"}


def amount_at(words: Sequence[str], place: int, frame_ms: float) -> Amount | None:
    """The amount that begins at a place; a number alone, if it is Chinese, is none."""
    return _quantity(words, place, frame_ms) or _ordinal(words, place) or share_at(words, place)


def bare_unit_at(words: Sequence[str], place: int) -> Amount | None:
    """One of a unit, as in “the first minute”."""
    if words[place] not in _WHOLE:
        return None
    unit = _UNITS[words[place]]
    if words[place + 1 : place + 4] == ["and", "a", "half"]:
        return Amount(Sign.QUANTITY, 1.5 * unit, 4, unit)
    return Amount(Sign.QUANTITY, unit, 1, unit)


def _quantity(words: Sequence[str], place: int, frame_ms: float) -> Amount | None:
    first = _one(words, place, frame_ms)
    if first is None:
        return None
    total, length, smallest = first.number, first.length, first.unit_ms
    while True:
        after = place + length
        joins = int(words[after : after + 1] == ["and"] or words[after : after + 1] == [","])
        more = _one(words, after + joins, frame_ms) if after + joins < len(words) else None
        if (
            more is None
            or more.unit_ms >= smallest
            or words[after + joins] in {"a", "an", "半", "half"}
        ):
            break
        total, length, smallest = total + more.number, length + joins + more.length, more.unit_ms
    rest = _seconds(words, place + length, smallest)
    return Amount(
        Sign.CLOCK if words[place] == "第" and smallest == _SECOND else Sign.QUANTITY,
        total + rest.number,
        length + rest.length,
        min(smallest, rest.unit_ms),
    )


def _seconds(words: Sequence[str], place: int, unit_ms: float) -> Amount:
    """What stands behind minutes without a unit: “a minute twenty”, 1分20."""
    found = number_at(words, place) if unit_ms == _MINUTE and place < len(words) else None
    follows = next(iter(words[place + found[1] : place + found[1] + 1]), "") if found else ""
    if found is None or found[0] >= _SIXTY or follows in _COUNTED or follows in _UNITS:
        return Amount(Sign.QUANTITY, 0.0, 0, unit_ms)
    return Amount(Sign.QUANTITY, found[0] * _SECOND, found[1], _SECOND)


def _one(words: Sequence[str], place: int, frame_ms: float) -> Amount | None:
    """A number and a unit."""
    start = place + (words[place] == "第")
    number, at = _counted(words, start)
    if number is None or at >= len(words):
        return None
    unit, length = _unit(words, at, frame_ms)
    if not unit:
        return None
    at += length
    word = words[at - 1]
    is_letter = (
        word in {"s", "m", "h"} and not words[start][0].isdecimal() and words[start][0] != "."
    )
    is_next = words[start] in {"a", "an"} and words[at : at + 1] and words[at] in _THINGS
    if is_letter or is_next:
        return None
    if words[at : at + 3] == ["and", "a", "half"]:
        number, at = number + 0.5, at + 3
    elif words[at : at + 1] == ["半"]:
        number, at = number + 0.5, at + 1
    return Amount(Sign.QUANTITY, number * unit, at - place, unit)


def _unit(words: Sequence[str], at: int, frame_ms: float) -> tuple[float, int]:
    """The milliseconds of a unit, and its words; zero if there is none."""
    two = "".join(words[at : at + 2])
    if two in _UNITS and len(two) > 1 and len(words[at]) == 1 and not words[at].isascii():
        return _UNITS[two], 2
    if two == "毫秒":
        return 1.0, 2
    if words[at] in _FRAMES:
        return frame_ms, 1
    unit = _UNITS.get(words[at], 0.0)
    if words[at] == "时" or (words[at] == "分" and words[at + 1 : at + 2] == ["之"]):
        return 0.0, 0
    return unit, 1 + (words[at + 1 : at + 2] == [_TAILS.get(words[at], "")])


def _counted(words: Sequence[str], at: int) -> tuple[float | None, int]:
    """How many, and where that ends."""
    after = words[at + 1] if at + 1 < len(words) else ""
    if at >= len(words):
        return None, at
    if words[at] in {"a", "an"} and after in {"couple", "half", "quarter"}:
        return _counted(words, at + 1)
    if words[at] in _HALVES:
        return 0.5, at + 1 + (after in {"a", "an"})
    if words[at] in _SHARED:
        articles = words[at + 2 : at + 3] in (["a"], ["an"])
        return _SHARED[words[at]], at + 1 + (after == "of") * (1 + articles)
    if words[at] in {"a", "an"}:
        return 1.0, at + 1
    found = number_at(words, at)
    return _halved(words, found[0], at + found[1]) if found else (None, at)


def _halved(words: Sequence[str], number: float, after: int) -> tuple[float, int]:
    """A number with the half that may stand behind it, before its unit."""
    if words[after : after + 3] == ["and", "a", "half"]:
        return number + 0.5, after + 3
    if words[after : after + 1] == ["个"]:
        is_half = words[after + 1 : after + 2] == ["半"]
        return number + 0.5 * is_half, after + 1 + is_half
    return number, after


def _ordinal(words: Sequence[str], place: int) -> Amount | None:
    """“second 10”, “minute 2”."""
    is_unit = (
        words[place] in _ORDINAL and place + 1 < len(words) and words[place + 1][0].isdecimal()
    )
    if not is_unit or words[place + 2 : place + 3] in (["%"], ["x"]):
        return None
    found = number_at(words, place + 1)
    unit = _UNITS[words[place]]
    return Amount(Sign.QUANTITY, found[0] * unit, 2, unit) if found else None
