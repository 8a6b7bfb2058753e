"""Captions as a track of text that can be switched on: in order, apart, letter by letter."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from io import BytesIO
from itertools import groupby
from operator import attrgetter

from transcribe_video.media.engine import av
from transcribe_video.media.render.request import Caption

# A track of text knows no markup, but some players take this for a line break or a style. A space
# of no width after the first character keeps it as it is.
_MARKUP = re.compile(r"\{(?=\\)|\\(?=[Nnh])")
_ZERO_WIDTH_SPACE = "\u200b"
TEXT_FORMAT = "mov"
"""The container of ``text_track``."""
# A sample of text is its length, in two bytes, and its bytes (3GPP TS 26.245).
EMPTY_BYTES, _MOST_BYTES = 2, 0xFFFF
_CLOCK = Fraction(1, 1000)
# White letters, in the words of the library; each player has its own way of showing them.
_STYLE = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour
Style: Default,Arial,16,&Hffffff

[Events]
Format: Layer, Start, End, Text
"""
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


def text_track(captions: Iterable[Caption]) -> bytes:
    """A file with a track of the captions as MP4 files hold them; what they say is no markup.

    What clears the screen between two of them is an empty sample.
    """
    file = BytesIO()
    with av.open(file, "w", format=TEXT_FORMAT) as container:
        stream = container.add_stream("mov_text")
        assert isinstance(stream, av.subtitles.stream.SubtitleStream)
        stream.codec_context.subtitle_header = _STYLE
        stream.time_base = _CLOCK
        for caption in captions:
            packet = av.Packet(_sample(caption.text))
            packet.stream, packet.time_base, packet.is_keyframe = stream, _CLOCK, True
            packet.pts = packet.dts = caption.start_ms
            packet.duration = caption.end_ms - caption.start_ms
            container.mux(packet)
    return file.getvalue()


def text_in(sample: bytes) -> str:
    """What a sample of text says; what clears the screen is empty."""
    size = int.from_bytes(sample[:EMPTY_BYTES], "big")
    return sample[EMPTY_BYTES : EMPTY_BYTES + size].decode(errors="replace")


def unmarked(text: str) -> str:
    """As it is written into the track, so that no player takes it for more than text."""
    return _MARKUP.sub(rf"\g<0>{_ZERO_WIDTH_SPACE}", text)


def _sample(text: str) -> bytes:
    whole = unmarked(text).encode()[:_MOST_BYTES].decode(errors="ignore").encode()
    return len(whole).to_bytes(EMPTY_BYTES, "big") + whole


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
