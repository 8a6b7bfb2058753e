"""The words, marks and figures of a plain text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from transcribe_video.conversation.editing.sign import Sign

_MS = (3_600_000, 60_000, 1000)


@dataclass(frozen=True, slots=True)
class Scrap:
    """A word, mark or figure as it stands in the text.

    Attributes:
        word: in plain letters.
        start: its first character's place in the text.
        end: the place behind its last.
        sign: of a figure that says what it is; else None.
        number: of a figure.
        text: of a figure.
    """

    word: str
    start: int
    end: int
    sign: Sign | None = None
    number: float = 0.0
    text: str = ""


def scraps_of(text: str, rate: Fraction) -> Iterator[Scrap]:
    """What a plain text is made of, in order; space is left out."""
    for match in _PIECE.finditer(text):
        name = match.lastgroup or ""
        start, end = match.span()
        if name == "shape":
            shape = re.sub(r"[^\d]+", ":", match[0])
            yield Scrap(match[0], start, end, Sign.SHAPE, text=shape)
        elif name in _FIGURES:
            sign, value = _FIGURES[name]
            change = match[0][0] if name == "percent" and match[0][0] in "+-" else ""
            yield Scrap(match[0], start, end, sign, value(match[0], rate), change)
        elif name == "arrow":
            yield Scrap(match[0], start, end, Sign.TO)
        elif name == "list":
            yield Scrap(match[0], start, end, Sign.STOP)
        else:
            yield Scrap(match[0], start, end)


def _clock(written: str, _rate: Fraction) -> float:
    parts = [float(part) for part in written.replace(",", ".").split(":")]
    return float(sum(part * ms for part, ms in zip(reversed(parts), reversed(_MS), strict=False)))


def _timecode(written: str, rate: Fraction) -> float:
    *rest, frames = re.split("[:;]", written)
    return _clock(":".join(rest), rate) + int(frames) * 1000 / float(rate)


def _figure(written: str, _rate: Fraction) -> float:
    return float(re.sub(r"[^\d.\-]", "", written).strip(".")[:12] or 0)


def _percent(written: str, rate: Fraction) -> float:
    return _figure(re.sub("[a-z +-]", "", written), rate) / 100


def _smaller(written: str, _rate: Fraction) -> float:
    return float(min(map(int, re.findall(r"\d+", written))))


def _decibel(written: str, rate: Fraction) -> float:
    return float(10 ** (max(-80.0, min(40.0, _figure(written, rate))) / 20))


def _lufs(written: str, rate: Fraction) -> float:
    return -abs(_figure(written, rate))


_FIGURES: dict[str, tuple[Sign, Callable[[str, Fraction], float]]] = {
    "timecode": (Sign.CLOCK, _timecode),
    "clock": (Sign.CLOCK, _clock),
    "dimensions": (Sign.HEIGHT, _smaller),
    "height": (Sign.HEIGHT, _figure),
    "percent": (Sign.PERCENT, _percent),
    "factor": (Sign.FACTOR, _figure),
    "decibel": (Sign.DECIBEL, _decibel),
    "lufs": (Sign.LUFS, _lufs),
    "fps": (Sign.SMALL, _figure),
}
# The first that matches counts.
_KINDS = {
    "mention": r"[\ue000-\uf8ff]",
    "list": (
        r"(?m:^)[ \t]*(?:\(?\d{1,2}(?:[.)、](?!\d)|:(?= ))|[-*•·](?=\s))"
        r"|(?<=[：；;])[ \t]*\d{1,2}[.)、](?!\d)|(?<=: )\d{1,2}[.)、](?!\d)"
        r"|(?<=[\s(])\(?\d\)(?=\s)|(?<=\s)\([a-h]\)(?=\s)"
    ),
    "timecode": r"\d{1,2}:[0-5]\d:[0-5]\d[:;]\d{2,3}(?!\d)",
    "clock": (
        r"(?<![\d:])(?:\d{1,3}:)?[0-5]?\d:[0-5]\d(?:\.\d{1,3}|,\d{3}(?! ?p))?(?!\d|:\d)"
        r"(?<![^\d:]9:16)(?<!^9:16)"
    ),
    "dimensions": r"\d{3,4} ?[x*×] ?\d{3,4}(?!\d)",
    "shape": r"(?<![\d:.])(?:16|9|4|1|21|5|3|2) ?(?:[:/×x]|比|by) ?(?:9|16|1|3|5|4|2)(?![\d:.])",
    "height": r"\d{3,4} ?p(?![a-z])",
    "percent": (
        r"(?:(?<![\d%.:])(?<![\d%.] )[+-](?=\d))?"
        r"\d{1,4}(?:\.\d+)? ?(?:%|percent\b|per cent\b|pct\b)"
    ),
    "factor": r"\d{1,3}(?:\.\d+)? ?[x×](?![a-z0-9])|(?<![a-z0-9])x ?\d{1,2}(?:\.\d+)?(?![\d])",
    "decibel": r"[+-]?\d{1,2}(?:\.\d+)? ?db(?![a-z])",
    "lufs": r"-? ?\d{1,2}(?:\.\d+)? ?(?:lufs|lkfs)\b",
    "fps": r"\d{1,3}(?:\.\d+)? ?(?:fps|frames per second)\b",
    "number": r"\d{1,9}(?:\.\d+)?|\.\d+",
    "unspaced": r"[\u2e80-\u9fff\uf900-\ufaff]",
    "word": r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+(?:'[^\W\d_\u2e80-\u9fff\uf900-\ufaff]+)*",
    "arrow": r"-+>|=>",
    "ratio": r"[<>]=?",
    "line": r"\n+",
    "mark": r"[^\w\s]|_",
}
_PIECE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS.items()))
