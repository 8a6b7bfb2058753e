"""Wishes that captions, or the transcript, say other words than were recognised."""

import re
from collections.abc import Iterator

from transcribe_video.conversation.editing.folded import folded

_LONGEST = 2000  # characters: what is longer hands something over
_Q = "\ue000"  # stands for a text in quotation marks
_QUOTED = re.compile(
    r'["“”„«»「」『』]([^"“”„«»「」『』\n]{1,300})["“”„«»「」『』]|(?<!\w)\'([^\'\n]{1,300})\'(?!\w)'
)
_FILE = re.compile(r"\.[a-z]\w{1,4}$")
_CAPTIONS = (
    r"(?:\b(?:captions?|subtitles?|subs|closed captions|transcripts?|transcription)\b"
    r"|字幕|文字稿|逐字稿|转写稿)"
)
_NAMED = re.compile(_CAPTIONS)
_VERB = (
    r"(?:cut|delete|remove|add|burn|export|mute|make|put|keep|crop|trim|turn|set|move|undo|change|"
    r"replace|fix|correct|speed|show)\b"
)
_PARTS = re.compile(
    rf"[;；。!！?？\n]+|\.(?=\s|$)|,?\s+(?:and\s+)?then\s+|,?\s+and\s+(?:also\s+)?(?={_VERB})"
    rf"|,\s+(?={_VERB})|[,，、]?\s*(?:然后|接着|并且)"
)
# “In the captions, …” belongs to what comes next.
_LEAD = re.compile(
    rf"\W*(?:in|on|for) (?:all )?(?:the |my |our )?{_CAPTIONS}\W*|\W*在?{_CAPTIONS}[里中]面?\W*"
)
# A word that is wrong, whichever way it is put right.
_SLIP = re.compile(
    r"\b(?:typos?|mis ?spell\w*|mis ?spelt|spellings?|spelled|spelt|mis ?heard|mis ?transcribed|"
    r"wrong(?:ly recogni[sz]ed)? (?:word|name)s?|(?:mistake|error)s? in)\b"
    r"|错别字|错字|别字|拼写|拼错|听错|识别(?:错|有误|不对)|写错|打错|写成了|显示成|识别成|听成"
)
_CHANGE = r"\b(?:change|replace|correct|fix|turn|swap|rename|make|edit|substitute)\b"
_MUST = r"(?:should|must|shall|needs? to|has to|have to|ought to)"
# One quoted text in the place of another.
_EXCHANGE = re.compile(
    rf"{_CHANGE}[^{_Q}]{{0,40}}{_Q}[^{_Q}]{{0,12}}\b(?:to|with|into|by|for)\b[^{_Q}]{{0,12}}{_Q}"
    rf"|{_Q}[^{_Q}]{{0,20}}\b{_MUST}\b[^{_Q}]{{0,20}}{_Q}"
    rf"|{_Q}[^{_Q}]{{0,4}}\b(?:instead of|rather than|not)\b[^{_Q}]{{0,6}}{_Q}"
    rf"|\bnot {_Q}[^{_Q}]{{0,3}}\bbut\b[^{_Q}]{{0,3}}{_Q}"
    rf"|{_Q}[^{_Q}]{{0,6}}(?:改成|改为|改作|换成|换为|替换成|替换为|应该是|应该写成|应为|应是|写成)[^{_Q}]{{0,4}}{_Q}"
)
_WORD = r"[a-z][\w'.&-]*"
# The same of words without quotation marks; how captions look is another wish.
_LOOK = (
    r"(?:colou?rs?|size|sizes|font|fonts|style|position|place|language|text|case|top|bottom|"
    r"middle|cent(?:er|re)|small|smaller|large|larger|big|bigger|medium|bold|white|yellow|green|"
    r"cyan|red|blue|black|on|off|it|them|captions?|subtitles?|background|srt|vtt|docx)"
)
_BARE = re.compile(
    r"\b(?:change|replace|correct) (?:the (?:word|name) )?"
    rf"(?P<old>{_WORD}(?: {_WORD}){{0,2}}?) (?:to|with|into|by) "
    rf"(?P<new>{_WORD}(?: {_WORD}){{0,3}}?)"
    rf"(?: (?:in|on|of|everywhere in) (?:all )?(?:the |my |our )?{_CAPTIONS}|\W*$)"
)
_LOOKS = re.compile(rf"\b{_LOOK}\b|[白黄绿青红蓝黑]色|颜色|字体|字号|大小|位置")
_OTHERS = re.compile(r"\b(?:titles?|headings?|music|song|logo|picture|image)\b|标题|片名|音乐|图片")
# All the words of the captions.
_WHOLE = re.compile(
    r"^\W*(?:(?:please|can you|could you|pls|now|also|just) )*"
    r"(?:fix|correct|proofread|edit|rewrite|reword|spell ?check) (?:(?:all|the|my|our|these|of) )*"
    rf"(?:(?:words?|text|wording|mistakes?|errors?|names?|content) (?:of|in|on) (?:the |my )?)?"
    rf"{_CAPTIONS}(?:'s?)?(?: (?:text|words?|wording|content|errors?|mistakes?))?"
    r"(?: (?:please|for me|by hand))*\W*$"
    rf"|{_CAPTIONS} (?:are|is|have|has) (?:wrong|incorrect|mistakes|errors|a mistake|an error)\b"
    rf"|{_CAPTIONS} (?:says?|reads?|shows?)\b[^{_Q}]{{1,40}}\b(?:but|instead of|{_MUST})\b"
    rf"|{_CAPTIONS} {_MUST} (?:say|read)\b"
    r"|(?:改正|纠正|更正|订正|校对|校正)\s*(?:所有|全部|一下)?(?:的)?字幕"
    r"|(?:修改|编辑|改|修正)\s*(?:所有|全部)?字幕(?:里|中)?的?(?:内容|文字|文本|错误)"
    r"|字幕(?:里|中|的)?(?:有|存在|内容有)?(?:错误|有错|有误)"
)


