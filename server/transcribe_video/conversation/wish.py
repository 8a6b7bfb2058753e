"""What a message wants, read from its words alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.lexeme import Lexeme
from transcribe_video.conversation.lexer import lexemes_of
from transcribe_video.conversation.results import Results, is_result, results_of
from transcribe_video.conversation.sentence import Sentence, sentences
from transcribe_video.conversation.spoken import spoken_in, target_in, unknown_in

ALL_FORMATS = ("docx", "txt", "md", "srt", "vtt", "json")
USUAL_FORMATS = ("docx", "txt")
# What cannot be had here, whichever way it is asked for.
_MISSES = (Kind.TRANSLATE, Kind.EDIT, Kind.PART, Kind.BURN, Kind.SPEAKERS, Kind.READ)
# A message of nothing but these says how something is to be done that was asked for before.
_OPTIONS = frozenset(
    {
        Kind.LANGUAGE,
        Kind.QUALITY,
        Kind.SPEAKERS,
        Kind.VIDEO,
        Kind.RECORDING,
        Kind.FILE,
        Kind.NUMBER,
    }
)
_SMALL = frozenset(
    {
        Kind.FILLER,
        Kind.THIS,
        Kind.POSITIVE,
        Kind.NEGATION,
        Kind.COMMA,
        Kind.BREAK,
        Kind.AND,
        Kind.TO,
        Kind.QUESTION,
        Kind.OF,
    }
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a message wants.

    Attributes:
        transcribes: whether it says to transcribe.
        documents: whether it asks for a transcript or a document of one.
        exports_document: whether it asks to export or send that.
        formats: names of the document formats in it, in order; empty if it names none.
        unwanted: names of formats that it does not want.
        video: whether it asks for a video.
        resolution: ``1080p``, ``720p``, ``source``, or ``over`` or ``under`` these; None: not said.
        captions: on that video, ``soft`` or ``off``; None: not said.
        language: code of the language that is spoken; None: not said.
        quality: ``fast``, ``balanced`` or ``best``; None: not said.
        is_quick_edit: whether it asks for a transcript and a captioned video in one.
        is_stop: whether it says to stop what is under way, and nothing else.
        is_question: whether it asks something.
        chosen: which of the files it means, by their places; -1 is the last.
        excluded: which of them it does not mean.
        strangers: names of files in it that are none of them.
        misses: what it asks for that cannot be had: kinds and values.
    """

    transcribes: bool = False
    documents: bool = False
    exports_document: bool = False
    formats: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    video: bool = False
    resolution: str | None = None
    captions: str | None = None
    language: str | None = None
    quality: str | None = None
    is_quick_edit: bool = False
    is_stop: bool = False
    is_question: bool = False
    chosen: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()
    strangers: tuple[str, ...] = ()
    misses: tuple[tuple[Kind, str], ...] = ()

    @property
    def wants_transcript(self) -> bool:
        """Whether something must be transcribed for it."""
        return self.transcribes or self.documents or self.is_quick_edit

    @property
    def wants_speakers(self) -> bool:
        """Whether it asks to tell speakers apart."""
        return any(kind is Kind.SPEAKERS for kind, _ in self.misses)


def wish_of(message: str, names: Sequence[str] = (), paths: Sequence[str | None] = ()) -> Wish:
    """What a message wants.

    Args:
        message: as a person or an assistant wrote it, in English or Chinese.
        names: of the files that it may mean.
        paths: where these lie, in the same order; None where nobody knows.
    """
    found = sentences(lexemes_of(message, names, paths))
    orders = [sentence for sentence in found if _is_order(sentence)]
    results = [results_of(sentence) for sentence in orders]
    documents = [document for result in results for document in result.documents]
    transcribes = any(sentence.wants(Kind.TRANSCRIBE) for sentence in orders)
    is_quick_edit = any(sentence.wants(Kind.QUICK_EDIT) for sentence in orders)
    video = any(result.video for result in results)
    transcribes = transcribes or _corrects(orders)
    wants = bool(transcribes or documents or video)
    return Wish(
        transcribes=transcribes or (not wants and _is_only_options(found)),
        documents=bool(documents),
        exports_document=any(map(_exports, orders, results)),
        formats=tuple(_formats(orders, documents)),
        unwanted=tuple(_unwanted(orders)),
        video=video,
        resolution=_last(_resolutions(orders)),
        captions=_last(result.captions for result in results if result.captions),
        language=_only(spoken_in(orders)),
        quality=_quality(orders),
        is_quick_edit=is_quick_edit,
        is_stop=not wants and any(sentence.wants(Kind.STOP) for sentence in found),
        is_question=any(sentence.is_question for sentence in found),
        chosen=tuple(_files(orders, is_negated=False)),
        excluded=tuple(_files(orders, is_negated=True)),
        strangers=tuple(_strangers(orders)),
        misses=tuple(dict.fromkeys((*_misses(found), *_unknown(orders, results)))),
    )


