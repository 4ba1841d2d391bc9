"""The text of a part of a Word document (body, note, header) as parts, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yosnlp.reading.structured.grid import Cell, laid_out
from yosnlp.reading.structured.packed import local
from yosnlp.reading.structured.parts import Part, Piece, raised, shown
from yosnlp.reading.word.numbers import BULLET, Numbers
from yosnlp.reading.word.styles import Style, Styles, attribute, child, on, outline_level
from yosnlp.records import HiddenReason

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = frozenset(
    {"del", "moveFrom", "sectPr", "sdtPr", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "object"}
) | {
    "delText",
    "delInstrText",
    "commentRangeStart",
    "annotationRef",
    "footnoteRef",
    "endnoteRef",
    "binData",
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_LONGEST_BOLD_HEADING = 120  # characters
_LONGEST_PICTURE = 60  # characters of what a picture is said to show, where it stands for a word


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read, and what its properties make of it."""

    style: Style
    level: int | None
    number: str | None
    depth: int
    continues: bool  # into the next one: its end was deleted
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Part] = field(default_factory=list)
    all_bold: bool = True


@dataclass(slots=True)
class _Frame:
    """What surrounds the text: the body, a cell, or a text box."""

    parts: list[Part] = field(default_factory=list)
    paragraphs: list[_Paragraph] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Text:
    """Reads parts of one document. ``notes`` are the notes called, in order: kind and id."""

    styles: Styles
    numbers: Numbers
    notes: list[tuple[str, str]] = field(default_factory=list)
    bold: list[Part] = field(default_factory=list)
    headed: bool = False
    embedded: int = 0
    _frames: list[_Frame] = field(default_factory=list)
    _tables: list[list[list[Cell]]] = field(default_factory=list)
    _run: tuple[bool, bool, bool] = (False, False, False)  # bold, raised, unseen
    _fields: list[bool] = field(default_factory=list)  # of each open field: whether it makes the contents
    _contents: int = 0
    _placeholders: int = 0

    def parts(self, root: _Element) -> list[Part]:
        """The parts below ``root``. Linear, without recursion on how deep tables and text boxes lie."""
        from lxml import etree

        self._frames = [_Frame()]
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            name = local(element.tag)
            if name in _LEFT_OUT or (name == "Fallback" and element.getprevious() is not None):
                if event == "start":
                    steps.skip_subtree()
            elif event == "start":
                if _is_left_out(name, element):
                    steps.skip_subtree()
                elif name in _STARTS:
                    _STARTS[name](self, element)
            elif name in _ENDS and not _is_left_out(name, element):
                _ENDS[name](self, element)
        return self._frames[0].parts

    @property
    def _paragraph(self) -> _Paragraph | None:
        paragraphs = self._frames[-1].paragraphs
        return paragraphs[-1] if paragraphs else None

    def _paragraph_starts(self, element: _Element) -> None:
        properties = child(element, "pPr")
        style = self.styles.paragraph(attribute(child(properties, "pStyle"), "val"))
        listed = child(properties, "numPr")
        number = attribute(child(listed, "numId"), "val") if listed is not None else None
        depth = attribute(child(listed, "ilvl"), "val") if listed is not None else None
        own = outline_level(properties)
        self._frames[-1].paragraphs.append(
            _Paragraph(
                style,
                own if own is not None else style.level,
                number if number is not None else style.number,
                int(depth) if depth and depth.isdigit() else style.depth,
                child(properties, "rPr", "del") is not None,
            )
        )

    def _paragraph_ends(self, _element: _Element) -> None:
        frame = self._frames[-1]
        if not frame.paragraphs:
            return
        paragraph = frame.paragraphs.pop()
        if paragraph.continues:
            frame.carried += paragraph.pieces
        else:
            pieces, frame.carried = [*frame.carried, *paragraph.pieces], []
            if any(piece.text.strip() for piece in pieces):
                frame.parts.append(self._part(paragraph, pieces))
        frame.parts += paragraph.boxes

    def _part(self, paragraph: _Paragraph, pieces: list[Piece]) -> Part:
        style = paragraph.style
        if self._contents or style.contents or (True in self._fields):
            return Part("paragraph", pieces, hidden="contents")
        number = paragraph.number if paragraph.number != "0" else None
        sign = self.numbers.sign(number, paragraph.depth) if number else None
        if sign is None and number is None and paragraph.number is None and style.bulleted:
            sign = BULLET
        if paragraph.level is not None:
            self.headed = True
            before = [Piece(f"{sign} ")] if sign and sign != BULLET else []
            return Part("heading", [*before, *pieces], level=paragraph.level)
        if sign:
            return Part("item", pieces, marker=sign)
        part = Part("quotation" if style.quotes else "paragraph", pieces)
        if paragraph.all_bold and len(self._frames) == 1 and len(shown(pieces)) <= _LONGEST_BOLD_HEADING:
            self.bold.append(part)
        return part

    def _run_starts(self, element: _Element) -> None:
        properties = child(element, "rPr")
        style = self.styles[attribute(child(properties, "rStyle"), "val")]
        bold, unseen = on(properties, "b"), on(properties, "vanish")
        position = attribute(child(properties, "vertAlign"), "val")
        whole = self._paragraph.style if self._paragraph else Style()
        self._run = (
            (style.bold or whole.bold) if bold is None else bold,
            position == "superscript" if position else style.raised,
            style.unseen if unseen is None else unseen,
        )

    def _run_ends(self, _element: _Element) -> None:
        self._run = (False, False, False)

    def _text(self, element: _Element) -> None:
        self._put((element.text or "").replace("\n", " "))

    def _sign(self, element: _Element) -> None:
        self._put(_SIGNS[local(element.tag)])

    def _symbol(self, element: _Element) -> None:
        code = attribute(element, "char") or ""
        if len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code) and code and int(code, 16) < 0x110000:
            self._put(chr(int(code, 16)))

    def _put(self, words: str) -> None:
        paragraph = self._paragraph
        if paragraph is None or not words:
            return
        bold, is_raised, unseen = self._run
        if words.strip() and not bold:
            paragraph.all_bold = False
        reason: HiddenReason | None = "mark_up" if unseen or self._placeholders else None
        paragraph.pieces.append(raised(words) if is_raised and not reason else Piece(words, reason))

    def _note(self, element: _Element) -> None:
        kind = local(element.tag).removesuffix("Reference")
        self.notes.append((kind, attribute(element, "id") or ""))
        if self._paragraph is not None and not attribute(element, "customMarkFollows"):
            self._paragraph.pieces.append(Piece(str(len(self.notes)), "footnote_mark"))

    def _field(self, element: _Element) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _instruction(self, element: _Element) -> None:
        if self._fields and (element.text or "").split()[:1] == ["TOC"]:
            self._fields[-1] = True

    def _control_starts(self, element: _Element) -> None:
        properties = child(element, "sdtPr")
        gallery = attribute(child(properties, "docPartObj", "docPartGallery"), "val") or ""
        self._contents += gallery.lower() == "table of contents"
        self._placeholders += child(properties, "showingPlcHdr") is not None

    def _control_ends(self, element: _Element) -> None:
        properties = child(element, "sdtPr")
        gallery = attribute(child(properties, "docPartObj", "docPartGallery"), "val") or ""
        self._contents -= gallery.lower() == "table of contents"
        self._placeholders -= child(properties, "showingPlcHdr") is not None

    def _box_starts(self, _element: _Element) -> None:
        self._frames.append(_Frame())

    def _box_ends(self, _element: _Element) -> None:
        box = self._frames.pop()
        if self._paragraph is not None:
            self._paragraph.boxes += box.parts
        else:
            self._frames[-1].parts += box.parts

    def _table_starts(self, _element: _Element) -> None:
        self._tables.append([])

    def _table_ends(self, _element: _Element) -> None:
        self._frames[-1].parts += laid_out(self._tables.pop())

    def _row_starts(self, _element: _Element) -> None:
        if self._tables:
            self._tables[-1].append([])

    def _cell_starts(self, _element: _Element) -> None:
        self._frames.append(_Frame())

    def _cell_ends(self, element: _Element) -> None:
        cell = self._frames.pop()
        properties = child(element, "tcPr")
        merged = child(properties, "vMerge"), child(properties, "hMerge")
        if any(m is not None and attribute(m, "val") in (None, "continue") for m in merged):
            cell.parts = []
        elif not any(part.length for part in cell.parts):
            cell.parts += [Part("paragraph", [Piece(words)]) for words in cell.pictures]
        if self._tables and self._tables[-1]:
            self._tables[-1][-1].append(cell.parts)
        else:
            self._frames[-1].parts += cell.parts

    def _picture(self, element: _Element) -> None:
        words = " ".join((attribute(element, "descr") or "").split())
        if len(self._frames) > 1 and 0 < len(words) <= _LONGEST_PICTURE:
            self._frames[-1].pictures.append(words)

    def _chunk(self, _element: _Element) -> None:
        self.embedded += 1


def _is_left_out(name: str, element: _Element) -> bool:
    """Whether a row was deleted while changes were tracked."""
    return name == "tr" and child(element, "trPr", "del") is not None


_Step = Callable[[Text, "_Element"], None]
_STARTS: dict[str, _Step] = {
    "p": Text._paragraph_starts,
    "r": Text._run_starts,
    "t": Text._text,
    **dict.fromkeys(_SIGNS, Text._sign),
    "sym": Text._symbol,
    "footnoteReference": Text._note,
    "endnoteReference": Text._note,
    "fldChar": Text._field,
    "instrText": Text._instruction,
    "sdt": Text._control_starts,
    "txbxContent": Text._box_starts,
    "tbl": Text._table_starts,
    "tr": Text._row_starts,
    "tc": Text._cell_starts,
    "docPr": Text._picture,
    "altChunk": Text._chunk,
}
_ENDS: dict[str, _Step] = {
    "p": Text._paragraph_ends,
    "r": Text._run_ends,
    "sdt": Text._control_ends,
    "txbxContent": Text._box_ends,
    "tbl": Text._table_ends,
    "tc": Text._cell_ends,
}
