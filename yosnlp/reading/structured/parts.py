"""The parts that a structured file is made of, as its reader finds them, before they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from yosnlp.records import BlockKind, HiddenReason

_NOTE_NUMBERS = re.compile(r"\s*[\[(]?\d{1,3}(?:[,\s]+\d{1,3}){0,9}[\])]?\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text within a part; with a ``reason`` where it is not the report's prose. A line end is a break."""

    text: str
    reason: HiddenReason | None = None


@dataclass(slots=True)
class Part:
    """A heading, paragraph, item, row or quotation. A row has ``cells``, all others ``pieces``.

    ``hidden`` hides all of it. ``marker`` is the sign of an item, ``level`` and ``anchor`` are a heading's.
    """

    kind: BlockKind
    pieces: list[Piece] = field(default_factory=list)
    cells: list[list[Piece]] = field(default_factory=list)
    marker: str | None = None
    level: int | None = None
    anchor: str | None = None
    hidden: HiddenReason | None = None

    @property
    def says(self) -> bool:
        """Whether it has characters that are not hidden."""
        return not self.hidden and any(piece.text and not piece.reason for piece in all_pieces(self))

    @property
    def length(self) -> int:
        """Characters of it that are not hidden, about."""
        return 0 if self.hidden else sum(len(piece.text) for piece in all_pieces(self) if not piece.reason)


def shown(pieces: Sequence[Piece]) -> str:
    """The text of ``pieces`` that is not hidden, white space folded."""
    return " ".join("".join(piece.text for piece in pieces if not piece.reason).split())


def all_pieces(part: Part) -> list[Piece]:
    """The pieces of ``part``; of a row those of its cells, a space apart."""
    return [piece for cell in part.cells for piece in (*cell, Piece(" "))] if part.cells else part.pieces


def raised(text: str) -> Piece:
    """Text that is set raised: the mark of a note if it is a number ("1", "[2]", "3, 4"), not "th"."""
    return Piece(text, "footnote_mark" if _NOTE_NUMBERS.fullmatch(text) else None)
