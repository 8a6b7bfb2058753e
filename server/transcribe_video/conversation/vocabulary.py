"""All phrases that are understood, as tokens."""

import re
from collections.abc import Iterator
from functools import cache

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.language_names import CODES, NAMES
from transcribe_video.conversation.phrases import PHRASES
from transcribe_video.conversation.tokens import tokens_of

Tokens = tuple[str, ...]

_SECTION = re.compile(r"\[(?P<kind>\w+) ?(?P<value>[^\]]*)\]\n(?P<phrases>.*)", re.DOTALL)
_MARKS = {
    Kind.COMMA: ",",
    Kind.AND: "&+/、",
    Kind.BREAK: ";:()",
    Kind.END: ".!?。",
}
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_CHINESE_DIGITS = "一二三四五六七八九十"
_THINGS = ("", "one", "file", "video", "recording", "clip", "audio", "interview", "upload")
_CHINESE_THINGS = (
    "个",
    "个文件",
    "个视频",
    "个录音",
    "个音频",
    "段",
    "段视频",
    "段录音",
    "份",
    "条",
)
_OTHER_NUMBERS = {
    "the last one": "-1",
    "the last file": "-1",
    "the last video": "-1",
    "the last recording": "-1",
    "最后一个": "-1",
    "最后一段": "-1",
    "the first two": "1 2",
    "前两个": "1 2",
    "the first three": "1 2 3",
    "前三个": "1 2 3",
}


@cache
def vocabulary() -> dict[Tokens, tuple[Kind, str]]:
    """Every phrase, as its tokens, with its kind and value; built when it is first needed."""
    rows = (*_phrases(), *_languages(), *_numbers())
    marks = {(mark,): (kind, mark) for kind, marks in _MARKS.items() for mark in marks}
    return {tokens_of(phrase): (kind, value) for phrase, kind, value in rows} | marks


def _phrases() -> Iterator[tuple[str, Kind, str]]:
    for text in PHRASES.strip().split("\n\n"):
        section = _SECTION.fullmatch(text)
        assert section, text
        for phrase in re.split(r",\s*", section["phrases"]):
            yield from (
                (line, Kind(section["kind"]), section["value"]) for line in phrase.split("\n")
            )


def _languages() -> Iterator[tuple[str, Kind, str]]:
    yield from ((name, Kind.LANGUAGE, code) for name, code in NAMES.items())
    for given, code in CODES.items():
        for option in ("language", "lang", "语言"):
            yield f"{option} = {given}", Kind.LANGUAGE, code


def _numbers() -> Iterator[tuple[str, Kind, str]]:
    """Phrases that name a file by its place among the others."""
    yield from ((phrase, Kind.NUMBER, value) for phrase, value in _OTHER_NUMBERS.items())
    for number, ordinal in enumerate(_ORDINALS, 1):
        names = [f"{start} {ordinal}" for start in ("only", "just", "the")]
        for word in (ordinal, f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"):
            names += [f"the {word} {thing}" for thing in _THINGS]
            names += [f"{word} {thing}" for thing in _THINGS if thing]
        names += [f"{thing} {number}" for thing in (*_THINGS[2:], "number", "#")]
        for digit in (_CHINESE_DIGITS[number - 1], str(number)):
            names += [f"第{digit}{thing}" for thing in _CHINESE_THINGS]
        yield from ((name, Kind.NUMBER, str(number)) for name in names)
