"""What a sentence wants to have in the end: documents, or a video."""

from collections.abc import Iterator
from dataclasses import dataclass

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.lexeme import Lexeme
from transcribe_video.conversation.sentence import Sentence

_MADE = {Kind.EXPORT, Kind.DELIVER, Kind.GIVE, Kind.TO}
_SOURCE = {Kind.TRANSCRIBE, Kind.TRANSCRIPT, Kind.CONVERT, Kind.OF}
_LIST = {Kind.AND, Kind.OR, Kind.COMMA}
_ON_VIDEO = {Kind.WITH, Kind.ADD, Kind.BURN}
_NOT_WANTED_BY_ITSELF = {Kind.QUESTION, Kind.OTHER, Kind.WITH}


@dataclass(frozen=True, slots=True)
class Results:
    """What one sentence wants.

    Attributes:
        documents: the phrases that name documents, in order.
        video: whether a video is wanted.
        captions: ``soft`` or ``off``, of a video; None if nothing is said of them.
        unknown_video: another kind of file that is wanted, e.g. ``"mov"``.
    """

    documents: tuple[Lexeme, ...] = ()
    video: bool = False
    captions: str | None = None
    unknown_video: str = ""


def results_of(sentence: Sentence) -> Results:
    """What a sentence that is no question wants to have."""
    has_video = _names_video(sentence)
    is_captioned = _is_captioned(sentence, has_video=has_video)
    documents = tuple(_documents(sentence, is_captioned=is_captioned, has_video=has_video))
    unknown = _unknown_video(sentence)
    has_nothing_else = not documents and not unknown and not sentence.wants(Kind.TRANSCRIBE)
    is_bare_export = sentence.wants(Kind.EXPORT) and has_nothing_else
    video = has_video or is_captioned or is_bare_export or sentence.wants(Kind.QUICK_EDIT)
    captions = _captions(sentence, is_captioned=is_captioned) if video else None
    return Results(documents, video, captions, unknown)


def is_result(sentence: Sentence, place: int) -> bool:
    """Whether the kind of video at a place is what is wanted, not what is there."""
    governor = sentence.governor(place, _MADE | _SOURCE | _LIST)
    if sentence.becomes(place) or governor in _SOURCE:
        return False
    if governor in {Kind.EXPORT, Kind.DELIVER}:
        return True
    return not sentence.is_pointed_at(place)


def _names_video(sentence: Sentence) -> bool:
    kinds = sentence.wanted(Kind.MP4, Kind.RESOLUTION)
    if any(is_result(sentence, place) for place, _ in kinds):
        return True
    if any(_is_output(sentence, place, found) for place, found in sentence.wanted(Kind.STRANGER)):
        return True
    return any(_is_asked_for(sentence, place) for place, _ in sentence.wanted(Kind.VIDEO))


def _is_output(sentence: Sentence, place: int, name: Lexeme) -> bool:
    return name.value.endswith(".mp4") and sentence.before(place).kind is Kind.TO


def _is_asked_for(sentence: Sentence, place: int) -> bool:
    """Whether “the video” is what shall be exported, sent, or made with captions."""
    if sentence.becomes(place) or sentence.after(place).kind is Kind.SUBTITLE:
        return False
    governor = sentence.governor(place, _MADE | _SOURCE | {Kind.ADD})
    if governor in {Kind.EXPORT, Kind.DELIVER}:
        return True
    return governor not in _SOURCE | {Kind.ADD} and _has_captions(sentence, place)


def _has_captions(sentence: Sentence, place: int) -> bool:
    """Whether it is “a video with captions”, 带字幕的视频."""
    after = [found.kind for found in sentence.lexemes[place + 1 :] if found.kind is not Kind.FILLER]
    is_before = sentence.before(place).kind is Kind.SUBTITLE
    return is_before or after[:2] == [Kind.WITH, Kind.SUBTITLE]


