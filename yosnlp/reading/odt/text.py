"""The text of an OpenDocument file as parts, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yosnlp.reading.odt.styles import BULLET, Style, Styles
from yosnlp.reading.structured.grid import Cell, laid_out
from yosnlp.reading.structured.packed import local
from yosnlp.reading.structured.parts import Part, Piece, all_pieces, raised, shown
from yosnlp.reading.word.styles import attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = frozenset(
    {"tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "user-field-decls", "note-citation"}
) | {
    "ruby-text",
    "object",
    "object-ole",
    "scripts",
    "hidden-text",
    "title",
    "desc",
    "event-listeners",
    "dde-connection",
}
_CONTENTS = frozenset({"table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index"})
_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_LONGEST_BOLD_HEADING = 120  # characters
_LONGEST_PICTURE = 60  # characters of what a picture is said to show, where it stands for a word


@dataclass(slots=True)
class _Paragraph:
    """A paragraph or heading that is being read. ``number`` is what stands before its words, ``level`` a heading's."""

    style: Style
    level: int | None
    marker: str | None
    spans: list[Style] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Part] = field(default_factory=list)
    all_bold: bool = True


@dataclass(slots=True)
class _Item:
    """An open item: its own number, where it has one, and the part that holds its text once it has begun."""

    start: str | None = None
    begun: bool = False
    part: Part | None = None


