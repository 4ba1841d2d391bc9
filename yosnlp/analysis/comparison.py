"""Inspection against inspection: what became of the earlier report's areas for improvement, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from yosnlp import tables as frames
from yosnlp.analysis import scope
from yosnlp.analysis.frequency import ANY
from yosnlp.analysis.inspections import Pair, inspections
from yosnlp.analysis.matters import Vectors, nearness, same_matter
from yosnlp.analysis.outcomes import CONCERNS, OUTCOMES, Ground, Outcome, became, newly_raised, spoken_to
from yosnlp.tables import Tables

_QUOTED = ("finding_id", "text", "page", "standard", "rating", "polarity")
_TYPES = {"page": "Int64"}
_PAIR = ("service", "earlier_report_id", "later_report_id", "earlier_programme", "later_programme")
#: The columns of `compare`, with their types as in `yosnlp.tables`.
COLUMNS = {
    **dict.fromkeys((*_PAIR, "kind", "outcome"), "str"),
    "themes": "object",
    "similarity": "float64",
    **{f"{side}_{name}": _TYPES.get(name, "str") for side in ("earlier", "later") for name in _QUOTED},
    "also": "object",
    "reason": "str",
}


def compare(tables: Tables, vectors: Vectors, earlier: str | None = None, later: str | None = None) -> pd.DataFrame:
    """What became of what the earlier report of each pair raised, and what is new; both quotations side by side.

    The pairs are those of `inspections`: consecutive reports of a service, or the two whose ids are given. Only
    findings that count enter. Raises InvalidData as `inspections` does.

    ``outcome`` is one of `OUTCOMES`:

    - ``turned_into_strength``: the nearest later finding on the same matter is a strength
    - ``persisting``: it is an area for improvement, a recommendation, or on both sides
    - ``mentioned_neutrally``: the later report only mentions the matter
    - ``not_mentioned``: no later finding is on the same matter. This is what 'resolved' can mean at most: it is no
      longer raised. ``reason`` says how many later findings share a theme, and whether the themes, and within one
      programme the standard, were looked at.
    - ``new``: a later area for improvement or recommendation that no earlier one is on the same matter as; if the
      matter was a strength or mentioned earlier, that is quoted

    Whether two findings are on the same matter, `matters.nearness` tells, from the floor of ``same_matter.yaml``.
    Each earlier area for improvement (a finding on both sides is one) has one row. A recommendation has a row for
    each side from which later findings speak to it, or one. A later area for improvement that is not ``new`` stands
    beside an earlier one, in its ``later_...`` columns or in ``also``. Of matches on written pairs, a quarter is wrong
    (``evaluation/results/matching.md``): read both quotations.

    Columns: ``service, earlier_report_id, later_report_id, earlier_programme, later_programme``; ``kind``
    (``area_for_improvement``, ``recommendation``); ``outcome``; ``themes``, a tuple of ids: of the finding followed,
    the later one where it is ``new``; ``similarity`` of the two quoted (0..1); ``finding_id, text, page, standard,
    rating, polarity`` of the one, after ``earlier_``, and of the other, after ``later_``; ``also``, a tuple of ids of
    further findings of the other report on the same matter, nearest first; ``reason`` in words.
    """
    found = inspections(tables, earlier, later)
    rows = [row for pair in found.pairs for row in _compared(tables, vectors, pair)]
    return frames.frame(rows, COLUMNS)


def _compared(tables: Tables, vectors: Vectors, pair: Pair) -> Iterator[dict[str, Any]]:
    counted = tables.findings[tables.findings["counts"]]
    before, after = (counted[counted["report_id"] == i].reset_index(drop=True) for i in (pair.earlier, pair.later))
    near = nearness(before, after, vectors)
    floor = same_matter().floor(tables.run.get("model"))
    own = _pair(tables, pair)
    to_later, to_earlier = (_Grounds(tables, pair, later=later) for later in (True, False))
    for i, finding in enumerate(_records(before)):
        if finding["polarity"] not in CONCERNS:
            continue
        ground = to_later.of(finding, after)
        follow = spoken_to(near[i], after, floor, ground) if finding["kind"] == "recommendation" else None
        for outcome in follow or (became(near[i], after, floor, ground),):
            yield {**own, **_row(finding, outcome, after, "earlier", "later")}
    for j, finding in enumerate(_records(after)):
        if finding["polarity"] not in CONCERNS:
            continue
        raised = newly_raised(near[:, j], before, floor, to_earlier.of(finding, before))
        if raised:
            yield {**own, **_row(finding, raised, before, "later", "earlier")}


def _row(finding: dict[str, Any], outcome: Outcome, others: pd.DataFrame, side: str, other: str) -> dict[str, Any]:
    """A row but for the pair: ``finding`` is of the one ``side``, ``others`` are of the other."""
    quoted = others.iloc[outcome.place].to_dict() if outcome.place is not None else {}
    return {
        "kind": kind(finding),
        "outcome": outcome.outcome,
        "themes": finding["themes"],
        "similarity": outcome.similarity,
        **{f"{side}_{name}": finding[name] for name in _QUOTED},
        **{f"{other}_{name}": quoted.get(name) for name in _QUOTED},
        "also": tuple(others["finding_id"].iloc[list(outcome.also)]),
        "reason": outcome.reason,
    }


def kind(finding: dict[str, Any]) -> str:
    """What a concern is followed as: a recommendation, or an area for improvement, wherever it stands."""
    return "recommendation" if finding["kind"] == "recommendation" else "area_for_improvement"


def _pair(tables: Tables, pair: Pair) -> dict[str, Any]:
    programme = dict(zip(tables.reports["report_id"], tables.reports["programme"], strict=True))
    values = (pair.service, pair.earlier, pair.later, programme[pair.earlier], programme[pair.later])
    return dict(zip(_PAIR, values, strict=True))


def _records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in rows.to_dict("records")]


class _Grounds:
    """The grounds on which a matter is found, or not, in the other report of a pair."""

    def __init__(self, tables: Tables, pair: Pair, *, later: bool) -> None:
        other = pair.later if later else pair.earlier
        of = _pair(tables, pair)
        self.which = "later" if later else "earlier"
        self.labels = tables.labels
        out, standards = scope.themes_out_of_scope(tables), scope.standards(tables)
        self.themes = set(out.loc[out["report_id"] == other, "theme"])
        one_programme = of["earlier_programme"] == of["later_programme"]
        self.standards = set(standards.loc[standards["report_id"] == other, "standard_id"]) if one_programme else None

    def of(self, finding: dict[str, Any], others: pd.DataFrame) -> Ground:
        """The ground for ``finding`` among ``others``, all that count of the other report."""
        own = set(finding["themes"])
        shared = others[others["themes"].map(lambda themes: bool(own & set(themes))).astype(bool)]
        lacking = [self.labels.get(theme, theme) for theme in finding["themes"] if theme in self.themes]
        if self.standards is not None and finding["standard_id"] and finding["standard_id"] not in self.standards:
            lacking.append(f"standard {finding['standard_id']}")
        concerns = int(shared["polarity"].isin(CONCERNS).sum())
        return Ground(self.which, len(shared), concerns, tuple(lacking))


def comparison_summary(tables: Tables, compared: pd.DataFrame) -> pd.DataFrame:
    """How many came to each outcome, for each pair of reports in ``compared``, kind and theme; `ANY` takes all.

    Columns: ``service, earlier_report_id, later_report_id, earlier_programme, later_programme, kind, theme, label,
    outcome``; ``n``, findings with that outcome; ``of``, findings of that kind and theme in the report that they
    come from: the later one where the outcome is ``new``, else the earlier; ``in_scope``: whether the other report
    could speak of the theme. Rows where ``of`` is 0 are left out. A recommendation that later findings speak to from
    both sides counts once in each, so that its outcomes may sum to more than ``of``.
    """
    out = scope.themes_out_of_scope(tables)
    outside = set(zip(out["report_id"], out["theme"], strict=True))
    rows = []
    for pair, of_pair in compared.groupby(list(_PAIR), sort=False, dropna=False):
        named = dict(zip(_PAIR, pair, strict=True))
        for follow in ("area_for_improvement", "recommendation"):
            own = of_pair[of_pair["kind"] == follow]
            raised = {side: _raised(tables, str(named[f"{side}_report_id"]), follow) for side in ("earlier", "later")}
            for theme, label in ((ANY, "All"), *tables.themes):
                for outcome in OUTCOMES:
                    side, other = ("later", "earlier") if outcome == "new" else ("earlier", "later")
                    of = _with(raised[side], theme)
                    if len(of):
                        n = len(_with(own[own["outcome"] == outcome], theme))
                        in_scope = (named[f"{other}_report_id"], theme) not in outside
                        rows.append((*pair, follow, theme, label, outcome, n, len(of), in_scope))
    columns = [*_PAIR, "kind", "theme", "label", "outcome", "n", "of", "in_scope"]
    return pd.DataFrame(rows, columns=columns)


def _raised(tables: Tables, report_id: str, follow: str) -> pd.DataFrame:
    found = tables.findings
    own = found[found["counts"] & (found["report_id"] == report_id) & found["polarity"].isin(CONCERNS)]
    return own[(own["kind"] == "recommendation") == (follow == "recommendation")]


def _with(rows: pd.DataFrame, theme: str) -> pd.DataFrame:
    return rows if theme == ANY else rows[rows["themes"].map(lambda themes: theme in themes).astype(bool)]
