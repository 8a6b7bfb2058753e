"""How wide text is on a screen."""

import unicodedata


def columns(text: str) -> int:
    """Columns that the text fills in a fixed-width font.

    A wide East Asian character or an emoji fills two, a mark on another character none (Unicode
    Standard Annex 11 and the general categories Mn, Me and Cf).
    """
    return len(text) if text.isascii() else sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
