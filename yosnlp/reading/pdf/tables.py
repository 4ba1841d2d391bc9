"""Rows of tables: cells put together from lines, in ruled tables by their grid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yosnlp.reading.pdf import lines
from yosnlp.reading.pdf.grids import Grid
from yosnlp.reading.pdf.lines import Line
from yosnlp.reading.pdf.sheet import Word

WITHIN_CELL = 1.45  # of the size: from line to line within a cell
_BESIDE = 0.9  # of the size: lines that are nearer stand beside one another
_FIGURE = re.compile(r"\d{1,3}\s?%?|\d{1,3}\s\d{1,3}|n/a", re.I)
FINISHED = re.compile(r"[?.:!][\"'’”)]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the lines of each cell. ``table`` tells the tables of a page apart."""

    cells: tuple[tuple[Line, ...], ...]
    top: float
    bottom: float
    table: int
    box: int | None = None

    @property
    def lines(self) -> list[Line]:
        """The lines of all cells."""
        return [line for cell in self.cells for line in cell]

    @property
    def texts(self) -> list[str]:
        """The text of each cell."""
        return [lines.joined(cell)[0] for cell in self.cells]

    @property
    def text(self) -> str:
        """The cells, parted by tabs."""
        return "\t".join(self.texts)

    @property
    def running(self) -> bool:
        """Whether the file marks all of it as a running header or footer."""
        return all(line.running for line in self.lines)

    @property
    def x0(self) -> float:
        """Its left edge."""
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max(line.x1 for line in self.lines)


def ruled(grid: Grid, words: Sequence[Word], table: int) -> list[Row]:
    """The rows of a ruled table. A cell that runs over several rows stands in the first of them."""
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        held.setdefault(grid.cell(word), []).append(word)
    found: list[Row] = []
    for i in range(len(grid.rows) - 1):
        cells = [_cell(held.get((i, j), [])) for j in range(len(grid.columns) - 1) if (i, j) not in grid.merged]
        if any(cells):
            found += [row_of(group, table) for group in _figures_apart(cells)]
    return found


def _cell(words: Sequence[Word]) -> list[Line]:
    return [lines.line(row) for row in lines.rows(words)]


def row_of(cells: Sequence[Sequence[Line]], table: int) -> Row:
    """The row of ``cells``, each the lines in it."""
    held = [line for cell in cells for line in cell]
    return Row(tuple(map(tuple, cells)), min(x.top for x in held), max(x.bottom for x in held), table)


def _figures_apart(cells: list[list[Line]]) -> list[list[list[Line]]]:
    """The rows within one ruled row: where no lines part them, each figure of the last column has its own."""
    last = cells[-1]
    figures = len(last) > 1 and all(_FIGURE.fullmatch(line.text) for line in last)
    first = cells[0] if cells else []
    if not figures or len(cells) < 2 or len(first) < len(last):
        return [cells]
    flat = sorted(((line.y, j, line) for j, cell in enumerate(cells) for line in cell), key=lambda x: (x[0], x[1]))
    rows: list[list[tuple[int, Line]]] = []
    at = -1e9
    for y, j, line in flat:
        if y - at > 0.4 * line.size:
            rows.append([])
            at = y
        rows[-1].append((j, line))
    return [
        [[line for row in group for j, line in row if j == column] for column in range(len(cells))]
        for group in grouped(rows, [])
    ]


Cells = list[tuple[int, Line]]  # the lines on one baseline, each with its column


def grouped(rows: Sequence[Cells], rules: Sequence[float]) -> list[list[Cells]]:
    """Lines of a table put together to rows: by lines between them, by distance, and by what goes on."""
    right: dict[int, float] = {}
    for row in rows:
        for column, line in row:
            right[column] = max(right.get(column, 0.0), line.x1)
    bands = _bands(rows, rules)
    if bands is not None:
        return bands
    groups: list[list[Cells]] = []
    for row in rows:
        if groups and not _begins(groups[-1], row, right, rules):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _bands(rows: Sequence[Cells], rules: Sequence[float]) -> list[list[Cells]] | None:
    """The rows as ruling lines part them, if there are lines enough to part every row."""
    groups: list[list[Cells]] = []
    for before, row in zip([None, *rows[:-1]], rows, strict=True):
        if before is not None and not any(before[0][1].y < y < row[0][1].y for y in rules):
            groups[-1].append(row)
        else:
            groups.append([row])
    full = [sum(len(row) > 1 for row in group) for group in groups]
    return groups if len(groups) > 2 and sum(full) <= 1.3 * len(groups) else None


def _begins(group: list[Cells], row: Cells, right: dict[int, float], rules: Sequence[float]) -> bool:
    """Whether ``row`` begins a row of the table, rather than go on with the cells of ``group``."""
    last, line = group[-1][0][1], row[0][1]
    if line.y - last.y < _BESIDE * line.size:
        return False  # between the lines of another cell
    if any(last.y < y < line.y for y in rules) or line.y - last.y > WITHIN_CELL * max(line.size, last.size):
        return True
    for column, part in row:
        above = next((x for r in reversed(group) for c, x in r if c == column), None)
        if above is not None and not _goes_on(above, part, right[column]):
            return True
    held = {column for r in group for column, _ in r}
    return not any(column in held for column, _ in row)


def _goes_on(above: Line, line: Line, right: float) -> bool:
    if line.text[0].islower() or line.text[0] == "(":
        return True
    if FINISHED.search(above.text) or _FIGURE.fullmatch(above.text):
        return False
    return above.x1 + line.first_width + 0.2 * line.size > right
