"""`yosnlp gaps`: suggestions shown and written, and all that was left out said."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import openpyxl
import pytest

from tests.analysis.made import made, report, said
from tests.analysis.stand_in import vectors
from tests.cli.conftest import Run
from yosnlp import encoder
from yosnlp.tables import Tables

_CONCERN = {"kind": "area_for_improvement", "polarity": "area_for_improvement"}


def _bare(text: str, **columns: Any) -> dict[str, Any]:
    return said(text=text, **{"theme_scores": {"victims": 0.2}, **columns})


TABLES = made(
    report("a", _bare("Tutors called on the \x1bnight bus weekly."), _bare("Lonely keepers answered every call.")),
    report("b", _bare("[b]Tutors liked the night bus drivers.", **_CONCERN), _bare("but late.")),
    report("c", _bare("Tutors found the night bus empty."), said("ete"), _bare("It is so.", polarity="neutral")),
)


def give(monkeypatch: pytest.MonkeyPatch, tables: Tables) -> None:
    monkeypatch.setattr("yosnlp.pipeline.read_tables", lambda where: tables)
    monkeypatch.setattr(encoder.Encoder, "load", lambda: SimpleNamespace(vectors=vectors))


@pytest.fixture
def tables(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, TABLES)


@pytest.mark.usefixtures("tables")
def test_clusters_are_shown_as_suggestions_with_examples(run: Run) -> None:
    outcome = run("gaps", "out")
    assert outcome.exit_code == 0
    assert outcome.stdout.startswith("Suggestions to look into, not themes:\n")
    assert "3 of 3" in outcome.stdout
    assert "Victims (0.20)" in outcome.stdout
    assert "  b:0001  area_for_improvement\n    [b]Tutors liked the night bus drivers.\n" in outcome.stdout
    assert "    Tutors called on the night bus weekly.\n" in outcome.stdout


@pytest.mark.usefixtures("tables")
def test_what_was_left_out_is_said(run: Run) -> None:
    said_so = run("gaps", "out").stderr
    assert "of 6 findings with praise or criticism in 3 reports, 5 carry no theme or sit badly in theirs" in said_so
    assert "1 that only describe were left out" in said_so
    assert "2 are in no cluster, 1 of them too short to tell what they are about" in said_so
    assert "too few sure findings to tell what sits badly in: ete" in said_so


@pytest.mark.usefixtures("tables")
def test_too_few_findings_are_no_failure(run: Run) -> None:
    outcome = run("gaps", "out", "--least", 4)
    assert outcome.exit_code == 0
    assert "no 4 of them are alike enough to make a cluster" in outcome.stderr
    assert outcome.stdout == ""


def test_nothing_to_look_at(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, made())
    outcome = run("gaps", "out")
    assert outcome.exit_code == 0
    assert "of 0 findings" in outcome.stderr


@pytest.mark.usefixtures("tables")
def test_a_workbook_has_a_sheet_a_table(run: Run, tmp_path: Path) -> None:
    outcome = run("gaps", "out", "--to", tmp_path / "gaps.xlsx")
    assert outcome.stdout == f"Written: {tmp_path / 'gaps.xlsx'}\n"
    rows = {sheet.title: sheet.max_row - 1 for sheet in openpyxl.load_workbook(tmp_path / "gaps.xlsx")}
    assert rows == {"gaps": 1, "examples": 3, "findings": 5, "themes": 3}


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_other_tables_stand_in_files_beside(run: Run, tmp_path: Path, suffix: str) -> None:
    run("gaps", "out", "--to", tmp_path / f"gaps.{suffix}")
    names = {"gaps", "gaps_examples", "gaps_findings", "gaps_themes"}
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.{suffix}" for name in names}


@pytest.mark.usefixtures("tables")
def test_json_holds_them_all(run: Run, tmp_path: Path) -> None:
    run("gaps", "out", "--to", tmp_path / "gaps.json")
    held = json.loads((tmp_path / "gaps.json").read_text(encoding="utf-8"))
    assert held["gaps"][0]["findings"] == 3
    assert [row["cluster"] for row in held["findings"]] == [1, 1, 1, None, None]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(("--to", "gaps.doc"), "ends in none of", id="a format that is not written"),
        pytest.param(("--least", "1"), "2", id="a cluster of one"),
    ],
)
def test_a_wrong_call(run: Run, tables: None, options: tuple[str, ...], message: str) -> None:
    outcome = run("gaps", "out", *options)
    assert outcome.exit_code == 2
    assert message in outcome.output


def test_a_folder_without_tables(run: Run, tmp_path: Path) -> None:
    outcome = run("gaps", tmp_path)
    assert outcome.exit_code == 2
    assert "no tables here" in outcome.stderr
