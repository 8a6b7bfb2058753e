"""Where the keywords of a route stand in a text, and whether they say what is not wanted."""

import re
from collections.abc import Iterator
from itertools import islice

from transcribe_video.conversation.lexer import phrases_of
from transcribe_video.conversation.negation import is_negated_after
from transcribe_video.conversation.tokens import plain
from transcribe_video.manifest import Route
from transcribe_video.transcript.script import unspaced

_MOST = 40  # times that a keyword is looked at in one text
_NEAR = 200  # characters: a negation stands near what it negates


def keywords_in(text: str, route: Route) -> Iterator[re.Match[str]]:
    """Where a route's keywords stand in a plain text and are not negated.

    They match whole words in scripts that space them: “statues” is not “status”.
    """
    for keyword in route.keywords:
        for match in islice(re.finditer(re.escape(plain(keyword)), text), _MOST):
            is_word = not keyword.isascii() or _is_word(text, match)
            if is_word and not is_negated(text, match.start()):
                yield match


def is_negated(text: str, place: int) -> bool:
    """Whether what stands at a place of a plain text is what is not wanted."""
    return is_negated_after(phrases_of(text[max(0, place - _NEAR) : place]))


def _is_word(text: str, match: re.Match[str]) -> bool:
    return _ends_word(text[: match.start()][-1:]) and _ends_word(text[match.end() :][:1])


def _ends_word(neighbour: str) -> bool:
    """Whether a word ends beside this character: ``帮我export视频`` holds “export”."""
    return not (neighbour.isalnum() or neighbour in {"_", "-"}) or unspaced(neighbour)
