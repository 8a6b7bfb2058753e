"""What is told, supposed or taken back and not asked for: “I already cut it”, “no wait”, 不对."""

import re
from collections.abc import Iterator

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

WEAK, STRONG, FINAL = "weak", "strong", "final"
"""The text of a withdrawal: it may only go on, it puts right, or it may also stand alone."""
_OPENING = r"(?:^\s{0,3}|(?<=[,.;:!?\n(\u2014\u2013\u2026-])\s{0,3})"
_GOING_ON = rf"(?:{_OPENING}|\b(?:and|but|so|oh|well|yes|that|said|says|thinks|heard)\s+)"
_WHO = (
    r"(?:i|you|we|he|she|they|someone(?: else)?|somebody|people|capcut|imovie|premiere|"
    r"(?:my|our|the|your|his|her|their|an?|another) (?:boss|editor|client|friend|colleague|team|"
    r"director|teacher|manager|guy|intern|assistant|producer|co-?worker|partner|wife|husband|mom|"
    r"mum|dad|brother|sister|son|daughter|student|professor|tutor|supervisor|roommate|agency|"
    r"freelancer|designer|publisher|cameraman|app|program|previous editor|last editor))"
)
_ADVERB = r"(?:already|just|also|now|only|even|recently|accidentally|once|previously|then)"
_DONE = (
    r"(?:cut|removed|deleted|dropped|muted|trimmed|added|kept|moved|put|made|split|took|taken|"
    r"chopped|snipped|faded|cropped|sped|slowed|turned|set|burned|lost|swapped|shortened|"
    r"silenced|erased|got rid|gotten rid)"
)
_TOLD = re.compile(
    rf"{_GOING_ON}(?P<told>(?:(?:yesterday|earlier|last time|before|previously),?\s+)?{_WHO}"
    rf"(?:'ve|'s|'d|\s+have|\s+has|\s+had)?(?:\s+{_ADVERB})*)\s+(?={_DONE}\b)",
    re.IGNORECASE,
)
_THANKED = re.compile(
    r"\b(?P<told>(?:thanks|thank you|thx|cheers)(?:\s+(?:so|very)\s+much|\s+a\s+lot)?\s+for"
    r"|(?:great|good|nice|excellent|lovely|fantastic|amazing)\s+(?:job|work)(?:\s+(?:of|on|in))?"
    r"|well\s+done)\s+(?=\w+ing\b)",
    re.IGNORECASE,
)
_JUDGED = re.compile(
    rf"{_OPENING}(?P<told>(?!(?:some|any|no|every)thing|starting|beginning|using|being|during|"
    r"following|morning|evening)\w+ing)"
    r"(?=\s[^,.;!?\n]{0,60}\b(?:was|were|is|would be|seems|feels)\b)",
    re.IGNORECASE,
)
_ADMIRED = re.compile(
    rf"{_OPENING}(?:(?:nice|great|cool|ok|okay|perfect|lovely|thanks|wow),?\s+)?"
    r"(?P<told>the|your|this|that|those|these|my|our)(?=\s+(?:new\s+|first\s+|last\s+|second\s+)?"
    r"(?:cuts?|splits?|edits?|trims?|fades?|crop|joins?)\b[^,.;!?\n]{0,60}"
    r"\b(?:looks?|sounds?|works?|worked|feels?|seems?|turned out|came out|is|are|was|were)\s+"
    r"(?:\w+\s+)?(?:great|good|nice|nicely|well|perfect|perfectly|fine|ok|okay|lovely|smooth|clean|"
    r"seamless|brilliant|awesome|cool|natural|right|much better|excellent|amazing)\b)",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:every|all|any|each)\s+(?:\w+\s+){1,3}?(?P<but>but)(?=\s+(?:for\s+)?(?:the\b|[\ue000-\uf8ff]))",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?P<told>works|looks|sounds|feels|flows|reads|is)"
    r"(?=\s+(?:so\s+)?(?:much|way|far|a lot)\s+better\b)",
    re.IGNORECASE,
)
_VERB_ZH = r"(?:剪|删|去|切|加|静|移|放|调|拿|改|裁|砍)"
_TOLD_ZH = re.compile(
    rf"(?P<told>已经|早就|(?:剪|切|删|加|改|裁|配)得(?=很|真|挺|太|不错|还|好|只剩)|(?:刚才|刚刚|昨天|上次)(?:我|你|您|他|她|我们|你们)?(?:把|将)"
    rf"|还(?={_VERB_ZH}[上掉成]?了)|(?:谢谢|感谢|多谢)(?:你|您)?(?:帮我|帮忙|把)?(?={_VERB_ZH}[^，。\s]{{0,2}}了))"
)
_SUPPOSED = re.compile(
    rf"{_OPENING}(?P<supposed>in case|as long as|provided|when(?:ever)? there(?:'s|\s+is|\s+are)|"
    r"should(?=\s+(?:the|it|there|he|she|they|this|that|my)\b[^?\n]{0,80},))(?![\w'])"
    r"|(?P<supposed_zh>的话(?=[，,]?(?:就|则|那就|便)))",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"(?<!\bbit )(?<!\blittle )(?<!\bmuch )(?<!\bminute )(?<!\bsecond )(?<!\bseconds )"
    r"(?<!\bminutes )(?<!\bsecs )(?<!\bmins )(?<!\bframes )(?<!\bhours )(?<!\ds )(?<!\d s )"
    r"\b(?P<later>later(?: on)?|another time|some other time|some other day|next time|not now|"
    r"not yet|at some point|one day|someday)(?=\s*(?:[,.;!\u2014\u2013\u2026-]|$))"
    r"|(?P<later_zh>(?:回头|晚点|晚些时候|改天|下次|以后|过会儿|过一会儿|待会儿?|等会儿?|等一会儿)再"
    r"|先?放一放|先放着|先搁着|缓一缓|再定(?=[，。！!]|$))",
    re.IGNORECASE,
)
_HUES = r"(?:black|white|yellow|red|blue|green|cyan|gr[ae]y|dark|transparent|solid|colou?red)"
_BACKGROUND = re.compile(
    rf"\b(?:(?:with|on|over|and|in)\s+)?(?:an?\s+|the\s+)?(?:{_HUES}\s+){{1,3}}"
    r"(?:back(?:ground|drop)|box(?:es)?|outline|stroke|shadow)\b"
    rf"|(?:{_HUES}|letters|text|captions|subtitles)\s+(?P<told>on\s+{_HUES})\b(?=\s*(?:$|[,.;!]|(?:and|at|in|with|please|for)\b))"
    r"|(?:[黑白黄红蓝绿灰]色?|半透明|彩色)的?(?:背景|底色|底框|底(?![部端下])|描边|阴影)",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"^\W{0,3}(?P<plan>(?:the |a )?plan|dry run)(?=\s*[:\uff1a])", re.IGNORECASE)
