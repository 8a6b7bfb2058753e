"""What a message asks for, by the keyword table of manifest.yaml."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.lexer import phrases_of
from transcribe_video.conversation.mentions import mentions_in
from transcribe_video.conversation.negation import is_negated_after
from transcribe_video.conversation.tokens import plain
from transcribe_video.conversation.wish import USUAL_FORMATS, wish_of
from transcribe_video.manifest import Route
from transcribe_video.transcript.script import unspaced

CHAT = "chat"
_MOST = 40  # times that a keyword is looked at in one text
_NEAR = 200  # characters: a negation stands near what it negates


def intent_of(message: str, routes: Iterable[Route]) -> str:
    """The intent of the first route that has a keyword in the message, else ``"chat"``.

    Keywords match whole words in scripts that space them (“statues” is not “status”). One that is
    negated (“don't export yet”), in quotation marks, or part of a file's name does not count.
    """
    text = mentions_in(message).text
    return next((route.intent for route in routes if any(keywords_in(text, route))), CHAT)


def keywords_in(text: str, route: Route) -> Iterator[re.Match[str]]:
    """Where a route's keywords stand in a plain text and are not negated."""
    for keyword in route.keywords:
        for match in islice(re.finditer(re.escape(plain(keyword)), text), _MOST):
            is_word = not keyword.isascii() or _is_word(text, match)
            if is_word and not is_negated(text, match.start()):
                yield match


def document_wanted(message: str) -> tuple[str, ...]:
    """Which documents a message asks to be exported: “export the subtitles”, 导出字幕.

    Returns:
        Names of formats, in order: those that the message names, or the usual ones. Empty if it
        asks for no export, or for that of a video. A format that is not known is among them under
        its own name, so that whoever writes documents can say so.
    """
    wish = wish_of(message)
    if wish.transcribes or not wish.exports_document:
        return ()
    unknown = [value for kind, value in wish.misses if kind is Kind.UNKNOWN_FORMAT]
    return (*wish.formats, *unknown) or USUAL_FORMATS


def _is_word(text: str, match: re.Match[str]) -> bool:
    return _ends_word(text[: match.start()][-1:]) and _ends_word(text[match.end() :][:1])


def is_negated(text: str, place: int) -> bool:
    """Whether what stands at a place of a plain text is what is not wanted."""
    return is_negated_after(phrases_of(text[max(0, place - _NEAR) : place]))


def _ends_word(neighbour: str) -> bool:
    """Whether a word ends beside this character: ``帮我export视频`` holds “export”."""
    return not (neighbour.isalnum() or neighbour in {"_", "-"}) or unspaced(neighbour)
