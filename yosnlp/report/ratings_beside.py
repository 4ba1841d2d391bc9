"""The ratings of each report beside its commonest themes, each programme on its own scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from yosnlp.analysis.frequency import exploded
from yosnlp.frameworks import frameworks
from yosnlp.report import anchors
from yosnlp.report.rows import groups, rows
from yosnlp.report.wording import programme, report_names, standard
from yosnlp.tables import Tables

#: So many of a report's commonest themes are named.
_NAMED = 3
#: The levels of ratings that have a column; what they are of is a standard but for headline scores.
_HEADLINE = "score"
_LEVELS = (_HEADLINE, "domain", "standard", "criterion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a report gives: in short, in full, and its place on the programme's scale (None without one)."""

    short: str
    full: str
    place: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A theme of a report with its findings there; ``anchor`` of the quotations of all reports."""

    label: str
    findings: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedReport:
    """A report: overall rating, what it gives in each column, and its commonest themes."""

    name: str
    overall: str
    ratings: tuple[Given, ...]
    strengths: tuple[Named, ...]
    improvements: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedProgramme:
    """The reports of a programme in the order of their names. ``scale``: short and full names of its ratings."""

    programme: str
    scale: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    reports: tuple[RatedReport, ...]


def rated_programmes(tables: Tables) -> tuple[RatedProgramme, ...]:
    """Each programme with a report; a report without ratings stands there too, with none."""
    names, themes = report_names(tables), _commonest(tables)
    ratings = groups(tables.ratings, ["report_id"])
    made = []
    for (programme_id,), own in sorted(groups(tables.reports, ["programme"]).items(), key=str):
        scale = frameworks()[programme_id].ratings if programme_id in frameworks() else ()
        of_programme = tables.ratings[tables.ratings["report_id"].isin(own["report_id"])]
        columns = _columns(of_programme)
        rated = [
            RatedReport(
                name=names[report["report_id"]],
                overall=_overall(report),
                ratings=_given(ratings.get((report["report_id"],)), columns, scale),
                strengths=themes.get((report["report_id"], "strength"), ()),
                improvements=themes.get((report["report_id"], "area_for_improvement"), ()),
            )
            for report in rows(own)
        ]
        made.append(
            RatedProgramme(
                programme=programme(programme_id),
                scale=tuple((_initials(rating), rating) for rating in scale),
                columns=tuple(columns.values()),
                reports=tuple(sorted(rated, key=lambda row: row.name.casefold())),
            )
        )
    return tuple(made)


def _commonest(tables: Tables) -> dict[tuple[str, str], tuple[Named, ...]]:
    """By report and side, the themes with most findings; of equals, the earlier one of the codebook."""
    order = {theme: i for i, theme in enumerate(tables.labels)}
    found = exploded(tables)
    made = {}
    for (report_id, polarity), own in groups(found, ["report_id", "polarity"]).items():
        ranked = sorted(Counter(own["theme"]).items(), key=lambda item: (-item[1], order[item[0]]))[:_NAMED]
        made[report_id, polarity] = tuple(
            Named(label=tables.labels[theme], findings=n, anchor=anchors.of_side(theme, polarity))
            for theme, n in ranked
        )
    return made


_Columns = Mapping[tuple[str, str], str]


def _columns(ratings: pd.DataFrame) -> _Columns:
    """Level and standard of each column that any report fills, with its name: headline scores, then standards."""
    stated = ratings[ratings["level"].isin(_LEVELS) & (ratings["rating"].notna() | ratings["percent"].notna())]
    in_order = sorted(rows(stated), key=lambda row: (row["level"] != _HEADLINE, _place(row)))
    names = {
        (row["level"], _place(row)): row["standard"]
        if row["level"] == _HEADLINE
        else standard(_place(row), row["standard"])
        for row in in_order
    }
    return {key: name or "Score" for key, name in names.items()}


def _place(row: Mapping[str, Any]) -> str:
    return str(row["standard_id"] or row["standard"] or "")


def _given(own: pd.DataFrame | None, columns: _Columns, scale: tuple[str, ...]) -> tuple[Given, ...]:
    held = {(row["level"], _place(row)): row for row in rows(own)} if own is not None else {}
    return tuple(_one(held.get(key), scale) for key in columns)


def _one(row: Mapping[str, Any] | None, scale: tuple[str, ...]) -> Given:
    if row is None or (row["rating"] is None and pd.isna(row["percent"])):
        return Given(short="–", full="not rated", place=None)
    if row["rating"] is None:
        comment = f", {row['comment'].lower()} improvement required" if row["comment"] else ""
        return Given(short=f"{row['percent']}%", full=f"{row['percent']}%{comment}", place=None)
    mark = "*" if row["discretion"] else ""
    place = scale.index(row["rating"]) if row["rating"] in scale else None
    full = f"{row['rating']}{', by discretion of the panel' if row['discretion'] else ''}"
    return Given(short=f"{_initials(row['rating'])}{mark}", full=full, place=place)


def _initials(rating: str) -> str:
    return "".join(word[0].upper() for word in rating.split())


def _overall(report: Mapping[str, Any]) -> str:
    rating, score = report["overall_rating"], report["overall_score"]
    known = frameworks().get(report["programme"])
    of = f" of {known.overall.out_of}" if known and known.overall else ""
    points = "" if pd.isna(score) else f"{score}{of}"
    return f"{rating} ({points})" if rating and points else rating or points or "none given"