def _is_order(sentence: Sentence) -> bool:
    """Whether a sentence asks for something that can be had here."""
    if sentence.is_question:
        return False
    is_elsewhere = sentence.wants(Kind.READ, Kind.TRANSLATE) or _edits(sentence)
    return not is_elsewhere or sentence.wants(Kind.TRANSCRIBE, Kind.QUICK_EDIT)


def _exports(sentence: Sentence, result: Results) -> bool:
    return bool(result.documents) and sentence.wants(Kind.EXPORT, Kind.DELIVER)


def _corrects(orders: Sequence[Sentence]) -> bool:
    """Whether one file is to be transcribed in the place of another: “not b.mp4, just a.mp4”."""
    files = (Kind.FILE, Kind.NUMBER)
    is_other = any(sentence.wants(*files) for sentence in orders)
    is_against = any(any(sentence.unwanted(Kind.TRANSCRIBE)) for sentence in orders)
    return is_other and is_against and any(any(found.unwanted(*files)) for found in orders)


def _edits(sentence: Sentence) -> bool:
    """Whether a sentence wants the video changed; “transcribe the music video” does not."""
    kinds = {Kind.TRANSCRIBE, Kind.OF, Kind.AND, Kind.COMMA, Kind.EDIT}
    edits = (sentence.governor(place, kinds) for place, _ in sentence.wanted(Kind.EDIT))
    return any(governor not in {Kind.TRANSCRIBE, Kind.OF} for governor in edits)


def _is_only_options(found: Sequence[Sentence]) -> bool:
    """Whether it only says how: “it is in German”, “as exactly as you can”."""
    if any(sentence.is_question for sentence in found):
        return False
    lexemes = (lexeme for sentence in found for lexeme in sentence.lexemes)
    is_plain = all(lexeme.kind in _OPTIONS | _SMALL for lexeme in lexemes)
    return is_plain and any((*spoken_in(found), *filter(None, [_quality(found)])))


def _formats(orders: Sequence[Sentence], documents: Sequence[Lexeme]) -> Iterator[str]:
    """The formats that are named, each once: subtitles are SRT unless their format is named too."""
    named = {lexeme.value for lexeme in documents if lexeme.kind is Kind.FORMAT}
    extra = {lexeme for sentence in orders for lexeme in _joined(sentence)}
    found: list[str] = []
    for lexeme in documents:
        if lexeme.kind is Kind.FORMAT or (
            lexeme.kind is Kind.SUBTITLE and not named & {"srt", "vtt"}
        ):
            found.append(lexeme.value)
        elif lexeme.kind is Kind.ALL_FORMATS:
            found.extend(name for name in ALL_FORMATS if name not in set(_unwanted(orders)))
        elif lexeme in extra:
            found.extend(("txt",) if lexeme.kind is Kind.TEXT else USUAL_FORMATS)
    if any(lexeme.kind is Kind.TRANSCRIBE for lexeme in extra):
        found.append("txt")
    return iter(dict.fromkeys(found))


