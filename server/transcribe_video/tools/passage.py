"""The result of ``read_transcript``, and how a page of the backend becomes one."""

from collections.abc import Iterator

from pydantic import BaseModel, Field

from transcribe_video.timecode import clock, milliseconds
from transcribe_video.tools.quotation import Quoted, one_line, said
from transcribe_video.tools.result import Result
from transcribe_video.wire.transcript import TranscriptPage, Utterance

_LONGEST_NAME = 40


class WordEntry(BaseModel):
    """One word with its time."""

    start_s: float = 0
    end_s: float = 0
    text: str = ""
    probability: float = 0


class Passage(Result):
    """A part of what was said."""

    media_id: str | None = None
    language: str = ""
    text: Quoted = ""
    next_cursor: str | None = None
    total_words: int = 0
    words: list[WordEntry] = Field(default=[])


def passage_of(page: TranscriptPage) -> Passage:
    """A page, its utterances packed into lines."""
    words = [
        WordEntry(**word.model_dump(include=set(WordEntry.model_fields)))
        for utterance in page.segments
        for word in utterance.words
    ]
    return Passage(
        session_id=page.session_id,
        media_id=page.media_id,
        status="running" if page.is_partial else "completed",
        language=page.language,
        text="\n".join(_line(utterance) for utterance in page.segments),
        next_cursor=page.next_cursor,
        total_words=page.total_words,
        words=words,
        notes=page.notes,
    )


def body_of(passage: Passage) -> Iterator[str]:
    """The passage as text; of words with their times, each word on its own."""
    if passage.words:
        yield said("\n".join(_word(word) for word in passage.words))
    elif passage.text:
        yield said(passage.text)
    yield f"Language: {passage.language or 'unknown'}. {passage.total_words:,} words in all."
    if passage.next_cursor:
        yield (
            "More: read_transcript with the same arguments and "
            f'{{"cursor": "{passage.next_cursor}"}}'
        )


def _line(utterance: Utterance) -> str:
    """``[12:03 Ana] …``."""
    speaker = one_line(utterance.speaker or "", _LONGEST_NAME).replace("]", ")")
    when = clock(milliseconds(utterance.start_s))
    text = " ".join(utterance.text.split())
    return f"[{when} {speaker}] {text}" if speaker else f"[{when}] {text}"


def _word(word: WordEntry) -> str:
    return f"{word.start_s:.2f}-{word.end_s:.2f} {word.text.strip()} ({word.probability:.2f})"
