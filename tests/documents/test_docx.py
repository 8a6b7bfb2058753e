from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from transcribe_video.documents.registry import format_named
from transcribe_video.transcript.transcript import Transcript


def _written(transcript: Transcript) -> Document:
    return docx.Document(BytesIO(format_named("docx").write(transcript)))


def _paragraphs(document: Document) -> list[tuple[str, str]]:
    return [
        (paragraph.style.name or "", paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style
    ]


def test_a_word_document_has_title_facts_notes_and_timed_paragraphs(interview: Transcript) -> None:
    assert _paragraphs(_written(interview)) == [
        ("Title", "an_interview"),
        ("File Fact", "File\tan_interview.mp4"),
        ("File Fact", "Length\t1:02:03"),
        ("File Fact", "Language\tEnglish"),
        ("File Fact", "Model\twhisper base"),
        ("Heading 1", "Notes"),
        ("List Bullet", "The file ends early: the last part could not be read."),
        ("Heading 1", "Transcript"),
        ("Transcript Text", "0:07\tAna: Why *is* 1 < 2?"),
        ("Transcript Text", "0:11\tBen <1>: Because R&D --> <b>says</b> so."),
    ]


def test_timecodes_and_speakers_have_styles_of_their_own(interview: Transcript) -> None:
    runs = _written(interview).paragraphs[8].runs

    assert [(run.style.name, run.text) for run in runs] == [
        ("Timecode", "0:07"),
        ("Default Paragraph Font", "\t"),
        ("Speaker", "Ana:"),
        ("Default Paragraph Font", " "),
        ("Default Paragraph Font", "Why *is* 1 < 2?"),
    ]


def test_a_word_document_of_silence_says_so(silence: Transcript) -> None:
    assert _paragraphs(_written(silence))[-2:] == [
        ("Heading 1", "Transcript"),
        ("Normal", "No speech was found in this recording."),
    ]


def test_the_properties_are_the_recordings_and_nobody_elses(interview: Transcript) -> None:
    properties = _written(interview).core_properties

    assert (properties.title, properties.language) == ("an_interview", "en-US")
    assert (properties.author, properties.comments, properties.created) == ("", "", None)


@pytest.mark.parametrize(
    ("code", "latin", "east_asian", "font"),
    [
        ("de", "de-DE", "en-US", "Microsoft YaHei"),
        ("ja", "ja-JP", "ja-JP", "Yu Gothic"),
        ("zh", "zh-CN", "zh-CN", "Microsoft YaHei"),
        ("", "en-US", "en-US", "Microsoft YaHei"),
    ],
)
def test_spelling_and_fonts_are_those_of_the_language(
    interview: Transcript, code: str, latin: str, east_asian: str, font: str
) -> None:
    styles = _written(replace(interview, language=code)).styles.element
    spelling, fonts = next(styles.iter(qn("w:lang"))), next(styles.iter(qn("w:rFonts")))

    assert (spelling.get(qn("w:val")), spelling.get(qn("w:eastAsia"))) == (latin, east_asian)
    assert fonts.get(qn("w:eastAsia")) == font


def test_arabic_runs_from_right_to_left(interview: Transcript) -> None:
    document = _written(replace(interview, language="ar"))

    assert document.paragraphs[8].runs[-1].font.rtl
    assert next(document.styles["Transcript Text"].element.iter(qn("w:bidi"))) is not None


def test_the_same_transcript_makes_the_same_bytes(interview: Transcript) -> None:
    first = format_named("docx").write(interview)

    with ZipFile(BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert format_named("docx").write(interview) == first


def test_nothing_of_the_template_shows(interview: Transcript) -> None:
    with ZipFile(BytesIO(format_named("docx").write(interview))) as archive:
        assert "docProps/thumbnail.jpeg" not in archive.namelist()
        assert not [name for name in archive.namelist() if b"python-docx" in archive.read(name)]


def test_the_properties_of_a_style_stand_in_the_order_that_word_wants(
    interview: Transcript,
) -> None:
    styles = _written(replace(interview, language="he")).styles
    found = [child.tag.rpartition("}")[2] for child in styles["Transcript Text"].element.pPr]

    assert found == ["tabs", "bidi", "spacing", "ind"]


def test_untrusted_text_makes_a_document_that_opens(broken: Transcript) -> None:
    assert _paragraphs(_written(broken))[-1] == (
        "Transcript Text",
        "0:00\tA na: Bell two 2 00:00:01,000 --> 00:00:02,000 lines \ufffdend.",
    )
