"""What is spoken, read from documents that a person has edited."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from transcribe_video.documents.registry import FORMATS
from transcribe_video.documents.spoken_text import is_readable, spoken_text
from transcribe_video.errors import UsageError
from transcribe_video.transcript.segment import segment_of
from transcribe_video.transcript.transcript import Transcript
from transcribe_video.transcript.word import Word

_LINES = [
    "First of all, *this* costs <b>5</b> & more.",
    "1. A list? No: a sentence that says File: none",
    "And [so] it ends.",
]
_READ = ["docx", "txt", "md", "srt", "vtt"]


def _transcript(speaker: str | None = None, lines: list[str] | None = None) -> Transcript:
    segments = []
    for number, line in enumerate(lines or _LINES):
        words = line.split()
        begin_ms = 10_000 * number
        spoken = tuple(
            Word(begin_ms + 300 * place, begin_ms + 300 * place + 250, f" {word}", 0.9)
            for place, word in enumerate(words)
        )
        segments.append(segment_of(spoken, speaker))
    notes = ("Part of it could not be heard.",)
    return Transcript("talk.mp4", 60_000, "en", "Whisper base", tuple(segments), notes)


def _written(folder: Path, kind: str, transcript: Transcript) -> Path:
    [found] = [one for one in FORMATS if one.name == kind]
    path = folder / f"talk.{kind}"
    path.write_bytes(found.write(transcript))
    return path


@pytest.mark.parametrize("kind", _READ)
def test_of_a_document_of_ours_the_words_come_back_and_nothing_else(
    tmp_path: Path, kind: str
) -> None:
    text = spoken_text(_written(tmp_path, kind, _transcript()))
    assert text.split() == " ".join(_LINES).split()


@pytest.mark.parametrize("kind", ["docx", "txt", "md"])
def test_names_of_speakers_stay_for_who_knows_them(tmp_path: Path, kind: str) -> None:
    text = spoken_text(_written(tmp_path, kind, _transcript("Ana Maria")))
    assert text.startswith("Ana Maria: First of all, *this* costs")


def test_where_nothing_was_said_there_is_nothing(tmp_path: Path) -> None:
    empty = Transcript("talk.mp4", 60_000, "en", "Whisper base", ())
    for kind in _READ:
        assert spoken_text(_written(tmp_path, kind, empty)) == ""


def test_a_text_of_somebody_elses_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("Once upon a time:\n\n  there was a film.\n", "utf-8-sig")
    assert spoken_text(path) == "Once upon a time:\nthere was a film."
    path.write_bytes("Schöne Grüße".encode("utf-16"))
    assert spoken_text(path) == "Schöne Grüße"
    path.write_bytes("Schöne Grüße".encode("cp1252"))
    assert spoken_text(path) == "Schöne Grüße"


def test_a_paragraph_without_a_time_belongs_to_the_text(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("talk\n\nFile: talk.mp4\n\n[0:00] One two\nthree.\n\n[1:02:03] Four.", "utf-8")
    assert spoken_text(path) == "One two\nthree.\nFour."


@pytest.mark.parametrize(
    ("new", "begun"),
    [
        ("", ""),  # the first time is deleted, and no word
        ("A sentence of its own.\n\n[0:00] ", "A sentence of its own. "),
        ("Note: nothing was cut.\n", ""),
    ],
)
def test_what_stands_above_the_first_time_is_said(tmp_path: Path, new: str, begun: str) -> None:
    path = tmp_path / "talk.txt"
    written = _written(tmp_path, "txt", _transcript()).read_text("utf-8")
    path.write_text(written.replace("[0:00] ", new), "utf-8")
    assert spoken_text(path).split() == f"{begun}{' '.join(_LINES)}".split()


def test_subtitles_lose_their_numbers_times_tags_and_comments(tmp_path: Path) -> None:
    path = tmp_path / "talk.srt"
    path.write_text(
        "1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i> there\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\n42\n",
        "utf-8",
    )
    assert spoken_text(path) == "Hello there\n42"
    path = tmp_path / "talk.vtt"
    path.write_text(
        "WEBVTT\n\nNOTE by me\nover two lines\n\nSTYLE\n::cue {}\n\n"
        "name\n00:01.000 --> 00:02.000 align:start\n<v Ana>Tom &amp; Jo</v>\n",
        "utf-8",
    )
    assert spoken_text(path) == "Tom & Jo"


def test_of_tracked_changes_the_new_text_counts(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("My cut", 1)
    paragraph = document.add_paragraph("Keep this")
    for mark, inside in (("del", "delText"), ("ins", "t"), ("moveFrom", "t")):
        paragraph._p.append(
            parse_xml(
                f"<w:{mark} {nsdecls('w')}><w:r><w:{inside} xml:space='preserve'> {mark}"
                f"</w:{inside}></w:r></w:{mark}>"
            )
        )
    path = tmp_path / "mine.docx"
    document.save(str(path))
    assert spoken_text(path) == "Keep this ins"


def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for name, content in (("a.docx", b"no zip"), ("b.docx", _bomb()), ("c.pdf", b"%PDF")):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(UsageError, match="cannot be read as a transcript"):
            spoken_text(path)
    with pytest.raises(UsageError, match="no such file"):
        spoken_text(tmp_path / "nowhere.txt")
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(UsageError, match="more than 20 MB"):
        spoken_text(large)


def test_what_can_be_read_is_told_by_the_name() -> None:
    assert [is_readable(f"a.{kind}") for kind in (*_READ, "DOCX", "json", "pdf")] == [
        *[True] * 6,
        False,
        False,
    ]


def _bomb() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * 101_000_000)
    return packed.getvalue()