_SIGHS = r"(?:(?:oh|uh|um|hm+|ah|oops|whoops|ugh|argh|ok|okay|well)[,.!\s\u2026]{1,5}){0,4}"
_END = r"(?=\s*(?:[,.;:!\u2014\u2013\u2026-]|$))"
_MARK = r"[,.:;!\s\u2014\u2013\u2026-]{0,6}"
_FINAL = (
    rf"(?:no,?\s+wait|wait,?\s+no|no,?\s+no|nope{_END}|no{_END}|no,?\s+sorry|sorry,?\s+no|"
    rf"scratch that|strike that|maybe not|i(?:'m not sure| don't know){_END}|"
    r"i don't think (?:so|(?:we|you|i) should)|never ?mind|forget (?:it|that|about it))"
)
_STRONG = (
    r"(?:i mean(?:t)?|make that(?=\s+(?:\d|the\b))|or rather|correction|my mistake|my bad|"
    r"(?:that |it )?should (?:be|have been)(?=\s+\d))"
)
_WEAK = rf"(?:actually|sorry{_END}|wait{_END}|hang on|hold on|on second thoughts?|or no{_END})"
_MAKE = r"(?:(?:make|let's make) (?:that|it)(?=\s+(?:\d|the (?:first|last)))\s*)?"
_TAKEN_BACK = re.compile(
    rf"(?:^|(?<=[,.;:!?\n(\u2014\u2013\u2026-])|(?<=\bbut))\s{{0,3}}(?P<back>{_SIGHS}(?:(?P<final>{_FINAL})|"
    rf"(?P<strong>{_STRONG})|(?P<weak>{_WEAK}))(?:{_MARK}(?:(?P<final2>{_FINAL})|"
    rf"(?P<strong2>{_STRONG})|{_WEAK})){{0,4}}(?![\w'])){_MARK}{_MAKE}",
    re.IGNORECASE,
)
_TAKEN_BACK_ZH = re.compile(
    r"(?<=[，。,；;！!？?、…—\s-])(?P<back>(?:[哦啊呃噢哎嗯]|等等|等一下|抱歉|不好意思|[，,]){0,6}"
    r"(?:(?P<final>不对不对|不对|不是(?=[，,。！!…]|$)|[哦啊噢]不(?=[，,。！!]|是)|不不不?|还是算了|算了)|"
    r"(?P<strong>说错了|口误|我是说|我的意思是|应该是|更正)))(?:[，,。：:！!…]|是){0,4}"
)


