"""A page to its lines and table rows in reading order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from yosnlp.reading.pdf import columns, grids, lines, tables, unruled
from yosnlp.reading.pdf.columns import Piece
from yosnlp.reading.pdf.grids import Grid
from yosnlp.reading.pdf.lines import Line
from yosnlp.reading.pdf.sheet import Rule, Sheet, Word
from yosnlp.reading.pdf.tables import Row
from yosnlp.records import HiddenReason

Item = Line | Row

_MOST_GRIDS = 300  # of a page; with more it is a drawing
_PARAGRAPH_GAP = 1.7  # of the size: from line to line where a paragraph ends


@dataclass(slots=True)
class Flow:
    """Lines and rows that are read one after the other: those of a column, or over the whole width."""

    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Arranged:
    """A page as it is read. ``aside`` is what runs in another direction; ``rules`` the level lines outside tables.

    What is no prose is taken out of ``flows`` as it is recognised: ``heads`` and ``feet``, running headers and
    footers with what they are, and ``notes``, the lines of footnotes.
    """

    number: int
    width: float
    height: float
    flows: list[Flow]
    aside: list[Line]
    rules: list[Rule]
    torn: int = 0
    heads: list[tuple[Item, HiddenReason]] = field(default_factory=list)
    feet: list[tuple[Item, HiddenReason]] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)

    def take(self, items: Collection[int]) -> list[Item]:
        """Take the items with these ``id``s out of the flows, from the top down."""
        taken: list[Item] = []
        for flow in self.flows:
            taken += [item for item in flow.items if id(item) in items]
            flow.items = [item for item in flow.items if id(item) not in items]
        self.flows = [flow for flow in self.flows if flow.items]
        return sorted(taken, key=lambda item: (item.top, item.x0))


def arrange(sheet: Sheet) -> Arranged:
    """The lines and rows of a page. ``torn`` counts the words that run over the lines of a table."""
    ruled = grids.grids(sheet)
    if len(ruled) > _MOST_GRIDS:
        ruled = []
    ruled += grids.barred(sheet, ruled)
    held, free = _held(sheet.words, ruled)
    boxed = {i for i, words in held.items() if not ruled[i].is_table}
    inside = [g.area for i, g in enumerate(ruled) if held.get(i)]
    rules = [
        r for r in sheet.across if not any(a.y0 - 4 <= r.at <= a.y1 + 4 and a.x0 - 4 <= r.start <= a.x1 for a in inside)
    ]
    pieces = [columns.of_words(piece) for row in lines.rows(free) for piece in lines.pieces(row)]
    pieces += [Piece(*_corners(ruled[i]), grid=ruled[i], box=i) for i in held]
    made = [_flow(flow, held, boxed, ruled, sheet) for flow in columns.flows(pieces)]
    torn = sum(ruled[i].crossed_by(word) for i, words in held.items() if i not in boxed for word in words)
    aside = [lines.line(row) for row in lines.rows(sheet.aside)] if sheet.aside else []
    flows = [flow for flow in made if flow.items]
    _forget_words(flows, aside)
    return Arranged(sheet.number, sheet.width, sheet.height, flows, aside, rules, torn)


def _corners(grid: Grid) -> tuple[float, float, float, float]:
    return grid.area.x0, grid.area.x1, grid.area.y0, grid.area.y1


def _held(words: Sequence[Word], ruled: Sequence[Grid]) -> tuple[dict[int, list[Word]], list[Word]]:
    """The words of each table and box, and those outside of all."""
    held: dict[int, list[Word]] = {}
    free: list[Word] = []
    for word in words:
        x, y = word.x0 + min(0.5 * word.size, 0.5 * (word.x1 - word.x0)), word.y - 0.3 * word.size
        at = next((i for i, grid in enumerate(ruled) if grid.area.holds(x, y)), None)
        if at is None:
            free.append(word)
        else:
            held.setdefault(at, []).append(word)
    for at in [at for at, inside in held.items() if not ruled[at].is_table and len(lines.rows(inside)) < 2]:
        free += held.pop(at)  # the shade behind a heading
    return held, free


def _flow(
    pieces: Sequence[Piece], held: dict[int, list[Word]], boxed: set[int], ruled: Sequence[Grid], sheet: Sheet
) -> Flow:
    words = [piece.words for piece in pieces if piece.words]
    items = _lines(words, sheet.across, 1000 * len(words)) if words else []
    for piece in pieces:
        if piece.grid is None or piece.box is None:
            continue
        if piece.box in boxed:
            inner = _boxed(held[piece.box], ruled[piece.box], piece.box, sheet)
        else:
            inner = list(tables.ruled(ruled[piece.box], held[piece.box], piece.box))
        at = _place(items, piece)
        items[at:at] = inner
    return Flow(items)


def _lines(words: Sequence[list[Word]], rules: Sequence[Rule], table: int) -> list[Item]:
    """Lines and rows of unruled tables that the pieces of lines of one column make."""
    rows = [lines.pieces(row) for row in lines.rows([word for piece in words for word in piece])]
    return list(unruled.rows_among(rows, rules, table))


def _boxed(words: list[Word], grid: Grid, box: int, sheet: Sheet) -> list[Item]:
    """The lines of a box, in columns where it has them."""
    pieces = [columns.of_words(piece) for row in lines.rows(words) for piece in lines.pieces(row)]
    items: list[Item] = []
    for flow in columns.flows(pieces):
        found = _lines([p.words for p in flow], [r for r in sheet.across if _within(r, grid)], 1000 * (box + 1))
        items += found
    return [_put_in(item, box) for item in items]


def _within(rule: Rule, grid: Grid) -> bool:
    return grid.area.y0 + 1 < rule.at < grid.area.y1 - 1


def _put_in(item: Item, box: int) -> Item:
    if isinstance(item, Row):
        return Row(item.cells, item.top, item.bottom, item.table, box)
    item.box = box
    return item


def _place(items: Sequence[Item], piece: Piece) -> int:
    """Where a table or box goes among the lines: by its upper edge, but not inside of a paragraph beside it."""
    at = next((i for i, item in enumerate(items) if item.top > piece.y0 - 1), len(items))
    while 0 < at < len(items):
        above, item = items[at - 1], items[at]
        if not isinstance(item, Line) or not isinstance(above, Line) or item.top >= piece.y1:
            break
        if item.sign or item.y - above.y > _PARAGRAPH_GAP * item.size:
            break
        at += 1
    return at


def _forget_words(flows: Sequence[Flow], aside: Sequence[Line]) -> None:
    """Let go of the words of all lines, so that a long file takes little memory."""
    for flow in flows:
        for item in flow.items:
            for line in item.lines if isinstance(item, Row) else (item,):
                line.words = []
    for line in aside:
        line.words = []
