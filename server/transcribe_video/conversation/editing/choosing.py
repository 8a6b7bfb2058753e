"""Which of several things that were asked about a message means: “the second one”, 都删, 前两个."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from transcribe_video.conversation.editing.folded import folded
from transcribe_video.conversation.editing.ordinals import (
    NUMBER_ZH,
    ORDINAL,
    number_zh,
    ordinal,
)

Deed = Literal["cut", "keep", "mute", "move", ""]
_LONGEST = 80  # characters
_EDGE = r"[\s,.!;:，。！；、\"'“”-]*"
_VERBS: dict[Deed, str] = {
    "cut": r"cut(?: out)?|remove|delete|drop|take out|lose|get rid of",
    "keep": r"keep(?: only)?|leave(?: only)?",
    "mute": r"mute|silence|bleep",
    "move": r"move",
}
_VERBS_ZH: dict[Deed, str] = {
    "cut": r"剪掉|剪了|剪|删掉|删除|删了|删|去掉|去除|不要",
    "keep": r"只?保留|留下|只留|留",
    "mute": r"静音|消音",
    "move": r"移动|移",
}
_LEAD = (
    r"(?:(?:oh|ok|okay|well|um|uh|please|yes|yeah|just|only|i mean|i meant|i want|i'd like|"
    r"i choose|let's|let us|take|use|choose|pick|select|make it|it's|that's|it is|that would be|do|"
    r"go with|go for|can you|could you|would you)\b\s*[,:]?\s*)*"
)
_COUNT = r"(?:two|three|four|five|six|\d{1,2})"
_ONE = (
    rf"(?:(?:the )?(?P<nth>{ORDINAL})(?: (?:one|time|occurrence|option|choice|place|match))?"
    r"|(?:the )?(?P<edge>former|latter)(?: one)?"
    r"|(?:(?:the )?(?:numbers?|nos?\.?|options?|choices?|one)\s*|# ?)?"
    r"(?P<number>\d{1,2}|one|two|three|four|five))(?: of (?:them|these|those))?"
)
_EACH = (
    r"(?P<each>both(?: of (?:them|these|those))?|(?:them |these |those )?all"
    rf"(?: (?:of (?:them|these|those)|{_COUNT}(?: of (?:them|these))?))?|them (?:both|all)|"
    r"each(?: one| of them)?|every one(?: of them)?|every single one)"
)
_FEW = (
    r"(?:the )?(?P<side>(?:very )?(?:first|last)|final)"
    rf" (?P<few>{_COUNT})(?: (?:ones|times|occurrences|options|choices|places|matches))?"
    r"(?: of (?:them|these|those))?"
)
_TAIL = r"(?:\s*,?\s*(?:please|thanks|thank you|only|out|then|pls))*"
_LEAD_ZH = (
    r"(?:请|就|那|我要|我想要|我选|我说的是|选择?|用|是|应该是|只|把|将|麻烦|对|好的?|嗯|帮我)*"
)
_ONE_ZH = (
    rf"(?:(?P<back>倒数)?第(?P<number_zh>{NUMBER_ZH})(?:个|次|处|段|句|种|项|遍|条)?"
    r"|(?P<last>最后)(?:一|那)?(?:个|次|处|段|句|遍)"
    r"|(?P<front>前|后)(?:面)?(?:一|那)?(?:个|次|处|段|句))(?:的)?"
)
_FEW_ZH = (
    r"(?P<side_zh>前|头|后|最后)(?:面)?(?:的)?(?P<few_zh>[两二三四五六七八九十]|\d{1,2})"
    r"(?:个|次|处|段|句|种|项|遍|条)"
)
_EACH_ZH = (
    r"(?P<each_zh>(?:[两三四五六]|\d)(?:个|处|次|段|句)(?:全|都)|全部都?|全都|所有的?都?|"
    r"每(?:一)?(?:个|处|次|段|句)都?|都)"
)
_TAIL_ZH = r"(?:要|吧|了|的|就行|就好|就可以|可以|行|谢谢|掉|啦|呀)*"


def _verbs(verbs: dict[Deed, str], suffix: str) -> str:
    return "|".join(f"(?P<{deed}{suffix}>{words})" for deed, words in verbs.items())


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_AND = re.compile(r"\s*,\s*(?:and |& ?)?|\s+and\s+|\s*&\s*|\s*(?:[、，和跟与及]|还有|以及)\s*")
_SOME = rf"(?P<some>{_unnamed(_ONE)}(?:(?:{_AND.pattern})(?:the )?{_unnamed(_ONE)})+)"
_SOME_ZH = rf"(?P<some_zh>{_unnamed(_ONE_ZH)}(?:(?:{_AND.pattern}){_unnamed(_ONE_ZH)})+)"
_ENGLISH = re.compile(
    rf"{_EDGE}{_LEAD}(?:(?:{_verbs(_VERBS, '')})\s+)?(?:{_EACH}|{_FEW}|{_SOME}|{_ONE})"
    rf"{_TAIL}{_EDGE}"
)
_CHINESE = re.compile(
    rf"{_EDGE}{_LEAD_ZH}(?:(?:{_verbs(_VERBS_ZH, '_first')})(?:的是)?)?"
    rf"(?:{_EACH_ZH}|(?:{_FEW_ZH}|{_SOME_ZH})(?:都|全)?|{_ONE_ZH})"
    rf"(?:{_verbs(_VERBS_ZH, '_last')})?{_TAIL_ZH}{_EDGE}"
)
_EITHER = re.compile(f"{_ONE}|{_ONE_ZH}")
_SIDES = {"former": 1, "latter": -1, "前": 1, "后": -1}


@dataclass(frozen=True, slots=True)
class Answer:
    """Which of several things are meant.

    Attributes:
        nths: 1 is the first, -1 the last; none are all of them.
        deed: what shall be done, where the answer says so.
    """

    nths: tuple[int, ...] = ()
    deed: Deed = ""


def answer_in(message: str) -> Answer | None:
    """The answer that a message is, where it is nothing else."""
    if len(message) > _LONGEST:
        return None
    plain = " ".join(folded(message).text.split())
    match = _ENGLISH.fullmatch(plain) or _CHINESE.fullmatch(plain)
    if match is None:
        return None
    told = {name: text for name, text in match.groupdict().items() if text}
    deeds = [deed for deed in _VERBS if {deed, f"{deed}_first", f"{deed}_last"} & told.keys()]
    nths = tuple(dict.fromkeys(_nths(told)))
    is_each = bool({"each", "each_zh"} & told.keys())
    is_named = is_each or (nths != () and 0 not in nths)
    return Answer(() if is_each else nths, deeds[0] if deeds else "") if is_named else None


def _nths(told: dict[str, str]) -> Sequence[int]:
    """Which ones are named."""
    if few := told.get("few") or told.get("few_zh"):
        count = _written(few)
        is_first = (told.get("side") or told["side_zh"]).endswith(("first", "前", "头"))
        return range(1, count + 1) if is_first else range(-count, 0)
    if some := told.get("some") or told.get("some_zh"):
        ones = filter(None, (_EITHER.fullmatch(one) for one in _AND.split(some)))
        return [
            _nth({name: text for name, text in one.groupdict().items() if text}) for one in ones
        ]
    return [_nth(told)]


def _nth(told: dict[str, str]) -> int:
    """Which one is named."""
    if "nth" in told:
        return ordinal(told["nth"])
    if number := told.get("number") or told.get("number_zh"):
        return -_written(number) if "back" in told else _written(number)
    side = told.get("edge") or told.get("front", "")
    return -1 if "last" in told else _SIDES.get(side, 0)


def _written(number: str) -> int:
    return _NUMBERS.get(number) or number_zh(number)


_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
