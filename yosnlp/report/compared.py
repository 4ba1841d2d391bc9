"""Inspections of one service side by side: what the earlier report raised, and what the later one says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from yosnlp.report.rows import groups, rows
from yosnlp.report.wording import programme, report_names, standard
from yosnlp.tables import Tables

#: The outcomes in the order in which they are shown, each with its heading.
OUTCOMES = {
    "turned_into_strength": "Turned into strengths",
    "persisting": "Persisting",
    "mentioned_neutrally": "Mentioned, without a judgement",
    "not_mentioned": "No longer raised, which is not to say resolved",
    "new": "New in the later report",
}
#: So many of an outcome are quoted for a pair of reports, fewer where all would take more than so many characters.
_QUOTED = 15
_ROOM = 2_500_000
_AROUND = 500  # characters of a row's places and mark-up


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A finding of the earlier or the later report; ``place``: its page, standard and rating."""

    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What one report raised and what the other says on the matter; ``reason`` for the outcome in words."""

    kind: str
    earlier: Quoted | None
    later: Quoted | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The findings that came to one outcome: those shown of ``total``."""

    name: str
    total: int
    shown: tuple[Followed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPair:
    """Two inspections of a service; ``across`` two programmes."""

    service: str
    earlier: str
    later: str
    across: bool
    outcomes: tuple[Outcome, ...]


def compared(tables: Tables, comparison: pd.DataFrame | None) -> tuple[ComparedPair, ...]:
    """The pairs of ``comparison``, a frame as `yosnlp.analysis.compare` makes it; none without one."""
    if comparison is None or comparison.empty:
        return ()
    names, quoted = report_names(tables), _within_room(comparison)
    of_report = dict(zip(tables.reports["report_id"], tables.reports["programme"], strict=True))
    made = []
    for (service, earlier, later), own in groups(comparison, _PAIR).items():
        before, after = (programme(of_report.get(report_id)) for report_id in (earlier, later))
        made.append(
            ComparedPair(
                service=service if isinstance(service, str) else "Service not known",
                earlier=f"{names.get(earlier, earlier)} ({before})",
                later=f"{names.get(later, later)} ({after})",
                across=before != after,
                outcomes=_outcomes(own, quoted),
            )
        )
    return tuple(made)


_PAIR = ["service", "earlier_report_id", "later_report_id"]


def _within_room(comparison: pd.DataFrame) -> int:
    """How many of an outcome can be quoted for each pair."""
    texts = comparison[["earlier_text", "later_text"]].fillna("")
    length = texts["earlier_text"].str.len() + texts["later_text"].str.len() + _AROUND
    place = comparison.groupby([*_PAIR, "outcome"], dropna=False).cumcount()
    fitting = (n for n in range(_QUOTED, 1, -1) if length[place < n].sum() <= _ROOM)
    return next(fitting, 1)


def _outcomes(own: pd.DataFrame, quoted: int) -> tuple[Outcome, ...]:
    counts = Counter(own["outcome"])
    return tuple(
        Outcome(
            name=OUTCOMES.get(outcome, outcome.replace("_", " ")),
            total=counts[outcome],
            shown=tuple(_followed(row) for row in rows(own[own["outcome"] == outcome].head(quoted))),
        )
        for outcome in [*OUTCOMES, *sorted(set(counts) - set(OUTCOMES))]
        if counts[outcome]
    )


def _followed(row: dict[str, Any]) -> Followed:
    return Followed(
        kind="Recommendation" if row.get("kind") == "recommendation" else "Area for improvement",
        earlier=_quoted(row, "earlier"),
        later=_quoted(row, "later"),
        reason=row.get("reason") or "",
    )


def _quoted(row: dict[str, Any], side: str) -> Quoted | None:
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
