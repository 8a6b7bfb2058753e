"""What a message asks for, by the keyword table of manifest.yaml."""

import re
from collections.abc import Iterable

from transcribe_video.manifest import Route
from transcribe_video.transcript.script import unspaced

CHAT = "chat"


def intent_of(message: str, routes: Iterable[Route]) -> str:
    """The intent of the first route that has a keyword in the message, else ``"chat"``.

    Keywords match whole words in scripts that space them ("statues" is not "status").
    """
    for route in routes:
        if any(_contains(message, keyword) for keyword in route.keywords):
            return route.intent
    return CHAT


def _contains(message: str, keyword: str) -> bool:
    if not keyword.isascii():
        return keyword in message
    found = re.finditer(re.escape(keyword), message, re.IGNORECASE)
    return any(
        _ends_word(message[: match.start()][-1:]) and _ends_word(message[match.end() :][:1])
        for match in found
    )


def _ends_word(neighbour: str) -> bool:
    """Whether a word ends beside this character: ``帮我export视频`` holds “export”."""
    return not (neighbour.isalnum() or neighbour == "_") or unspaced(neighbour)
