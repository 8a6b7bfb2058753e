"""A message as its clauses, each with the place where it stands."""

import re
from dataclasses import dataclass

_LONGEST, _MOST = 10_000, 60  # characters that are looked at, clauses that are told apart
# What is only mentioned holds no end of a clause: quoted words, addresses, paths, names of files.
_MENTIONED = re.compile(
    r"“[^”]{1,300}”|「[^」]{1,300}」|『[^』]{1,300}』|\"[^\"]{1,300}\"|(?<!\w)'[^']{1,300}'(?!\w)"
    r"|(?<!\w)\u2018[^\u2019]{1,300}\u2019(?!\w)|[a-z]{2,8}://[^\s\"<>，。；]+"
    r"|(?<![\w/\\])(?:~|[a-z]:)?[/\\][^\s\"'，。；]+|[\w.-]+\.[a-z0-9]{2,5}\b",
    re.IGNORECASE,
)
_ASKS = (
    r"(?:(?:please|just|finally|then|also|now|can you|could you|i want to|i'd like to) )*"
    r"(?:export|download|render|send|give|deliver|save|get|hand|upload|cancel|stop|show)\b"
)
_ASKS_ZH = r"(?:直接|帮我|请|就)*(?:导出|下载|输出|渲染|发给|发我|给我|传给|export|download)"
_MARK = re.compile(r"[^\w\s]|[\r\n]")
_END = re.compile(
    r"[.!?;]+(?=\s|$)|\s[-\u2013\u2014]+\s|\u2014+|[。！？；\n\r]+|[，,]+(?!\d)"
    r"|\b(?:and )?(?:then|after that|afterwards|afterward|finally|lastly)\b|\bbut\b"
    rf"|\band (?={_ASKS})|[&+] ?(?={_ASKS})"
    rf"|然后|接着|随后|之后(?={_ASKS_ZH}|再|把)|最后(?={_ASKS_ZH}|把)|并且|但是|不过"
    rf"|(?:完|好)?(?:后|了)?(?:再|并|就)(?={_ASKS_ZH}|把[^，。]{{1,20}}(?:发给|发我|导出|给我|传给))"
    rf"|(?<=[一-龥])(?:后|以后)(?={_ASKS_ZH})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause as it was written, and where it stands in the message.

    Attributes:
        text: as it was written.
        start: its first character's place.
        end: the place behind its last.
        is_joined: whether only a word joins it to the one before, no mark.
    """

    text: str
    start: int
    end: int
    is_joined: bool = False


def clauses_of(message: str) -> tuple[Clause, ...]:
    """The clauses of a message in order; a message without any is one clause.

    It is parted at marks, at “then”, 然后, and at an “and” that goes on to a delivery: “cut it and
    send me the file” is two clauses, “the srt and the vtt” is one.
    """
    seen = message[:_LONGEST]
    masked = _MENTIONED.sub(lambda found: "x" * len(found[0]), _unquoted(seen))
    found: list[Clause] = []
    start, is_joined = 0, False
    for end in _END.finditer(masked):
        if len(found) == _MOST:
            break
        found.append(Clause(seen[start : end.start()], start, end.start(), is_joined))
        start, is_joined = end.end(), not _MARK.search(end[0])
    found.append(Clause(seen[start:], start, len(message), is_joined))
    clauses = tuple(clause for clause in found if clause.text.strip())
    return clauses or (Clause(message, 0, len(message)),)


def _unquoted(text: str) -> str:
    """The message without the marks around the whole of it, as long as before."""
    inner = text.strip()
    is_quoted = len(inner) > 1 and inner[0] in "\"'“「" and inner[-1] in "\"'”」"
    if not is_quoted or inner[1:-1].count(inner[0]) + inner[1:-1].count(inner[-1]):
        return text
    start = text.index(inner)
    return f"{text[:start]} {inner[1:-1]} {text[start + len(inner) :]}"
