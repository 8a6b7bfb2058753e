"""Rows of signs that say one thing together, as patterns."""

import re
from collections.abc import Iterable

from transcribe_video.conversation.editing.sign import Sign
from transcribe_video.conversation.editing.token import Token

_CODES = {sign: chr(0xE000 + place) for place, sign in enumerate(Sign)}
_SETS = {
    "said": "(words|recording|all|there|each){0,4}quote(words(?!quote))?",
    "later": "afterwards|onwards",
    "time": "clock|quantity",
    "when": "clock|quantity|number",
    "part": "quantity|fraction|percent",
    "share": "percent|fraction|factor",
}


def coded(tokens: Iterable[Token]) -> str:
    """The signs of tokens, one character each, for patterns to be matched with."""
    return "".join(_CODES[token.sign] for token in tokens)


def compiled(row: str) -> re.Pattern[str]:
    """The pattern over the codes of signs that a row of words means.

    A word in small letters is a sign; “time” is a clock or a quantity, “when” also a bare number,
    “part” a share of the whole, “said” a quotation with the words around it; with ! it does not
    follow.
    """
    text = re.sub(r"!(\w+)", r"(?!\1)", row)
    text = re.sub(r"[a-z]+", lambda word: f"({_SETS.get(word[0], word[0])})", text)
    text = re.sub(r"[a-z]+", lambda word: _CODES[Sign(word[0])], text)
    return re.compile(text.replace(" ", ""))
