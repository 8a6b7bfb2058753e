"""The sentences of a reply and their clauses, so that what is kept stays as it was written."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r".+?(?:[.!?]+(?=[\s)\"”]|$)[)\"”]?|[。！？]+[”」]?|$)\s*", re.DOTALL)
_STEP = (
    r"(?=(?:please |then |just |also )*"
    r"(?:you (?:can|could|will|may|should)|you'll|(?:double|right)?-?click|tap|"
    r"press|hit|open|go to|drag|check|preview|choose|select|use the|navigate|head)\b)"
)
_BETWEEN = re.compile(
    r"[,;]\s+(?:(?:and|then|so|but|or)\s+)*|\s+[-\u2013\u2014]+\s+|\u2014+"
    rf"|\s+(?:and then|and|then|or)\s+{_STEP}|:\s+"
    r"|\s+(?=(?:by|via|using|with) (?:click|tap|press|open|select|the [\w ]{1,20}button))"
    r"|[，；：]\s*",
    re.IGNORECASE,
)
BULLET = re.compile(r"\s*(?:[-*•]\s+|\d{1,2}[.)]\s+|step \d{1,2}[:.]\s*)?", re.IGNORECASE)
"""What a line of a list begins with; may be empty."""
_END = re.compile(r"[.!?。！？)”\"」]*\s*$")


def sentences_of(line: str) -> Iterator[str]:
    """The sentences of a line; joined they are the line."""
    for found in _SENTENCE.finditer(line):
        yield found[0]


def parted(sentence: str) -> tuple[list[tuple[str, str]], str]:
    """The clauses of a sentence, each with what stands before it, and the mark at its end."""
    end = _END.search(sentence)
    body, mark = (sentence[: end.start()], end[0]) if end else (sentence, "")
    clauses, start, before = [], 0, ""
    for found in _BETWEEN.finditer(body):
        clauses.append((before, body[start : found.start()]))
        start, before = found.end(), found[0]
    clauses.append((before, body[start:]))
    return clauses, mark
