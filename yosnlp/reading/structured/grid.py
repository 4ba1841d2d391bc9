"""Tables: rows of figures and ratings stay rows; tables that only lay out the page are read as text.

A cell of a table holds parts. Tables in a cell have been laid out before the one around them, so there is no
recursion on how deep they lie.
"""

from __future__ import annotations

from dataclasses import replace

from yosnlp.reading import blocks
from yosnlp.reading.structured.parts import Part, Piece, shown
from yosnlp.reading.structured.stretch import broken

Cell = list[Part]

_MOST_PARTS_OF_A_CELL = 3
_LONGEST_CELL = 2_000  # characters: a case told in a table is still a row
_LONGEST_ITEM_OF_A_CELL = 100  # characters of the one numbered line that a cell may be


def laid_out(rows: list[list[Cell]]) -> list[Part]:
    """The parts of a table: a row of cells each, or what its cells hold where they hold more than words.

    Where lists stand side by side under the heads of their columns ("Strengths", "Areas for improvement"), each
    column is read from its head downwards; other cells from left to right.
    """
    rows = [[_items(cell) for cell in row] for row in rows]
    rows = [row for row in rows if any(part.says or part.hidden for cell in row for part in cell)]
    plain = [[_is_plain(cell) for cell in row] for row in rows]
    if _in_columns(rows, plain):
        width = max(len(row) for row in rows)
        return [part for at in range(width) for row in rows if at < len(row) for part in row[at]]
    single = all(len(row) == 1 for row in rows)
    found: list[Part] = []
    for row, is_plain in zip(rows, plain, strict=True):
        if not single and all(is_plain):
            found.append(Part("table", cells=[_joined(cell) for cell in row]))
        else:
            found += [part for cell in row for part in cell]
    return found


def _in_columns(rows: list[list[Cell]], plain: list[list[bool]]) -> bool:
    if len(rows) < 2 or sum(1 for cell in rows[0] if cell) < 2 or not all(plain[0]):
        return False
    return any(row.count(False) > 1 for row in plain[1:])


def _items(cell: Cell) -> Cell:
    """A cell whose lines begin with typed signs, each of these lines as an item."""
    if not any("\n" in piece.text for part in cell for piece in part.pieces):
        return cell
    found: Cell = []
    for part in cell:
        for at, pieces in enumerate(broken(part.pieces, within=True)):
            typed = part.kind == "paragraph" and blocks.typed_marker(shown(pieces))[0]
            if typed or at:
                found.append(Part("item" if typed else "paragraph", pieces, hidden=part.hidden))
            else:
                found.append(replace(part, pieces=pieces))
    return found


def _is_plain(cell: Cell) -> bool:
    """Whether a cell holds words alone, no list, table or long prose."""
    if len(cell) == 1 and cell[0].kind == "item":
        return cell[0].length <= _LONGEST_ITEM_OF_A_CELL
    if len(cell) > _MOST_PARTS_OF_A_CELL or any(part.kind in ("item", "table") for part in cell):
        return False
    return len(cell) < 2 or sum(part.length for part in cell) <= _LONGEST_CELL


def _joined(cell: Cell) -> list[Piece]:
    """The pieces of a plain cell, its paragraphs a space apart, the number of a numbered line before it."""
    joined: list[Piece] = []
    for part in cell:
        if joined:
            joined.append(Piece(" "))
        if part.marker and part.marker[:1].isdigit():
            joined.append(Piece(f"{part.marker} "))
        joined += [Piece(piece.text, part.hidden) for piece in part.pieces] if part.hidden else part.pieces
    return joined
