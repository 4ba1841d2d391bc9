"""A run of text in an RTF file: paragraphs, and the tables that they stand in, which no group encloses."""

from __future__ import annotations

from dataclasses import dataclass, field

from yosnlp.reading.structured.grid import Cell, laid_out
from yosnlp.reading.structured.parts import Part, Piece

DEEPEST_TABLE = 40  # tables in tables that are told apart


@dataclass(slots=True)
class _Table:
    """An open table: its rows, and the row and cell being filled."""

    rows: list[list[Cell]] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    cell: Cell = field(default_factory=list)


@dataclass(slots=True)
class Flow:
    """The body, a note, a text box or a header. It ends with the group at ``depth``."""

    kind: str
    depth: int
    parts: list[Part] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    sign: str = ""
    all_bold: bool = True
    boxes: list[Part] = field(default_factory=list)

    def taken(self) -> tuple[list[Piece], str, bool]:
        """The pieces of the paragraph that ends here, the sign before it, and whether all of it is bold."""
        pieces, self.pieces = _whole(self.pieces), []
        sign, self.sign = self.sign, ""
        all_bold, self.all_bold = self.all_bold, True
        return pieces, sign, all_bold

    def keep(self, part: Part | None, level: int) -> None:
        """Keep a paragraph that stands ``level`` tables deep, and the text boxes that hang on it."""
        self._to_level(level)
        found = self.tables[-1].cell if self.tables else self.parts
        if part is not None:
            found.append(part)
        found += self.boxes
        self.boxes = []

    def end_cell(self) -> None:
        """End the cell that is open."""
        table = self.tables[-1]
        table.row.append(table.cell)
        table.cell = []

    def end_row(self, level: int) -> None:
        """End the row that is open ``level`` tables deep."""
        self._to_level(level)
        table = self.tables[-1]
        table.rows.append(table.row)
        table.row = []

    def _to_level(self, level: int) -> None:
        """Open and end tables until the text stands ``level`` of them deep."""
        level = min(level, DEEPEST_TABLE)
        while len(self.tables) > level:
            table = self.tables.pop()
            if table.cell:
                table.row.append(table.cell)
            if table.row:
                table.rows.append(table.row)
            found = self.tables[-1].cell if self.tables else self.parts
            found += laid_out(table.rows)
        while len(self.tables) < level:
            self.tables.append(_Table())


def _whole(pieces: list[Piece]) -> list[Piece]:
    """``pieces`` with the halves of signs beyond the first 65,536 of Unicode put together."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].reason == piece.reason and "\ud800" <= joined[-1].text[-1:] <= "\udbff":
            piece = Piece(joined.pop().text + piece.text, piece.reason)
        joined.append(piece)
    return [
        Piece(p.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), p.reason)
        if any("\ud800" <= c <= "\udfff" for c in p.text)
        else p
        for p in joined
    ]
