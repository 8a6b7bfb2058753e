"""What a written document says, read from outside."""

import re
from pathlib import Path


def spoken(document: Path) -> str:
    """What a text document says was said."""
    return " ".join(re.findall(r"^\[[\d:]+\] (.*)$", document.read_text("utf-8"), re.MULTILINE))


def words_of(text: str) -> list[str]:
    """The words, without case and punctuation."""
    return re.findall(r"[\w']+", text.lower())
