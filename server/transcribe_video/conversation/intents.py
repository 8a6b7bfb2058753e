"""What a message asks for, by the keyword table of manifest.yaml."""

import re
from collections.abc import Iterable

from transcribe_video.manifest import Route

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
    return re.search(rf"(?<!\w){re.escape(keyword)}(?!\w)", message, re.IGNORECASE) is not None
