"""What a file is by its first bytes, whatever its name says.

The media libraries are asked only about what this page does not turn away; where they fail, it
tells a damaged recording from something that never was one.
"""

import re
from codecs import getincrementaldecoder
from dataclasses import dataclass
from enum import Enum, auto

HEAD_BYTES = 4096


class Kind(Enum):
    """What can be said of a file before it is opened as a recording."""

    RECORDING = auto()
    PICTURE = auto()
    OTHER = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Signature:
    """A kind of file, and how to call it in a sentence: ``it is <title>``."""

    kind: Kind
    title: str = ""


# The first pattern that matches at the start decides.
_TABLE = tuple(
    (re.compile(pattern, re.DOTALL), Signature(kind, title))
    for pattern, kind, title in (
        (rb"\x89PNG", Kind.PICTURE, "a PNG picture"),
        (rb"\xff\xd8\xff", Kind.PICTURE, "a JPEG picture"),
        (rb"GIF8", Kind.PICTURE, "a GIF picture"),
        (rb"RIFF....WEBP", Kind.PICTURE, "a WebP picture"),
        (rb"BM....\0\0\0\0", Kind.PICTURE, "a BMP picture"),
        (rb"II\*\0|MM\0\*", Kind.PICTURE, "a TIFF picture"),
        (rb"....ftyp(heic|heix|mif1|msf1)", Kind.PICTURE, "a HEIC picture"),
        (rb"....ftypavi[fs]", Kind.PICTURE, "an AVIF picture"),
        (rb"8BPS", Kind.PICTURE, "a Photoshop picture"),
        (rb"%PDF", Kind.OTHER, "a PDF document"),
        (rb"PK\x03\x04", Kind.OTHER, "a ZIP archive or an Office document"),
        (rb"\xd0\xcf\x11\xe0", Kind.OTHER, "an Office document"),
        (rb"7z\xbc\xaf|Rar!|\x1f\x8b", Kind.OTHER, "an archive"),
        (rb"bplist|MZ|\x7fELF", Kind.OTHER, "no recording"),
        (
            rb"....(ftyp|styp|moov|moof|mdat|wide|free|skip)",
            Kind.RECORDING,
            "an MP4 or QuickTime file",
        ),
        (rb"\x1a\x45\xdf\xa3", Kind.RECORDING, "a Matroska or WebM file"),
        (rb"(RIFF|RF64)....(WAVE|AVI )|riff\x2e\x91\xcf", Kind.RECORDING, "a WAV or AVI file"),
        (rb"OggS", Kind.RECORDING, "an Ogg file"),
        (rb"fLaC", Kind.RECORDING, "a FLAC file"),
        (rb"ID3", Kind.RECORDING, "an MP3 file"),
        (rb"FLV\x01", Kind.RECORDING, "a Flash Video file"),
        (rb"\x30\x26\xb2\x75\x8e\x66", Kind.RECORDING, "a Windows Media file"),
        (rb"FORM....AIF", Kind.RECORDING, "an AIFF file"),
        (rb"caff", Kind.RECORDING, "a Core Audio file"),
        (rb"#!AMR", Kind.RECORDING, "an AMR file"),
        (rb"\0\0\x01\xba|G.{187}G|.{4}G.{191}G", Kind.RECORDING, "an MPEG file"),
        (rb"\x06\x0e\x2b\x34", Kind.RECORDING, "an MXF file"),
        (rb"\.snd|\.RMF|MAC |wvpk|TTA1|\x0b\x77", Kind.RECORDING, "a sound file"),
        (rb"\xff[\xe2-\xfd]", Kind.RECORDING, "an MP3 or AAC file"),
    )
)

# Of a file that is text: what it begins with, past spaces.
_TEXTS = tuple(
    (re.compile(pattern, re.IGNORECASE), title)
    for pattern, title in (
        (r"#EXTM3U|ffconcat|v=0\s|\[playlist\]", "a list that points to other files"),
        (r"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg", "an SVG drawing"),
        (r"<MPD|<\?xml[^>]*>\s*<(MPD|smil|playlist|asx)", "a list that points to other files"),
        (r"(<!--.*?-->\s*)*<(!DOCTYPE html|html)", "a web page, and not the recording on it"),
    )
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def signature(head: bytes) -> Signature:
    """What a file that begins with these bytes is.

    Args:
        head: its first ``HEAD_BYTES`` bytes, or all if it is shorter.
    """
    for pattern, found in _TABLE:
        if pattern.match(head):
            return found
    text = _text(head)
    if text is None:
        return Signature(Kind.UNKNOWN)
    titles = (title for pattern, title in _TEXTS if pattern.match(text))
    return Signature(Kind.OTHER, next(titles, "a text file"))


def _text(head: bytes) -> str | None:
    """The beginning as text, without spaces before it; None if it is not text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace").lstrip()
    if not head or _CONTROL.search(head):
        return None
    try:
        # Not final: the last character may be cut in two.
        return getincrementaldecoder("utf-8-sig")().decode(head).lstrip()
    except UnicodeDecodeError:
        return None
