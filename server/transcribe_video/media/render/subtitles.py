"""Titles and captions as a script of Advanced SubStation Alpha, which is drawn on the picture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from transcribe_video.media.render.captions import clean_text
from transcribe_video.media.render.plan import Look
from transcribe_video.media.render.request import (
    Caption,
    CaptionStyle,
    Span,
    Title,
)
from transcribe_video.media.render.size import Size
from transcribe_video.media.render.typeface import (
    CJK_SCALE,
    LATIN,
    attached,
    cjk_family,
    has_cjk,
    runs,
)
from transcribe_video.wire.draft import Color, Place

_SIZES = {"small": 0.045, "medium": 0.06, "large": 0.085}  # of the picture's shorter side
_TITLE_SIZE, _MARGIN, _OUTLINE = 0.095, 0.05, 0.07
_PLACES: dict[Place, int] = {"bottom": 2, "center": 5, "top": 8}
# One above the other: what stands in the middle is not pushed off the picture by what stands below.
_LAYERS: dict[Place, int] = {"bottom": 0, "center": 1, "top": 0}


class _Ink(NamedTuple):
    """Colours as six digits: red, green, blue. The outline is as far from the letters as can be."""

    letters: str
    spoken: str
    outline: str = "000000"


_INKS: dict[Color, _Ink] = {
    "white": _Ink("FFFFFF", "FFD23C"),
    "yellow": _Ink("FFEB3B", "40E0FF"),
    "green": _Ink("4CE05A", "FFFFFF"),
    "cyan": _Ink("40E0FF", "FFEB3B"),
    "red": _Ink("FF4B40", "FFEB3B"),
    "blue": _Ink("1F50E0", "D0202A", "FFFFFF"),
    "black": _Ink("101010", "D0202A", "FFFFFF"),
}
_PLAIN = r"{\c}"
# What nobody sees keeps a backslash from being taken for an order.
_WORD_JOINER = "\u2060"
_UNSEEN = {0x200B, 0x200C, 0x200D, 0x2060, 0xFE0F, 0xFEFF}
_MISSING = re.compile(r"failed to find any fallback with glyph 0x([0-9A-Fa-f]+)")
_MOST_LETTERS = 20
_HEAD = """\
[Script Info]
ScriptType: v4.00+
PlayResX: {size.width}
PlayResY: {size.height}
WrapStyle: 0
ScaledBorderAndShadow: yes
YCbCr Matrix: None

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, \
Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, \
Alignment, MarginL, MarginR, MarginV, Encoding
{styles}

{fonts}

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
{events}
"""


@dataclass(frozen=True, slots=True)
class Script:
    """What is written on a picture.

    Attributes:
        text: the script, with the font that is always there.
        has_cjk: whether it asks for the font of the extra.
    """

    text: str
    has_cjk: bool


def subtitles(look: Look, size: Size, language: str, *, is_cjk_there: bool) -> Script:
    """The script for a picture of this size.

    Args:
        look: what is to be written.
        size: of the picture.
        language: of the captions, three letters.
        is_cjk_there: whether the extra is installed; else it is left to the system's fonts.
    """
    side = min(size.width, size.height)
    margins = (round(side * _MARGIN), round(size.height * _MARGIN))
    ink = _INKS[look.style.color or "white"]
    caption_size, title_size = side * _SIZES[look.style.size], side * _TITLE_SIZE
    captions = _Pen(caption_size, language, is_cjk_there=is_cjk_there)
    titles = _Pen(title_size, language, is_cjk_there=is_cjk_there)
    styles = [_style("Caption", caption_size, look.style.position, margins, ink)]
    styles += [_style(place, title_size, place, margins, _INKS["white"]) for place in _PLACES]
    events = [_title(title, titles) for title in look.titles]
    for caption in look.burned:
        events += _caption(caption, look.style, captions)
    texts = [*(title.text for title in look.titles), *(caption.text for caption in look.burned)]
    fonts, rows = attached(), "\n".join(events)
    script = _HEAD.format(size=size, styles="\n".join(styles), fonts=fonts, events=rows)
    return Script(script, has_cjk=is_cjk_there and any(map(has_cjk, texts)))


def written_share(look: Look, size: Size, at_ms: float) -> float:
    """How much of a picture lines take that are written on it at a moment; 1 is all of it.

    A letter counts as half as wide as tall, and one of those that are wide as a square.
    """
    side = min(size.width, size.height)
    kinds = ((look.titles, _TITLE_SIZE), (look.burned, _SIZES[look.style.size]))
    taken = (
        _half_widths(text.text) / 2 * (side * scale) ** 2
        for texts, scale in kinds
        for text in texts
        if text.start_ms <= at_ms < text.end_ms
    )
    return sum(taken) / (size.width * size.height)


def _half_widths(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "FW" else 1 for letter in text)


def missing_letters(said: str) -> str:
    """Which letters the program that draws them said it has no shape for."""
    codes = dict.fromkeys(int(code, 16) for code in _MISSING.findall(said))
    found = [chr(code) for code in codes if code not in _UNSEEN and chr(code).isprintable()]
    return " ".join(found[:_MOST_LETTERS]) + (" …" if len(found) > _MOST_LETTERS else "")


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes text so that nothing in it is an order, each letter in the font that has it."""

    points: float
    language: str
    is_cjk_there: bool

    def written(self, text: str, whole: str | None = None) -> str:
        """A text; ``whole`` is what it is a part of, if it is."""
        if not self.is_cjk_there:
            return _escaped(text)
        family = cjk_family(whole or text, self.language)
        begin = rf"{{\fn{family}\fs{self.points * CJK_SCALE:.1f}}}"
        return "".join(
            rf"{begin}{_escaped(run)}{{\fn\fs}}" if is_cjk else _escaped(run)
            for run, is_cjk in runs(text)
        )


