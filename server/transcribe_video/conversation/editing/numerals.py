"""Numbers in digits and words, English and Chinese."""

import re
from collections.abc import Sequence
from typing import Final

_SMALL: Final = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
WORDS: Final = frozenset({*_SMALL, *_TENS, "hundred"})
"""The English words for numbers."""
_DIGITS_ZH: Final = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    "\u3007": 0,
    "两": 2,
    "俩": 2,
}
_UNITS_ZH: Final = {"十": 10, "百": 100, "千": 1000}
_MOST_ZH = 8
_DECIMAL = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_UNITS = 10


def number_at(words: Sequence[str], place: int) -> tuple[float, int] | None:
    """The number that begins at a place, and how many words it takes; None if there is none."""
    word = words[place]
    if _DECIMAL.fullmatch(word):
        return (float(word[:12]), 1)
    return _english(words, place) or _chinese(words, place)


def _english(words: Sequence[str], place: int) -> tuple[float, int] | None:
    word = words[place]
    follows = words[place + 1] if place + 1 < len(words) else ""
    if follows == "hundred" and word in {"a", "one"}:
        return 100.0, 2
    if word in _TENS:
        tens = _TENS[word]
        ones = _SMALL.get(follows, 0)
        return (float(tens + ones), 2) if 0 < ones < _UNITS else (float(tens), 1)
    return (float(_SMALL[word]), 1) if word in _SMALL else None


def _chinese(words: Sequence[str], place: int) -> tuple[float, int] | None:
    known = {*_DIGITS_ZH, *_UNITS_ZH, "点"}
    length = 0
    for word in words[place : place + _MOST_ZH]:
        if word not in known or (word == "点" and not length):
            break
        length += 1
    written = "".join(words[place : place + length]).rstrip("点")
    if not written:
        return None
    whole, _, decimals = written.partition("点")
    value = float(_whole(whole))
    for power, digit in enumerate(decimals, 1):
        value += _DIGITS_ZH.get(digit, 0) / 10**power
    return value, len(written)


def _whole(written: str) -> int:
    if not set(written) & set(_UNITS_ZH):
        return int("".join(str(_DIGITS_ZH[digit]) for digit in written))
    total, digit = 0, 1
    for place, character in enumerate(written):
        if character in _UNITS_ZH:
            total += (digit if place else 1) * _UNITS_ZH[character]
            digit = 0
        else:
            digit = _DIGITS_ZH[character]
    return total + (0 if written[-1] in _UNITS_ZH else digit)
