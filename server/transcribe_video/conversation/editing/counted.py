"""Which of several a message means: “the last 'right'”, 第二个“那么”, “the first sentence”."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from transcribe_video.conversation.editing.ordinals import (
    NUMBER_ZH,
    ORDINAL,
    number_zh,
    ordinal,
)
from transcribe_video.conversation.editing.sentence_holders import holders_in
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.stretch import Stretch
from transcribe_video.conversation.editing.token import Token

_FIRST = 0xE000
_QUOTE = "(?P<quote>[\ue000-\uf8ff])"
_TIMES = r"(?:time|occasion|occurrence|instance|mention|use|utterance|one)"
# “The last sentence 'x'” tells what that sentence says, and not which 'x' is meant.
_NOUN = r"(?:word|words|phrase|line|sentence|quote|bit|part|passage|section|place|spot|moment|clip)"
_SAID = (
    r"(?:of|that|when|where|she|he|they|i|we|you|it|someone|somebody|is|was|says?|said|saying|"
    rf"mentions?|mentioned|the|a|with|goes|{_NOUN}(?=\s+[a-z]))"
)
_BEFORE = re.compile(
    rf"(?<![\w'])(?P<counted>(?:the\s+)?(?P<nth>{ORDINAL})(?P<time>\s+{_TIMES}(?![\w']))?)"
    rf"\s+(?:{_SAID}\s+){{0,6}}(?(time)(?:{_NOUN}\s+)?){_QUOTE}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"{_QUOTE}\s*(?P<counted>,?\s*(?:but\s+)?(?:only\s+|just\s+)?(?:for\s+)?the\s+(?P<nth>{ORDINAL})"
    rf"\s+{_TIMES}(?:\s+(?:she|he|they|i|we|it's|it\s+is)\s+(?:says?|said)(?:\s+it)?)?(?![\w']))",
    re.IGNORECASE,
)
_BEFORE_ZH = re.compile(
    rf"(?P<counted>(?:(?P<back>倒数|倒數)?第(?P<number>{NUMBER_ZH})|(?P<last>最后|最後)的?[一那])"
    r"(?:个|個|次|处|處|句|遍|回|段)(?:出现|出現)?)"
    rf"(?:提到|说到|讲到|说|說|讲|講|她|他|我|的|是|那|这|话|話){{0,6}}\s*{_QUOTE}"
)
# “The last sentence of each clip”, “… of the part about X”: nobody counts them there.
_OF_PART = (
    r"(?!\s+(?:of|in|from)\s+(?!(?:(?:the|this|my|our)\s+(?:whole\s+)?(?:video|interview|recording|"
    r"film|movie|transcript|speech|talk)|it|this|that)\b)\w)"
)
_SENTENCE = re.compile(
    rf"(?<![\w'])(?P<counted>(?P<nth>{ORDINAL})\s+(?:spoken\s+)?sentence)(?![\w'])"
    r"(?!\s*[\ue000-\uf8ff])"
    r"(?!\s+(?:where|that|which|when|about|with|saying|says?|says|she|he|they|i|we)\b)"
    rf"{_OF_PART}",
    re.IGNORECASE,
)
_SENTENCES = re.compile(
    rf"(?<![\w'])(?P<items>{ORDINAL}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?{ORDINAL}){{1,20}})"
    r"\s+(?:spoken\s+)?sentences?(?![\w'])(?!\s*[\ue000-\uf8ff])"
    rf"(?!\s+(?:where|that|which|when|about|with|saying|says?|she|he|they|i|we)\b){_OF_PART}",
    re.IGNORECASE,
)
_NTH = re.compile(rf"(?<![\w']){ORDINAL}(?![\w'])", re.IGNORECASE)
_BY_NUMBER = re.compile(
    r"(?<![\w'])sentences?\s+(?:numbers?\s+|no\.?\s*|#\s*)?"
    r"(?P<items>\d{1,3}(?:\s*(?:,\s*and|,|and|&|to|through|-|–)\s*\d{1,3})*)"  # noqa: RUF001
    r"(?=\s*(?:$|[,;.!?)](?!\d)|[\u4e00-\u9fff]|(?:and|then|but|please|from|out|off|away|silent|now|too|"
    r"to (?:the|be)|at the|before|after|behind)\b))",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?P<to>(?:to|through|-|–)\s*)?(?P<number>\d{1,3})", re.IGNORECASE)  # noqa: RUF001
_MOST_SENTENCES = 50  # in one message, by their numbers
_NO_SENTENCE = 10**6
_SENTENCE_ZH = re.compile(
    rf"(?P<counted>(?:(?P<back>倒数|倒數)?第(?P<number>{NUMBER_ZH})|(?P<last>最后|最後)的?[一那])句"
    r"(?:话|話)?)(?!\s*[\ue000-\uf8ff话話说說是])"
)
_NO_ORDINAL = re.compile(
    r"(?:\d|\b(?:a|an|one|two|ten|half|every|each|another|per|lower))[\s-]*$", re.IGNORECASE
)
_CLAUSE_END: Final = ".,;:!?\n"


def counted(masked: str, mentions: Sequence[Token]) -> list[Token]:
    """The mentions, the quotations with their number; besides what tells it, and sentences.

    Args:
        masked: the message with one letter in place of each mention, from U+E000 on.
        mentions: what is mentioned, in order.
    """
    found = list(mentions)
    told: list[Token] = []
    for holder in holders_in(masked):
        place = ord(masked[holder.at]) - _FIRST
        if found[place].sign is Sign.QUOTE:
            stretch = Stretch(sentence_by=holder.sentence_by, is_every=holder.is_every)
            found[place] = replace(found[place], stretch=stretch)
            told += [Token(Sign.SMALL, *span) for span in holder.told]
    for pattern in (_BEFORE, _BEHIND, _BEFORE_ZH):
        for match in pattern.finditer(masked):
            place = ord(match["quote"]) - _FIRST
            start, end = match.span("counted")
            is_quote = found[place].sign is Sign.QUOTE
            if is_quote and _is_apart(start, end, told) and _is_which(masked, match):
                found[place] = replace(found[place], number=_number(match))
                told.append(Token(Sign.SMALL, start, end))
    for one in _sentences(masked):
        if _is_apart(one.start, one.end, told):
            told.append(one)
    return sorted((*found, *told), key=lambda token: token.start)


def _sentences(masked: str) -> Iterator[Token]:
    rows = [  # “the first and the last sentence”
        (match, [ordinal(one[0]) for one in _NTH.finditer(match["items"])])
        for match in _SENTENCES.finditer(masked)
    ]
    rows += [(match, _numbers(match)) for match in _BY_NUMBER.finditer(masked)]
    if sum(len(numbers) for _, numbers in rows) > _MOST_SENTENCES:
        rows = [(match, [_NO_SENTENCE]) for match, _ in rows[:1]]
    for match, numbers in rows:
        places = [*range(match.start(), match.start() + len(numbers)), match.end()]
        for number, place in zip(numbers, pairwise(places), strict=True):
            yield Token(Sign.SAID, *place, stretch=Stretch(sentence=number))
    for pattern in (_SENTENCE, _SENTENCE_ZH):
        for match in pattern.finditer(masked):
            if _is_which(masked, match):
                stretch = Stretch(sentence=_number(match))
                yield Token(Sign.SAID, *match.span("counted"), stretch=stretch)


def _numbers(match: re.Match[str]) -> list[int]:
    """Those that a list names, each once; where these are too many, one that there is not."""
    found: list[int] = []
    for item in _ITEM.finditer(match["items"]):
        number = int(item["number"])
        first = found[-1] + 1 if item["to"] and found else number
        if not 0 < first <= number < first + _MOST_SENTENCES:
            return [_NO_SENTENCE]
        found += range(first, number + 1)
    return list(dict.fromkeys(found)) if len(found) <= len(match[0]) else [_NO_SENTENCE]


def _is_apart(start: int, end: int, told: Iterable[Token]) -> bool:
    return all(end <= one.start or one.end <= start for one in told)


def _is_which(masked: str, match: re.Match[str]) -> bool:
    """Whether it counts: not “a second”, nor “first” and “last” where a list begins."""
    if "nth" not in match.re.groupindex:
        return True
    before = masked[: match.start("nth")].rstrip(" ")
    is_listed = not before or before[-1] in _CLAUSE_END
    return not (is_listed and match.re is _BEFORE) and not _NO_ORDINAL.search(before)


def _number(match: re.Match[str]) -> int:
    if "nth" in match.re.groupindex:
        return ordinal(match["nth"])
    if match["last"]:
        return -1
    number = number_zh(match["number"])
    return -number if match["back"] else number