def _is_captioned(sentence: Sentence, *, has_video: bool) -> bool:
    """Whether there shall be captions on a video."""
    subtitles = [place for place, _ in sentence.wanted(Kind.SUBTITLE)]
    asked = sentence.wants(Kind.CAPTION) or any(_is_added(sentence, place) for place in subtitles)
    # “as Word, and add subtitles” is a list of documents.
    is_list = sentence.wants(Kind.FORMAT) and not sentence.wants(Kind.VIDEO, Kind.MP4)
    on_video = any(_is_on_video(sentence, place, has_video=has_video) for place in subtitles)
    return (asked and not is_list) or on_video


def _is_added(sentence: Sentence, place: int) -> bool:
    """Whether captions are put onto a video: “burn the captions in”, 把字幕烧进画面."""
    if sentence.after(place).kind is Kind.BURN:
        return True
    return sentence.governor(place, _MADE | _SOURCE | _LIST | _ON_VIDEO) in {Kind.ADD, Kind.BURN}


def _is_on_video(sentence: Sentence, place: int, *, has_video: bool) -> bool:
    """Whether the subtitles at a place belong to a video that is wanted."""
    if not has_video and not sentence.wants(Kind.QUICK_EDIT):
        return False
    governor = sentence.governor(place, _MADE | _SOURCE | _LIST | _ON_VIDEO)
    is_before_video = sentence.after(place).kind in {Kind.VIDEO, Kind.MP4}
    return governor is Kind.WITH or is_before_video


def _captions(sentence: Sentence, *, is_captioned: bool) -> str | None:
    if is_captioned:
        return "soft"
    return "off" if any(sentence.unwanted(Kind.SUBTITLE, Kind.CAPTION)) else None


def _documents(sentence: Sentence, *, is_captioned: bool, has_video: bool) -> Iterator[Lexeme]:
    for place, lexeme in enumerate(sentence.lexemes):
        if lexeme.is_negated:
            continue
        if _is_document(sentence, place):
            is_caption = is_captioned and lexeme.kind is Kind.SUBTITLE
            if not is_caption or not (
                _is_added(sentence, place) or _is_on_video(sentence, place, has_video=has_video)
            ):
                yield lexeme
        elif lexeme.kind is Kind.CAPTION and not is_captioned:
            yield Lexeme(Kind.SUBTITLE, "srt", lexeme.text)


def _is_document(sentence: Sentence, place: int) -> bool:
    lexeme = sentence.lexemes[place]
    if lexeme.kind is Kind.SUBTITLE and sentence.becomes(place):
        return False
    if lexeme.kind in {Kind.FORMAT, Kind.SUBTITLE, Kind.TRANSCRIPT, Kind.ALL_FORMATS}:
        follows = sentence.after(place)
        return sentence.has_verb or follows.kind not in _NOT_WANTED_BY_ITSELF
    if lexeme.kind in {Kind.DOCUMENT, Kind.TEXT, Kind.UNKNOWN_FORMAT}:
        governor = sentence.governor(place, _MADE | _SOURCE | _LIST | _ON_VIDEO)
        is_listed = governor in _LIST and sentence.wants(Kind.TRANSCRIPT, Kind.FORMAT, *_SOURCE)
        is_wished = governor in _MADE or (governor is None and sentence.wants(Kind.POSITIVE))
        return is_wished or is_listed or sentence.after(place).kind is Kind.AND
    return False


def _unknown_video(sentence: Sentence) -> str:
    """Another kind of file that is wanted; the sound alone is one."""
    for place, lexeme in sentence.wanted(Kind.UNKNOWN_VIDEO):
        if is_result(sentence, place):
            return lexeme.value
    for place, lexeme in sentence.wanted(Kind.RECORDING):
        governor = sentence.governor(place, _MADE | _SOURCE)
        is_asked_for = governor in {Kind.EXPORT, Kind.DELIVER} and not sentence.becomes(place)
        if lexeme.value and is_asked_for:
            return lexeme.value
    return ""
