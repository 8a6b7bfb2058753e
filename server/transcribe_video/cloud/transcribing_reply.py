"""What was said, read from what the cloud's editor answers: pure.

Only what the answer marks as somebody's words counts: it stands in quotation marks, in a block of
its own, or after a line's quotation sign. All else is the editor's own talk.
"""

import re
from collections.abc import Iterator

_BLOCK = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n(.*?)\n[ \t]*\1[ \t]*$", re.MULTILINE | re.DOTALL)
_QUOTED_LINES = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_SIGN = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_MARKED = re.compile(
    r"“([^“”]+)”|\"([^\"]+)\"|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|„([^„“”]+)[“”]", re.DOTALL
)
_SPACED = re.compile(r"\S+")
_LEAST_WORDS, _LEAST_COLUMNS = 3, 6


def spoken_in(reply: str) -> tuple[str, ...]:
    """The passages of an answer that quote what was said, each in one line; empty if none does."""
    for finder in (_blocks, _lines, _marks):
        passages = tuple(_one_line(found) for found in finder(reply) if found.strip())
        worth = tuple(passage for passage in passages if _is_speech(passage))
        if worth:
            return worth
    return ()


def _blocks(reply: str) -> Iterator[str]:
    yield from (found[2] for found in _BLOCK.finditer(reply))


def _lines(reply: str) -> Iterator[str]:
    yield from (_SIGN.sub("", found[0]) for found in _QUOTED_LINES.finditer(reply))


def _marks(reply: str) -> Iterator[str]:
    yield from (next(filter(None, found.groups())) for found in _MARKED.finditer(reply))


def _is_speech(passage: str) -> bool:
    """Whether it is more than a name: the title of a track is quoted as well."""
    is_spaced = len(_SPACED.findall(passage)) >= _LEAST_WORDS
    return is_spaced or (not passage.isascii() and len(passage) >= _LEAST_COLUMNS)


def _one_line(text: str) -> str:
    return " ".join(text.split())
