"""Titles and captions as a script of Advanced SubStation Alpha, which is drawn on the picture."""

import re
from collections.abc import Iterator
from itertools import pairwise

from transcribe_video.media.render.captions import clean_text
from transcribe_video.media.render.plan import Look
from transcribe_video.media.render.request import Caption, CaptionStyle, Place, Title
from transcribe_video.media.render.size import Size

FONT = "Roboto Medium"
_SIZES = {"small": 0.045, "medium": 0.06, "large": 0.085}  # of the picture's shorter side
_TITLE_SIZE, _MARGIN, _OUTLINE = 0.095, 0.05, 0.07
_PLACES: dict[Place, int] = {"bottom": 2, "center": 5, "top": 8}
_HIGHLIGHT = r"{\c&H3CD2FF&}"  # blue, green, red
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

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
{events}
"""


def subtitles(look: Look, size: Size) -> str:
    """The script for a picture of this size."""
    side = min(size.width, size.height)
    margins = (round(side * _MARGIN), round(size.height * _MARGIN))
    styles = [_style("Caption", side * _SIZES[look.style.size], look.style.position, margins)]
    styles += [_style(place, side * _TITLE_SIZE, place, margins) for place in _PLACES]
    events = [*map(_title, look.titles)]
    for caption in look.burned:
        events += _caption(caption, look.style)
    return _HEAD.format(size=size, styles="\n".join(styles), events="\n".join(events))


def missing_letters(said: str) -> str:
    """Which letters the program that draws them said it has no shape for."""
    codes = dict.fromkeys(int(code, 16) for code in _MISSING.findall(said))
    found = [chr(code) for code in codes if code not in _UNSEEN and chr(code).isprintable()]
    return " ".join(found[:_MOST_LETTERS]) + (" …" if len(found) > _MOST_LETTERS else "")


def _style(name: str, points: float, place: Place, margins: tuple[int, int]) -> str:
    side, end = margins
    outline = max(1.0, points * _OUTLINE)
    return (
        f"Style: {name},{FONT},{points:.1f},&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,"
        f"0,0,0,0,100,100,0,0,1,{outline:.1f},0,{_PLACES[place]},{side},{side},{end},1"
    )


def _title(title: Title) -> str:
    return _event(title.start_ms, title.end_ms, title.position, _escaped(clean_text(title.text)))


def _caption(caption: Caption, style: CaptionStyle) -> Iterator[str]:
    places = list(_places(caption)) if style.is_highlighted else []
    if not places:
        yield _event(caption.start_ms, caption.end_ms, "Caption", _escaped(caption.text))
        return
    edges = [caption.start_ms, *(start_ms for start_ms, _, _ in places[1:]), caption.end_ms]
    for (_, begin, end), (start_ms, end_ms) in zip(places, pairwise(edges), strict=True):
        before, word, after = (
            _escaped(part)
            for part in (caption.text[:begin], caption.text[begin:end], caption.text[end:])
        )
        if start_ms < end_ms:
            text = f"{before}{_HIGHLIGHT}{word}{_PLAIN}{after}"
            yield _event(start_ms, end_ms, "Caption", text)


def _places(caption: Caption) -> Iterator[tuple[int, int, int]]:
    """When each word is spoken, and from where to where it stands in the text."""
    at = 0
    for word in sorted(caption.words, key=lambda word: word.start_ms):
        text = word.text.strip()
        begin = caption.text.find(text, at) if text else -1
        if begin >= 0 and word.start_ms < caption.end_ms:
            at = begin + len(text)
            yield max(word.start_ms, caption.start_ms), begin, at


def _event(start_ms: int, end_ms: int, style: str, text: str) -> str:
    return f"Dialogue: 0,{_time(start_ms)},{_time(end_ms)},{style},,0,0,0,,{text}"


def _time(ms: int) -> str:
    """Hundredths of a second are the finest."""
    hundredths = round(ms / 10)
    seconds, hundredths = divmod(hundredths, 100)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}.{hundredths:02}"


def _escaped(text: str) -> str:
    plain = text.replace("\\", f"\\{_WORD_JOINER}")
    for brace in "{}":
        plain = plain.replace(brace, f"\\{brace}")
    return plain.replace("\n", "\\N")
