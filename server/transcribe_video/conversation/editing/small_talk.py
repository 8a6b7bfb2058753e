"""Messages that ask for no change: thanks and praise, and questions about the video as it is."""

import re
from dataclasses import dataclass
from typing import Literal

from transcribe_video.conversation.editing.folded import folded

Courtesy = Literal["thanks", "later", ""]
_LONGEST = 80  # characters
_EDGE = r"[\W_]*"
_ADVERB = r"(?:really|very|so|just|absolutely|pretty|quite|all|much|super|truly|totally)"
_GOOD = (
    r"(?:great|perfect|nice|excellent|awesome|amazing|wonderful|fantastic|brilliant|beautiful|"
    r"lovely|cool|sweet|impressive|superb|helpful|gorgeous|neat)"
)
_THING = r"(?:that|this|it|the (?:video|film|clip|result|cut|edit)|everything|you|they|these|those)"
_PRAISE = (
    rf"(?:{_THING}(?:'s| is|'re| are| was| looks?| looked| sounds?| works?) )?"
    rf"(?:{_ADVERB} )*{_GOOD}"
    r"|well done|(?:good|great|nice|excellent|amazing|awesome) (?:job|work|one|stuff)|wow|bravo|"
    r"hooray|yay|(?:i )?(?:really )?(?:love|like) (?:it|this|that)|that helps|that helped"
    r"|(?:you're|you are) the best"
)
_THANKS = (
    r"(?:many )?thanks(?: (?:a lot|a million|a bunch|a ton|again))?|thank (?:you|u)|thx|ty|cheers|"
    r"(?:i )?(?:really )?appreciate (?:it|that)|(?:much )?appreciated|(?:so|very) much|"
    r"for (?:your help|that|this|everything|all of it|the help)|that's all|that is all"
)
_PRAISE_ZH = (
    r"(?:(?:这|那|你|我|剪|做|弄|看起来|视频|效果|真的|实在|非常|特别|挺|得|也|都|是|很|太|真|个|样)*"
    r"(?:好看|漂亮|完美|喜欢|厉害|不错|棒|赞|很好|太好|真好|干得好|做得好|剪得好))(?:极了|了|啊|呀|啦)?"
)
_THANKS_ZH = (
    r"(?:太|非常|十分|多|真是)?(?:谢谢|感谢|多谢|谢|辛苦)(?:你|您|大家|啦|了|啊|呀|哦|的帮助)*"
)
_ASIDE = r"(?:oh|ah|hey|hi|haha|yay|and|again|man|dude|guys|everyone|哈+|哇|哦|啊|嗯)"
_COURTESY = re.compile(
    rf"{_EDGE}(?:{_ASIDE}{_EDGE})*(?:(?:{_THANKS}|{_PRAISE})(?![\w'])|{_THANKS_ZH}|{_PRAISE_ZH}){_EDGE}"
    rf"(?:(?:(?:{_THANKS}|{_PRAISE}|{_ASIDE})(?![\w'])|{_THANKS_ZH}|{_PRAISE_ZH}){_EDGE})*"
)
_LATER = re.compile(
    rf"{_EDGE}(?:(?:ok|okay|well|hm+|thanks|no){_EDGE})*"
    r"(?:(?:maybe|perhaps)(?: (?:later|another time|tomorrow|not))?|later|another time|"
    r"(?:let me|i'll|i have to|i need to) think(?: about (?:it|that))?|"
    r"we'll see|i don't know(?: yet)?|not sure(?: yet)?|"
    r"(?:也许|可能)?(?:以后|回头|改天|待会儿?|等会儿?|等一下|晚点)(?:再说|再看|再弄|再做|吧)*|再说吧|"
    r"(?:让)?我(?:再)?(?:想想|想一想|考虑一下|考虑考虑)(?:吧)?)(?![\w'])"
    rf"{_EDGE}(?:(?:thanks|thank you|谢谢){_EDGE})?"
)
_ASKED = (
    r"(?:(?:and|so|ok|okay|please|hi|hey|(?:(?:can|could) you (?:please )?)?tell me|do you know)"
    r"\W+)*"
)
_VIDEO = (
    r"(?:it|this|(?:the|this|my|our) (?:(?:whole|entire|edited|finished|current) )?"
    r"(?:video|film|movie|clip|edit|cut|recording|timeline|project))"
)
_NOW = r"(?: (?:now|currently|at the moment|right now|in total|so far|all together|altogether))*"
_LENGTH = re.compile(
    rf"{_ASKED}(?:how long (?:is|does|are) {_VIDEO}(?: run| last| go)?|how long {_VIDEO} is|"
    rf"how many (?:seconds|minutes) (?:is|does|long is) {_VIDEO}(?: have| last| run)?|"
    r"(?:what's|what is) (?:the (?:current |total )?(?:length|duration|running time)"
    rf"(?: of {_VIDEO})?|{_VIDEO}'s (?:length|duration))){_NOW}"
    r"|(?:请问|那|现在|目前|这个|这段|整个|视频|影片|片子|成片|全片|剪完|一共|总共|总|的|有|是|长度|"
    r"时长|时间)*"
    r"(?:多长|(?<=[频片子])(?:有|是)?多久|几分钟|(?:有|是)多少(?:秒|分钟)|(?:长度|时长)是?多少)(?:时间)?(?:了|呢|啊)?"
)
_CLIPS = re.compile(
    rf"{_ASKED}how many (?:clips|parts|pieces|segments) "
    rf"(?:are there|(?:does|do) (?:{_VIDEO}|we|i|you) have|are (?:in|on) {_VIDEO}|is {_VIDEO})"
    rf"(?: (?:in|on) {_VIDEO})?{_NOW}|{_ASKED}(?:what|which) clips are there{_NOW}"
    r"|(?:请问|那|现在|目前|这个|视频|影片|片子|时间线|里|上|面|一共|总共|有|是|分成|分|了)*"
    r"(?:几|多少)(?:个|段)?(?:片段|段落|段|部分)(?:了|呢|啊)?"
)
_HELP = re.compile(
    rf"{_ASKED}(?:(?:what|what else) can (?:you|i|we) (?:do|say|ask)"
    r"(?: for (?:me|you))?(?: here| now)?"
    r"(?: (?:with|to) (?:this|it|the video|my video|you))?|what (?:do|are) you(?: able to)? do|"
    r"(?:(?:can|could|would|will) you (?:please )?)?help(?: me)?(?: please)?|i need (?:some )?help|"
    r"what are your (?:features|capabilities|commands|options)|how does (?:this|it) work|"
    r"how do (?:i|we) use (?:this|it|you)|hi|hello|hey|"
    r"good (?:morning|afternoon|evening))(?: there)?"
    r"|(?:请问|那)?(?:你|您|这里|这个)?(?:都|还)?(?:能|会|可以)(?:帮我)?(?:做|干|剪|改)(?:什么|啥|些什么|哪些事?)(?:呢|啊)?"
    r"|(?:请问)?你?(?:都)?有(?:什么|哪些)功能(?:呢)?|(?:这个)?怎么(?:用|使用)(?:你|它)?(?:呢|啊)?|帮助|你好(?:啊|呀)?|您好"
    r"|你?(?:能|可以)?帮(?:我|帮我|一下|帮忙)(?:吗|么)?"
)