def reworded(message: str) -> tuple[str, bool]:
    """What a message asks for besides other words in the captions, and whether it asks for these.

    Args:
        message: as it was written.
    """
    if len(message) > _LONGEST:
        return message, False
    text, origins = _masked(message)
    if not _NAMED.search(text):
        return message, False
    rest: list[str] = []
    is_found = False
    for start, end in _parts(text):
        if _rewords(text[start:end], is_found=is_found):
            is_found = True
        else:
            rest.append(message[origins[start] : origins[end]].strip())
    if not is_found:
        return message, False
    return ", ".join(part for part in rest if re.search(r"\w", part)), True


def _masked(message: str) -> tuple[str, tuple[int, ...]]:
    """The message in plain letters, with a sign of as many letters for what is quoted."""
    found = folded(message)
    masked = _QUOTED.sub(_mark, found.text)
    return masked, found.origins


def _mark(quote: re.Match[str]) -> str:
    inner = quote[1] or quote[2]
    if _FILE.search(inner):
        return quote[0]
    return _Q + "\ue001" * (len(quote[0]) - 1)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _PARTS.finditer(text):
        if not _LEAD.fullmatch(text[start : found.start()]):
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def _rewords(part: str, *, is_found: bool) -> bool:
    """Whether a part of a message puts words of the captions right.

    Args:
        part: in plain letters.
        is_found: whether a part before it does.
    """
    text = re.sub("\ue001+", "", part)
    is_named = _NAMED.search(text) is not None
    if _OTHERS.search(text):
        return False
    if is_named and (_SLIP.search(text) or _WHOLE.search(text)):
        return True
    if _EXCHANGE.search(text):
        return is_named or is_found or bool(re.search(r"\bin (?:them|it)\b|里面?的?", text))
    bare = _BARE.search(text)
    return bool(is_named and bare and not _LOOKS.search(f"{bare['old']} {bare['new']}"))
