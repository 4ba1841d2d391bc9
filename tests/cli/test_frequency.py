"""`yosnlp frequency` and `yosnlp ledger`: what they show, write and say."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Pipeline, Run
from tests.exchange.made import results, tagged
from yosnlp.records import Unread


@pytest.fixture
def out(run: Run, pipeline: Pipeline, tmp_path: Path) -> Path:
    unread = Unread(source="in/empty.txt", reason="holds no text")
    pipeline.outcome = results(tagged("north"), tagged("south"), unread=(unread,))
    run("tag", "in", "--out", tmp_path / "out")
    return tmp_path / "out"


def test_frequency_shows_what_was_found_with_its_denominator(run: Run, out: Path) -> None:
    outcome = run("frequency", out)
    assert outcome.exit_code == 0
    assert "2 of 2" in outcome.stdout
    assert "100% (34%-100%)" in outcome.stdout
    assert "rows that say nothing are not shown" in outcome.stderr
    assert "1 inputs could not be read" in outcome.stderr


def test_frequency_by_group_of_one_theme(run: Run, out: Path) -> None:
    outcome = run("frequency", out, "--by", "service", "--theme", "victims", "--polarity", "strength")
    assert "Marrowdale" in outcome.stdout
    assert "ete" not in outcome.stdout


def test_a_workbook_holds_every_row(run: Run, out: Path, tmp_path: Path) -> None:
    outcome = run("frequency", out, "--to", tmp_path / "f.xlsx")
    assert outcome.stdout == f"Written: {tmp_path / 'f.xlsx'}\n"
    assert openpyxl.load_workbook(tmp_path / "f.xlsx")["frequency"].max_row == 1 + 3 * 5


def test_findings_out_of_scope_are_told(run: Run, out: Path) -> None:
    outcome = run("frequency", out, "--by", "standard")
    assert "times a theme stands in reports out of scope" in outcome.stderr


@pytest.mark.parametrize("table", ["trend", "cooccurrence", "absence", "matrix"])
def test_further_tables_of_frequency(run: Run, out: Path, table: str) -> None:
    outcome = run("frequency", out, "--table", table)
    assert outcome.exit_code == 0, outcome.output


@pytest.mark.parametrize("table", ["ledger", "association", "dissonance", "amounts"])
def test_tables_of_the_ledger(run: Run, out: Path, table: str) -> None:
    outcome = run("ledger", out, "--table", table)
    assert outcome.exit_code == 0, outcome.output
    assert ("a link here is not a cause" in outcome.stderr) == (table != "amounts")


def test_all_tables_of_the_ledger_in_one_workbook(run: Run, out: Path, tmp_path: Path) -> None:
    run("ledger", out, "--table", "all", "--to", tmp_path / "l.xlsx")
    assert openpyxl.load_workbook(tmp_path / "l.xlsx").sheetnames == ["ledger", "association", "dissonance", "amounts"]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        pytest.param(["frequency", "nowhere"], "nowhere: no such folder or corpus. Give a folder", id="no tables"),
        pytest.param(
            ["frequency", "OUT", "--by", "weather"], "cannot group by weather; there is: domain", id="grouping"
        ),
        pytest.param(["frequency", "OUT", "--theme", "victim"], "Did you mean victims?", id="theme"),
        pytest.param(["frequency", "OUT", "--table", "matrx"], "Did you mean matrix?", id="table"),
        pytest.param(["ledger", "OUT", "--to", "x.doc"], "ends in none of .csv", id="format"),
    ],
)
def test_a_wrong_call_says_what_will_do(run: Run, out: Path, command: list[str], says: str) -> None:
    outcome = run(*[str(out) if part == "OUT" else part for part in command])
    assert outcome.exit_code == 2
    assert says in outcome.stderr


def test_one_report_only_is_said(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.outcome = results(tagged())
    run("tag", "in", "--out", tmp_path / "one")
    assert "one report only" in run("frequency", tmp_path / "one").stderr


def test_tables_without_ratings_are_said_to_have_no_ledger(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    from dataclasses import replace

    from yosnlp.records import Scores

    pipeline.outcome = results(replace(tagged(), scores=Scores()))
    run("tag", "in", "--out", tmp_path / "bare")
    outcome = run("ledger", tmp_path / "bare")
    assert outcome.exit_code == 0
    assert "no ratings in these tables" in outcome.stderr