def _joined(sentence: Sentence) -> Iterator[Lexeme]:
    """What stands in a list with a format: “a transcript and subtitles” are two things."""
    passed = {Kind.POSITIVE, Kind.FILLER, Kind.THIS, Kind.TO}
    row = [found for found in sentence.lexemes if found.kind not in passed and not found.is_negated]
    for left, link, right in zip(row, row[1:], row[2:], strict=False):
        if link.kind in {Kind.AND, Kind.COMMA, Kind.OR}:
            for one, other in ((left, right), (right, left)):
                if _is_text(one) and other.kind in {Kind.FORMAT, Kind.SUBTITLE}:
                    yield one


def _is_text(lexeme: Lexeme) -> bool:
    is_into_text = lexeme.kind is Kind.TRANSCRIBE and lexeme.value == "text"
    return is_into_text or lexeme.kind in {Kind.TRANSCRIPT, Kind.DOCUMENT, Kind.TEXT}


def _unwanted(orders: Sequence[Sentence]) -> Iterator[str]:
    for sentence in orders:
        yield from (found.value for found in sentence.unwanted(Kind.FORMAT, Kind.SUBTITLE))


def _resolutions(orders: Sequence[Sentence]) -> Iterator[str]:
    for sentence in orders:
        for place, lexeme in sentence.wanted(Kind.RESOLUTION):
            if is_result(sentence, place):
                yield lexeme.value


def _quality(orders: Sequence[Sentence]) -> str | None:
    """The quality of listening; a “high quality MP4” says nothing of it."""
    named = {
        lexeme.value
        for sentence in orders
        for place, lexeme in sentence.wanted(Kind.QUALITY)
        if sentence.after(place).kind not in {Kind.VIDEO, Kind.MP4, Kind.RESOLUTION}
    }
    return _only(iter(named))


def _files(orders: Sequence[Sentence], *, is_negated: bool) -> Iterator[int]:
    """The places of the files that are named; “the second minute” names none."""
    for sentence in orders:
        for place, lexeme in enumerate(sentence.lexemes):
            if lexeme.is_negated is not is_negated:
                continue
            if lexeme.kind is Kind.FILE:
                yield int(lexeme.value)
            elif lexeme.kind is Kind.NUMBER and _is_free(sentence, place):
                yield from (_place(int(number)) for number in lexeme.value.split())


def _is_free(sentence: Sentence, place: int) -> bool:
    follows = sentence.lexemes[place + 1 : place + 2]
    return not (follows and follows[0].kind is Kind.OTHER and not follows[0].is_unspaced)


def _place(number: int) -> int:
    return number - 1 if number > 0 else number


def _strangers(orders: Sequence[Sentence]) -> Iterator[str]:
    """Names of files that are not known; one behind “to” or “as” is a file to be made."""
    for sentence in orders:
        for place, lexeme in sentence.wanted(Kind.STRANGER):
            if sentence.before(place).kind is not Kind.TO:
                yield lexeme.value


def _misses(found: Sequence[Sentence]) -> Iterator[tuple[Kind, str]]:
    for sentence in found:
        for kind in _MISSES:
            if _is_missed(sentence, kind):
                yield kind, ""
        if any(True for _ in target_in(sentence)):
            yield Kind.TRANSLATE, ""


def _is_missed(sentence: Sentence, kind: Kind) -> bool:
    if kind is Kind.EDIT:
        return _edits(sentence)
    # “transcribe what she said” is no question about it.
    is_told = sentence.wants(Kind.TRANSCRIBE)
    return any(not (is_told and found.value == "said") for _, found in sentence.wanted(kind))


def _unknown(orders: Sequence[Sentence], results: Sequence[Results]) -> Iterator[tuple[Kind, str]]:
    for sentence, result in zip(orders, results, strict=True):
        for lexeme in result.documents:
            if lexeme.kind is Kind.UNKNOWN_FORMAT:
                yield Kind.UNKNOWN_FORMAT, lexeme.value
        if result.unknown_video:
            yield Kind.UNKNOWN_VIDEO, result.unknown_video
        yield from ((Kind.LANGUAGE_IS, given) for given in unknown_in(sentence))
    yield from (
        (Kind.RESOLUTION, value) for value in _resolutions(orders) if value in {"over", "under"}
    )


def _only(values: Iterator[str]) -> str | None:
    """The value, if all say the same."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _last(values: Iterator[str]) -> str | None:
    return next(iter([*values][-1:]), None)
