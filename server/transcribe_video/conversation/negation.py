"""What a message says it does not want."""

from collections.abc import Sequence
from dataclasses import replace

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.lexeme import Lexeme

_ENDS = {Kind.END, Kind.BREAK, Kind.POSITIVE}
_LISTED = {
    Kind.FORMAT,
    Kind.SUBTITLE,
    Kind.DOCUMENT,
    Kind.TEXT,
    Kind.UNKNOWN_FORMAT,
    Kind.FILE,
    Kind.NUMBER,
    Kind.LANGUAGE,
    Kind.FILLER,
    Kind.THIS,
    Kind.COMMA,
}
_NEAR = 30  # lexemes: what belongs to a negation stands near it
_JOINS = {"和", "及", "以及", "与", "跟", "、", "/"}  # they go on with what was negated
# What a negation can be about.
_CONTENT = {
    Kind.TRANSCRIBE,
    Kind.TRANSCRIPT,
    Kind.QUICK_EDIT,
    Kind.EXPORT,
    Kind.CAPTION,
    Kind.FORMAT,
    Kind.SUBTITLE,
    Kind.DOCUMENT,
    Kind.TEXT,
    Kind.ALL_FORMATS,
    Kind.UNKNOWN_FORMAT,
    Kind.VIDEO,
    Kind.MP4,
    Kind.RESOLUTION,
    Kind.LANGUAGE,
    Kind.QUALITY,
    Kind.SPEAKERS,
    Kind.FILE,
    Kind.NUMBER,
    Kind.ALL,
    Kind.TRANSLATE,
    Kind.EDIT,
    Kind.STOP,
    Kind.OTHER,
}


def marked(lexemes: Sequence[Lexeme]) -> tuple[Lexeme, ...]:
    """The lexemes, with those marked that are not wanted.

    A negation holds to the end of its clause, or to the first word that does not belong to what
    is not wanted: “no subtitles”, “I don't need the Word file, just the text”, 不要字幕. One with
    nothing behind it is about what stands before it: 字幕不要.
    """
    result = list(lexemes)
    negation: Lexeme | None = None
    for place, lexeme in enumerate(lexemes):
        if negation and _ends(negation, lexeme, lexemes[place + 1 : place + _NEAR]):
            negation = None
        if negation:
            result[place] = replace(lexeme, is_negated=True)
        if lexeme.kind is Kind.NEGATION:
            negation = lexeme
            _look_back(result, place)
        elif lexeme.kind is Kind.STOP and negation is None:
            negation = lexeme
    return tuple(result)


def is_negated_after(lexemes: Sequence[Lexeme]) -> bool:
    """Whether what would come next were negated."""
    *_, last = marked((*lexemes, Lexeme(Kind.EXPORT)))
    return last.is_negated


def _ends(negation: Lexeme, lexeme: Lexeme, rest: Sequence[Lexeme]) -> bool:
    """Whether a negation does not reach this lexeme and what follows it."""
    if negation.value == "except" and lexeme.kind not in _LISTED | {Kind.AND, Kind.OR}:
        return True
    if lexeme.kind is Kind.OTHER:
        return not lexeme.is_unspaced or len(negation.text) == 1
    if lexeme.kind is Kind.AND:
        return lexeme.text not in _JOINS
    if lexeme.kind is Kind.COMMA:
        after = next((found for found in rest if found.kind not in _LISTED), None)
        return after is None or after.kind is not Kind.OR
    return lexeme.kind in _ENDS


def _look_back(lexemes: list[Lexeme], place: int) -> None:
    """Negate what stands before a negation that has nothing behind it in its clause."""
    for lexeme in lexemes[place + 1 : place + _NEAR]:
        if lexeme.kind in {Kind.COMMA, Kind.BREAK, Kind.END}:
            break
        if lexeme.kind in _CONTENT:
            return
    for before in range(place - 1, max(place - _NEAR, -1), -1):
        kind = lexemes[before].kind
        if kind in {Kind.COMMA, Kind.BREAK, Kind.END, Kind.OTHER}:
            return
        if kind in _CONTENT:
            lexemes[before] = replace(lexemes[before], is_negated=True)
            return
