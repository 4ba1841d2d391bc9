"""What must hold of the figures of any run: they are those that anybody finds in its tables (`recomputed`).

Intervals that come from drawing reports again are held to a simulation in `tests/analysis` instead.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from scipy.stats import binomtest, false_discovery_control, kendalltau

from tests import recomputed
from yosnlp import analysis
from yosnlp.tables import Tables

_SCALE = ("Inadequate", "Requires improvement", "Good", "Outstanding")


def check_frequency(tables: Tables, out: Path, by: list[str]) -> None:
    frame = analysis.frequency(tables, by)
    columns = analysis.columns_of(by)
    anew = recomputed.frequency(out, columns)
    assert anew
    rows = {(*(r[c] for c in columns), r["theme"], r["polarity"]): r for r in frame.to_dict("records")}
    said = {key: row["findings"] + row["outside_scope"] for key, row in rows.items()}
    assert {key: n for key, n in said.items() if n} == {key: n for key, (n, _) in anew.items()}
    for key, row in rows.items():
        if row["findings"] and not row["outside_scope"]:
            assert row["reports"] == anew[key][1]


def check_shares(tables: Tables, out: Path) -> None:
    everything = recomputed.findings(out)
    for row in analysis.frequency(tables).to_dict("records"):
        scope = recomputed.scope(out, row["theme"])
        assert row["reports_in_scope"] == len(scope)
        assert row["findings_in_scope"] == int(everything["report_id"].isin(scope).sum())
        if scope:
            bounds = binomtest(row["reports"], len(scope)).proportion_ci(method="wilson")
            found = (row["share"], row["share_low"], row["share_high"])
            assert found == pytest.approx((row["reports"] / len(scope), bounds.low, bounds.high))
            assert row["share_of_findings"] == pytest.approx(row["findings"] / row["findings_in_scope"])


def check_cooccurrence(tables: Tables, out: Path) -> None:
    anew, everything = recomputed.together(out), recomputed.findings(out)
    single = everything.explode("theme")["theme"].value_counts()
    frame = analysis.cooccurrence(tables)
    assert sum(anew.values()) == frame["findings"].sum()
    for row in frame.to_dict("records"):
        assert row["findings"] == anew[tuple(sorted((row["theme_a"], row["theme_b"])))]
        expected = single[row["theme_a"]] * single[row["theme_b"]] / len(everything)
        assert (row["expected"], row["lift"]) == pytest.approx((expected, row["findings"] / expected))


def check_ledger(tables: Tables, out: Path) -> None:
    anew = recomputed.ledger(out)
    rows = analysis.ledger(tables).to_dict("records")
    assert {_key(row) for row in rows if row["findings"]} == set(anew)
    assert anew
    for row in rows:
        if row["findings"]:
            found = anew[_key(row)]
            assert {rating: row[rating] for rating in _SCALE} == {rating: found.get(rating, 0) for rating in _SCALE}
            assert [row[n] for n in ("findings", "standards", "reports")] == [
                found[n] for n in ("findings", "standards", "reports")
            ]
            assert row["mean_points"] == pytest.approx(found["mean_points"])
            lowest = found["lowest_percent_mean"]  # the table has it to one decimal
            assert row["lowest_percent_mean"] == pytest.approx(lowest, abs=0.06, nan_ok=True)


def check_association(tables: Tables, out: Path) -> None:
    anew = recomputed.association(out)
    rows = analysis.association(tables).to_dict("records")
    assert rows
    for row in rows:
        found = anew[_key(row)]
        for cell in ("with_good", "with_below", "without_good", "without_below"):
            assert row[cell] == found[cell]
        assert row["tau"] == pytest.approx(found["tau"], nan_ok=True)
        if not math.isnan(row["p"]):
            assert row["p"] == pytest.approx(found["p"])
    for programme in {row["programme"] for row in rows}:
        tested = [row for row in rows if row["programme"] == programme and not math.isnan(row["p"])]
        rates = false_discovery_control([row["p"] for row in tested]) if tested else []
        assert [row["q"] for row in tested] == pytest.approx(list(rates))


def check_dissonance(tables: Tables, out: Path) -> None:
    made: dict[str, Any] = analysis.dissonance(tables)["dissonance"].value_counts().to_dict()
    assert made == {kind: n for kind, n in recomputed.dissonant(out).items() if n}


def check_amounts(tables: Tables, out: Path) -> None:
    anew = recomputed.amounts(out)
    made = {
        (r["theme"], r["polarity"], r["programme"], r["standard_id"]): r
        for r in analysis.amounts(tables).to_dict("records")
    }
    assert set(made) == set(anew)
    for key, row in made.items():
        assert (row["stated"], row["stated"] + row["worded"]) == (anew[key]["stated"], anew[key]["n"])
        assert row["share_median"] == pytest.approx(anew[key]["median"], nan_ok=True)


def check_absence(tables: Tables, out: Path) -> None:
    anew = recomputed.silent(out)
    made = {(r["report_id"], r["theme"]): r for r in analysis.absence(tables).to_dict("records")}
    assert set(made) == {pair for pair in anew if pair[0] in recomputed.scope(out, pair[1])}
    for pair, row in made.items():
        assert (row["expected_missed"], row["nearest_probability"]) == pytest.approx(anew[pair])


def check_trend(tables: Tables, out: Path) -> None:
    for row in analysis.trend(tables).to_dict("records"):
        if row["polarity"] != analysis.ANY:
            continue
        reports = recomputed.yearly(out, row["programme"], row["theme"])
        assert (row["reports"], row["reports_in_scope"]) == (reports["has"].sum(), len(reports))
        if len(reports):
            shares = reports.groupby("year")["has"].mean()
            assert (row["first_share"], row["last_share"]) == (shares.iloc[0], shares.iloc[-1])
            if reports["year"].nunique() > 1 and reports["has"].nunique() > 1:
                assert row["tau"] == pytest.approx(kendalltau(reports["year"], reports["has"]).statistic)


def check_matrix(tables: Tables, out: Path) -> None:
    frame, everything = analysis.matrix(tables), recomputed.findings(out)
    assert list(frame["finding_id"]) == list(everything["finding_id"])
    for theme in tables.labels:
        assert list(frame[theme] == 1) == [theme in themes for themes in everything["theme"]]


def check_all(tables: Tables, out: Path) -> None:
    """Every figure that can be found again from the tables."""
    for by in ([], ["service"], ["programme"], ["kind"], ["domain"], ["standard"], ["rating"], ["year"]):
        check_frequency(tables, out, by)
    check_shares(tables, out)
    for check in (
        *(check_cooccurrence, check_ledger, check_association, check_dissonance, check_amounts),
        *(check_absence, check_trend, check_matrix),
    ):
        check(tables, out)


def _key(row: dict[Any, Any]) -> tuple[str, str, str]:
    return row["programme"], row["theme"], row["polarity"]
