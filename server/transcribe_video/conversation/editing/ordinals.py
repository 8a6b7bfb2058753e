"""Which of several: “second”, “3rd”, “last”, “second to last”, 第二, 倒数第二."""

import re
from typing import Final

from transcribe_video.conversation.editing.numerals import number_at

_NAMES = {
    name: number
    for number, name in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
            *("ninth", "tenth", "eleventh", "twelfth"),
        ),
        1,
    )
}
_LAST = {"last", "final", "very last"}
_FROM_END = re.compile(r"(?P<nth>[a-z0-9]+)[ -](?:(?:to|from)[ -](?:the[ -])?)?(?:last|end)")
ORDINAL: Final = (
    r"(?:(?:second|third|fourth|next|2nd|3rd|4th)[ -](?:to|from)[ -](?:the[ -])?(?:last|end)"
    r"|second[ -]last|penultimate|very first|very last|last|final|"
    + "|".join(_NAMES)
    + r"|\d{1,3}(?:st|nd|rd|th))"
)
"""A pattern: an English word that says which, counted from the beginning or the end."""
NUMBER_ZH: Final = r"(?:\d{1,3}|[一二三四五六七八九十两兩百]{1,4})"
"""A pattern: a number as it is written in Chinese."""
_DIGITS = re.compile(r"\d+")


def ordinal(word: str) -> int:
    """Which one a word means that fits ``ORDINAL``: 1 is the first, -1 the last."""
    plain = " ".join(word.casefold().split())
    if plain in _LAST:
        return -1
    if plain == "penultimate" or plain.startswith("next"):
        return -2
    if found := _FROM_END.fullmatch(plain):
        return -ordinal(found["nth"])
    if digits := _DIGITS.match(plain):
        return int(digits[0])
    return _NAMES[plain.removeprefix("very ")]


def number_zh(written: str) -> int:
    """A number that fits ``NUMBER_ZH``."""
    found = number_at(list(written.replace("兩", "两")), 0)
    return int(written) if written.isdecimal() else round(found[0]) if found else 0
