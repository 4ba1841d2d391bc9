"""Which reports could have said something on a matter: the denominators of every share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from yosnlp.errors import InvalidData
from yosnlp.frameworks import Framework, frameworks
from yosnlp.tables import Tables

#: What figures can be broken down by; a standard is one of its programme.
GROUPINGS = ("domain", "standard", "programme", "year", "service", "rating", "kind")
_STANDARD = ["programme", "standard_id", "standard"]


def columns_of(by: Sequence[str]) -> list[str]:
    """The columns of a grouping: a standard is told by its programme, number and name.

    Raises InvalidData for a grouping that is not one of `GROUPINGS`.
    """
    unknown = [grouping for grouping in by if grouping not in GROUPINGS]
    if unknown:
        raise InvalidData(f"cannot group by {', '.join(unknown)}; there is: {', '.join(GROUPINGS)}")
    named = [column for grouping in by for column in (_STANDARD if grouping == "standard" else [grouping])]
    return list(dict.fromkeys(named))


def order(group: Sequence[object]) -> tuple[tuple[int, str], ...]:
    """The key by which groups stand in order: ratings from worst to best, all else as it is spelt."""
    scale = [
        _on_scale(rating, framework if framework.scale == "stars" else None)
        for framework in frameworks().values()
        for rating in framework.ratings
    ]
    return tuple((scale.index(v) if v in scale else len(scale), str(v)) for v in group)


def inspected(tables: Tables) -> Tables:
    """``tables`` without the reports that are no inspection of one service, such as thematic and annual ones."""
    apart = {framework.id for framework in frameworks().values() if framework.apart}
    reports = tables.reports
    return tables.of(reports.loc[~reports["programme"].isin(apart), "report_id"])


def told_by_scale(tables: Tables) -> Tables:
    """``tables`` with the scale named in each rating that is not on the common one: ``Good (Full Joint Inspection)``.

    The words of two scales may be the same and mean another thing: grouped by rating, they stay apart.
    """

    def told(frame: pd.DataFrame) -> pd.DataFrame:
        names = [
            _on_scale(rating, scales.get(p)) for rating, p in zip(frame["rating"], frame["programme"], strict=True)
        ]
        return frame.assign(rating=pd.Series(names, index=frame.index, dtype="object"))

    scales = {framework.id: framework for framework in frameworks().values() if framework.scale == "stars"}
    return replace(tables, findings=told(tables.findings), ratings=told(tables.ratings))


def _on_scale(rating: Any, of_stars: Framework | None) -> Any:
    return f"{rating} ({of_stars.label.split(',')[0]})" if of_stars and isinstance(rating, str) else rating


def standards(tables: Tables) -> pd.DataFrame:
    """A row for each report and standard that was inspected and read, with the rating where there is one.

    A standard is in scope if the report's programme has it, its section was read, and the report does not say that
    it, or its domain, went unrated. Columns: ``report_id, service, programme, year, domain, standard_id, standard,
    rating, points, discretion``.
    """
    rated = tables.ratings[tables.ratings["level"].isin(("standard", "criterion", "domain"))]
    given = {(row["report_id"], row["standard_id"]): row for row in rated.to_dict("records")}
    rows: list[dict[str, Any]] = []
    for report in tables.reports.to_dict("records"):
        framework = frameworks().get(report["programme"])
        for domain, standard in framework.standards() if framework else ():
            own, of_domain = (given.get((report["report_id"], place)) for place in (standard.id, domain.number))
            if standard.id not in report["expected"] or standard.id in report["missing"]:
                continue
            if any(said and said["rating"] is None and pd.isna(said["percent"]) for said in (own, of_domain)):
                continue
            rows.append(
                {
                    **{name: report[name] for name in ("report_id", "service", "programme", "year")},
                    "domain": domain.id,
                    "standard_id": standard.id,
                    "standard": standard.name,
                    **{name: own[name] if own else None for name in ("rating", "points")},
                    "discretion": bool(own and own["discretion"]),
                }
            )
    columns = ["report_id", "service", "programme", "year", "domain", "standard_id", "standard", "rating", "points"]
    frame = pd.DataFrame(rows, columns=[*columns, "discretion"])
    return frame.astype({"year": "Int64", "points": "Int64", "discretion": "bool"})


def reports(tables: Tables, by: Sequence[str] = ()) -> pd.DataFrame:
    """A row for each report and group in which it was read: ``report_id`` and the columns of the grouping.

    A report without a finding that counts is in no scope. One that is no inspection of one service is left out, unless
    programmes are told apart: it has its own. Of domains, standards and ratings those count that were inspected and
    read (`standards`), of kinds those that the report has findings of; what a report does not state, such as its year,
    puts it in no group.
    """
    counted = tables.findings[tables.findings["counts"]]
    columns = columns_of(by)
    of = (tables if "programme" in columns else inspected(tables)).reports
    scope = of[of["report_id"].isin(counted["report_id"])]
    if {"domain", "standard_id", "rating"} & set(columns):
        wanted = [c for c in columns if c in ("domain", "standard_id", "standard", "rating")]
        scope = scope.merge(standards(tables)[["report_id", *wanted]], on="report_id")
    if "kind" in columns:
        scope = scope.merge(counted[["report_id", "kind"]].drop_duplicates(), on="report_id")
    return scope[["report_id", *columns]].dropna(subset=columns).drop_duplicates().reset_index(drop=True)


def themes_out_of_scope(tables: Tables) -> pd.DataFrame:
    """A row for each report and theme that the report could not speak of: ``report_id, theme``.

    Some themes are looked at by one domain alone (``alone_on`` in the frameworks): they are out of the scope of a
    report whose programme has no such domain, or in which that domain was not rated or not read.
    """
    alone: dict[str, set[str]] = {}
    for framework in frameworks().values():
        for domain in framework.domains:
            for theme in domain.alone_on:
                alone.setdefault(theme, set()).add(f"{framework.id}/{domain.id}")
    read = standards(tables)
    domains = set((read["report_id"] + "/" + read["programme"] + "/" + read["domain"]).tolist())
    rows = [
        (report_id, theme)
        for report_id in tables.reports["report_id"]
        for theme, places in alone.items()
        if theme in tables.labels and not any(f"{report_id}/{place}" in domains for place in places)
    ]
    return pd.DataFrame(rows, columns=["report_id", "theme"])
