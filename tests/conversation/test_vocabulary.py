"""The table of phrases, beside the tables that it must agree with."""

import re
from collections import Counter

import pytest

from transcribe_video.conversation.kind import Kind
from transcribe_video.conversation.phrases import PHRASES
from transcribe_video.conversation.tokens import plain, tokens_of
from transcribe_video.conversation.vocabulary import vocabulary
from transcribe_video.conversation.wish import ALL_FORMATS, USUAL_FORMATS, wish_of
from transcribe_video.documents.registry import FORMATS
from transcribe_video.transcript.language import LANGUAGES
from transcribe_video.wire.order import TranscribeOrder


def test_the_formats_are_those_that_can_be_written() -> None:
    assert tuple(format_.name for format_ in FORMATS) == ALL_FORMATS
    assert list(USUAL_FORMATS) == TranscribeOrder().formats


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_every_name_of_a_format_is_understood(format_: object) -> None:
    known = next(found for found in FORMATS if found is format_)
    usual = {"text"}  # “text” alone is any text

    for name in {known.name, *known.aliases, known.title} - usual:
        assert wish_of(f"transcribe it as {name}").formats == (known.name,), name


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_is_understood_by_name_and_code(code: str) -> None:
    language = LANGUAGES[code]

    assert wish_of(f"transcribe it, it is in {language.name}").language == code
    assert wish_of(f"transcribe it, language: {code}").language == code


def test_no_phrase_is_given_twice() -> None:
    lines = [line for line in PHRASES.splitlines() if not line.startswith("[")]
    phrases = Counter(phrase for phrase in re.split(r",\s*", ",".join(lines)) if phrase)

    assert [phrase for phrase, count in phrases.items() if count > 1] == []


def test_every_phrase_is_written_as_a_message_is_brought_into() -> None:
    for phrase in re.split(r"[,\n]\s*", PHRASES):
        assert plain(phrase) == phrase


def test_no_phrase_is_longer_than_is_looked_for() -> None:
    assert max(map(len, vocabulary())) <= 8


def test_every_kind_has_a_phrase_or_a_maker() -> None:
    made = {Kind.FILE, Kind.STRANGER, Kind.PART, Kind.COMMA, Kind.END, Kind.NUMBER}

    assert {kind for kind, _ in vocabulary().values()} | made == set(Kind)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Don't do it!", ("don't", "do", "it", "!")),
        ("DON\u2019T", ("don't",)),
        ("word-level, 10-minute", ("word", "level", ",", "10", "minute")),
        ("转成Word文档。", ("转", "成", "word", "文", "档", "。")),
        ("轉成字幕", ("转", "成", "字", "幕")),
        ("--language de", ("language", "=", "de")),
        ("Language：de", ("language", "=", "de")),
        (".docx files.", ("docx", "files", ".")),
        ("a\nb", ("a", ".", "b")),
        ("", ()),
    ],
)
def test_a_text_is_cut_into_words_marks_and_characters(text: str, tokens: tuple[str, ...]) -> None:
    assert tokens_of(plain(text)) == tokens
