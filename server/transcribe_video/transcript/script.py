"""Which writing puts no space between its words."""

# First and last code points of Thai and Lao, Tibetan, Burmese, Khmer, Chinese and Japanese with
# their punctuation, and full-width forms. Korean is not here: it spaces its words.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x0F00, 0x0FFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x312F),
    (0x3190, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)


def unspaced(character: str) -> bool:
    """Whether the character is of a script that writes its words without spaces between."""
    return any(first <= ord(character) <= last for first, last in _UNSPACED)
