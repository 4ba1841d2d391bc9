"""Themes by standards: how many findings, a table for each programme and side."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import ceil

import pandas as pd

from yosnlp.analysis import scope
from yosnlp.analysis.frequency import exploded
from yosnlp.frameworks import Framework, frameworks
from yosnlp.report import anchors
from yosnlp.report.wording import SIDES, programme, standard
from yosnlp.tables import Tables

#: The sides that get a table of their own; the others are few, and are told in figures.
_SHOWN = ("strength", "area_for_improvement")
#: Shades, from none to the darkest.
_SHADES = 5
#: Findings that stand under no one standard: a list over a whole domain, or a recommendation.
_NO_STANDARD = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A standard; ``reports`` in which it was inspected and read, of the programme's; None for no standard."""

    standard_id: str | None
    name: str
    reports: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How many findings, which shade (0..5), and where they are quoted."""

    findings: int
    shade: int
    anchor: str | None
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A theme with a cell for each column."""

    label: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """The findings of one side in a programme's reports. ``domains``: name and number of columns of each.

    ``shades``: the least and most findings of each shade, the palest first.
    """

    programme: str
    side: str
    polarity: str
    reports: int
    domains: tuple[tuple[str, int], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    shades: tuple[tuple[int, int], ...]


def heat_maps(tables: Tables) -> tuple[HeatMap, ...]:
    """Two tables for each programme whose reports have findings with a theme."""
    found = exploded(tables)
    found = found.assign(standard_id=found["standard_id"].where(found["standard_id"].notna(), ""))
    counts = Counter(zip(*(found[column] for column in _KEYS), strict=True))
    read = scope.standards(tables).groupby(["programme", "standard_id"])["report_id"].nunique()
    reports = tables.reports["programme"].value_counts()
    made = []
    for programme_id in sorted(found["programme"].dropna().unique()):
        columns, domains = _columns(programme_id, read, found[found["programme"] == programme_id])
        for polarity in _SHOWN:
            key = (programme_id, polarity)
            of_side = {(theme, place): n for (*side, theme, place), n in counts.items() if tuple(side) == key}
            rows, shades = _rows(tables, key, of_side, columns)
            made.append(
                HeatMap(
                    programme=programme(programme_id),
                    side=SIDES[polarity],
                    polarity=polarity,
                    reports=int(reports[programme_id]),
                    domains=domains,
                    columns=columns,
                    rows=rows,
                    shades=shades,
                )
            )
    return tuple(made)


_KEYS = ("programme", "polarity", "theme", "standard_id")


def _columns(
    programme_id: str, read: pd.Series, found: pd.DataFrame
) -> tuple[tuple[Column, ...], tuple[tuple[str, int], ...]]:
    """The standards of the programme by domain; then those that it does not know; then none."""
    framework: Framework | None = frameworks().get(programme_id)
    columns, domains = [], []
    for domain in framework.domains if framework else ():
        domains.append((domain.name, len(domain.standards)))
        columns += [
            Column(standard_id=s.id, name=standard(s.id, s.name), reports=int(read.get((programme_id, s.id), 0)))
            for s in domain.standards
        ]
    known = {column.standard_id for column in columns}
    others = sorted(set(found["standard_id"]) - known - {""})
    columns += [Column(standard_id=other, name=other, reports=None) for other in others]
    columns.append(Column(standard_id=_NO_STANDARD, name=standard(None, None), reports=None))
    return tuple(columns), (*domains, ("Elsewhere", len(others) + 1))


def _rows(
    tables: Tables, key: tuple[str, str], counts: dict[tuple[str, str], int], columns: tuple[Column, ...]
) -> tuple[tuple[Row, ...], tuple[tuple[int, int], ...]]:
    programme_id, polarity = key
    step = max(1, ceil(max(counts.values(), default=0) / _SHADES))
    rows = []
    for theme, label in tables.themes:
        cells = []
        for column in columns:
            n = counts.get((theme, column.standard_id or ""), 0)
            anchor = anchors.of_cell(theme, polarity, programme_id, column.standard_id) if n else None
            cells.append(Cell(findings=n, shade=ceil(n / step), anchor=anchor, column=column.name))
        rows.append(Row(label=label, cells=tuple(cells), total=sum(cell.findings for cell in cells)))
    most = max(counts.values(), default=0)
    shades = tuple((low, min(low + step - 1, most)) for low in range(1, most + 1, step))
    return tuple(rows), shades
