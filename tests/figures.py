"""What must hold of the figures of any run: they are those that anybody finds in its tables (`recomputed`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests import recomputed
from yosnlp import analysis
from yosnlp.tables import Tables


def check_frequency(tables: Tables, out: Path, by: list[str]) -> None:
    frame = analysis.frequency(tables, by)
    columns = analysis.columns_of(by)
    anew = recomputed.frequency(out, columns)
    rows = {(*(r[c] for c in columns), r["theme"], r["polarity"]): r for r in frame.to_dict("records")}
    said = {key: row["findings"] + row["outside_scope"] for key, row in rows.items()}
    assert {key: n for key, n in said.items() if n} == {key: n for key, (n, _) in anew.items()}
    for key, row in rows.items():
        if row["findings"] and not row["outside_scope"]:
            assert row["reports"] == anew[key][1]


def check_shares(tables: Tables) -> None:
    for row in analysis.frequency(tables).to_dict("records"):
        if row["reports_in_scope"]:
            assert row["share"] == row["reports"] / row["reports_in_scope"]
            assert row["share_low"] <= row["share"] <= row["share_high"]
            assert row["share_of_findings"] == row["findings"] / row["findings_in_scope"]


def check_cooccurrence(tables: Tables, out: Path) -> None:
    anew = recomputed.together(out)
    for row in analysis.cooccurrence(tables).to_dict("records"):
        assert row["findings"] == anew[tuple(sorted((row["theme_a"], row["theme_b"])))]


def check_ledger(tables: Tables, out: Path) -> None:
    anew = recomputed.rated(out)
    for row in (
        analysis.ledger(tables).groupby(["theme", "polarity"]).sum(numeric_only=True).reset_index().to_dict("records")
    ):
        if row["polarity"] != analysis.ANY:
            scale = ("Inadequate", "Requires improvement", "Good", "Outstanding")
            made = {rating: row[rating] for rating in scale if row.get(rating)}
            assert made == anew.get((row["theme"], row["polarity"]), {})


def check_dissonance(tables: Tables, out: Path) -> None:
    made: dict[str, Any] = analysis.dissonance(tables)["dissonance"].value_counts().to_dict()
    for kind, n in recomputed.dissonant(out).items():
        assert made.get(kind, 0) == n


def check_absence(tables: Tables, out: Path) -> None:
    frame = analysis.absence(tables)
    made = set(zip(frame["report_id"], frame["theme"], strict=True))
    everywhere = analysis.frequency(tables)
    in_all = set(everywhere[everywhere["reports_in_scope"] == len(tables.reports)]["theme"])
    assert {pair for pair in made if pair[1] in in_all} >= {p for p in recomputed.silent(out) if p[1] in in_all}
    said = set(recomputed.findings(out).explode("theme")[["report_id", "theme"]].itertuples(index=False, name=None))
    assert not made & said


def check_all(tables: Tables, out: Path) -> None:
    """Every figure that can be found again from the CSV files."""
    for by in ([], ["service"], ["programme"], ["kind"], ["domain"], ["standard"], ["rating"], ["year"]):
        check_frequency(tables, out, by)
    check_shares(tables)
    check_cooccurrence(tables, out)
    check_ledger(tables, out)
    check_dissonance(tables, out)
    check_absence(tables, out)
