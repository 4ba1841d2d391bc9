"""A file as read: its text, and what was recognised in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

BlockKind: TypeAlias = Literal["heading", "paragraph", "item", "table", "quotation"]
HiddenReason: TypeAlias = Literal[
    "page_header", "page_number", "footnote", "footnote_mark", "contents", "mark_up", "web_page"
]
DefectKind: TypeAlias = Literal[
    "scanned_page", "recognised_page", "garbled_text", "broken_table", "unreadable_page", "cut_off"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of ``Document.text``: characters ``start`` up to, not including, ``end``."""

    start: int
    end: int


_S = TypeVar("_S", bound=Span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden(Span):
    """A stretch of the text that is not the report's own prose: page furniture, notes, mark-up."""

    reason: HiddenReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Span):
    """A heading, paragraph, list item or table row. Page furniture inside it is hidden, not cut.

    ``marker`` is the sign of a list item as printed (``•``, ``3.``, ``(2)``), ``level`` the depth of a
    heading where the format states one.
    """

    kind: BlockKind
    marker: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Span):
    """A page, counted from 1 in the order of the file; ``label`` is the number printed on it."""

    number: int
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor(Span):
    """What a heading of a web page holds, up to the next one; ``name`` is what its address ends with after ``#``."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """Something in a file that could not be read as it should be, and where. ``detail`` is a line for a person."""

    kind: DefectKind
    detail: str
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file as read: its text untouched, and what was recognised in it, by offset."""

    text: str
    source: str
    format: str
    encoding: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    pages: tuple[Page, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    defects: tuple[Defect, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Number of the page that holds ``offset``; None where the file does not mark its pages."""
        page = _around(self.pages, offset)
        return page.number if page else None

    def anchor_at(self, offset: int) -> str | None:
        """Name of the nearest anchor at or before ``offset``; None where there is none."""
        anchor = _around(self.anchors, offset)
        return anchor.name if anchor else None


def _around(spans: Sequence[_S], offset: int) -> _S | None:
    """The one of ``spans``, sorted and apart from one another, that holds ``offset``."""
    at = bisect_right(spans, offset, key=lambda span: span.start)
    return spans[at - 1] if at and offset < spans[at - 1].end else None
