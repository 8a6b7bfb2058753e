"""Words of the speech in no quotation marks: “the part where she says we had no plan”."""

import re
from collections.abc import Iterator

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

VERB = (
    r"(?:cut|remove|delete|drop|take|get rid of|lose|mute|silence|bleep|keep|leave|move|trim|chop|"
    r"snip|strip|put)"
)
_PART = (
    r"(?:parts?|bits?|section|segment|passage|sentence|line|moment|clip|everything|anything|all|"
    r"stuff|piece|scene|only|just|from)"
)
WHO = r"(?:i|we|you|he|she|they|someone|somebody|(?-i:[A-Z][a-z]{1,20})|the (?:speaker|guest|host))"
_SAYS = r"(?:says?|said|is saying|are saying|am saying|mentions? that)"
# What tells how something is said, or how often, and not what.
_NOT_SAID = (
    r"(?!(?:(?:it|that|this|these|those)(?! (?:was|were|is|are|has|had|will|would|can|could|took|"
    r"takes|never|just|does|did|makes?|made|started|works?|means?)\b)|"
    r"something|anything|nothing|everything|so|stuff|things?|(?:the|that) same|um+|uh+|"
    r"like|sorry about|hello to|goodbye to|a lot|too|again|more than|twice|"
    r"his|her|their|my|our|your|what|how|where|who|which|the (?:f|n|s)?-?(?:word|line|bit|part)s?|"
    r"words?|bad|swear|curse)\b(?!'))"
)
_NEXT = (
    r"(?:then|also|add|cut|make|fade|mute|remove|crop|export|speed|slow|burn|set|delete|trim|keep|"
    r"drop|captions?|subtitles?|leave|put)"
)
END = (
    rf"(?=,? (?:and|but|then) (?:also |then )?{_NEXT}\b| (?:to|until|till|up to) (?:where|when)\b"
    r"| (?:at|from|between|around|near|for) (?:\d|about \d)"
    r"| (?:at|from|for) the (?:start|beginning|end|top|first|last)\b"
    r"| to the (?:start|beginning|end|front|very)\b| (?:before|after) \d"
    r"|,? (?:please|pls|thanks|instead|twice|again|out|off|away|completely|entirely)\b"
    r"| until \d|[,;.!?\n\u2014(]|\s-\s|\s*$)"
)
_TEXT = r"(?P<text>[a-z][^\"“”„«»「」『』《》`,;:.!?\n]{5,120}?)"
_SAID = re.compile(
    rf"\b{VERB}\b[^.!?\n,;\"“”]{{0,40}}?\b{_PART}\b[^.!?\n,;\"“”]{{0,20}}?"
    rf"\b(?:where|when|that|after|before|until)\s+(?P<who>{WHO})\s+{_SAYS}"
    rf"\s+(?:that\s+)?{_NOT_SAID}{_TEXT}{END}",
    re.IGNORECASE,
)
_SAID_ZH = re.compile(
    r"(?:把|将|剪掉|删掉|去掉|删除|保留|留下)(?:从)?(?:[她他我]们?|嘉宾|主持人|有人|对方)"
    r"(?:说|讲|提到|说到|讲到)(?:的是)?(?![话了得的错完到过起着重不这那漏])"
    r"(?P<text>[^“”\"「」『』《》，。,；;：:！!？?\s\d]{4,40}?)"
    r"(?:的)?(?=(?:那|这)(?:一)?(?:段|句|部分|个地方|个片段))"
)
_UP_TO = re.compile(
    rf"\s+(?:to|until|till|up to)\s+(?:where|when)\s+(?P<who>{WHO})\s+{_SAYS}\s+(?:that\s+)?"
    rf"{_TEXT}{END}",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\b{VERB}\b[^.!?\n,;\"“”]{{0,30}}?\b(?:the|these|those)\s+(?:words?|phrase)\s+"
    r"(?!(?:that|which|where|when|in|on|from|at|between|of|like|with|i|he|she|we|you|they|it|is|are|"
    r"before|after|until|to|and|or|for|by|count|art|said|spoken|level|as|out|off|away|there|here|"
    r"please)\b)"
    rf"(?P<text>[a-z][a-z' -]{{0,60}}?){END}",
    re.IGNORECASE,
)
_PRONOUNS = {"i", "we", "you", "he", "she", "they", "someone", "somebody"}
_LEAST_WORDS = 2


def spoken_in(message: str) -> Iterator[Token]:
    """The words that a part of the speech is named by, as quotations.

    Only where the message leaves no doubt that they are said there: behind a verb of cutting, a
    part of the video and somebody who says them.
    """
    for match in _SAID.finditer(message):
        text = match["text"].strip()
        if len(text.split()) >= _LEAST_WORDS:
            yield _said(match, text)
            if (other := _UP_TO.match(message, match.end("text"))) and other["text"].strip():
                yield _said(other, other["text"].strip())
    for match in _WORDS.finditer(message):
        yield Token(Sign.QUOTE, match.start("text"), match.end("text"), match["text"].strip())
    for match in _SAID_ZH.finditer(message):
        yield Token(Sign.QUOTE, match.start("text"), match.end("text"), match["text"])


def _said(match: re.Match[str], text: str) -> Token:
    """The words; a name of somebody who says them is part of how they are quoted."""
    start = match.start("text" if match["who"].casefold() in _PRONOUNS else "who")
    return Token(Sign.QUOTE, start, match.start("text") + len(text), text)
