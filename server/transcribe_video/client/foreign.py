"""What another program says, made fit for a sentence of ours: it is untrusted."""

import re

from transcribe_video.documents.safe_text import safe_text

_MOST = 300
_TOKEN = re.compile(r"\b(?:nmv|clm)_[\w-]+", re.ASCII)
_MAYBE_SECRET = re.compile(r"[A-Za-z0-9_-]{32,}")


def cleaned(text: str, most: int = _MOST) -> str:
    """The text in one line of at most ``most`` characters, without control characters or tokens."""
    line = _TOKEN.sub("…", safe_text(text[: 4 * most])).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """The text in quotation marks; whatever looks like a secret is left out of it.

    Its own full stop is left out too: the sentence that quotes it has one.
    """
    said = cleaned(_MAYBE_SECRET.sub("…", text[: 4 * _MOST]))
    return f"“{said if said.endswith('..') else said.removesuffix('.')}”"
