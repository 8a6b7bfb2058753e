"""Phrases that call clips by their number, in English and Chinese."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.conversation.editing.numerals import number_at
from transcribe_video.conversation.editing.ordinals import (
    NUMBER_ZH,
    ORDINAL,
    number_zh,
    ordinal,
)

_NOUN = r"(?P<noun>clip|shot|segment|part|piece)(?P<plural>s)?"
_LENGTH = r"(?:s|secs?|seconds?|ms|milliseconds?|m|mins?|minutes?|h|hrs?|hours?|frames?)"
_UNIT = rf"(?:{_LENGTH}|fps|p|percent|times|x|db|more|st|nd|rd|th)"
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)"
_NUMBER = rf"(?:one(?!\s+of\b)|{_COUNT})"
_AND = r"\s*(?:,\s*and\b|,|\band\b|&|\+)\s*"
_TO = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b)\s*"  # noqa: RUF001 - as people write it
_SIGN = r"(?:number\s*|no\.?\s*|nr\.?\s*|#\s*)?"
_ITEM = rf"{_NUMBER}(?:{_TO}(?:clip\s*)?{_SIGN}{_NUMBER})?"
_NO_UNIT = rf"(?!\d|[.:]\d|\s?[%°×])(?!\s?-?{_UNIT}\b)(?!\s?(?:秒|分|倍|帧|小时|毫秒|个|步|次|遍))"
# Of one clip, a number behind “and” may count what comes then: “clip 3 and 2 titles”.
_LIST_END = (
    r"(?=\s*(?:$|[^\w\s'\u2019]|[\u4e00-\u9fff]|(?:and|then|to|at|in|into|from|with|by|before|after|please|"
    r"together|around|places|off|out|away|silent|twice|louder|quieter|faster|slower|up|down|for)\b))"
)
_BESIDE = (
    r"(?:(?:the\s+)?(?:clip|one|shot|segment|part)\s+(?:(?:right|just|immediately|directly)\s+)?"
    r"(?P<side>after|before|following|behind)\s+(?:the\s+)?)?"
)
_NUMBERED = re.compile(
    rf"(?<![a-z0-9'_-]){_BESIDE}{_NOUN}\s*{_SIGN}(?P<items>{_ITEM}"
    rf"(?P<more>(?:{_AND}(?:clip\s*)?{_SIGN}{_ITEM}){{1,20}})?)"
    rf"{_NO_UNIT}(?(plural)|(?(more){_LIST_END}))(?:['\u2019]s(?![a-z]))?",
    re.IGNORECASE,
)
_TOLD_OF = (
    rf"(?!\s+(?:of\s+(?:about\s+)?(?:\d|an?\b|{_NUMBER})|where|that|which|when|who|i|we|you|he|she|"
    rf"they|it|in\s+which|says?|saying|said|about|called|named)\b)(?!\s+\d[\d.]*\s?{_LENGTH}\b)"
)
_ORDINAL = re.compile(
    rf"(?<![a-z0-9'_]){_BESIDE}(?P<first>{ORDINAL})"
    rf"(?P<others>(?:(?:{_AND}|\s+(?:to|through)\s+)(?:the\s+)?{ORDINAL}){{0,20}})"
    rf"\s+(?:video\s+)?{_NOUN}(?![a-z]){_TOLD_OF}(?:['\u2019]s(?![a-z]))?",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf"(?<![a-z0-9'_])(?P<end>first|last|final)\s+(?P<count>{_COUNT})\s+{_NOUN}(?![a-z]){_TOLD_OF}",
    re.IGNORECASE,
)
_NOUN_ZH = (
    r"(?:(?:视频|視頻)?(?P<noun>片段|片断|镜头|鏡頭|clip)|段(?:视频|視頻|素材)?)"
    r"(?!\s*(?:落|话|話|文字|文本|文稿|字幕|音乐|音樂|标题|標題|台词|对白|停顿|空白|沉默|时间|里说|说|讲))"
)
_AND_ZH = r"\s*(?:、|,|，|和|与|跟|及|以及)\s*"
_TO_ZH = r"\s*(?:到|至|-|~|～)\s*"  # noqa: RUF001 - as people write it
_BOTH = re.compile(
    r"(?<=swap )(?:both(?: the| my)?|(?:the|my|these|those) (?:two|2))"
    r" (?:clips|videos|parts|segments|shots)(?![a-z])(?!\s+\d)"
    r"|(?:这|那)?[两二]个?(?:片段|镜头|视频|段(?:视频)?)(?=(?:的)?(?:位置|顺序)?(?:对调|互换|交换|调换|对换))",
    re.IGNORECASE,
)
_ORDINAL_ZH = re.compile(
    rf"(?P<back>倒数|倒數)?(?P<items>第\s*{NUMBER_ZH}\s*(?:(?:(?:个|個|条|條)?(?:片段)?|段)"
    rf"(?:{_AND_ZH}|{_TO_ZH})第?\s*{NUMBER_ZH}\s*){{0,20}})(?:个|個|条|條|号|號)?{_NOUN_ZH}",
    re.IGNORECASE,
)
_SOME_ZH = re.compile(
    rf"(?:(?P<end>最后|最後|末尾)的?|(?<![之以提目往向空当然今背])(?P<start>前|头|頭)|"
    rf"(?<![之以然今背先最])(?P<rear>后|後))\s*(?P<count>{NUMBER_ZH}|那|的)?\s*(?:个|個)?{_NOUN_ZH}",
    re.IGNORECASE,
)
_NUMBERED_ZH = re.compile(
    rf"(?:片段|镜头|鏡頭)\s*(?:#|编号|第)?\s*(?P<items>{NUMBER_ZH}(?:(?:{_AND_ZH}|{_TO_ZH})(?:片段|镜头)?\s*"
    rf"{NUMBER_ZH}){{0,20}})(?:号|號)?(?![\d.:：段个個起下样直些点半共定边等分次倍秒步遍条张])"
    rf"|(?P<one>{NUMBER_ZH})(?:号|號)(?:片段|镜头|鏡頭)",
)
_OTHER = re.compile(
    rf"(?<![a-z0-9'_])the\s+(?P<nth>{ORDINAL})(?:\s+one)?"
    r"(?=\s*(?:$|[^\w\s'\u2019-]|(?:and|to|with|before|after|then|please|too|as|off|out|away|at|by)\b))",
    re.IGNORECASE,
)
_CLIPS = re.compile(r"\bclips\b", re.IGNORECASE)
_NO_OTHER = re.compile(r"\b(?:to|at|in|as|until)\s+$", re.IGNORECASE)
_NOT_COUNTED = re.compile(r"\b(?:a|an|every|each|another|any|per)[\s-]*$", re.IGNORECASE)
_SECONDS = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|half|few|couple))[\s-]*$",
    re.IGNORECASE,
)
_IS_VERB = re.compile(
    r"\s+(?:the|out|off|away|my|everything|all|that|this|from|down)\b", re.IGNORECASE
)
_CLAUSE_END = ".,;:!?\n"
_PIECES = re.compile(rf"{_ITEM}", re.IGNORECASE)
_ORDINALS = re.compile(rf"(?P<to>\b(?:to|through)\s+(?:the\s+)?)?(?P<nth>{ORDINAL})", re.IGNORECASE)
_EACH = 2
"""So many clips at an end are told one by one: they may be swapped."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names: clips by their numbers, from 1, each from one to another.

    Attributes:
        rows: the numbers; -1 is the last.
        is_sure: it can only be a clip, however many there are.
        is_end: it is named as the first or the last, and not by its number.
        of: so many clips there must be in all; 0 is any number.
    """

    rows: Sequence[tuple[int, int]]
    is_sure: bool
    is_end: bool = False
    of: int = 0


def named_in(text: str) -> Iterator[tuple[int, int, Named]]:
    """What a text calls by its number, and from where to where it does; some may overlap."""
    for match, named in _named(text):
        yield *match.span(), named


def _named(text: str) -> Iterator[tuple[re.Match[str], Named]]:
    for match in _NUMBERED.finditer(text):
        yield match, _numbered(match)
    for pattern in (_ORDINAL, _SOME):
        for match in pattern.finditer(text):
            if _is_counted(text, match):
                yield match, _counted(match) if pattern is _ORDINAL else _some(match)
    yield from _others(text)
    for match in _ORDINAL_ZH.finditer(text):
        rows = [*_rows_zh(match["items"], is_back=bool(match["back"]))]
        yield match, Named(rows, is_sure=True, is_end=True)
    for match in _SOME_ZH.finditer(text):
        if named := _some_zh(match):
            yield match, named
    for match in _BOTH.finditer(text):
        yield match, Named([(1, 1), (2, 2)], is_sure=True, of=2)
    for match in _NUMBERED_ZH.finditer(text):
        yield match, Named([*_rows_zh(match["items"] or match["one"])], is_sure=True)


def _others(text: str) -> Iterator[tuple[re.Match[str], Named]]:
    """“Remove the first clip and mute the fourth”: the noun is said once."""
    named = (*_ORDINAL.finditer(text), *_CLIPS.finditer(text))
    first = min((one.end() for one in named), default=len(text))
    for match in _OTHER.finditer(text, first):
        if not _NO_OTHER.search(text[: match.start()]):
            number = ordinal(match["nth"])
            yield match, Named([(number, number)], is_sure=True, is_end=True)


def _numbered(match: re.Match[str]) -> Named:
    """“Clips 1 and 3”, “clip 2-4”."""
    rows = []
    for item in _PIECES.finditer(match["items"]):
        numbers = [_number(word) for word in re.findall(_NUMBER, item[0], re.IGNORECASE)]
        rows.append((numbers[0], numbers[-1]))
    return _beside(match, Named(rows, is_sure=_is_sure(match)))


def _counted(match: re.Match[str]) -> Named:
    """“The first and third clip”, “the second to fourth clips”."""
    first = ordinal(match["first"])
    rows = [(first, first)]
    for other in _ORDINALS.finditer(match["others"]):
        nth = ordinal(other["nth"])
        rows = [*rows[:-1], (rows[-1][0], nth)] if other["to"] else [*rows, (nth, nth)]
    return _beside(match, Named(rows, is_sure=_is_sure(match), is_end=True))


def _some(match: re.Match[str]) -> Named:
    """“The first two clips”."""
    is_first = match["end"].casefold() == "first"
    return Named(_at_end(_number(match["count"]), is_first=is_first), is_sure=_is_sure(match))


def _some_zh(match: re.Match[str]) -> Named | None:
    """前两个片段, 最后一段."""
    count = match["count"] or ""
    number = number_zh(count) if count and count not in "那的" else 1
    is_last = bool(match["end"])
    if not is_last and (number < _EACH or not count):
        return None  # 后段
    if is_last and not count and not match["noun"]:
        return None
    rows = _at_end(number, is_first=bool(match["start"]))
    return Named(rows, is_sure=True, is_end=number == 1)


def _at_end(count: int, *, is_first: bool) -> list[tuple[int, int]]:
    numbers = range(1, count + 1) if is_first else range(-count, 0)
    if count <= _EACH:
        return [(number, number) for number in numbers]
    return [(numbers[0], numbers[-1])]


def _beside(match: re.Match[str], named: Named) -> Named:
    """The clip beside the one that is named, where that is said: “the clip after clip 2”."""
    if not match["side"] or len(named.rows) > 1:
        return named
    number = named.rows[0][0]
    by = -1 if match["side"].casefold() == "before" else 1
    is_out = number + by == 0  # before the first, behind the last
    other = 10**6 if is_out else number + by
    return Named([(other, other)], named.is_sure)


def _rows_zh(items: str, *, is_back: bool = False) -> Iterator[tuple[int, int]]:
    for item in re.split(_AND_ZH, items):
        numbers = [number_zh(one) for one in re.findall(NUMBER_ZH, item)]
        rows = [-number for number in numbers] if is_back else numbers
        yield rows[0], rows[-1]


def _number(word: str) -> int:
    found = number_at([word.casefold()], 0)
    return round(found[0]) if found else 0


def _is_sure(match: re.Match[str]) -> bool:
    return match["noun"].casefold() == "clip"


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """Whether it says which one: not “a second clip”, “a 10 second clip”, “first, clip the …”."""
    before, behind = text[: match.start()], text[match.end() :]
    if _NOT_COUNTED.search(before) or ("second" in match[0].casefold() and _SECONDS.search(before)):
        return False
    if not _is_sure(match) and re.match(r"\s+of\b", behind, re.IGNORECASE):
        return False  # “the first part of the answer”
    is_begun = not before.strip() or before.rstrip(" ")[-1:] in _CLAUSE_END
    return not (is_begun and _is_sure(match) and _IS_VERB.match(behind))
