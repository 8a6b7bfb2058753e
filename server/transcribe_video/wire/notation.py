"""JSON that is written as it was read: a draft passes through here on its way to the renderer.

Keys keep their order and integers all their digits. A number whose text Python would write
otherwise (``1.10``, ``1e400``, ``-0``) is a ``Number``, which counts as a float and remembers it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from json.encoder import encode_basestring
from typing import Final, Self

_MOST_DIGITS: Final = 4000  # of an integer that Python reads as one


class Number(float):
    """A number, and how it was written."""

    text: str

    def __new__(cls, text: str) -> Self:
        """The number that a text stands for."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.text,)


def read_json(text: str | bytes | bytearray) -> object:
    """The value that a text stands for.

    Raises:
        ValueError: it is no JSON, or nested too deeply to be any.
    """
    try:
        return json.loads(text, parse_float=_real, parse_int=_integer)
    except RecursionError as error:
        raise ValueError("too deeply nested") from error


def json_text(value: object) -> str:
    """The text of a value, without space between its parts; half a character stays an escape.

    Raises:
        TypeError: JSON has nothing for a part of it.
    """
    # A lone surrogate cannot be sent; its escape is what JSON has for it.
    return "".join(_pieces(value)).encode("utf-8", "backslashreplace").decode()


def _real(text: str) -> float:
    number = float(text)
    return number if repr(number) == text else Number(text)


def _integer(text: str) -> int | float:
    return Number(text) if text == "-0" or len(text) > _MOST_DIGITS else int(text)


class _Mark(str):
    """A piece of JSON that stands between values."""

    __slots__ = ()


def _pieces(value: object) -> Iterator[str]:
    """The text piece by piece; what is still to be written lies on a stack, however deep it is."""
    todo = [value]
    while todo:
        item = todo.pop()
        if isinstance(item, _Mark):
            yield item
        elif isinstance(item, Mapping):
            todo += _object_parts(item)
        elif isinstance(item, list | tuple):
            todo += _array_parts(item)
        else:
            yield _scalar(item)


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    return value.text if isinstance(value, Number) else json.dumps(value)


def _object_parts(value: Mapping[object, object]) -> list[object]:
    """The marks and values of an object, the last first."""
    parts: list[object] = [_Mark("{")]
    for number, (key, item) in enumerate(value.items()):
        before = "," if number else ""
        parts += [_Mark(f"{before}{encode_basestring(str(key))}:"), item]
    return [*parts, _Mark("}")][::-1]


def _array_parts(value: Sequence[object]) -> list[object]:
    """The marks and items of an array, the last first."""
    parts: list[object] = [_Mark("[")]
    for number, item in enumerate(value):
        parts += [_Mark(","), item] if number else [item]
    return [*parts, _Mark("]")][::-1]
