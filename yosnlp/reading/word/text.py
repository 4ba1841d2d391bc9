"""The text of a part of a Word document (body, note, header) as parts, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from yosnlp.reading.office.manuscript import Manuscript
from yosnlp.reading.office.paragraphs import Paragraph, ParagraphWalk
from yosnlp.reading.structured.elements import attribute, child, children, local
from yosnlp.reading.structured.list_numbers import BULLET
from yosnlp.reading.structured.parts import Part, Piece
from yosnlp.reading.structured.walk import Step
from yosnlp.reading.word.numbers import Numbers, place
from yosnlp.reading.word.styles import Style, Styles, outline_level, switched

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES = frozenset({"pPr", "rPr", "sectPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr"})
_DELETED = frozenset({"del", "delText", "delInstrText", "moveFrom"})
_NO_TEXT = frozenset({"object", "binData", "commentRangeStart", "annotationRef", "footnoteRef", "endnoteRef"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


@dataclass(slots=True)
class _Paragraph(Paragraph):
    """A paragraph and what its properties make of it. ``number`` and ``depth`` name its list, as `Numbers` does."""

    style: Style = field(default_factory=Style)
    level: int | None = None
    number: str | None = None
    depth: int = 0
    continues: bool = False  # into the next one: its end was deleted


class Text(ParagraphWalk[_Paragraph]):
    """Reads parts of one document. ``notes`` are the notes called, in order: kind and id."""

    left_out = _PROPERTIES | _DELETED | _NO_TEXT

    def __init__(self, styles: Styles, numbers: Numbers, manuscript: Manuscript) -> None:
        super().__init__()
        self.notes: list[tuple[str, str]] = []
        self.embedded = 0
        self._styles = styles
        self._numbers = numbers
        self._manuscript = manuscript
        self._run = (False, False, False)  # bold, raised, unseen
        self._fields: list[bool] = []  # of each open field: whether it makes the contents
        self._contents = 0
        self._placeholders = 0

    def passes_over(self, name: str, element: _Element) -> bool:
        """Whether nothing of an element is read: so it is for deleted rows, and what stands for old programs."""
        if name == "tr":
            return child(element, "trPr", "del") is not None
        return name in self.left_out or (name == "Fallback" and element.getprevious() is not None)

    def _paragraph_starts(self, element: _Element) -> None:
        properties = children(child(element, "pPr"))
        style = self._styles.paragraph(attribute(properties.get("pStyle"), "val"))
        level = outline_level(properties)
        number, depth = place(properties.get("numPr"))
        paragraph = _Paragraph(
            style=style,
            level=style.level if level is None else level,
            number=style.number if number is None else number,
            depth=style.depth if depth is None else depth,
            continues=child(properties.get("rPr"), "del") is not None,
        )
        self.frames.inner.paragraphs.append(paragraph)

    def _paragraph_ends(self, _element: _Element) -> None:
        frame = self.frames.inner
        paragraph = frame.paragraphs.pop()
        if paragraph.continues:
            frame.carried += paragraph.pieces
        else:
            paragraph.pieces, frame.carried = [*frame.carried, *paragraph.pieces], []
            if not paragraph.blank:
                frame.parts.append(self._part(paragraph))
        frame.parts += paragraph.boxes

    def _part(self, paragraph: _Paragraph) -> Part:
        style = paragraph.style
        if self._contents or style.contents or (True in self._fields):
            return Part("paragraph", paragraph.pieces, hidden="contents")
        listed = paragraph.number not in (None, "0")
        sign = self._numbers.sign(paragraph.number or "", paragraph.depth) if listed else None
        if paragraph.number is None and style.bulleted:
            sign = BULLET
        part = self._manuscript.part(paragraph.pieces, level=paragraph.level, sign=sign, quotes=style.quotes)
        if paragraph.all_bold and self.frames.in_body:
            self._manuscript.all_bold(part)
        return part

    def _run_starts(self, element: _Element) -> None:
        properties = children(child(element, "rPr"))
        style = self._styles[attribute(properties.get("rStyle"), "val")]
        bold, unseen = switched(properties, "b"), switched(properties, "vanish")
        position = attribute(properties.get("vertAlign"), "val")
        whole = self.paragraph.style if self.paragraph else Style()
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
        if 0 < len(code) <= 6 and all(c in "0123456789abcdefABCDEF" for c in code) and int(code, 16) < 0x110000:
            self._put(chr(int(code, 16)))

    def _put(self, words: str) -> None:
        if self.paragraph is not None and words:
            bold, is_raised, unseen = self._run
            self.paragraph.add(words, bold=bold, is_raised=is_raised, unseen=unseen or self._placeholders > 0)

    def _note(self, element: _Element) -> None:
        kind = local(element.tag).removesuffix("Reference")
        self.notes.append((kind, attribute(element, "id") or ""))
        if self.paragraph is not None and not attribute(element, "customMarkFollows"):
            self.paragraph.pieces.append(Piece(str(len(self.notes)), "footnote_mark"))

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
        self._in_control(element, 1)

    def _control_ends(self, element: _Element) -> None:
        self._in_control(element, -1)

    def _in_control(self, element: _Element, step: int) -> None:
        properties = child(element, "sdtPr")
        gallery = attribute(child(properties, "docPartObj", "docPartGallery"), "val") or ""
        self._contents += step * (gallery.lower() == "table of contents")
        self._placeholders += step * (child(properties, "showingPlcHdr") is not None)

    def _merged_cell_ends(self, element: _Element) -> None:
        """A cell that goes on from the one above or before it holds nothing of its own."""
        properties = children(child(element, "tcPr"))
        merged = [properties[name] for name in ("vMerge", "hMerge") if name in properties]
        self.frames.end_cell(empty=any(attribute(m, "val") in (None, "continue") for m in merged))

    def _picture(self, element: _Element) -> None:
        self.frames.picture(attribute(element, "descr"))

    def _chunk(self, _element: _Element) -> None:
        self.embedded += 1

    starts: ClassVar[Mapping[str, Step]] = {
        "p": _paragraph_starts,
        "r": _run_starts,
        "t": _text,
        **dict.fromkeys(_SIGNS, _sign),
        "sym": _symbol,
        "footnoteReference": _note,
        "endnoteReference": _note,
        "fldChar": _field,
        "instrText": _instruction,
        "sdt": _control_starts,
        "txbxContent": ParagraphWalk.frame_starts,
        "tbl": ParagraphWalk.table_starts,
        "tr": ParagraphWalk.row_starts,
        "tc": ParagraphWalk.frame_starts,
        "docPr": _picture,
        "altChunk": _chunk,
    }
    ends: ClassVar[Mapping[str, Step]] = {
        "p": _paragraph_ends,
        "r": _run_ends,
        "sdt": _control_ends,
        "txbxContent": ParagraphWalk.box_ends,
        "tbl": ParagraphWalk.table_ends,
        "tc": _merged_cell_ends,
    }
