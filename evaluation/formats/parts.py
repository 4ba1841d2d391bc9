"""A sample report as a list of parts that any format can hold: headings, paragraphs, items, tables, notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["heading", "label", "paragraph", "quotation", "bullet", "numbered", "table", "contents"]


@dataclass(frozen=True, slots=True)
class Call:
    """The mark in the text that calls a footnote."""

    number: str


Inline: TypeAlias = tuple[str | Call, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report. ``rows`` are those of a table; anything else is one row of one cell.

    ``label`` is a paragraph that heads what follows and is set in bold. ``contents`` is an entry of the contents
    page: its title, and its page, which may be empty. ``marker`` is the sign of a numbered item.
    """

    kind: Kind
    rows: tuple[tuple[Inline, ...], ...]
    level: int = 0
    marker: str = ""

    @property
    def inline(self) -> Inline:
        """The text of a part that is no table."""
        return self.rows[0][0]


@dataclass(frozen=True, slots=True)
class Original:
    """A sample report as parts, with its footnotes by number, and the line that runs over its pages."""

    name: str
    running: str
    parts: tuple[Part, ...]
    notes: dict[str, str]


def shown(inline: Inline) -> str:
    """The text of ``inline`` without the marks of notes."""
    return "".join(piece for piece in inline if isinstance(piece, str))
