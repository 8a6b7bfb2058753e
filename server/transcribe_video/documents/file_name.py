"""What a recording's documents are called."""

import os
import re
from pathlib import Path

# File systems allow 255 bytes; some are left for the number, the suffix and the system's own use.
STEM_BYTES = 230
NAMELESS = "transcript"

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
# Characters that mean nothing without the one that was cut off after them: joiners, selectors.
_DANGLING = "\u200c\u200d\ufe0e\ufe0f"


def document_name(source: Path, suffix: str, number: int) -> str:
    """The document's file name: ``interview.docx``, or ``interview (2).docx`` for number 2."""
    counter = f" ({number})" if number > 1 else ""
    return f"{_stem(source)}{counter}{suffix}"


def _stem(source: Path) -> str:
    """The recording's name without its suffix, such that every system takes it as a name."""
    stem = _CONTROLS.sub("_", source.stem).rstrip(". ").lstrip(".")
    return _shortened(stem) or NAMELESS


def _shortened(stem: str) -> str:
    if len(os.fsencode(stem)) <= STEM_BYTES:
        return stem
    while len(os.fsencode(stem)) > STEM_BYTES:
        stem = stem[:-1]
    return stem.rstrip(_DANGLING + ". ")
