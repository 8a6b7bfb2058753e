"""The transcript as a Word document."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.text.paragraph import Paragraph as WordParagraph

from transcribe_video.documents.docx_look import Look, blank_document
from transcribe_video.documents.facts import NO_SPEECH, Fact, facts_of, title_of
from transcribe_video.timecode import clock
from transcribe_video.transcript.language import language_of
from transcribe_video.transcript.paragraph import Paragraph, paragraphs
from transcribe_video.transcript.transcript import Transcript

# The earliest time that a zip archive can name: the same transcript makes the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def write_docx(transcript: Transcript) -> bytes:
    """Title, facts, notes, and the paragraphs, each with its timecode, in styles of their own.

    The document's language is the recording's, so that Word checks the spelling in it. It names
    no author and no date.
    """
    language = language_of(transcript.language)
    document = blank_document(title_of(transcript), language)
    _add_head(document, transcript)
    document.add_paragraph("Transcript", style=Look.HEADING)
    if not transcript.segments:
        document.add_paragraph(NO_SPEECH)
    _add_text(document, transcript, right_to_left=language.right_to_left)
    return _same_bytes(document)


def _add_head(document: Document, transcript: Transcript) -> None:
    document.add_paragraph(title_of(transcript), style=Look.TITLE)
    for fact in facts_of(transcript):
        _add_fact(document, fact)
    if transcript.notes:
        document.add_paragraph("Notes", style=Look.HEADING)
    for note in transcript.notes:
        document.add_paragraph(note, style=Look.NOTE)


def _add_fact(document: Document, fact: Fact) -> None:
    paragraph = document.add_paragraph(style=Look.FACT)
    paragraph.add_run(fact.label, style=Look.FACT_LABEL)
    paragraph.add_run(f"\t{fact.value}")


def _add_text(document: Document, transcript: Transcript, *, right_to_left: bool) -> None:
    style = document.styles[Look.TEXT]
    for paragraph in paragraphs(transcript.segments):
        target = document.add_paragraph(style=style)
        if transcript.is_timed:
            target.add_run(clock(paragraph.start_ms), style=Look.TIMECODE)
            target.add_run("\t")
        _fill(target, paragraph, right_to_left=right_to_left)


def _fill(target: WordParagraph, paragraph: Paragraph, *, right_to_left: bool) -> None:
    if paragraph.speaker:
        target.add_run(f"{paragraph.speaker}:", style=Look.SPEAKER)
        target.add_run(" ")
    run = target.add_run(paragraph.text)
    if right_to_left:
        run.font.rtl = True


def _same_bytes(document: Document) -> bytes:
    """The file, packed again without the time of packing."""
    packed, result = BytesIO(), BytesIO()
    document.save(packed)
    with ZipFile(packed) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = ZipInfo(name, _NO_TIME)
            member.create_system, member.compress_type = _UNIX, ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return result.getvalue()
