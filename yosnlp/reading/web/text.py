"""A web page as parts: its headings, paragraphs, items, rows and quotations in the order in which they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yosnlp.reading.structured.grid import Cell, laid_out
from yosnlp.reading.structured.list_numbers import numbered
from yosnlp.reading.structured.parts import Part, Piece, raised, shown
from yosnlp.reading.web.furniture import is_main
from yosnlp.reading.web.names import SAID_BY_THE_PAGE, element_names
from yosnlp.records import HiddenReason

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = element_names(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section select summary"
    " table tbody td textarea tfoot th thead tr ul"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NO_TEXT = element_names("head script style template svg math iframe object canvas audio video map datalist")
_LONGEST_SAID = 400  # characters of a paragraph in which the page speaks of itself


@dataclass(slots=True)
class _List:
    """An open list: the number of its next item; None where it is not numbered."""

    number: int | None = None
    step: int = 1
    style: str = "1"


@dataclass(slots=True)
class _Item:
    """An open item: its sign, and the part that holds its text once it has begun."""

    marker: str
    part: Part | None = None


@dataclass(slots=True)
class _Frame:
    """What surrounds the text: the body of the page, or a cell of a table."""

    parts: list[Part] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    quotes: int = 0
    pictures: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """The page as far as it has been read."""

    reasons: Mapping[_Element, HiddenReason]
    frames: list[_Frame] = field(default_factory=lambda: [_Frame()])
    tables: list[list[list[Cell]]] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    hidden: list[HiddenReason] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    heading: int | None = None
    raised: int = 0
    preformatted: int = 0
    anchor: str | None = None  # the id last passed
    own_anchor: str | None = None  # that of the open heading

    def start(self, element: _Element) -> None:
        tag = element.tag
        reason = self.reasons.get(element)
        if tag in _BLOCKS or tag == "br":
            self.part_ends(tag)
        if is_main(element):
            self.hidden = [h for h in self.hidden if h != "web_page"]
        if reason:
            self.hidden.append(reason)
        if name := element.get("id") or (element.get("name") if tag == "a" else None):
            self.anchor = name
            if self.heading is not None and self.own_anchor is None:
                self.own_anchor = name
        if tag in _HEADINGS or element.get("role") == "heading":
            self.heading_starts(element)
        elif tag == "sup":
            self.raised += 1
        elif tag == "pre":
            self.preformatted += 1
        elif tag == "img" and len(self.frames) > 1 and element.get("alt"):
            self.frames[-1].pictures.append(element.get("alt"))
        elif tag in _STARTS:
            _STARTS[tag](self, element)
        self.text(element.text)

    def end(self, element: _Element) -> None:
        tag = element.tag
        if tag in _HEADINGS or element.get("role") == "heading":
            self.heading_ends()
        elif tag in _BLOCKS:
            self.part_ends(tag)
        if tag == "sup":
            self.raised -= 1
        elif tag == "pre":
            self.preformatted -= 1
        elif tag in _ENDS:
            _ENDS[tag](self)
        if element in self.reasons and self.hidden:
            self.hidden.pop()
        self.text(element.tail)

    def text(self, words: str | None) -> None:
        if not words:
            return
        if not self.preformatted:
            words = words.replace("\n", " ")
        if self.hidden:
            self.pieces.append(Piece(words, self.hidden[-1]))
        else:
            self.pieces.append(raised(words) if self.raised else Piece(words))

    def heading_starts(self, element: _Element) -> None:
        self.part_ends("p")
        level = element.get("aria-level", "2")
        self.heading = _HEADINGS.get(element.tag) or (int(level) if level in "123456" else 2)
        self.own_anchor = element.get("id")

    def heading_ends(self) -> None:
        self.flush()
        self.heading = self.own_anchor = None

    def part_ends(self, tag: str) -> None:
        """At the edge of a block the part before it ends; in a heading that is just a space."""
        if tag == "br":
            self.pieces.append(Piece("\n"))
        elif self.heading is not None:
            self.pieces.append(Piece(" "))
        else:
            self.flush()

    def flush(self) -> None:
        """Keep what was gathered, as the part that it is here."""
        pieces, self.pieces = self.pieces, []
        if not any(piece.text.strip() for piece in pieces):
            return
        frame = self.frames[-1]
        if all(piece.reason or not piece.text.strip() for piece in pieces):
            frame.parts.append(
                Part("paragraph", [Piece(p.text.replace("\n", " ")) for p in pieces], hidden=_first(pieces))
            )
            return
        item = frame.items[-1] if frame.items else None
        if self.heading is not None:
            part = Part("heading", pieces, level=self.heading, anchor=self.own_anchor or self.anchor)
        elif item is not None:
            if item.part is not None and frame.parts[-1] is item.part:
                item.part.pieces += [Piece(" "), *pieces]
                return
            part = item.part = Part("item", pieces, marker=item.marker)
        elif frame.quotes:
            part = Part("quotation", pieces)
        else:
            part = Part("paragraph", pieces)
            words = shown(pieces)
            if len(words) <= _LONGEST_SAID and SAID_BY_THE_PAGE.match(words):
                part.hidden = "web_page"
        self.anchor = None
        frame.parts.append(part)

    def list_starts(self, element: _Element) -> None:
        if element.tag != "ol":
            self.lists.append(_List())
            return
        reverse = "reversed" in element.attrib
        first = len(element) if reverse else 1
        self.lists.append(_List(_number(element.get("start")) or first, -1 if reverse else 1, element.get("type", "1")))

    def list_ends(self) -> None:
        if self.lists:
            self.lists.pop()

    def item_starts(self, element: _Element) -> None:
        current = self.lists[-1] if self.lists else _List()
        marker = "•"
        if current.number is not None:
            number = _number(element.get("value")) or current.number
            marker = f"{numbered(number, current.style)}."
            current.number = number + current.step
        self.frames[-1].items.append(_Item(marker))

    def item_ends(self) -> None:
        if self.frames[-1].items:
            self.frames[-1].items.pop()

    def quote_starts(self, _element: _Element) -> None:
        self.frames[-1].quotes += 1

    def quote_ends(self) -> None:
        self.frames[-1].quotes = max(0, self.frames[-1].quotes - 1)

    def table_starts(self, _element: _Element) -> None:
        self.tables.append([])

    def table_ends(self) -> None:
        if self.tables:
            self.frames[-1].parts += laid_out(self.tables.pop())

    def row_starts(self, _element: _Element) -> None:
        if self.tables:
            self.tables[-1].append([])

    def cell_starts(self, _element: _Element) -> None:
        self.frames.append(_Frame())

    def cell_ends(self) -> None:
        if len(self.frames) < 2:
            return
        frame = self.frames.pop()
        if not any(part.length for part in frame.parts):
            frame.parts += [Part("paragraph", [Piece(" ".join(alt.split()))]) for alt in frame.pictures]
        if not self.tables:
            self.frames[-1].parts += frame.parts
            return
        if not self.tables[-1]:
            self.tables[-1].append([])
        self.tables[-1][-1].append(frame.parts)


_STARTS = {
    "ul": _Walk.list_starts,
    "ol": _Walk.list_starts,
    "menu": _Walk.list_starts,
    "li": _Walk.item_starts,
    "blockquote": _Walk.quote_starts,
    "table": _Walk.table_starts,
    "tr": _Walk.row_starts,
    "td": _Walk.cell_starts,
    "th": _Walk.cell_starts,
}
_ENDS = {
    "ul": _Walk.list_ends,
    "ol": _Walk.list_ends,
    "menu": _Walk.list_ends,
    "li": _Walk.item_ends,
    "blockquote": _Walk.quote_ends,
    "table": _Walk.table_ends,
    "td": _Walk.cell_ends,
    "th": _Walk.cell_ends,
}


def parts(root: _Element, reasons: Mapping[_Element, HiddenReason]) -> list[Part]:
    """The parts of the page ``root``; elements in ``reasons`` are hidden. Linear, without recursion."""
    from lxml import etree

    walk = _Walk(reasons)
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        if element.tag in _NO_TEXT:
            if event == "start":
                steps.skip_subtree()
            else:
                walk.text(element.tail)
        elif event == "start":
            walk.start(element)
        else:
            walk.end(element)
    walk.flush()
    return walk.frames[0].parts


def _first(pieces: list[Piece]) -> HiddenReason | None:
    return next(piece.reason for piece in pieces if piece.reason)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.lstrip("-").isascii() and text.lstrip("-").isdigit() and len(text) < 7 else None
