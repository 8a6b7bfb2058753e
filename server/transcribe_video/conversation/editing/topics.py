"""What a part of the video is about, in no quotation marks: “cut the part about the press”."""

import re
from collections.abc import Iterator

from transcribe_video.conversation.editing.sentence_holders import SOME
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.spoken import END, VERB, WHO
from transcribe_video.conversation.editing.stretch import Stretch
from transcribe_video.conversation.editing.token import Token

_PART = (
    r"(?:(?P<every>parts|bits|sections|segments|passages|sentences|everything|anything|all|stuff)"
    r"|part|bit|section|segment|passage|sentence|moment|piece|discussion|story)"
)
_TALKS = (
    r"(?:(?:talks?|talked|speaks?|spoke|chats?|chatted|rambles?|rants?|goes on|went on|jokes?|"
    r"complains?|is talking|are talking|am talking) about"
    r"|mentions?|mentioned|discuss(?:es|ed)?|describes?|explains?|brings? up)"
)
_OWNED = r"(?:(?:the|an?|my|our|your|his|her|their|its|that|this|these|those) )?"
# What is no topic: amounts and times, places in the video, what lies on it, what points back.
_NEVER = (
    r"(?:\d|half|halfway|midway|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twenty|"
    r"thirty|forty|fifty|sixty|seconds?|minutes?|hours?|quarter|third|beginning|start|middle|end|"
    r"ending|first|last|next|previous|same|other|rest|ums?|uhs?|fillers?|pauses?|silences?|"
    r"how|what|why|where|when|who|which|something|anything|everything|nothing|nobody|twice|roughly|"
    r"around|(?:that|this|so|as) (?:long|short|much|far))\b"
)
_ALONE = (
    r"(?:the|an?|that|this|it|its|there|here|him|her|them|us|me|you|all|right|music|titles?|"
    r"captions?|subtitles?|pictures?|images?|logo|clips?|video|volume|sound|half)"
)
_STOPS = (
    r"(?=,? (?:but|unless|if|except|without|or|then|because|so|when|while|before|after|for now|"
    r"in)\b"
    r"|,? and (?:then |also )?(?:the (?:part|bit|section|sentence|first|last|next|music|captions?|"
    r"subtitles|titles?|end|beginning|start|pauses|silences|sound|volume)\b|everything|all\b|it\b|"
    r"undo|lower|raise|normali[sz]e|turn|move|take|play|split|swap|loop|\d|clips?\b|ums?\b|uhs?\b|"
    r"pauses|silences|fillers?))"
)
_ABOUT = re.compile(
    rf"\b(?P<verb>{VERB})\b(?P<lead>[^.!?\n,;\"“”]{{0,30}}?)\b{_PART}\s+"
    r"(?P<told>(?:about|on the subject of|regarding|concerning"
    rf"|(?:where|when|in which|that)\s+(?:{WHO}|it)\s+{_TALKS})"
    rf"\s+(?!{_OWNED}{_NEVER})(?!{_ALONE}{END}){_OWNED}"
    rf"(?P<text>[a-z][a-z' -]{{2,60}}?))(?:{_STOPS}|{END})",
    re.IGNORECASE,
)
# What is meant up to such a part, or of it, is another thing; what stays must be all that stays.
_LED_AWAY = re.compile(
    r"\b(?:after|before|until|till|to|from|between|since|through|of|than)\s+(?:the\s+|that\s+)?$",
    re.IGNORECASE,
)
_KEPT = re.compile(r"keep|leave", re.IGNORECASE)
_ALONE_KEPT = re.compile(r"\b(?:only|just|nothing but)\b", re.IGNORECASE)
_ABOUT_ZH = re.compile(
    r"(?:把|将|剪掉|剪去|删掉|删去|去掉|删除|保留|留下)(?:视频里|视频中|里面)?的?(?P<every>所有|全部)?的?"
    r"(?P<told>(?:关于|有关|(?:[她他我你它]们?|嘉宾|主持人|记者)?(?:谈到|聊到|讲到|谈论|讨论|谈及|提到|聊)了?)"
    r"(?!了|最[前后]|一半|开头|结尾|开始|很久|半天|哪|什么|[一二两三四五六七八九十几半]+(?:个|分|秒|小时|句|次))"
    r"(?P<text>[^“”\"「」『』《》，。,；;：:！!？?\s\d\ue000-\uf8ff的这那]{2,20}?))"
    r"(?=的(?:那|这)?(?:一|几)?(?:部分|段落|内容|段话|片段|段)(?!\s*[之以]?[前后]))"
)


def topics_in(message: str) -> Iterator[Token]:
    """What parts of the speech are about, as quotations of the sentences that name it.

    Only behind a verb of cutting and a part of the video.
    """
    for match in _ABOUT.finditer(message):
        is_only = _ALONE_KEPT.search(match["lead"]) or _ALONE_KEPT.search(message[: match.start()])
        if _LED_AWAY.search(match["lead"]) or (_KEPT.match(match["verb"]) and not is_only):
            continue
        is_some = SOME.search(f"{match['verb']}{match['lead']}") is not None
        yield _topic(match, is_every=match["every"] is not None and not is_some)
    for match in _ABOUT_ZH.finditer(message):
        yield _topic(match, is_every=match["every"] is not None)


def _topic(match: re.Match[str], *, is_every: bool) -> Token:
    stretch = Stretch(sentence_by="topic", is_every=is_every)
    return Token(Sign.QUOTE, *match.span("told"), match["text"].strip(), stretch=stretch)
