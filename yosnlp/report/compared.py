"""Inspections of one service side by side: what the earlier report raised, and what the later one says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from yosnlp.report.wording import programme, report_names, standard
from yosnlp.tables import Tables

#: The outcomes in the order in which they are shown, each with its heading.
OUTCOMES = {
    "persisting": "Raised again",
    "turned_into_strength": "Later a strength",
    "mentioned_neutrally": "Mentioned, without a judgement",
    "not_mentioned": "Not mentioned any more",
    "new": "New in the later report",
}
#: So many of an outcome are quoted for a pair of reports.
_QUOTED = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A finding of the earlier or later report; ``place`` is its page, standard and rating. None where there is none."""

    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    kind: str
    earlier: Quoted | None
    later: Quoted | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    name: str
    total: int
    shown: tuple[Followed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPair:
    service: str
    earlier: str
    later: str
    across: bool
    outcomes: tuple[Outcome, ...]


def compared(tables: Tables, comparison: pd.DataFrame | None) -> tuple[ComparedPair, ...]:
    """The pairs of ``comparison``, a frame as `yosnlp.analysis.comparison.compare` makes it; none without one."""
    if comparison is None or comparison.empty:
        return ()
    names = report_names(tables)
    of_report = dict(zip(tables.reports["report_id"], tables.reports["programme"], strict=True))
    made = []
    for pair, rows in comparison.groupby(["service", "earlier_report_id", "later_report_id"], sort=False, dropna=False):
        service, earlier, later = pair
        before, after = (programme(of_report.get(report_id)) for report_id in (earlier, later))
        made.append(
            ComparedPair(
                service=service,
                earlier=f"{names.get(earlier, earlier)} ({before})",
                later=f"{names.get(later, later)} ({after})",
                across=before != after,
                outcomes=_outcomes(rows),
            )
        )
    return tuple(made)


def _outcomes(rows: pd.DataFrame) -> tuple[Outcome, ...]:
    counts = Counter(rows["outcome"])
    return tuple(
        Outcome(
            name=OUTCOMES.get(outcome, outcome.replace("_", " ")),
            total=counts[outcome],
            shown=tuple(_followed(row) for row in rows[rows["outcome"] == outcome].head(_QUOTED).to_dict("records")),
        )
        for outcome in [*OUTCOMES, *sorted(set(counts) - set(OUTCOMES))]
        if counts[outcome]
    )


def _followed(row: dict[Any, Any]) -> Followed:
    return Followed(
        kind="Recommendation" if row.get("kind") == "recommendation" else "Area for improvement",
        earlier=_quoted(row, "earlier"),
        later=_quoted(row, "later"),
        reason=row.get("reason") or "",
    )


def _quoted(row: dict[Any, Any], side: str) -> Quoted | None:
    text = row.get(f"{side}_text")
    if not isinstance(text, str):
        return None
    page, rating = row.get(f"{side}_page"), row.get(f"{side}_rating")
    named = row.get(f"{side}_standard")
    place = [
        "page not marked" if pd.isna(page) else f"page {page}",
        standard(None, named) if isinstance(named, str) else "no one standard",
        rating if isinstance(rating, str) else "not rated",
    ]
    return Quoted(text=text, place=", ".join(place))