def _style(name: str, points: float, place: Place, margins: tuple[int, int], ink: _Ink) -> str:
    side, end = margins
    outline = max(1.0, points * _OUTLINE)
    letters, around = (f"&H00{_reversed(colour)}" for colour in (ink.letters, ink.outline))
    return (
        f"Style: {name},{LATIN},{points:.1f},{letters},{letters},{around},&H80000000,"
        f"0,0,0,0,100,100,0,0,1,{outline:.1f},0,{_PLACES[place]},{side},{side},{end},1"
    )


def _reversed(colour: str) -> str:
    """Blue, green, red."""
    return colour[4:] + colour[2:4] + colour[:2]


def _title(title: Title, pen: _Pen) -> str:
    text = pen.written(clean_text(title.text))
    return _event(title, title.position, _LAYERS[title.position], text)


def _caption(caption: Caption, style: CaptionStyle, pen: _Pen) -> Iterator[str]:
    layer = _LAYERS[style.position]
    places = list(_places(caption)) if style.is_highlighted else []
    if not places:
        yield _event(caption, "Caption", layer, pen.written(caption.text))
        return
    spoken = rf"{{\c&H{_reversed(_INKS[style.color or 'white'].spoken)}&}}"
    edges = [caption.start_ms, *(start_ms for start_ms, _, _ in places[1:]), caption.end_ms]
    for (_, begin, end), (start_ms, end_ms) in zip(places, pairwise(edges), strict=True):
        before, word, after = (
            pen.written(part, caption.text)
            for part in (caption.text[:begin], caption.text[begin:end], caption.text[end:])
        )
        if start_ms < end_ms:
            span = Span(start_ms=start_ms, end_ms=end_ms)
            yield _event(span, "Caption", layer, f"{before}{spoken}{word}{_PLAIN}{after}")


def _places(caption: Caption) -> Iterator[tuple[int, int, int]]:
    """When each word is spoken, and from where to where it stands in the text."""
    at = 0
    for word in sorted(caption.words, key=lambda word: word.start_ms):
        text = word.text.strip()
        begin = caption.text.find(text, at) if text else -1
        if begin >= 0 and word.start_ms < caption.end_ms:
            at = begin + len(text)
            yield max(word.start_ms, caption.start_ms), begin, at


def _event(span: Span, style: str, layer: int, text: str) -> str:
    start, end = _time(span.start_ms), _time(span.end_ms)
    return f"Dialogue: {layer},{start},{end},{style},,0,0,0,,{text}"


def _time(ms: int) -> str:
    """Hundredths of a second are the finest; a later one would miss the picture that is meant."""
    seconds, hundredths = divmod(ms // 10, 100)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}.{hundredths:02}"


def _escaped(text: str) -> str:
    plain = text.replace("\\", f"\\{_WORD_JOINER}")
    for brace in "{}":
        plain = plain.replace(brace, f"\\{brace}")
    return plain.replace("\n", "\\N")
