"""The quotations behind every bar and cell: by theme, side and standard, spread over the reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from yosnlp.analysis.frequency import exploded
from yosnlp.report import anchors
from yosnlp.report.rows import groups, rows
from yosnlp.report.wording import KINDS, SIDES, programme, report_names, slug, standard
from yosnlp.tables import Tables

#: At most so many are shown in a group, unless the caller says otherwise.
CAP = 10
#: Quotations may take so many characters in all: with them a page of 500 reports stays under 15 MB, as mail allows.
ROOM = 9_000_000
_AROUND = 260  # characters of a quotation's citation and mark-up


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A finding, word for word, and where it stands. ``service`` is the key by which the page filters."""

    finding_id: str
    text: str
    report: str
    service: int
    page: str
    standard: str
    rating: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The quotations of a theme and side under one standard: those shown of ``total``, which lie in ``reports``."""

    anchor: str
    place: str
    key: str
    total: int
    reports: int
    shown: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideQuotations:
    """The groups of a theme on one side: ``total`` findings, which lie in ``reports``."""

    anchor: str
    polarity: str
    name: str
    total: int
    reports: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeQuotations:
    """The sides of a theme on which there are findings."""

    anchor: str
    label: str
    total: int
    sides: tuple[SideQuotations, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotations:
    """All themes with a finding. ``cap``: at most so many in a group, ``wanted`` before the page would get too long.

    ``services`` and ``places`` are what one can choose from, as key and name. A finding with two themes is quoted
    under both: ``total`` and ``shown`` count it twice.
    """

    themes: tuple[ThemeQuotations, ...]
    cap: int
    wanted: int
    total: int
    shown: int
    services: tuple[tuple[int, str], ...]
    places: tuple[tuple[str, str], ...]


def quotations(tables: Tables, *, cap: int = CAP) -> Quotations:
    """The quotations of ``tables``, at most ``cap`` in a group, fewer where they would take more than `ROOM`."""
    found = _in_order(tables)
    by_cell = groups(found, _KEYS)
    chosen, fits = _within_room(by_cell, cap)
    services = sorted(set(tables.reports["service"].dropna()), key=str.casefold)
    several = tables.reports["programme"].nunique() > 1
    maker = _Maker(report_names(tables), {name: i for i, name in enumerate(services)}, several)
    sides: dict[str, dict[str, list[tuple[Group, set[str]]]]] = {}
    for key, found_here in by_cell.items():
        theme, polarity, *_ = key
        group = maker.group(key, found_here, chosen[key])
        sides.setdefault(theme, {}).setdefault(polarity, []).append((group, set(found_here["report_id"])))
    themes = tuple(_theme(theme, label, sides[theme]) for theme, label in tables.themes if theme in sides)
    places = {g.key: g.place for theme in themes for side in theme.sides for g in side.groups}
    return Quotations(
        themes=themes,
        cap=fits,
        wanted=cap,
        total=len(found),
        shown=sum(len(positions) for positions in chosen.values()),
        services=tuple(enumerate(services)),
        places=tuple(sorted(places.items(), key=lambda place: place[1])),
    )


_KEYS = ["theme", "polarity", "programme", "standard_id"]
_CITED = ["finding_id", "report_id", "service", "standard", "rating", "kind", "text", "page", "start"]
_Groups = dict[tuple[Any, ...], pd.DataFrame]


def _in_order(tables: Tables) -> pd.DataFrame:
    """Findings by theme, standards in order; within a group by report (programme, year, service), surest first."""
    reports = tables.reports.sort_values(["programme", "year", "service", "report_id"], na_position="last")
    place = {report_id: i for i, report_id in enumerate(reports["report_id"])}
    found = exploded(tables)
    sure = [float((scores or {}).get(t, 0.0)) for scores, t in zip(found["theme_scores"], found["theme"], strict=True)]
    found = found[[*_KEYS, *_CITED]].assign(_report=found["report_id"].map(place), _sure=sure)
    ascending = [True, True, True, False, True]
    return found.sort_values(["programme", "standard_id", "_report", "_sure", "start"], ascending=ascending)


def _within_room(by_cell: _Groups, cap: int) -> tuple[dict[Any, list[int]], int]:
    """The places of those shown in each group, and the largest cap up to ``cap`` with which they fit."""
    lengths = {key: [len(text) + _AROUND for text in found["text"]] for key, found in by_cell.items()}
    reports = {key: found["_report"].tolist() for key, found in by_cell.items()}
    for fits in range(cap, 0, -1):
        chosen = {key: spread(of_rows, fits) for key, of_rows in reports.items()}
        if fits == 1 or sum(lengths[key][i] for key, places in chosen.items() for i in places) <= ROOM:
            return chosen, fits
    return {}, cap


def spread(reports: Sequence[int], cap: int) -> list[int]:
    """The places of at most ``cap`` items, taken in turn from each report; of too many reports, evenly spaced ones.

    ``reports`` names the report of each item, items of a report in the order in which they are preferred.

    >>> spread([1, 1, 1, 2, 3], 3)
    [0, 3, 4]
    """
    turns: dict[int, int] = {}
    ranked = []
    for place, report in enumerate(reports):
        turns[report] = turns.get(report, 0) + 1
        ranked.append((turns[report], report, place))
    if len(turns) > cap:
        firsts = sorted(item for item in ranked if item[0] == 1)
        ranked = [firsts[i * len(firsts) // cap] for i in range(cap)]
    return sorted(place for _, _, place in sorted(ranked)[:cap])


class _Maker:
    """Rows of findings to quotations, with the names of reports and the keys of services."""

    def __init__(self, names: dict[str, str], services: dict[str, int], several: bool) -> None:
        self.names = names
        self.services = services
        self.several = several  # programmes: then each standard is named with its own

    def group(self, key: tuple[Any, ...], found: pd.DataFrame, places: Sequence[int]) -> Group:
        theme, polarity, *place = key
        programme_id, standard_id = (None if pd.isna(part) else part for part in place)
        of_standard = standard(standard_id, found["standard"].iloc[0])
        return Group(
            anchor=anchors.of_cell(theme, polarity, programme_id, standard_id),
            place=f"{programme(programme_id)}, {of_standard}" if self.several else of_standard,
            key=f"{slug(programme_id)}--{slug(standard_id)}",
            total=len(found),
            reports=found["report_id"].nunique(),
            shown=tuple(self.quotation(row) for row in rows(found.iloc[list(places)])),
        )

    def quotation(self, row: dict[str, Any]) -> Quotation:
        return Quotation(
            finding_id=row["finding_id"],
            text=row["text"],
            report=self.names.get(row["report_id"], row["report_id"]),
            service=self.services.get(row["service"], -1),
            page="page not marked" if pd.isna(row["page"]) else f"page {row['page']}",
            standard=standard(row["standard_id"], row["standard"]),
            rating=row["rating"] or "not rated",
            kind=KINDS.get(row["kind"], row["kind"]),
        )


def _theme(theme: str, label: str, by_side: dict[str, list[tuple[Group, set[str]]]]) -> ThemeQuotations:
    sides = tuple(
        SideQuotations(
            anchor=anchors.of_side(theme, polarity),
            polarity=polarity,
            name=SIDES[polarity],
            total=sum(group.total for group, _ in by_side[polarity]),
            reports=len(set().union(*(reports for _, reports in by_side[polarity]))),
            groups=tuple(group for group, _ in by_side[polarity]),
        )
        for polarity in SIDES
        if polarity in by_side
    )
    return ThemeQuotations(
        anchor=anchors.of_theme(theme), label=label, total=sum(side.total for side in sides), sides=sides
    )
