"""Which of the languages in a message is spoken in the recording, and which is wished for."""

from collections.abc import Iterator, Sequence

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.sentence import RESULTS, Sentence
from transcribe_video.errors import UsageError
from transcribe_video.transcript.language import check_language

# English words that are languages only beside one of these.
_AMBIGUOUS = {"polish"}
_BESIDE = {"in", "isin", "is", "from", "speak", "speaks", "spoken", "speaking", "language="}
_RECORDINGS = {Kind.VIDEO, Kind.RECORDING}


def spoken_in(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The codes of the languages that are said to be spoken."""
    for sentence in sentences:
        for place, lexeme in sentence.wanted(Kind.LANGUAGE):
            if not _is_target(sentence, place) and _is_language(sentence, place):
                yield lexeme.value
        yield from (code for _, code in _given(sentence) if code)


def unknown_in(sentence: Sentence) -> Iterator[str]:
    """What stands in the place of a language's code and is none."""
    return (given for given, code in _given(sentence) if not code)


def _given(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """What follows “language:” and is not in the vocabulary, with its code, if it is one."""
    for place, _ in sentence.wanted(Kind.LANGUAGE_IS):
        given = sentence.after(place)
        if given.kind is Kind.OTHER:
            try:
                yield given.text, check_language(given.text)
            except UsageError:
                yield given.text, ""


def target_in(sentence: Sentence) -> Iterator[str]:
    """The codes of the languages that the text shall be in: nothing is translated here."""
    for place, lexeme in sentence.wanted(Kind.LANGUAGE):
        if _is_target(sentence, place) and _is_language(sentence, place):
            yield lexeme.value


def _is_target(sentence: Sentence, place: int) -> bool:
    """Whether it is the language of a result: “into German”, “English subtitles”, 译成英文."""
    before = sentence.before(place)
    is_in = place > 0 and sentence.lexemes[place - 1].text == "in"
    is_goal = before.kind in {Kind.TO, Kind.TRANSLATE} or (is_in and before.kind in RESULTS)
    follows = sentence.lexemes[place + 1 : place + 2]
    return is_goal or bool(follows and follows[0].kind in RESULTS)


def _is_language(sentence: Sentence, place: int) -> bool:
    lexeme = sentence.lexemes[place]
    if lexeme.text not in _AMBIGUOUS:
        return True
    before = sentence.lexemes[place - 1].text if place else ""
    follows = sentence.lexemes[place + 1 : place + 2]
    return before in _BESIDE or bool(follows and follows[0].kind in _RECORDINGS)
