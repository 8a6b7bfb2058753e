"""The words of a Word document: as they are after all tracked changes are accepted."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from transcribe_video.documents.docx_look import Look

_GONE = {qn("w:del"), qn("w:moveFrom")}
_OURS = (Look.TITLE, Look.HEADING, Look.FACT, Look.NOTE)


def words_of(content: bytes) -> Iterator[str]:
    """The text of each paragraph; of a transcript of ours without heading and times.

    Raises:
        ValueError: it is no Word document.
    """
    document = docx.Document(BytesIO(content))
    is_ours = any(_style(one) in {Look.TEXT, Look.FACT} for one in document.paragraphs)
    hidden = _hidden(document)
    for paragraph in document.paragraphs:
        style = _style(paragraph)
        if style.startswith("Heading") or style == Look.TITLE or (is_ours and style in _OURS):
            continue
        yield "".join(_texts(paragraph, hidden))


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style and paragraph.style.name) or ""


def _hidden(document: Document) -> set[str]:
    """How the styles are called, inside the file, of what nobody says."""
    return {style.style_id for style in document.styles if style.name == Look.TIMECODE}


def _texts(paragraph: Paragraph, hidden: set[str]) -> Iterator[str]:
    for run in paragraph._p.iter(qn("w:r")):  # noqa: SLF001 - the library skips what was inserted
        if any(parent.tag in _GONE for parent in run.iterancestors()):
            continue
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if style is None or style.get(qn("w:val")) not in hidden:
            yield "".join(map(_text, run))


def _text(element: Any) -> str:
    if element.tag == qn("w:t"):
        return element.text or ""
    return " " if element.tag in {qn("w:tab"), qn("w:br"), qn("w:cr")} else ""
