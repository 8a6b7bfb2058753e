"""The language in which captions, or the transcript, are wished for."""

import re

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.language_names import NAMES
from transcribe_video.conversation.lexer import lexemes_of
from transcribe_video.conversation.sentence import Sentence, sentences
from transcribe_video.conversation.spoken import target_in

_WRITTEN = (Kind.SUBTITLE, Kind.CAPTION, Kind.TRANSCRIPT, Kind.FORMAT)
_NAMED = re.compile("|".join(name for name in NAMES if len(name) > 1), re.IGNORECASE)


def caption_language(message: str) -> str:
    """The code of the language in which captions are wished for; empty if none is.

    “German subtitles please” names one, and “it is in German”, or a language that is heard while
    something is transcribed, does not.
    """
    if not _NAMED.search(message):
        return ""
    found = (sentence for sentence in sentences(lexemes_of(message)) if _is_wish(sentence))
    return next((code for sentence in found for code in target_in(sentence)), "")


def without_language(message: str, code: str) -> str:
    """The message without the name of that language: “add captions in German”."""
    names = sorted((name for name, own in NAMES.items() if own == code), key=len, reverse=True)
    plain = "|".join(re.escape(name) for name in names if name.isascii())
    other = "|".join(re.escape(name) for name in names if not name.isascii())
    either = "|".join(
        filter(
            None,
            [
                rf"(?:\b(?:in|into) )?\b(?:{plain})\b" if plain else "",
                rf"(?:{other})的?" if other else "",
            ],
        )
    )
    return re.sub(either, "", message, count=1, flags=re.IGNORECASE).strip()


def _is_wish(sentence: Sentence) -> bool:
    is_told = sentence.is_question or sentence.wants(Kind.TRANSCRIBE, Kind.TRANSLATE)
    return sentence.wants(*_WRITTEN) and not is_told