def moods_in(masked: str) -> Iterator[Token]:
    """Where a message tells or supposes something or takes it back, in order.

    Args:
        masked: the message without what it quotes.
    """
    found = [token for read in _READERS for token in read(masked)]
    end = 0
    for token in sorted(found, key=lambda token: token.start):
        if token.start >= end:
            end = token.end
            yield token


def _told(masked: str) -> Iterator[Token]:
    for pattern in (_TOLD, _THANKED, _JUDGED, _ADMIRED, _BETTER, _TOLD_ZH):
        for match in pattern.finditer(masked):
            yield Token(Sign.REMARK, *match.span("told"))


def _but(masked: str) -> Iterator[Token]:
    """“Every title but 'A'”."""
    for match in _BUT.finditer(masked):
        yield Token(Sign.EXCEPT, *match.span("but"))


def _supposed(masked: str) -> Iterator[Token]:
    for match in _SUPPOSED.finditer(masked):
        yield Token(Sign.CONDITION, *match.span("supposed" if match["supposed"] else "supposed_zh"))


def _planned(masked: str) -> Iterator[Token]:
    for match in _PLANNED.finditer(masked):
        yield Token(Sign.PLAN, *match.span("plan"))


def _behind_letters(masked: str) -> Iterator[Token]:
    """“On a black background”: nothing can be put behind letters, and they have another colour."""
    for match in _BACKGROUND.finditer(masked):
        yield Token(Sign.OTHER, *match.span("told" if match["told"] else 0))


def _put_off(masked: str) -> Iterator[Token]:
    for match in _PUT_OFF.finditer(masked):
        yield Token(Sign.PUT_OFF, *match.span("later" if match["later"] else "later_zh"))


def _taken_back(masked: str) -> Iterator[Token]:
    for pattern in (_TAKEN_BACK, _TAKEN_BACK_ZH):
        for match in pattern.finditer(masked):
            said = {name for name, text in match.groupdict().items() if text}
            text = FINAL if said & {"final", "final2"} else WEAK
            text = STRONG if text == WEAK and said & {"strong", "strong2"} else text
            yield Token(Sign.WITHDRAW, match.start("back"), match.end(), text)


_READERS = (_behind_letters, _but, _told, _supposed, _put_off, _planned, _taken_back)
