"""`yosnlp compare`: what is shown, what is written, and what cannot be compared."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.analysis.made import made, report, said
from tests.analysis.stand_in import vectors
from tests.cli.conftest import Run
from yosnlp import encoder
from yosnlp.tables import Tables

CONCERN = {"kind": "area_for_improvement", "polarity": "area_for_improvement"}
TABLES = made(
    report("a", said("ete", text="Tutors were\x1b late.", **CONCERN), service="Northmere", ratings={"2.1": "Good"}),
    report("b", said("ete", text="[b]Tutors came."), service="Northmere", year=2021, ratings={"2.1": "Inadequate"}),
    report("c", said("ete"), service="Aldermoor"),
)


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, TABLES)


def give(monkeypatch: pytest.MonkeyPatch, made_up: Tables) -> None:
    monkeypatch.setattr("yosnlp.pipeline.read_tables", lambda where: made_up)
    monkeypatch.setattr(encoder.Encoder, "load", lambda: SimpleNamespace(vectors=vectors))


@pytest.mark.usefixtures("tables")
def test_both_quotations_ratings_and_counts_are_shown(run: Run) -> None:
    outcome = run("compare", "out")
    assert outcome.exit_code == 0
    shown = outcome.stdout
    assert shown.startswith("Northmere: a (2018, 2019) and b (2018, 2021), in the order of their years\n")
    assert "Turned into strengths: 1\n" in shown
    assert "  earlier  a:0001  area_for_improvement  Assessment  Good\n    Tutors were late.\n" in shown
    assert "  later  b:0001  strength  Assessment  Inadequate\n    [b]Tutors came.\n" in shown
    assert "Ratings, on one programme's scale" in shown
    assert "no second inspection, so nothing to compare: Aldermoor" in outcome.stderr


def test_two_programmes_have_scales_of_their_own(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    give(
        monkeypatch,
        made(
            report("a", service="Northmere", programme="core_case_inspection", year=2011),
            report("b", service="Northmere", year=None, ratings={"2.1": "Good"}),
        ),
    )
    outcome = run("compare", "out")
    assert outcome.exit_code == 0
    assert "in the order of their programmes, since a date is not stated" in outcome.stdout
    assert "the programmes have scales of their own, and neither is turned into the other" in outcome.stdout


@pytest.mark.usefixtures("tables")
def test_one_service_whatever_its_case(run: Run) -> None:
    outcome = run("compare", "out", "--service", "northmere")
    assert outcome.exit_code == 0
    assert "Aldermoor" not in outcome.stderr


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("call", "message"),
    [
        pytest.param(
            ["--service", "Nothmere"],
            "--service 'Nothmere' is not known. Did you mean Northmere? Known: Aldermoor, Northmere.",
            id="unknown service",
        ),
        pytest.param(["--earlier", "a"], "give two different ids, the earlier and the later", id="one id alone"),
        pytest.param(["--earlier", "a", "--later", "z"], "no report z in these tables", id="unknown id"),
        pytest.param(["--to", "out.doc"], "out.doc: ends in none of", id="unknown format"),
    ],
)
def test_a_wrong_call(run: Run, call: list[str], message: str) -> None:
    outcome = run("compare", "out", *call)
    assert outcome.exit_code == 2
    assert message in outcome.stderr


def test_a_service_with_one_inspection_is_told_and_nothing_is_written(run: Run, tables: None, tmp_path: Path) -> None:
    outcome = run("compare", "out", "--service", "Aldermoor", "--to", tmp_path / "x.csv")
    assert (outcome.exit_code, outcome.stdout, list(tmp_path.iterdir())) == (0, "", [])
    assert "no second inspection, so nothing to compare: Aldermoor" in outcome.stderr
    assert "nothing was compared" in outcome.stderr


def test_reports_of_unknown_order_and_service_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    undated = [report(name, service="Northmere", year=None) for name in ("x", "y")]
    give(monkeypatch, made(*undated, report("z", service=None)))
    stderr = run("compare", "out").stderr
    assert "Northmere: not told which came first of x, y; give two of them with --earlier ID --later ID" in stderr
    assert "the service is not known of z; give two ids" in stderr


def test_a_file_holds_comparison_summary_and_ratings(run: Run, tables: None, tmp_path: Path) -> None:
    outcome = run("compare", "out", "--to", tmp_path / "northmere.json")
    assert outcome.exit_code == 0
    held = json.loads((tmp_path / "northmere.json").read_text(encoding="utf-8"))
    assert list(held) == ["comparison", "summary", "ratings"]
    assert held["comparison"][0]["outcome"] == "turned_into_strength"
