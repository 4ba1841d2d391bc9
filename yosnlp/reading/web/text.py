"""A web page as parts: its headings, paragraphs, items, rows and quotations in the order in which they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from yosnlp.reading.structured.frames import Frame, Item
from yosnlp.reading.structured.parts import Part, Piece, raised, shown
from yosnlp.reading.structured.walk import Step, Walk
from yosnlp.reading.web.elements import is_main
from yosnlp.reading.web.lists import Lists
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
_LONGEST_SAID = 400  # characters of a paragraph in which the page speaks of itself


@dataclass(slots=True)
class _Frame(Frame):
    quotes: int = 0  # how many quotations are open


class Text(Walk[_Frame]):
    """Reads a page. Elements in ``reasons`` are hidden."""

    left_out = element_names("head script style template svg math iframe object canvas audio video map datalist")

    def __init__(self, reasons: Mapping[_Element, HiddenReason]) -> None:
        super().__init__(_Frame)
        self._reasons = reasons
        self._lists = Lists()
        self._hidden: list[HiddenReason] = []
        self._pieces: list[Piece] = []
        self._heading: int | None = None
        self._raised = 0
        self._preformatted = 0
        self._anchor: str | None = None  # the id last passed
        self._own_anchor: str | None = None  # that of the open heading

    def parts(self, root: _Element) -> list[Part]:
        """The parts of the page ``root``."""
        parts = super().parts(root)
        self._flush()
        return parts

    def start(self, name: str, element: _Element) -> None:
        """An element starts: at the edge of a block the part before it ends."""
        if name in _BLOCKS or name == "br":
            self._part_ends(name)
        if is_main(element):
            self._hidden = [reason for reason in self._hidden if reason != "web_page"]
        if reason := self._reasons.get(element):
            self._hidden.append(reason)
        if anchor := element.get("id") or (element.get("name") if name == "a" else None):
            self._anchor = anchor
            if self._heading is not None and self._own_anchor is None:
                self._own_anchor = anchor
        if _is_heading(name, element):
            self._heading_starts(name, element)
        super().start(name, element)

    def end(self, name: str, element: _Element) -> None:
        """An element ends, and the part that it holds if it is a block."""
        if _is_heading(name, element):
            self._flush()
            self._heading = self._own_anchor = None
        elif name in _BLOCKS:
            self._part_ends(name)
        super().end(name, element)
        if element in self._reasons and self._hidden:
            self._hidden.pop()

    def words(self, text: str | None) -> None:
        """Text is kept until the block that it stands in ends."""
        if not text:
            return
        if not self._preformatted:
            text = text.replace("\n", " ")
        if self._hidden:
            self._pieces.append(Piece(text, self._hidden[-1]))
        else:
            self._pieces.append(raised(text) if self._raised else Piece(text))

    def _heading_starts(self, name: str, element: _Element) -> None:
        self._part_ends(name)
        level = element.get("aria-level", "2")
        self._heading = _HEADINGS.get(name) or (int(level) if level in tuple("123456") else 2)
        self._own_anchor = element.get("id")

    def _part_ends(self, name: str) -> None:
        """At the edge of a block the part before it ends; in a heading that is just a space."""
        if name == "br":
            self._pieces.append(Piece("\n"))
        elif self._heading is not None:
            self._pieces.append(Piece(" "))
        elif self._pieces:
            self._flush()

    def _flush(self) -> None:
        """Keep what was gathered, as the part that it is here."""
        pieces, self._pieces = self._pieces, []
        said = [piece for piece in pieces if piece.text.strip()]
        if not said:
            return
        frame = self.frames.inner
        if all(piece.reason for piece in said):
            reason = next(piece.reason for piece in pieces if piece.reason)
            whole = [Piece(piece.text.replace("\n", " ")) for piece in pieces]
            frame.parts.append(Part("paragraph", whole, hidden=reason))
            return
        if self._heading is not None:
            anchor = self._own_anchor or self._anchor
            frame.parts.append(Part("heading", pieces, level=self._heading, anchor=anchor))
        elif frame.items:
            if not frame.add_to_item(frame.items[-1], pieces, frame.items[-1].marker):
                return
        else:
            frame.parts.append(_prose(pieces, quotes=frame.quotes > 0))
        self._anchor = None

    def _list_starts(self, element: _Element) -> None:
        self._lists.begin(element)

    def _list_ends(self, _element: _Element) -> None:
        self._lists.end()

    def _item_starts(self, element: _Element) -> None:
        self.frames.inner.items.append(Item(self._lists.sign(element)))

    def _item_ends(self, _element: _Element) -> None:
        self.frames.inner.items.pop()

    def _quote_starts(self, _element: _Element) -> None:
        self.frames.inner.quotes += 1

    def _quote_ends(self, _element: _Element) -> None:
        self.frames.inner.quotes -= 1

    def _raised_starts(self, _element: _Element) -> None:
        self._raised += 1

    def _raised_ends(self, _element: _Element) -> None:
        self._raised -= 1

    def _preformatted_starts(self, _element: _Element) -> None:
        self._preformatted += 1

    def _preformatted_ends(self, _element: _Element) -> None:
        self._preformatted -= 1

    def _picture(self, element: _Element) -> None:
        self.frames.picture(element.get("alt"))

    starts: ClassVar[Mapping[str, Step]] = {
        **dict.fromkeys(("ul", "ol", "menu"), _list_starts),
        "li": _item_starts,
        "blockquote": _quote_starts,
        "sup": _raised_starts,
        "pre": _preformatted_starts,
        "img": _picture,
        "table": Walk.table_starts,
        "tr": Walk.row_starts,
        "td": Walk.frame_starts,
        "th": Walk.frame_starts,
    }
    ends: ClassVar[Mapping[str, Step]] = {
        **dict.fromkeys(("ul", "ol", "menu"), _list_ends),
        "li": _item_ends,
        "blockquote": _quote_ends,
        "sup": _raised_ends,
        "pre": _preformatted_ends,
        "table": Walk.table_ends,
        "td": Walk.cell_ends,
        "th": Walk.cell_ends,
    }


def _is_heading(name: str, element: _Element) -> bool:
    return name in _HEADINGS or element.get("role") == "heading"


def _prose(pieces: list[Piece], *, quotes: bool) -> Part:
    """A paragraph or quotation; hidden where the page speaks of itself."""
    if quotes:
        return Part("quotation", pieces)
    words = shown(pieces)
    of_page = len(words) <= _LONGEST_SAID and SAID_BY_THE_PAGE.match(words)
    return Part("paragraph", pieces, hidden="web_page" if of_page else None)
