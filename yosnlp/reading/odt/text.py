"""The text of an OpenDocument file as parts, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from yosnlp.reading.odt.styles import Style, Styles
from yosnlp.reading.office.manuscript import Manuscript
from yosnlp.reading.office.paragraphs import Paragraph, ParagraphWalk
from yosnlp.reading.structured.elements import attribute, local
from yosnlp.reading.structured.frames import Item
from yosnlp.reading.structured.list_numbers import BULLET
from yosnlp.reading.structured.parts import Part, Piece
from yosnlp.reading.structured.walk import Step

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATIONS = frozenset({"sequence-decls", "variable-decls", "user-field-decls", "forms", "scripts"})
_CONTENTS = frozenset({"table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index"})
_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}


@dataclass(slots=True)
class _Paragraph(Paragraph):
    """A paragraph or heading. ``marker`` is the sign of the item or number of the heading that it begins."""

    style: Style = field(default_factory=Style)
    level: int | None = None
    marker: str | None = None
    spans: list[Style] = field(default_factory=list)


class Text(ParagraphWalk[_Paragraph]):
    """Reads parts of one document; notes called in them go to the ``manuscript``."""

    left_out = _DECLARATIONS | {"tracked-changes", "annotation", "note-citation", "ruby-text", "hidden-text"}
    left_out |= {"object", "object-ole", "title", "desc", "event-listeners", "dde-connection"}

    def __init__(self, styles: Styles, manuscript: Manuscript) -> None:
        super().__init__()
        self._styles = styles
        self._manuscript = manuscript
        self._contents = 0

    def passed(self, name: str, element: _Element) -> None:
        """What a picture is said to show is kept, its description before its title."""
        if name in ("title", "desc"):
            self.frames.inner.pictures.clear()
            self.frames.picture(element.text)

    def words(self, text: str | None) -> None:
        """Text counts where a paragraph is open."""
        paragraph = self.paragraph
        if not text or paragraph is None:
            return
        style = paragraph.spans[-1] if paragraph.spans else paragraph.style
        paragraph.add(text.replace("\n", " "), bold=style.bold, is_raised=style.raised)

    def _paragraph_starts(self, element: _Element) -> None:
        style = self._styles.of("paragraph", attribute(element, "style-name"))
        level = style.level
        if local(element.tag) == "h":
            given = attribute(element, "outline-level") or "1"
            level = int(given) if given in tuple("123456789") else 1
        marker = self._marker(element, style, level)
        self.frames.inner.paragraphs.append(_Paragraph(style=style, level=level, marker=marker))

    def _marker(self, element: _Element, style: Style, level: int | None) -> str | None:
        """The sign of the item or the number of the heading that a paragraph begins; it is counted."""
        frame = self.frames.inner
        if level is not None and not frame.lists:
            unnumbered = local(element.tag) != "h" or attribute(element, "is-list-header") == "true"
            return None if unnumbered else self._styles.lists.heading(level)
        if not frame.items or frame.items[-1].marker is not None:
            return None
        name = next((name for name in reversed(frame.lists) if name), style.lists)
        sign = self._styles.lists.sign(name, len(frame.lists), frame.items[-1].start)
        frame.items[-1].marker = sign or ""
        return sign

    def _paragraph_ends(self, _element: _Element) -> None:
        paragraph = self.frames.inner.paragraphs.pop()
        if not paragraph.blank:
            self._keep(paragraph)
        self.frames.inner.parts += paragraph.boxes

    def _keep(self, paragraph: _Paragraph) -> None:
        frame, pieces, marker = self.frames.inner, paragraph.pieces, paragraph.marker
        item = frame.items[-1] if frame.items else None
        if self._contents:
            frame.parts.append(Part("paragraph", pieces, hidden="contents"))
        elif paragraph.level is None and item is not None and (marker or item.part):
            frame.add_to_item(item, pieces, marker or BULLET)
        else:
            quotes = paragraph.style.quotes
            sign = marker if paragraph.level is not None else None
            part = self._manuscript.part(pieces, level=paragraph.level, sign=sign, quotes=quotes)
            frame.parts.append(part)
            if paragraph.all_bold and self.frames.in_body:
                self._manuscript.all_bold(part)

    def _sign(self, element: _Element) -> None:
        if self.paragraph is not None:
            self.paragraph.pieces.append(Piece(_SIGNS[local(element.tag)]))

    def _span_starts(self, element: _Element) -> None:
        if self.paragraph is not None:
            self.paragraph.spans.append(self._styles.of("text", attribute(element, "style-name")))

    def _span_ends(self, _element: _Element) -> None:
        if self.paragraph is not None and self.paragraph.spans:
            self.paragraph.spans.pop()

    def _list_starts(self, element: _Element) -> None:
        frame = self.frames.inner
        name = attribute(element, "style-name")
        goes_on = attribute(element, "continue-numbering") == "true" or attribute(element, "continue-list")
        if not frame.lists and not goes_on:
            self._styles.lists.begin(name)
        frame.lists.append(name)

    def _list_ends(self, _element: _Element) -> None:
        self.frames.inner.lists.pop()

    def _item_starts(self, element: _Element) -> None:
        unsigned = local(element.tag) == "list-header"
        self.frames.inner.items.append(Item("" if unsigned else None, start=attribute(element, "start-value")))

    def _item_ends(self, _element: _Element) -> None:
        self.frames.inner.items.pop()

    def _contents_start(self, _element: _Element) -> None:
        self._contents += 1

    def _contents_end(self, _element: _Element) -> None:
        self._contents -= 1

    def _note_ends(self, element: _Element) -> None:
        """Keep a note for the end of the text, and its mark where it stands."""
        body = self.frames.end()
        whole = element.getparent()
        cited = next((e.text or "" for e in whole if local(e.tag) == "note-citation"), "") if whole is not None else ""
        self._manuscript.note(cited, body.parts)
        if self.paragraph is not None:
            self.paragraph.pieces.append(Piece(cited, "footnote_mark"))

    def _table_ends(self, _element: _Element) -> None:
        parts = self.frames.end_table()
        if self._contents:
            parts = [replace(part, hidden="contents") for part in parts]
        self.frames.inner.parts += parts

    starts: ClassVar[Mapping[str, Step]] = {
        "p": _paragraph_starts,
        "h": _paragraph_starts,
        "span": _span_starts,
        **dict.fromkeys(_SIGNS, _sign),
        "list": _list_starts,
        "list-item": _item_starts,
        "list-header": _item_starts,
        **dict.fromkeys(_CONTENTS, _contents_start),
        "text-box": ParagraphWalk.frame_starts,
        "note-body": ParagraphWalk.frame_starts,
        "table": ParagraphWalk.table_starts,
        "table-row": ParagraphWalk.row_starts,
        "table-cell": ParagraphWalk.frame_starts,
        "covered-table-cell": ParagraphWalk.frame_starts,
    }
    ends: ClassVar[Mapping[str, Step]] = {
        "p": _paragraph_ends,
        "h": _paragraph_ends,
        "span": _span_ends,
        "list": _list_ends,
        "list-item": _item_ends,
        "list-header": _item_ends,
        **dict.fromkeys(_CONTENTS, _contents_end),
        "text-box": ParagraphWalk.box_ends,
        "note-body": _note_ends,
        "table": _table_ends,
        "table-cell": ParagraphWalk.cell_ends,
        "covered-table-cell": ParagraphWalk.cell_ends,
    }
