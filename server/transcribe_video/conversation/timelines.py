"""Which form of a timeline a message asks for: by its name, or by the program that reads it."""

import re

from transcribe_video.conversation.keywords import is_negated
from transcribe_video.conversation.mentions import mentions_in

_FORMATS = {
    "otio": r"otio|open ?timeline ?io",
    "fcpxml": r"fcp ?xml",
    "edl": r"edl|edit decision list",
}
# What each program has read for longest, so that old versions do too.
_PROGRAMS = {
    "fcpxml": r"final cut(?: pro)?(?: x)?|fcpx?|da ?vinci(?: resolve)?|resolve|达芬奇|达文西",
    "edl": r"(?:adobe )?premiere(?: pro)?|avid(?: media composer)?",
}
_NOT = re.compile(r"\b(?:not|without|no)\s+(?:an?\s+)?$")
_AS_NAME = r"(?<![a-z0-9])(?:{names})(?![a-z0-9])"
_AS_PROGRAM = (
    r"\b(?:to|for|into|in|with)\s+(?:{names})(?![a-z0-9])(?!\s+(?:the|a|an|it|this|quality)\b)"
    r"|\b(?:an?|my|one)\s+(?:{names})\s*(?:projects?|timelines?|xml|files?)"
    r"|(?<![a-z0-9])(?:{names})\s*(?:projects?|timelines?|xml|工程|项目|时间线)"
    r"|[到至成为给用]\s*(?:{names})(?![a-z0-9])"
    r"|(?:{names})\s*(?:能|可以|可|里|中)"
)


def timeline_in(message: str) -> str | None:
    """The form of a timeline that a message names, or that the program it names reads.

    Returns:
        ``"otio"``, ``"fcpxml"`` or ``"edl"``; None if it names none.
    """
    text = mentions_in(message).text
    for names, pattern in ((_FORMATS, _AS_NAME), (_PROGRAMS, _AS_PROGRAM)):
        for form, words in names.items():
            found = re.search(pattern.format(names=words), text)
            if (
                found
                and not is_negated(text, found.start())
                and not _NOT.search(text[: found.start()])
            ):
                return form
    return None
