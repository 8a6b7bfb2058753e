"""The text of a title that stands in no quotation marks: “a title saying Summer in Oslo”."""

import re
from collections.abc import Iterator

from transcribe_video.conversation.editing.dictionary import dictionary
from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

_QUOTES = '"“”„«»「」『』《》`'
_NUMBER = r"(?:\d|an?\b|one|two|three|four|five|six|seven|eight|ten|half|those|these|about|around)"
_EDGE = r"(?:very |far )?(?:top|bottom|middle|cent(?:er|re)|start|beginning|end|upper|lower|front)"
_VERB = (
    r"(?:then|also|add|cut|make|put|fade|mute|remove|keep|crop|export|move|speed|slow|burn|turn|set|"
    r"delete|trim|drop|show|play|captions?|subtitles?|music)"
)
# Where the text ends: what comes then says how long, when or where it is shown, or asks for more.
_END = (
    rf"(?=\s+(?:for (?:the |just |only )?(?:first|last|next|whole|{_NUMBER})"
    rf"|(?:up |right |down )?at (?:the )?(?:{_EDGE}|\d)"
    rf"|in (?:the )?(?:{_EDGE}|large|small|big|white|yellow|red|blue|green)"
    rf"|on (?:the )?(?:{_EDGE}|screen|top)|(?:starting |right )?from (?:the )?(?:{_EDGE}|\d)"
    rf"|across (?:the )?|along the |over (?:the )?(?:first|last|{_EDGE}|\d)|during |lasting "
    rf"|cent(?:er|re)ed|between \d|throughout|until |instead\b|please\b|as an? |to the {_EDGE}"
    rf"|\d+ ?s(?:ec\w*)?\b|and {_VERB}\b|then )"
    r"|[,;!?\n](?:\s|$)|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bProf)\.(?:\s|$)|\s*$)"
)
_NAME = (
    r"(?:titles?|heading|header|headline|text|lower[ -]third|banner|title card|name tag|"
    r"text overlay|chyron|caption card|card|label|words?)"
)
_BEING = (  # what a title is told to be, and not to say
    r"(?:\d|an? |at |on |in |shown|shorter|longer|bigger|smaller|larger|moved|there|visible|gone|"
    r"removed|the same|cent)"
)
_SAYING = (
    r"(?:(?:that |which )?(?:says?|reads?|goes)|saying|reading|called|titled|"
    rf"(?:should|must|shall|has to|needs to|to) (?:say|read|be(?! {_BEING}))|"
    r"with the (?:text|words?|name))"
)
_ON_PICTURE = rf"(?:at|on|in) (?:the )?{_EDGE}\b"
_TEXT = rf"(?P<text>(?!{_ON_PICTURE})[^\s{_QUOTES}'\u2018\u2019,;:.!?][^{_QUOTES}\n]{{0,90}}?)"
_CAPITAL = r"[A-Z0-9][\w'\u2019&.-]*"
_PROPER = rf"(?P<text>{_CAPITAL}(?:\s+(?:of|the|in|and|to|for|a|on|at|{_CAPITAL})){{0,8}}?)"
_SAID = re.compile(rf"\b{_NAME}:?\s+{_SAYING}:?\s+{_TEXT}{_END}", re.IGNORECASE)
_COLON = re.compile(rf"\b(?i:{_NAME}):\s+{_PROPER}{_END}")
_NAMED = re.compile(rf"\b(?i:the|an?)\s+(?i:{_NAME}):?\s+{_PROPER}{_END}")
_CHANGED = re.compile(
    rf"\b(?i:(?:change|set|rename|switch|update)\s+(?:the|my)\s+{_NAME}\s+to):?\s+{_PROPER}{_END}"
)
_PLACED = re.compile(
    rf"\b(?i:{_NAME}\s+(?:(?:up )?(?:at|on|in|for) (?:the )?{_EDGE})):\s+{_PROPER}{_END}"
)
_PUT = re.compile(
    rf"\b(?i:put|add|show|write|display|place)\s+{_PROPER}"
    rf"(?=\s+(?:up |right |down )?(?:at|on|in|across|along) (?:the )?"
    rf"(?:{_EDGE}|screen|picture|top of)\b|\s+as (?:the|a) title\b)"
)
_SAID_ZH = re.compile(
    r"(?:标题|文字|字样|片名|题目|名牌|人名条|一行字|字条|標題)[^“”\"「」『』。；\n]{0,6}?[，,]?\s*"
    r"(?:写着|寫著|写上|写的是|写|寫|内容是|内容为|叫做|叫|(?<!\d)[:：])\s*"
    r"(?P<text>[^\s“”\"「」『』，。,；;：:\n]{1,40}?)"
    r"(?=[，。,；;\n！!]|\s*$|\s*(?:显示|持续|停留|放在|居中|时长|从第|在画面|在第|\d+(?:\.\d+)?秒))"
)
_THINGS = {
    *(
        Sign.CAPTIONS,
        Sign.TITLE,
        Sign.MUSIC,
        Sign.FILLERS,
        Sign.SILENCES,
        Sign.BARS,
        Sign.RECORDING,
    ),
    *(Sign.IMAGE, Sign.THERE, Sign.IMPOSSIBLE, Sign.COLOR, Sign.ALL, Sign.SPEECH, Sign.SOUND),
}


def inscriptions(message: str) -> Iterator[Token]:
    """The texts that shall be written on the picture, as quotations."""
    for pattern in (_SAID, _SAID_ZH, _COLON, _CHANGED, _PLACED, _NAMED, _PUT):
        for match in pattern.finditer(message):
            text = match["text"].strip()
            if text and (pattern in {_SAID, _SAID_ZH} or _is_name(text)):
                yield Token(Sign.QUOTE, match.start("text"), match.end("text"), text)


def _is_name(text: str) -> bool:
    """Whether words with capital letters are no word for a thing that can be put somewhere."""
    words = text.casefold().split()
    meaning = dictionary().get((words[0],))
    return len(words) > 1 or meaning is None or meaning[0] not in _THINGS
