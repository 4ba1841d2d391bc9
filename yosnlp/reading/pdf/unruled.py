"""Tables without a grid: their rows are told by the gaps that run down between their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yosnlp.reading.pdf import lines
from yosnlp.reading.pdf.lines import Line
from yosnlp.reading.pdf.sheet import Rule, Word
from yosnlp.reading.pdf.tables import FINISHED, WITHIN_CELL, Cells, Row, grouped, row_of

_SEED_GAP = 1.5  # of the size: a gap as wide begins a table
_LEAST_GAP = 0.7  # of the size: what is left of it in all rows
_FURTHEST = 3.6  # of the size: from one line of a table to the next
_LARGER = 1.15  # times the size of the first row: letters of a heading
_ALONE_GAP = 2.0  # of the size: the gap in a row that stands alone
_LEAST_LABEL = 8  # characters of its first cell: more than the number of a heading
_WORDS_OF_A_VALUE = 3  # of its last one, at most
_SHORT_CELL = 45  # characters, on average, of the cells behind the first column
_SHORT_END = 25  # characters of a last cell, before which a narrower gap begins a table
_WIDER = 2.0  # times the usual space of a line: the gap before a cell
_SHORT_LABEL = 30  # characters, on average, of the cells of a first column of labels
_ALIGNED = 0.8  # share of the cells behind them that begin at one edge
_LEADER = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")


def rows_among(rows: Sequence[list[list[Word]]], rules: Sequence[Rule], first_table: int) -> list[Line | Row]:
    """The lines of a column of text, with the rows of tables among them made `Row`.

    ``rows`` are the pieces of each baseline, from the top down.
    """
    found: list[Line | Row] = []
    at, table = 0, first_table
    while at < len(rows):
        end, gutters = _extent(rows, at)
        if end > at:
            table += 1
            found += _cut_out(rows[at:end], gutters, rules, table)
            at = end
        else:
            found.append(lines.line([word for piece in rows[at] for word in piece]))
            at += 1
    return found


_Gutters = list[tuple[float, float]]


def _extent(rows: Sequence[list[list[Word]]], at: int) -> tuple[int, _Gutters]:
    """The row behind the last one of the table that begins at row ``at``, and the gaps between its columns."""
    first = next((i for i in range(at, min(at + 3, len(rows))) if _seed(rows[i])), None)
    if first is None:
        return at, []
    gutters = _seed(rows[first])
    for i in range(at, first):  # lines of the first cell above the line in which the figure stands
        narrowed = _narrowed(gutters, rows[i])
        if narrowed is None or not _near(rows[i], rows[i + 1], WITHIN_CELL) or not _same_edge(rows[i], rows[first]):
            return at, []
        gutters = narrowed
    full, end = 1, first + 1
    for i in range(first + 1, len(rows)):
        narrowed = _narrowed(gutters, rows[i])
        if narrowed is None or not _near(rows[i - 1], rows[i], _FURTHEST):
            break
        sides = {_side(word, narrowed) for piece in rows[i] for word in piece}
        if not any(sides) and rows[i][0][0].size > _LARGER * rows[first][0][0].size:
            break  # a heading
        if any(sides):
            full, end = full + 1, i + 1
        gutters = narrowed
    while end < len(rows) and _is_tail(rows[end - 1], rows[end], gutters):
        end += 1
    if first > at and not rows[first][0][0].text[0].islower():
        return at, []
    wrapped = end - at > 1 or _stands_alone(rows[at], gutters)
    gutters = _projected(rows[at:end], gutters)
    return (end, gutters) if (full > 1 or wrapped) and _is_table(rows[at:end], gutters) else (at, [])


def _stands_alone(row: Sequence[list[Word]], gutters: _Gutters) -> bool:
    """Whether a row by itself is a row of a table: words, a wide gap, and a short value such as a rating."""
    label = [w.text for piece in row for w in piece if not _side(w, gutters)]
    least = lines.CELL_GAP if label and FINISHED.search(label[-1]) else _ALONE_GAP
    wide = len(gutters) == 1 and gutters[0][1] - gutters[0][0] >= least * row[0][0].size
    return wide and sum(map(len, label)) >= _LEAST_LABEL and len(row[-1]) <= _WORDS_OF_A_VALUE


def _seed(row: Sequence[list[Word]]) -> _Gutters:
    """The wide gaps of a row; none if it is an entry of a contents page, or a list item behind its sign."""
    if _LEADER.search(" ".join(w.text for piece in row for w in piece)):
        return []
    gaps = []
    words = [word for piece in row for word in piece]
    spaces = sorted(b.x0 - a.x1 for a, b in pairwise(words) if b.x0 - a.x1 < lines.CELL_GAP * b.size)
    usual = spaces[len(spaces) // 2] if spaces else 0.0
    for before, piece in pairwise(row):
        gap = (before[-1].x1, piece[0].x0)
        sign = before is row[0] and len(before) == 1 and len(before[0].text) <= 2 and not before[0].text.isdigit()
        short = piece is row[-1] and sum(len(w.text) + 1 for w in piece) <= _SHORT_END
        wide = gap[1] - gap[0] >= (lines.CELL_GAP if short else _SEED_GAP) * piece[0].size
        if wide and gap[1] - gap[0] >= _WIDER * usual and not sign:
            gaps.append(gap)
    return gaps


def _projected(rows: Sequence[Sequence[list[Word]]], gutters: _Gutters) -> _Gutters:
    """The gaps that run down through all ``rows``: at least ``gutters``, which the first full row told."""
    words = sorted((w.x0, w.x1) for row in rows for piece in row for w in piece)
    size = rows[0][0][0].size
    found: _Gutters = []
    end = words[0][1]
    for start, stop in words:
        if start - end >= _LEAST_GAP * size:
            found.append((end, start))
        end = max(end, stop)
    return found if len(found) >= len(gutters) else gutters


def _narrowed(gutters: _Gutters, row: Sequence[list[Word]]) -> _Gutters | None:
    """What is left of the gaps in ``row``; None if one is closed."""
    left = []
    words = sorted((word.x0, word.x1) for piece in row for word in piece)
    for start, end in gutters:
        free, at = (start, start), start
        for x0, x1 in [*words, (end, end)]:
            if min(x0, end) - at > free[1] - free[0]:
                free = (at, min(x0, end))
            at = max(at, x1)
        if free[1] - free[0] < _LEAST_GAP * row[0][0].size:
            return None
        left.append(free)
    return left


def _near(above: Sequence[list[Word]], row: Sequence[list[Word]], most: float) -> bool:
    return row[0][0].y - above[0][0].y <= most * min(row[0][0].size, above[0][0].size)


def _same_edge(row: Sequence[list[Word]], other: Sequence[list[Word]]) -> bool:
    return abs(row[0][0].x0 - other[0][0].x0) <= 3


def _side(word: Word, gutters: _Gutters) -> int:
    """Which column a word stands in."""
    return sum(word.x0 >= (start + end) / 2 for start, end in gutters)


def _is_tail(above: Sequence[list[Word]], row: Sequence[list[Word]], gutters: _Gutters) -> bool:
    """Whether a line behind the last full row is the rest of a cell: one word more had no room above."""
    if _narrowed(gutters, row) is None or not _near(above, row, WITHIN_CELL):
        return False
    first = row[0][0]
    if first.text[0].islower():
        return True
    ends = [w.x1 for piece in above for w in piece if _side(w, gutters) == 0]
    wrapped = bool(ends) and max(ends) + (first.x1 - first.x0) + 0.2 * first.size > gutters[0][0]
    return wrapped and len(row) == 1 and _side(first, gutters) == 0 and abs(above[0][0].x0 - first.x0) <= 3


def _is_table(rows: Sequence[list[list[Word]]], gutters: _Gutters) -> bool:
    """Whether the cells behind the first column are short, as figures and ratings are, or those in it, as labels."""
    behind = [sum(len(w.text) + 1 for p in row for w in p if _side(w, gutters)) for row in rows]
    before = [sum(len(w.text) + 1 for p in row for w in p if not _side(w, gutters)) for row in rows]
    full, labels = [n for n in behind if n], [n for n in before if n]
    if full and sum(full) / len(full) <= _SHORT_CELL * max(1, len(gutters)):
        return True
    starts = [next((w.x0 for p in row for w in p if _side(w, gutters)), None) for row in rows]
    edges = [x for x in starts if x is not None]
    aligned = sum(abs(x - min(edges)) <= 3 for x in edges) >= _ALIGNED * len(edges) if edges else False
    return aligned and len(edges) > 2 and bool(labels) and sum(labels) / len(labels) <= _SHORT_LABEL


def _cut_out(
    rows: Sequence[list[list[Word]]], gutters: _Gutters, rules: Sequence[Rule], table: int
) -> list[Line | Row]:
    cells: list[Cells] = []
    for row in rows:
        sides: dict[int, list[Word]] = {}
        for piece in row:
            for word in piece:
                sides.setdefault(_side(word, gutters), []).append(word)
        cells.append([(column, lines.line(words)) for column, words in sorted(sides.items())])
    start, end = min(x.x0 for row in cells for _, x in row), max(x.x1 for row in cells for _, x in row)
    levels = [r.at for r in rules if min(r.end, end) - max(r.start, start) > 0.5 * (end - start)]
    columns = len(gutters) + 1
    return [
        row_of([[x for row in group for c, x in row if c == column] for column in range(columns)], table)
        for group in grouped(cells, levels)
    ]
