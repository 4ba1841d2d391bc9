"""The Word document around a pack: page, styles, head and foot, tables, and a file that is the same every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from yosnlp.report.packs.citation import printable

CITATION, CONFIDENCE = "Citation line", "Model confidence"
LANGUAGE = "en-GB"
_MADE = datetime(2026, 1, 1)  # the date of the day would make each document another file
_FONT = "Arial"
_INK, _HEADING, _FAINT = "0B0C0C", "1D3557", "505A5F"  # on white: 19:1, 12:1, 7:1
_HEAD = "F3F2F1"  # behind the head of a table
_SIZES = {"Title": 22, "Heading 1": 17, "Heading 2": 14, "Heading 3": 11.5}


def frame(title: str) -> Any:
    """An empty document with its page, styles, head, foot and properties set."""
    import docx
    from docx.shared import Cm

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.3)
    page.top_margin = page.bottom_margin = Cm(2.3)
    _styles(document)
    _language(document)
    page.header.paragraphs[0].text = title
    foot = page.footer.paragraphs[0]
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(words)
        _field(foot, field)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title[:255], "yosnlp", "yosnlp"
    properties.language, properties.comments, properties.subject = LANGUAGE, "", "Quotations from inspection reports"
    properties.created = properties.modified = _MADE
    return document


def table(
    document: Any, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], described: str
) -> None:
    """A table with a head row that is repeated on each page, columns of ``widths`` (cm), and a description."""
    from docx.shared import Cm, Pt

    made = document.add_table(rows=0, cols=len(heads), style="Table Grid")
    made.autofit = False
    for i, row in enumerate((heads, *rows)):
        line = made.add_row()
        line._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        for cell, text, width in zip(line.cells, row, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
            paragraph.add_run(printable(text), style="Strong" if i == 0 else None)
            if i == 0:
                cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=_HEAD))
    made.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    made._tbl.tblPr.append(_element("w:tblCaption", val=printable(described)[:255]))
    document.add_paragraph().paragraph_format.space_after = 0


def saved(document: Any) -> bytes:
    """The bytes of ``document``, its parts dated alike."""
    file, dated = io.BytesIO(), io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as same:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, _MADE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            same.writestr(info, parts.read(name))
    return dated.getvalue()


def _styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    styles = document.styles
    for name in (CITATION, CONFIDENCE):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name in ("Normal", *_SIZES, "Quote", CITATION, CONFIDENCE, "Header", "Footer"):
        faint = name in (CONFIDENCE, "Header", "Footer")
        size = _SIZES.get(name, 8.5 if faint else 9.5 if name == CITATION else 10.5)
        _font(styles[name], size, _HEADING if name in _SIZES else _FAINT if faint else _INK)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    for name, before, after in (("Heading 1", 18, 8), ("Heading 2", 16, 6), ("Heading 3", 12, 6)):
        styles[name].paragraph_format.space_before, styles[name].paragraph_format.space_after = Pt(before), Pt(after)
    styles["Quote"].font.italic = False
    for name, after, keep in (("Quote", 2, True), (CITATION, 0, True), (CONFIDENCE, 10, False)):
        shape = styles[name].paragraph_format
        shape.left_indent, shape.space_after, shape.keep_with_next, shape.keep_together = Cm(0.8), Pt(after), keep, True


def _font(style: Any, size: float, colour: str) -> None:
    """Font, size and colour of a style; the theme's fonts, which would win, are taken away."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), _FONT)


def _language(document: Any) -> None:
    """British English throughout, and the layout of a Word that is not old."""
    from docx.oxml.ns import qn

    for element in (document.styles.element, document.settings.element):
        for tag in ("w:lang", "w:themeFontLang"):
            for language in element.iter(qn(tag)):
                language.set(qn("w:val"), LANGUAGE)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _field(paragraph: Any, name: str) -> None:
    """A field that Word fills, such as the number of the page."""
    field = _element("w:fldSimple", instr=name)
    paragraph._p.append(field)
    field.append(paragraph.add_run("1")._r)


def _element(tag: str, **values: str) -> Any:
    """An element of WordprocessingML, for what python-docx has no call for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    return element
