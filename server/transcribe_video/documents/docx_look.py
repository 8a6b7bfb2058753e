"""How the Word documents look: page, fonts and styles."""

from enum import StrEnum
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from transcribe_video.transcript.language import Language

_FONT = "Calibri"
# Fonts that Word has on every system where such text is read; others are put in their place.
_EAST_ASIAN_FONTS = {
    "zh": "Microsoft YaHei",
    "yue": "Microsoft JhengHei",
    "ja": "Yu Gothic",
    "ko": "Malgun Gothic",
}
_COMPLEX_FONT = "Arial"
_INK, _GREY = RGBColor(0x1F, 0x29, 0x37), RGBColor(0x6B, 0x72, 0x80)
_TIMECODE_COLUMN, _FACT_COLUMN = Cm(1.9), Cm(2.6)
_STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_COMPATIBILITY = {"compatibilityMode": "15"}  # Word 2013 and later: not “compatibility mode”


class Look(StrEnum):
    """The styles that a transcript uses, by the names that Word shows."""

    TITLE = "Title"
    HEADING = "Heading 1"
    NOTE = "List Bullet"
    FACT = "File Fact"
    FACT_LABEL = "File Fact Label"
    TEXT = "Transcript Text"
    TIMECODE = "Timecode"
    SPEAKER = "Speaker"


def blank_document(title: str, language: Language) -> Document:
    """An empty document with the styles of `Look`, for text in this language."""
    document = docx.Document()
    _drop_leftovers(document)
    _describe(document, title, language)
    _set_defaults(document, language)
    _set_page(document)
    _restyle_headings(document)
    _add_paragraph_styles(document, right_to_left=language.right_to_left)
    _add_character_styles(document)
    return document


def _drop_leftovers(document: Document) -> None:
    """The library's template brings a preview picture, a second style sheet and old marks."""
    unwanted = {RELATIONSHIP_TYPE.THUMBNAIL, _STYLES_WITH_EFFECTS}
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, rel in relations.items() if rel.reltype in unwanted]:
            del relations[name]
    settings = document.settings.element
    for mark in settings.findall(qn("w:proofState")):
        settings.remove(mark)
    for setting in settings.iter(qn("w:compatSetting")):
        value = _COMPATIBILITY.get(str(setting.get(qn("w:name"))))
        if value:
            setting.set(qn("w:val"), value)


def _describe(document: Document, title: str, language: Language) -> None:
    properties = document.core_properties
    properties.title, properties.language = title[:255], language.tag
    properties.author = properties.comments = ""
    element: Any = properties._element  # noqa: SLF001 - the library can set dates, not remove them
    for date in ("dcterms:created", "dcterms:modified"):
        for found in element.findall(qn(date)):
            element.remove(found)


def _set_defaults(document: Document, language: Language) -> None:
    fonts = next(document.styles.element.iter(qn("w:rFonts")))
    fonts.attrib.clear()
    east_asian = _EAST_ASIAN_FONTS.get(language.code, _EAST_ASIAN_FONTS["zh"])
    for script, font in (("ascii", _FONT), ("hAnsi", _FONT), ("eastAsia", east_asian)):
        fonts.set(qn(f"w:{script}"), font)
    fonts.set(qn("w:cs"), _COMPLEX_FONT)
    if language.tag:
        spelling = next(document.styles.element.iter(qn("w:lang")))
        scripts = ["val", "bidi"] + ["eastAsia"] * (language.code in _EAST_ASIAN_FONTS)
        for script in scripts:
            spelling.set(qn(f"w:{script}"), language.tag)


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2.2)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    footer._p.append(number)  # noqa: SLF001 - the library has no call for fields


def _restyle_headings(document: Document) -> None:
    for name, size in ((Look.TITLE, Pt(24)), (Look.HEADING, Pt(14))):
        style = _paragraph_style(document, name)
        fonts: Any = style.element.rPr.rFonts
        fonts.attrib.clear()
        style.font.size, style.font.bold, style.font.color.rgb = size, True, _INK
    for border in list(document.styles[Look.TITLE].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    title = _paragraph_style(document, Look.TITLE)
    title.font.no_proof = True
    title.paragraph_format.space_after = Pt(10)
    heading = _paragraph_style(document, Look.HEADING).paragraph_format
    heading.space_before, heading.space_after = Pt(18), Pt(6)


def _add_paragraph_styles(document: Document, *, right_to_left: bool) -> None:
    fact = _add_hanging_style(document, Look.FACT, _FACT_COLUMN)
    fact.paragraph_format.space_after = Pt(2)
    fact.font.no_proof = True
    text = _add_hanging_style(document, Look.TEXT, _TIMECODE_COLUMN, right_to_left=right_to_left)
    text.paragraph_format.space_after = Pt(8)


def _add_hanging_style(
    document: Document, name: Look, column: Cm, *, right_to_left: bool = False
) -> ParagraphStyle:
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    if right_to_left:  # first, because the order of a style's properties is fixed
        style.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    layout = style.paragraph_format
    layout.left_indent, layout.first_line_indent = column, -column
    layout.tab_stops.add_tab_stop(column)
    return style


def _add_character_styles(document: Document) -> None:
    timecode = _add_character_style(document, Look.TIMECODE)
    timecode.font.size, timecode.font.color.rgb = Pt(9), _GREY
    timecode.font.no_proof = True
    _add_character_style(document, Look.FACT_LABEL).font.color.rgb = _GREY
    _add_character_style(document, Look.SPEAKER).font.bold = True


def _add_character_style(document: Document, name: Look) -> CharacterStyle:
    style: CharacterStyle = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.quick_style = True
    return style


def _paragraph_style(document: Document, name: Look) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style
