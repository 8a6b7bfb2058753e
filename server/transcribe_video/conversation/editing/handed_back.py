"""A transcript that is handed back: what the video shall say."""

import re
from typing import Final

_MOST = 2_000_000  # characters
_LEAST_LINES = 3
_MOST_UNSTAMPED = 6  # lines for each with a time, where times are no part of what is said
_ASKED: Final = re.compile(
    r"(?:\b(?:make|edit|cut|change|arrange|rearrange|rebuild|trim|conform)\b[^\n:：]{0,60}?"
    r"(?:\bmatch(?:es)?\b|\bto (?:fit|follow|say)\b|\bfollow"
    r"|\bsay(?=[^\n:：]{0,20}(?:this|the following)))"
    r"|\bhere(?:'s|\u2019s| is)\b[^\n:：]{0,40}"
    r"\b(?:edited|corrected|new|revised|shortened|final)\b[^\n:：]{0,20}"
    r"\b(?:transcript|text|script|version)\b|\bmatch (?:this|the following)\b"
    r"|(?:按照?|依照|根据|照着?)(?:这个|这份|这段|下面的?|以下的?|修改后的|改好的|新的)[^\n:：]{0,12}"
    r"(?:文字稿|文稿|稿子|文本|文字|字幕|转写)[^\n:：]{0,12}(?:剪|改|来)"
    r"|(?:让|把|使)[^\n:：]{0,10}(?:视频|片子|影片)[^\n:：]{0,10}"
    r"(?:和|跟|与|变成|改成|剪成|符合|对应)[^\n:：]{0,20})"
    r"(?:[^\n:：]|(?<=\d)[:：](?=\d)){0,120}?(?:(?<!\d)[:：]|[:：](?!\d)|\n)\s*",
    re.IGNORECASE,
)
# What hands the text back, in a message that asks for more.
_HANDS = re.compile(
    r"\b(?:match\w*|conform\w*|accordingly|edited|changed|corrected|revised|shortened|updated)\b"
    r"|\bhere(?:'s|\u2019s| is)\b|\b(?:is|lies|see|use|apply|from)\b.*__"
    r"|\b(?:apply|like) (?:it|this|that)\b|\bto the (?:text|script|transcript)\b"
    r"|^\W*(?:please )?(?:change|update|edit|adjust|cut) (?:the|my) (?:video|film)(?: please)?\W*$"
    r"|\b(?:follow|fit|say)\w*\b(?=.*(?:\bthis\b|\bit\b|\btext|script|version|following|__))"
    r"|(?:按照?|依照|根据|照着?).*(?:稿|文本|文字|字幕|转写|这|它|__)"
    r"|(?:在|是).*__|一致|一样|相应|符合|对应|变成|改成|剪成|文字稿|转写稿|文稿|稿子|修改后|改好",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"“[^”]*”|\"[^\"]*\"|\u2018[^\u2019]*\u2019|(?<!\w)'[^']*'(?!\w)|「[^」]*」|《[^》]*》"
)
_DOCUMENT = re.compile(r"\.(?:docx|txt|md|srt|vtt)\W*$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"[,;!?，；。！？、]\s*|\.\s+|\n|\b(?:and|then|also|plus)\b|然后|并且|并|再|同时|而且|还要?"
)
_QUOTES = "\"'“”「」『』`"
_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_STAMP = rf"\[?{_CLOCK}(?: ?(?:-->|[-\u2013\u2014]) ?{_CLOCK})?"
_LINE: Final = re.compile(rf"^\s*{_STAMP}(?:\s[^\]\n]{{1,40}}\]|\])?[ \t:：-]*(.*)$")
_NUMBER = re.compile(r"^\s*\d{1,5}\s*$")
_SIGN = re.compile(r"^\s*(?:WEBVTT.*|NOTE.*)$")


def handed_back(message: str) -> str:
    """The text that the video shall match; empty if the message hands none back."""
    seen = message[:_MOST]
    asked = _ASKED.search(seen[:2000])
    if asked and (text := seen[asked.end() :].strip().strip(_QUOTES).strip()):
        return _bare(text)
    return _bare(seen) if _is_transcript(seen) else ""


def lead_of(message: str) -> str:
    """What stands before the text that a message hands back, with its wish to match it."""
    asked = _ASKED.search(message[:2000])
    return message[: asked.end()].strip().rstrip(":：") if asked else ""


def asked_besides(message: str) -> str:
    """What a message asks for besides the text that it hands back: “match this and add captions”.

    Returns:
        The rest of what stands before the text, as a message of its own; empty if there is none.
    """
    lead = lead_of(message)
    hidden = _QUOTED.sub(_hidden, lead)
    ends = [(between.start(), between.end()) for between in _BETWEEN.finditer(hidden)]
    starts = [0, *(end for _, end in ends)]
    spans = zip(starts, [*(start for start, _ in ends), len(lead)], strict=True)
    kept = (lead[start:end] for start, end in spans if not _HANDS.search(hidden[start:end]))
    return ", ".join(filter(None, map(str.strip, kept)))


def _hidden(quoted: re.Match[str]) -> str:
    """Signs that stand for a quote, so that nothing in it is read; a document is seen as one."""
    return ("_" if _DOCUMENT.search(quoted[0]) else "*") * len(quoted[0])


def _is_transcript(text: str) -> bool:
    """Whether nearly all of its lines carry times, or belong to one that does."""
    lines = [line for line in text.splitlines() if line.strip() and not _NUMBER.match(line)]
    stamped = [match for line in lines if (match := _LINE.match(line))]
    if len(stamped) < _LEAST_LINES:
        return False
    return bool(_LINE.match(lines[0]) or _SIGN.match(lines[0])) and len(stamped) * 3 >= len(lines)


def _bare(text: str) -> str:
    """The text without times, speakers in brackets and numbers of cues.

    Where few lines begin with a time, these are said: “10:30 was too early.”
    """
    lines = [line for line in text.splitlines() if line.strip()]
    stamped = sum(_LINE.match(line) is not None for line in lines)
    if not stamped or stamped * _MOST_UNSTAMPED < len(lines):
        return text
    kept = []
    for line in text.splitlines():
        if _NUMBER.match(line) or _SIGN.match(line):
            continue
        match = _LINE.match(line)
        kept.append((match[1] if match else line).strip())
    return "\n".join(filter(None, kept))