@dataclass(slots=True)
class _Frame:
    """What surrounds the text: the body, a cell, a text box or a note."""

    parts: list[Part] = field(default_factory=list)
    paragraphs: list[_Paragraph] = field(default_factory=list)
    lists: list[str | None] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Text:
    """Reads parts of one document. ``notes`` gathers the notes, hidden, ``bold`` the short bold paragraphs."""

    styles: Styles
    notes: list[Part] = field(default_factory=list)
    bold: list[Part] = field(default_factory=list)
    headed: bool = False
    _frames: list[_Frame] = field(default_factory=list)
    _tables: list[list[list[Cell]]] = field(default_factory=list)
    _contents: int = 0

    def parts(self, root: _Element) -> list[Part]:
        """The parts below ``root``. Linear, without recursion on how deep tables, lists and text boxes lie."""
        from lxml import etree

        self._frames = [_Frame()]
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            name = local(element.tag)
            if name in _LEFT_OUT:
                if event == "start":
                    self._picture(name, element)
                    steps.skip_subtree()
                    continue
            elif event == "start":
                if name in _STARTS:
                    _STARTS[name](self, element)
                self._put(element.text)
                continue
            elif name in _ENDS:
                _ENDS[name](self, element)
            if element is not root:
                self._put(element.tail)
        return self._frames[0].parts

    def _paragraph_starts(self, element: _Element) -> None:
        style = self.styles.of("paragraph", attribute(element, "style-name"))
        level = style.level
        if local(element.tag) == "h":
            given = attribute(element, "outline-level") or "1"
            level = int(given) if given in tuple("123456789") else 1
        self._frames[-1].paragraphs.append(_Paragraph(style, level, self._marker(element, style, level)))

    def _marker(self, element: _Element, style: Style, level: int | None) -> str | None:
        """The sign of the item or the number of the heading that a paragraph begins; it is counted."""
        frame = self._frames[-1]
        if level is not None and not frame.lists:
            unnumbered = local(element.tag) != "h" or attribute(element, "is-list-header") == "true"
            return None if unnumbered else self.styles.lists.heading(level)
        if not frame.items or frame.items[-1].begun:
            return None
        frame.items[-1].begun = True
        name = next((name for name in reversed(frame.lists) if name), style.lists)
        return self.styles.lists.sign(name, len(frame.lists), frame.items[-1].start)

    def _paragraph_ends(self, _element: _Element) -> None:
        frame = self._frames[-1]
        if not frame.paragraphs:
            return
        paragraph = frame.paragraphs.pop()
        if any(piece.text.strip() for piece in paragraph.pieces):
            self._keep(paragraph, frame)
        frame.parts += paragraph.boxes

    def _keep(self, paragraph: _Paragraph, frame: _Frame) -> None:
        pieces, marker = paragraph.pieces, paragraph.marker
        item = frame.items[-1] if frame.items else None
        if self._contents:
            frame.parts.append(Part("paragraph", pieces, hidden="contents"))
        elif paragraph.level is not None:
            self.headed = True
            before = [Piece(f"{marker} ")] if marker and marker != BULLET else []
            frame.parts.append(Part("heading", [*before, *pieces], level=paragraph.level))
        elif item is not None and item.part is not None and frame.parts and frame.parts[-1] is item.part:
            item.part.pieces += [Piece(" "), *pieces]
        elif item is not None and (marker or item.part):
            part = Part("item", pieces, marker=marker or BULLET)
            item.part = part
            frame.parts.append(part)
        else:
            part = Part("quotation" if paragraph.style.quotes else "paragraph", pieces)
            if paragraph.all_bold and len(self._frames) == 1 and len(shown(pieces)) <= _LONGEST_BOLD_HEADING:
                self.bold.append(part)
            frame.parts.append(part)

    def _put(self, words: str | None) -> None:
        paragraphs = self._frames[-1].paragraphs
        if words and paragraphs:
            self._add(words.replace("\n", " "), paragraphs[-1])

    def _add(self, words: str, paragraph: _Paragraph) -> None:
        style = paragraph.spans[-1] if paragraph.spans else paragraph.style
        if words.strip() and not (style.bold or (paragraph.style.bold and not paragraph.spans)):
            paragraph.all_bold = False
        paragraph.pieces.append(raised(words) if style.raised else Piece(words))

    def _sign(self, element: _Element) -> None:
        paragraphs = self._frames[-1].paragraphs
        if paragraphs:
            paragraphs[-1].pieces.append(Piece(_SIGNS[local(element.tag)]))

    def _span_starts(self, element: _Element) -> None:
        paragraphs = self._frames[-1].paragraphs
        if paragraphs:
            paragraphs[-1].spans.append(self.styles.of("text", attribute(element, "style-name")))

    def _span_ends(self, _element: _Element) -> None:
        paragraphs = self._frames[-1].paragraphs
        if paragraphs and paragraphs[-1].spans:
            paragraphs[-1].spans.pop()

    def _list_starts(self, element: _Element) -> None:
        frame = self._frames[-1]
        name = attribute(element, "style-name")
        goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
        if not frame.lists and not goes_on:
            self.styles.lists.begin(name)
        frame.lists.append(name)

    def _list_ends(self, _element: _Element) -> None:
        self._frames[-1].lists.pop()

    def _item_starts(self, element: _Element) -> None:
        self._frames[-1].items.append(
            _Item(attribute(element, "start-value"), begun=local(element.tag) == "list-header")
        )

    def _item_ends(self, _element: _Element) -> None:
        self._frames[-1].items.pop()

    def _contents_start(self, _element: _Element) -> None:
        self._contents += 1

    def _contents_end(self, _element: _Element) -> None:
        self._contents -= 1

    def _frame_starts(self, _element: _Element) -> None:
        self._frames.append(_Frame())

    def _box_ends(self, _element: _Element) -> None:
        box = self._frames.pop()
        frame = self._frames[-1]
        if frame.paragraphs:
            frame.paragraphs[-1].boxes += box.parts
        else:
            frame.parts += box.parts

    def _note_ends(self, element: _Element) -> None:
        """Keep a note for the end of the text, and its mark where it stands."""
        body = self._frames.pop()
        whole = element.getparent()
        cited = next((e.text or "" for e in whole if local(e.tag) == "note-citation"), "") if whole is not None else ""
        pieces = [piece for part in body.parts for piece in (*all_pieces(part), Piece(" "))]
        self.notes.append(Part("paragraph", [Piece(f"{cited} "), *pieces], hidden="footnote"))
        if self._frames[-1].paragraphs:
            self._frames[-1].paragraphs[-1].pieces.append(Piece(cited, "footnote_mark"))

    def _table_starts(self, _element: _Element) -> None:
        self._tables.append([])

    def _table_ends(self, _element: _Element) -> None:
        parts = laid_out(self._tables.pop())
        frame = self._frames[-1]
        if self._contents:
            parts = [Part(part.kind, part.pieces, part.cells, hidden="contents") for part in parts]
        frame.parts += parts

    def _row_starts(self, _element: _Element) -> None:
        if self._tables:
            self._tables[-1].append([])

    def _cell_ends(self, _element: _Element) -> None:
        cell = self._frames.pop()
        if not any(part.length for part in cell.parts):
            cell.parts += [Part("paragraph", [Piece(words)]) for words in cell.pictures]
        if self._tables and self._tables[-1]:
            self._tables[-1][-1].append(cell.parts)
        else:
            self._frames[-1].parts += cell.parts

    def _picture(self, name: str, element: _Element) -> None:
        words = " ".join((element.text or "").split()) if name in ("title", "desc") else ""
        if len(self._frames) > 1 and 0 < len(words) <= _LONGEST_PICTURE:
            self._frames[-1].pictures = [words]


_Step = Callable[[Text, "_Element"], None]
_STARTS: dict[str, _Step] = {
    "p": Text._paragraph_starts,
    "h": Text._paragraph_starts,
    "span": Text._span_starts,
    **dict.fromkeys(_SIGNS, Text._sign),
    "list": Text._list_starts,
    "list-item": Text._item_starts,
    "list-header": Text._item_starts,
    **dict.fromkeys(_CONTENTS, Text._contents_start),
    "text-box": Text._frame_starts,
    "note-body": Text._frame_starts,
    "table": Text._table_starts,
    "table-row": Text._row_starts,
    "table-cell": Text._frame_starts,
    "covered-table-cell": Text._frame_starts,
}
_ENDS: dict[str, _Step] = {
    "p": Text._paragraph_ends,
    "h": Text._paragraph_ends,
    "span": Text._span_ends,
    "list": Text._list_ends,
    "list-item": Text._item_ends,
    "list-header": Text._item_ends,
    **dict.fromkeys(_CONTENTS, Text._contents_end),
    "text-box": Text._box_ends,
    "note-body": Text._note_ends,
    "table": Text._table_ends,
    "table-cell": Text._cell_ends,
    "covered-table-cell": Text._cell_ends,
}
