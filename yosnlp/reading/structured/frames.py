"""Where text goes while a file is read: its body, and the cells of tables, text boxes and notes within it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from yosnlp.reading.structured.grid import Cell, laid_out
from yosnlp.reading.structured.parts import Part, Piece

_LONGEST_PICTURE = 60  # characters of what a picture is said to show, where it stands for a word


@dataclass(slots=True)
class Item:
    """An open item of a list: its sign (None until it is counted), and the part that holds its text once it has begun.

    ``start`` is a number of its own, as written.
    """

    marker: str | None = None
    part: Part | None = None
    start: str | None = None


@dataclass(slots=True)
class Frame:
    """The body, a cell, a text box or a note: what has been read of it, and the items that are open in it."""

    parts: list[Part] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # what those in it are said to show

    def add_to_item(self, item: Item, pieces: list[Piece], marker: str | None) -> bool:
        """Add a paragraph of ``item`` to what was read of it; at its start and after a list in it, as a part.

        True if it became a part.
        """
        if item.part is not None and self.parts and self.parts[-1] is item.part:
            item.part.pieces += [Piece(" "), *pieces]
            return False
        item.part = Part("item", pieces, marker=marker)
        self.parts.append(item.part)
        return True


F = TypeVar("F", bound=Frame)


class Frames(Generic[F]):
    """The frames that are open, and the tables. The body is always open; ``new`` makes a frame."""

    def __init__(self, new: Callable[[], F]) -> None:
        self._new = new
        self._open = [new()]
        self._tables: list[list[list[Cell]]] = []

    @property
    def inner(self) -> F:
        """The frame that text goes into now."""
        return self._open[-1]

    @property
    def body(self) -> F:
        return self._open[0]

    @property
    def in_body(self) -> bool:
        """Whether text stands in the body itself."""
        return len(self._open) == 1

    @property
    def tables(self) -> int:
        """How many tables are open, one in the other."""
        return len(self._tables)

    def begin(self) -> None:
        """Begin a cell, a text box or a note."""
        self._open.append(self._new())

    def end(self) -> F:
        """End the innermost frame, and give it."""
        return self._open.pop()

    def begin_table(self) -> None:
        self._tables.append([])

    def end_table(self) -> list[Part]:
        """End the innermost table, and give its parts."""
        return laid_out(self._tables.pop())

    def begin_row(self) -> None:
        if self._tables:
            self._tables[-1].append([])

    def end_cell(self, *, empty: bool = False) -> None:
        """End the frame of a cell; pictures stand for words if it has none. ``empty``: leave out what it holds."""
        cell = self.end()
        if empty:
            cell.parts = []
        elif not any(part.says for part in cell.parts):
            cell.parts += [Part("paragraph", [Piece(words)]) for words in cell.pictures]
        if not self._tables:
            self.inner.parts += cell.parts
            return
        if not self._tables[-1]:
            self.begin_row()
        self._tables[-1][-1].append(cell.parts)

    def picture(self, said: str | None) -> None:
        """Take up what a picture is ``said`` to show, if it stands in a cell, where it may stand for a rating."""
        words = " ".join((said or "").split())
        if not self.in_body and 0 < len(words) <= _LONGEST_PICTURE:
            self.inner.pictures.append(words)
