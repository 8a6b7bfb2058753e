"""Captions as a track of text that can be switched on: in order, apart, and without markup."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from transcribe_video.media.render.request import Caption
from transcribe_video.timecode import subtitle_time

# What the reader of SubRip takes for markup, a line break or a time. A space of no width after
# the first character keeps it as it is.
_MARKUP = re.compile(r"<(?=[A-Za-z/])|\{(?=\\)|\\(?=[Nnh])|--(?=>)")
_ZERO_WIDTH_SPACE = "\u200b"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def fitted(captions: Iterable[Caption], duration_ms: int) -> tuple[Caption, ...]:
    """The captions in order of time: none is empty, overlaps the next, or outlasts the video."""
    merged = list(_merged(captions))
    ends = [*(caption.start_ms for caption in merged), duration_ms][1:]
    cut = (
        caption.model_copy(update={"end_ms": min(caption.end_ms, end_ms, duration_ms)})
        for caption, end_ms in zip(merged, ends, strict=True)
    )
    return tuple(caption for caption in cut if caption.start_ms < caption.end_ms)


def srt(captions: Iterable[Caption]) -> bytes:
    """The captions as SubRip in UTF-8."""
    return "\n".join(_block(number, caption) for number, caption in enumerate(captions, 1)).encode()


def _merged(captions: Iterable[Caption]) -> Iterator[Caption]:
    """Each moment's captions as one."""
    clean = [caption.model_copy(update={"text": clean_text(caption.text)}) for caption in captions]
    shown = sorted((caption for caption in clean if caption.text), key=attrgetter("start_ms"))
    for start_ms, together in groupby(shown, attrgetter("start_ms")):
        rows = list(together)
        end_ms = max(row.end_ms for row in rows)
        words = tuple(word for row in rows for word in row.words)
        text = "\n".join(row.text for row in rows)
        yield Caption(start_ms=start_ms, end_ms=end_ms, text=text, words=words)


def clean_text(text: str) -> str:
    """Without what no screen shows, and without empty lines, which end a caption."""
    visible = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text))
    return "\n".join(line.strip() for line in visible.splitlines() if line.strip())


def _block(number: int, caption: Caption) -> str:
    start, end = subtitle_time(caption.start_ms, ","), subtitle_time(caption.end_ms, ",")
    text = _MARKUP.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", caption.text)
    return f"{number}\n{start} --> {end}\n{text}\n"
