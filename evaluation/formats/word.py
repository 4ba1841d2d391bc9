"""A report as a Word file: heading styles, real lists, tables and footnotes, a running header and page numbers."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from lxml import etree

from evaluation.formats.parts import Call, Inline, Original, Part
from evaluation.formats.rows import widths

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RIGHT = Cm(16)  # where the number of a page stands in the contents and in the header
_QUOTED = Cm(1.5)
_STYLES = {"label": "Normal", "paragraph": "Normal", "quotation": "Quote", "bullet": "List Bullet"}
_BULLETS_RESTART = 10  # numbers of abstract lists that the template has are below this


def write(original: Original, path: Path) -> None:
    """Write ``original`` as a Word file to ``path``."""
    document = Document()
    document.styles["Normal"].font.size = Pt(11)
    document.core_properties.title = original.running
    _header(document, original.running)
    lists = _Lists(document)
    for kind, parts in groupby(original.parts, key=lambda part: part.kind):
        for part in parts:
            _add(document, part, lists)
        if kind == "table":
            document.add_paragraph()
    _footnotes(document, original.notes)
    document.save(str(path))


def _add(document: Any, part: Part, lists: _Lists) -> None:
    if part.kind == "table":
        table = document.add_table(rows=0, cols=len(part.rows[0]), style="Table Grid")
        for column, share in zip(table.columns, widths(part), strict=True):
            column.width = int(_RIGHT * share)
        for row in part.rows:
            for cell, inline in zip(table.add_row().cells, row, strict=True):
                _fill(cell.paragraphs[0], inline)
    elif part.kind == "heading":
        _fill(document.add_heading(level=part.level), part.inline)
    elif part.kind == "contents":
        entry = document.add_paragraph()
        entry.paragraph_format.tab_stops.add_tab_stop(_RIGHT, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        title, page = part.rows[0]
        _fill(entry, (*title, "\t", *page) if page else title)
    elif part.kind == "numbered":
        paragraph = document.add_paragraph(style="List Number")
        lists.number(paragraph, part.marker)
        _fill(paragraph, part.inline)
    else:
        paragraph = document.add_paragraph(style=_STYLES[part.kind])
        if part.kind == "quotation":  # as Word's own style sets it, and the template's does not
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = _QUOTED
        _fill(paragraph, part.inline, bold=part.kind == "label")


def _fill(paragraph: Any, inline: Inline, *, bold: bool = False) -> None:
    """Put ``inline`` into ``paragraph``, its calls as references to footnotes."""
    paragraph.paragraph_format.widow_control = False  # so that pages end inside of findings
    for piece in inline:
        run = paragraph.add_run(piece if isinstance(piece, str) else "")
        run.bold = bold or None
        if isinstance(piece, Call):
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), piece.number)
            run.font.superscript = True
            run._r.append(reference)


class _Lists:
    """The numbered lists of a document: each run of numbers that goes up is a list of its own."""

    def __init__(self, document: Any) -> None:
        self._numbering = document.part.numbering_part.element
        self._made = 0
        self._last: tuple[str, int] = ("", 0)

    def number(self, paragraph: Any, marker: str) -> None:
        """Make ``paragraph`` the item of a list that bears ``marker``: the next of the last one, or the first."""
        figure = "".join(c for c in marker if c.isdigit())
        value = int(figure) if figure else ord(marker.strip("()."[:3])[0].lower()) - ord("a") + 1
        shape = marker.replace(figure, "%1") if figure else marker.replace(marker.strip("()."), "%1")
        if (shape, value - 1) != self._last:
            self._begin(shape, value, "decimal" if figure else "lowerLetter")
        self._last = (shape, value)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self._list

    def _begin(self, shape: str, value: int, form: str) -> None:
        self._made += 1
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_BULLETS_RESTART + self._made}">'
            f'<w:lvl w:ilvl="0"><w:start w:val="{value}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shape}"/>'
            '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>'
        )
        self._numbering.insert(0, abstract)
        self._list = self._numbering.add_num(_BULLETS_RESTART + self._made).numId


def _header(document: Any, running: str) -> None:
    """The line that runs over all pages, and the number of each."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(_RIGHT, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{running}\t")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
    paragraph._p.append(field)


def _footnotes(document: Any, notes: dict[str, str]) -> None:
    """Put the part with the footnotes into the file: python-docx knows of none."""
    root = parse_xml(
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    for number, text in notes.items():
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            '<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:t/></w:r></w:p></w:footnote>'
        )
        note.findall(f".//{qn('w:t')}")[-1].text = text
        root.append(note)
    blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + _serialised(root)
    part = FilePart(PackURI("/word/footnotes.xml"), _FOOTNOTES, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _serialised(element: Any) -> bytes:
    xml: bytes = etree.tostring(element, encoding="UTF-8")
    return xml
