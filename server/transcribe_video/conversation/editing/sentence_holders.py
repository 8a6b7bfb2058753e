"""Quotations by which a whole sentence is meant: “the sentence with 'X'”, “X”那句话."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transcribe_video.conversation.editing.edit import Range
from transcribe_video.conversation.editing.ordinals import ORDINAL
from transcribe_video.conversation.editing.said import SentenceBy

_QUOTE = "(?P<quote>[\ue000-\uf8ff])"
_THAT = r"(?:that|which|in which)"
_SAYS = r"(?:says?|said|mentions?|mentioned)"
_HOLDS = (
    r"(?:with|about|containing|including|mentioning|saying"
    rf"|{_THAT} (?:contains?|has|have|includes?|goes|reads|{_SAYS})"
    rf"|(?:where|{_THAT}) (?:he|she|they|i|we|you|it|someone|somebody|[A-Za-z]+) {_SAYS})"
)
_BEGINS = rf"(?:(?:starting|beginning|opening)|{_THAT} (?:starts|begins|opens)) (?:with|on)"
_EVERY = r"(?P<every>(?:all|every|each|any)(?:\s+(?:of|single))?(?:\s+(?:the|those|these))?\s+)"
_ENDS = rf"(?:(?:ending|closing)|{_THAT} (?:ends?|closes?)) (?:with|in|on)"
_WORDS = r"(?:\s+the)?(?:\s+(?:word|words|phrase|text))?"
_EN = re.compile(
    rf"(?<![\w'])(?:{_EVERY})?(?P<whole>(?:whole|entire|complete|full)\s+)?"
    r"(?:(?P<plural>sentences)|sentence)\s+"
    rf"(?P<told>(?:{_HOLDS}|(?P<begins>{_BEGINS})|(?P<ends>{_ENDS})){_WORDS})\s*{_QUOTE}",
    re.IGNORECASE,
)
# Who wants a part gone in which something is talked about does not mean the word alone.
_TALKS = r"(?:talks?|talked|speaks?|spoke|chats?|goes on|rambles?|discuss(?:es|ed)?|says?|said)"
_WHO = (
    r"(?:(?!(?:nobody|never|not|no|hardly|barely|rarely|\w+n't|nothing|none)\b)[A-Za-z]+\s+){1,3}?"
)
_PART = "(?:part|bit|section|segment|passage|portion|moment|place|stuff|sentence)"
_ABOUT = re.compile(
    rf"(?<![\w'])(?:{_EVERY})?(?:(?P<plural>(?:{_PART})s|everything|anything)|{_PART})\s+"
    rf"(?P<told>(?:about|on|regarding"
    rf"|(?:(?:where|in which|when|that)\s+)?{_WHO}{_TALKS}\s+(?:about|of|on)"
    rf"|(?:where|in which|when|that)\s+{_WHO}discuss(?:es|ed)?"
    rf"|(?:that|which)\s+(?:is|are)\s+about){_WORDS})\s*{_QUOTE}",
    re.IGNORECASE,
)
_ABOUT_ZH = re.compile(
    r"(?P<told>(?:关于|有关)|[她他我们它]{0,2}(?:谈到|聊到|聊|讨论到?|讲到|谈论|说到|提到)(?:了|过)?)"
    rf"\s*{_QUOTE}\s*"
    r"(?P<behind>的(?:那|这)?(?:一)?(?:部分|段落|内容|段话|段|片段))(?!\s*[之以]?[前后])"
)
_MORE = re.compile(r"\s*(?:,\s*(?:and|or)?|and|or|、|和|跟|与)\s*[\ue000-\uf8ff]", re.IGNORECASE)
_WHOLE = re.compile(
    rf"(?<![\w'])(?P<told>whole|entire|complete|full)\s+sentence\s*[:,]?\s*{_QUOTE}", re.IGNORECASE
)
_OPEN = re.compile(
    r"(?<![\w'])(?:after|before|until|till|to|from|between|since|through)\s+"
    rf"(?:(?:the|that|this)\s+)?(?:{ORDINAL}\s+)?$",
    re.IGNORECASE,
)
"""What is meant up to such a sentence, or from it on, is another thing."""
SOME = re.compile(
    r"\b(?:(?:one|two|three|some|any|none|most|many|few|either|neither|half|part|both|several|\w+est|"
    r"first|last|\d+(?:st|nd|rd|th)?|second|third|fourth|fifth)(?:\s+one)?\s+of|first|last|two|"
    r"three|four|five|some|several|few|a\s+few|a\s+couple(?:\s+of)?|most|second|third|next|previous|"
    r"other|\w+est|\d+)"
    r"(?:\s+(?:the|these|those|my|all))*\s*$",
    re.IGNORECASE,
)
"""Only some of several are meant."""
_NOUN_ZH = r"(?:[那这哪]一?整?句(?:话|子)?|一?整句(?:话|子)?|句(?:话|子))"
_END_ZH = r"(?!\s*(?:之|以|的)?[前后]|\s*(?:开始|起|为止|到|至))"
_START_ZH = r"(?<![从到至])"
_SAYS_ZH = "(?:包含着?|含有|带有|含|带|提到了?|说到了?|讲到了?)"
_NOT_ZH = "(?<!没)(?<!没有)(?<!不)(?<!未)(?<!并未)"
_EVERY_ZH = "(?P<every>(?:所有的?|全部的?|每一?[个句]?|凡是?))"
_HOLDS_ZH = re.compile(
    rf"{_START_ZH}{_EVERY_ZH}?{_NOT_ZH}(?P<told>{_SAYS_ZH})"
    rf"{_QUOTE}\s*(?P<behind>的)?{_NOUN_ZH}(?P<plural>全?都)?{_END_ZH}"
)
_EACH_ZH = re.compile(
    rf"(?P<every>每一?句){_NOT_ZH}(?P<told>{_SAYS_ZH}){_QUOTE}\s*(?P<behind>的)(?:话|句子)",
    re.IGNORECASE,
)
_IN_ZH = re.compile(rf"{_START_ZH}{_QUOTE}\s*(?P<behind>所在的?){_NOUN_ZH}{_END_ZH}")
# “X”这句话 is what that sentence says itself.
_ZH = re.compile(
    rf"{_START_ZH}{_QUOTE}\s*(?P<behind>的)?(?:那句话|那一句话?|[那这]?一?整句话?|句子){_END_ZH}"
)
_WHOLE_ZH = re.compile(rf"(?P<told>整句(?:话|子)?|一整句(?:话|子)?)\s*{_QUOTE}{_END_ZH}")
_BEGINS_ZH = re.compile(
    rf"(?P<told>以)(?P<begins>){_QUOTE}\s*(?P<behind>(?:开头|开始|打头)的?){_NOUN_ZH}{_END_ZH}"
)
_TOLD = {"every", "whole", "told", "behind"}
_PATTERNS = (
    _EN,
    _ABOUT,
    _ABOUT_ZH,
    _WHOLE,
    _BEGINS_ZH,
    _HOLDS_ZH,
    _EACH_ZH,
    _IN_ZH,
    _ZH,
    _WHOLE_ZH,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A quotation that stands for its sentence.

    Attributes:
        at: the place of the quotation in the message.
        sentence_by: what it is of that sentence.
        told: the words that say so, as places in the message.
        is_every: all such sentences are meant.
    """

    at: int
    sentence_by: SentenceBy
    told: tuple[Range, ...]
    is_every: bool = False


def holders_in(masked: str) -> Iterator[Holder]:
    """The quotations that stand for their sentences, in a message in which each is one letter."""
    known: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(masked):
            at = match.start("quote")
            if at in known or _OPEN.search(masked[: match.start()]):
                continue
            known.add(at)
            named = {name for name, text in match.groupdict().items() if text is not None}
            told = sorted(match.span(name) for name in named & _TOLD if match[name])
            is_every = bool(named & {"every", "plural"}) and not SOME.search(
                masked[: match.start()]
            )
            by: SentenceBy = "beginning" if "begins" in named else "part"
            yield Holder(at, "ending" if "ends" in named else by, tuple(told), is_every)
            while pattern is _ABOUT and (more := _MORE.match(masked, at + 1)):
                at = more.end() - 1  # “about 'money' and 'dogs'”
                known.add(at)
                yield Holder(at, "part", (), is_every)
