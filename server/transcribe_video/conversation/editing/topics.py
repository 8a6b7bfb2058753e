"""What a part of the video is about, in no quotation marks: “cut the part about the press”."""

import re
from collections.abc import Iterator

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
    r"how|what|why|where|when|who|which|something|anything|everything|nothing|nobody)\b"
)
_ALONE = (
    r"(?:the|an?|that|this|it|its|there|here|him|her|them|us|me|you|all|right|music|titles?|"
    r"captions?|subtitles?|pictures?|images?|logo|clips?|video|volume|sound|half)"
)
_ABOUT = re.compile(
    rf"\b{VERB}\b[^.!?\n,;\"“”]{{0,30}}?\b{_PART}\s+"
    r"(?P<told>(?:about|on the subject of|regarding|concerning"
    rf"|(?:where|when|in which|that)\s+(?:{WHO}|it)\s+{_TALKS})"
    rf"\s+(?!{_OWNED}{_NEVER})(?!{_ALONE}{END}){_OWNED}(?P<text>[a-z][a-z' -]{{2,60}}?)){END}",
    re.IGNORECASE,
)
_ABOUT_ZH = re.compile(
    r"(?:把|将|剪掉|剪去|删掉|删去|去掉|删除|保留|留下)(?:视频里|视频中|里面)?的?(?P<every>所有|全部)?的?"
    r"(?P<told>(?:关于|有关|(?:[她他我你它]们?|嘉宾|主持人|记者)?(?:谈到|聊到|讲到|谈论|讨论|谈及|提到|聊)了?)"
    r"(?P<text>[^“”\"「」『』《》，。,；;：:！!？?\s\d\ue000-\uf8ff的这那]{2,20}?))"
    r"(?=的(?:那|这)?(?:一|几)?(?:部分|段落|内容|段话|片段|段))"
)


def topics_in(message: str) -> Iterator[Token]:
    """What parts of the speech are about, as quotations of the sentences that name it.

    Only behind a verb of cutting and a part of the video.
    """
    for match in (*_ABOUT.finditer(message), *_ABOUT_ZH.finditer(message)):
        stretch = Stretch(sentence_by="topic", is_every=match["every"] is not None)
        yield Token(Sign.QUOTE, *match.span("told"), match["text"].strip(), stretch=stretch)