_TEXT = r"[\"“‘'「]([^\"”’」]{1,80}?)[\"”’'」]"  # noqa: RUF001 - what is quoted
_WHERE = r"(?:where|when|how often|how many times|at what time)"
_WHERE_ZH = r"(?:在?哪里|在?哪儿|在?什么地方|什么时候|何时|第几秒)"
_SAID = re.compile(
    rf"{_ASKED}{_WHERE} (?:does|do|did) (?:\w+ ){{1,3}}?(?:say|mention|talk about|speak of|use) "
    rf"(?:the words? |the phrase )?(?:{_TEXT}|([\w' ]{{1,60}}))"
    rf"|{_ASKED}{_WHERE} (?:is|are|was|were) (?:the words? |the phrase )?{_TEXT} "
    r"(?:said|mentioned|spoken|used|heard)"
    rf"|[他她]?{_WHERE_ZH}[他她]?(?:说|讲|提|谈)(?:到了?|过|了)?{_TEXT}"
    rf"|{_TEXT}(?:这个词|这句话)?是?{_WHERE_ZH}(?:说|讲|提|谈)(?:到|过)?的?"
)
_SAVED = re.compile(
    rf"{_ASKED}where (?:did you (?:save|put|store|write|export) (?:it|that|this|them|the \w+)|"
    r"(?:is|are) (?:the|my) (?:exported |finished |saved )?(?:file|files|export|video|document)"
    r"(?: saved)?|(?:was|were) (?:it|they|the \w+) (?:saved|exported|put|stored|written))"
    r"|(?:视频|文件|文档|成片)?(?:保存|存|导出|放)(?:在|到)(?:哪里|哪儿|哪)了?(?:呢)?"
)
_PIECES = re.compile(r"[\s,.!?;:。，！？、]*[,.!?;:。，！？、][\s,.!?;:。，！？、]*")


@dataclass(frozen=True, slots=True)
class Tell:
    """Tell something of the video, or of what can be said.

    Attributes:
        what: how long it is, which clips it has, where something is ``"said"``, where files were
            ``"saved"``, or examples of what can be asked for.
        text: of what is said.
    """

    what: Literal["length", "clips", "said", "saved", "help"]
    text: str = ""


def courtesy_in(message: str) -> Courtesy:
    """Whether a message is thanks or praise, or puts something off, and nothing else."""
    plain = _plain(message)
    if _COURTESY.fullmatch(plain):
        return "thanks"
    return "later" if _LATER.fullmatch(plain) else ""


def asked_in(message: str) -> Tell | None:
    """What a message asks to be told, where it asks for nothing else."""
    plain = _plain(message).strip(" \t.,!?;:。，！？、")
    if _LENGTH.fullmatch(plain):
        return Tell("length")
    if _CLIPS.fullmatch(plain):
        return Tell("clips")
    if _SAVED.fullmatch(plain):
        return Tell("saved")
    if found := _SAID.fullmatch(plain):
        return Tell("said", next(filter(None, found.groups())).strip())
    pieces = filter(None, map(str.strip, _PIECES.split(plain)))  # “hi there, what can you do?”
    return Tell("help") if plain and all(map(_HELP.fullmatch, pieces)) else None


def _plain(message: str) -> str:
    return "" if len(message) > _LONGEST else " ".join(folded(message).text.split())
