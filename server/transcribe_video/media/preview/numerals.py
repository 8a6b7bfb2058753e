"""Times written into a picture: small white numerals on black, without a font file."""

from transcribe_video.media.engine import np
from transcribe_video.media.preview.pixels import Pixels

_GLYPHS = {
    "0": "01110 10001 10011 10101 11001 10001 01110",
    "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00110 01000 10000 11111",
    "3": "01110 10001 00001 00110 00001 10001 01110",
    "4": "00010 00110 01010 10010 11111 00010 00010",
    "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110",
    "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110",
    "9": "01110 10001 10001 01111 00001 00010 01100",
    ":": "000 010 010 000 010 010 000",
    ".": "000 000 000 000 000 010 010",
}
_SCALE, _PADDING, _HEIGHT = 2, 4, 7
_WHITE = 255


def write_time(pixels: Pixels, text: str) -> None:
    """Write a time such as ``1:23.5`` into the lower left corner; other characters are left out.

    Args:
        pixels: the picture, which is changed.
        text: the time.
    """
    plate = _plate(text)
    if plate is None or plate.shape[0] > pixels.shape[0] or plate.shape[1] > pixels.shape[1]:
        return
    pixels[-plate.shape[0] :, : plate.shape[1]] = plate[:, :, None]


def _plate(text: str) -> Pixels | None:
    """White numerals on black, as rows and columns of grey."""
    known = [_GLYPHS[character] for character in text if character in _GLYPHS]
    if not known:
        return None
    gap = np.zeros((_HEIGHT, 1), np.uint8)
    columns = [part for glyph in known for part in (gap, _dots(glyph))]
    dots = np.hstack([*columns[1:]]) * np.uint8(_WHITE)
    large = np.kron(dots, np.ones((_SCALE, _SCALE), np.uint8))
    return np.pad(large, _PADDING)


def _dots(glyph: str) -> Pixels:
    return np.array([[int(dot) for dot in row] for row in glyph.split()], np.uint8)
