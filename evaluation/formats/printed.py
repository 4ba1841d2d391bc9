"""A report as a PDF made by reportlab: small pages, a running line above and below, notes at the foot of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from evaluation.formats.parts import Call, Inline, Original, Part, shown
from evaluation.formats.rows import widths
from yosnlp.text import plain

_MARGIN = 15 * mm
_FOR_NOTES = 24 * mm  # at the foot of each page
_TEXT = ParagraphStyle(
    "text", fontName="Times-Roman", fontSize=10, leading=12.5, spaceAfter=5, allowWidows=1, allowOrphans=1
)
_STYLES = {
    "paragraph": _TEXT,
    "label": ParagraphStyle("label", _TEXT, fontName="Times-Bold"),
    "quotation": ParagraphStyle("quotation", _TEXT, leftIndent=12, fontName="Times-Italic"),
    "bullet": ParagraphStyle("bullet", _TEXT, leftIndent=14, bulletIndent=3),
    "numbered": ParagraphStyle("numbered", _TEXT, leftIndent=18, bulletIndent=0),
    "cell": ParagraphStyle("cell", _TEXT, fontSize=9, leading=11, spaceAfter=0),
    "note": ParagraphStyle("note", _TEXT, fontSize=7.5, leading=9, spaceAfter=1),
}
_SIZES = {1: 18, 2: 15, 3: 12.5, 4: 11}


def write(original: Original, path: Path) -> None:
    """Write ``original`` as a PDF to ``path``."""
    made = _Template(path, original)
    made.build([flowable for part in original.parts for flowable in _flowables(part, made.width)])


class _Template(BaseDocTemplate):  # type: ignore[misc]
    """Pages with a running line above, its number below, and between them the text over the notes that it calls."""

    def __init__(self, path: Path, original: Original) -> None:
        super().__init__(str(path), pagesize=A5, title=original.running, invariant=1)
        self._original = original
        self._called: list[str] = []  # notes, on the page that is being made
        frame = Frame(_MARGIN, _MARGIN + _FOR_NOTES, A5[0] - 2 * _MARGIN, A5[1] - 2 * _MARGIN - _FOR_NOTES - 5 * mm)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self._begin, onPageEnd=self._end))

    def _begin(self, canvas: Any, _: Any) -> None:
        canvas.setNamedCB("note", lambda _canvas, _kind, number: self._called.append(number))

    def _end(self, canvas: Any, _: Any) -> None:
        canvas.saveState()
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_MARGIN, A5[1] - _MARGIN + 2 * mm, _encodable(self._original.running))
        canvas.drawRightString(A5[0] - _MARGIN, _MARGIN - 5 * mm, str(canvas.getPageNumber()))
        canvas.drawString(_MARGIN, _MARGIN - 5 * mm, "HM Inspectorate of Probation")
        canvas.restoreState()
        at = _MARGIN + _FOR_NOTES - 2 * mm
        if self._called:
            canvas.line(_MARGIN, at, _MARGIN + 40 * mm, at)
        for number in self._called:
            note = Paragraph(f"<super>{number}</super> {_escaped(self._original.notes[number])}", _STYLES["note"])
            _, height = note.wrap(A5[0] - 2 * _MARGIN, _FOR_NOTES)
            at -= height + 1
            note.drawOn(canvas, _MARGIN, at)
        self._called.clear()


def _flowables(part: Part, width: float) -> Iterator[Flowable]:
    if part.kind == "table":
        yield _table(part, width)
        yield Spacer(1, 6)
    elif part.kind == "contents":
        title, page = (shown(cell) for cell in part.rows[0])
        dots = "." * max(4, 70 - len(title)) if page else ""
        yield Paragraph(f"{_escaped(title)} {dots} {page}", _STYLES["cell"])
    elif part.kind == "heading":
        size = _SIZES[part.level]
        style = ParagraphStyle(
            "h", fontName="Helvetica-Bold", fontSize=size, leading=size * 1.2, spaceBefore=8, spaceAfter=5
        )
        yield Paragraph(_marked(part.inline), style)
    else:
        sign = {"bullet": "•", "numbered": part.marker}.get(part.kind)
        yield Paragraph(_marked(part.inline), _STYLES[part.kind], bulletText=sign)


def _table(part: Part, width: float) -> Table:
    cells = [[Paragraph(_marked(cell), _STYLES["cell"]) for cell in row] for row in part.rows]
    ruled = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    ruled.add("LEFTPADDING", (0, 0), (-1, -1), 3)
    return Table(cells, colWidths=[width * share for share in widths(part)], style=ruled)


def _marked(inline: Inline) -> str:
    """``inline`` in reportlab's mark-up; where a call is drawn, its note is asked for at the foot of that page."""
    return "".join(
        f'<super>{piece.number}</super><onDraw name="note" label="{piece.number}"/>'
        if isinstance(piece, Call)
        else _escaped(piece)
        for piece in inline
    )


def _escaped(text: str) -> str:
    return escape(_encodable(text))


def _encodable(text: str) -> str:
    """``text`` with letters that the standard fonts of PDF lack as the letters that they look like."""
    return "".join(c if c.encode("cp1252", "ignore") else plain(c) for c in text)
