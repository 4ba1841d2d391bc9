"""Ruled tables and boxes: from ruling lines and shaded areas to the cells that they enclose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from yosnlp.reading.pdf.sheet import Area, Rule, Sheet, Word

_NEAR = 3.0  # points: edges as near are one
_TOUCH = 4.0  # points: lines as near meet
_COVERED = 0.6  # share of the side of a cell that a line covers to part it from the next
_MOST_BARS = 50  # of a page
_MOST_RULES = 4_000  # of a page; with more it is a drawing
_LEAST_BOX = (60.0, 20.0)  # points: width and height of a box that holds text
_LOWEST_SHADE = 9.0  # points: shades that are lower mark words


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table, or a box if it has one column. ``columns`` and ``rows`` are the places of its lines.

    ``merged`` tells of each row and column the cell, by row and column, that it belongs to.
    """

    area: Area
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    merged: dict[tuple[int, int], tuple[int, int]]

    @property
    def is_table(self) -> bool:
        """Whether it has columns."""
        return len(self.columns) > 2

    def cell(self, word: Word) -> tuple[int, int]:
        """Row and column of the cell that holds ``word``."""
        x, y = (word.x0 + min(word.x1, word.x0 + word.size)) / 2, word.y - 0.3 * word.size
        row = min(max(bisect_right(self.rows, y) - 1, 0), len(self.rows) - 2)
        column = min(max(bisect_right(self.columns, x) - 1, 0), len(self.columns) - 2)
        return self.merged.get((row, column), (row, column))

    def crossed_by(self, word: Word) -> bool:
        """Whether ``word`` runs from one column into the next, where a line parts them."""
        for at in self.columns[1:-1]:
            if word.x0 + 0.6 * word.size < at < word.x1 - 0.6 * word.size:
                left = self.cell(word._replace(x1=word.x0 + 1))
                right = self.cell(word._replace(x0=word.x1 - 1))
                return left != right
        return False


def grids(sheet: Sheet) -> list[Grid]:
    """The tables and boxes of a page, from the top down; what holds another is left out where they overlap."""
    across, down = list(sheet.across), list(sheet.down)
    for area in sheet.shaded:
        if area.height >= _LOWEST_SHADE and area.width >= _LOWEST_SHADE:
            across += [Rule(area.y0, area.x0, area.x1), Rule(area.y1, area.x0, area.x1)]
            down += [Rule(area.x0, area.y0, area.y1), Rule(area.x1, area.y0, area.y1)]
    if not across or not down or len(across) + len(down) > _MOST_RULES:
        return []
    found = []
    for levels, uprights in _connected(_merged(across), _merged(down)):
        grid = _grid(levels, uprights)
        if grid is not None:
            found.append(grid)
    found.sort(key=lambda g: (g.area.y0, g.area.x0))
    return _apart(found)


def barred(sheet: Sheet, ruled: Sequence[Grid]) -> list[Grid]:
    """Quotations with a bar down their left side, as boxes; a line between two columns is no such bar."""
    found: list[Grid] = []
    right = max((word.x1 for word in sheet.words), default=0.0) + 1
    for bar in _merged(sheet.down)[:_MOST_BARS]:
        area = Area(bar.at, bar.start, right, bar.end)
        if area.height < _LEAST_BOX[1] or area.width < _LEAST_BOX[0]:
            continue
        if any(_overlap(area, grid.area) for grid in (*ruled, *found)):
            continue
        beside = [word for word in sheet.words if area.y0 <= word.y - 0.3 * word.size <= area.y1]
        if beside and all(word.x0 > bar.at for word in beside):
            found.append(Grid(area, (area.x0, area.x1), (area.y0, area.y1), {}))
    return found


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """``rules`` with those that run on or lie over one another made one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at / _NEAR), r.start)):
        last = found[-1] if found else None
        meets = last and rule.start <= last.end + _TOUCH and rule.end >= last.start - _TOUCH
        if last and meets and abs(last.at - rule.at) <= _NEAR:
            found[-1] = Rule(last.at, min(last.start, rule.start), max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _connected(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Level and upright lines in groups that meet."""
    group = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    order = sorted(range(len(across)), key=lambda i: across[i].at)
    heights = [across[i].at for i in order]
    for j, upright in enumerate(down):
        first = bisect_right(heights, upright.start - _TOUCH)
        last = bisect_right(heights, upright.end + _TOUCH)
        for i in order[first:last]:
            if across[i].start - _TOUCH <= upright.at <= across[i].end + _TOUCH:
                group[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate(across):
        groups.setdefault(root(i), ([], []))[0].append(rule)
    for j, rule in enumerate(down):
        groups.setdefault(root(len(across) + j), ([], []))[1].append(rule)
    return [pair for pair in groups.values() if pair[0] and pair[1]]


def _places(rules: Sequence[Rule], ends: Sequence[float]) -> tuple[float, ...]:
    places: list[float] = []
    for at in sorted([*(r.at for r in rules), *ends]):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return tuple(places)


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    columns = _places(down, (min(r.start for r in across), max(r.end for r in across)))
    rows = _places(across, (min(r.start for r in down), max(r.end for r in down)))
    if len(columns) < 2 or len(rows) < 2:
        return None
    area = Area(columns[0], rows[0], columns[-1], rows[-1])
    if area.width < _LEAST_BOX[0] or area.height < _LEAST_BOX[1]:
        return None
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(len(rows) - 1):
        for j in range(len(columns) - 1):
            if j and not _covers(down, columns[j], rows[i], rows[i + 1]):
                merged[i, j] = merged.get((i, j - 1), (i, j - 1))
            elif i and not _covers(across, rows[i], columns[j], columns[j + 1]):
                merged[i, j] = merged.get((i - 1, j), (i - 1, j))
    return Grid(area, columns, rows, merged)


def _covers(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    covered = sum(max(0.0, min(end, rule.end) - max(start, rule.start)) for rule in rules if abs(rule.at - at) <= _NEAR)
    return covered >= _COVERED * (end - start)


def _apart(found: list[Grid]) -> list[Grid]:
    """Tables rather than the boxes that hold them; of two that overlap the one with more columns."""
    kept: list[Grid] = []
    for grid in sorted(found, key=lambda g: (-len(g.columns), -g.area.width * g.area.height)):
        if not any(_overlap(grid.area, other.area) for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda g: (g.area.y0, g.area.x0))


def _overlap(a: Area, b: Area) -> bool:
    return a.x0 < b.x1 - 1 and b.x0 < a.x1 - 1 and a.y0 < b.y1 - 1 and b.y0 < a.y1 - 1
