"""`yosnlp review`: a file for a person to code, never over one that may hold coding."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.exchange.made import results, tagged
from yosnlp import exchange


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    exchange.write(exchange.Content.of(results(tagged())), folder, frequency=exchange.Table((), []))
    return folder


def test_a_workbook_to_code_in(run: Run, out: Path, tmp_path: Path) -> None:
    to = tmp_path / "review.xlsx"
    result = run("review", out, "--to", to, "--size", 10)
    assert result.exit_code == 0, result.output
    assert f"Written: {to}" in result.stdout
    assert "findings to code" in result.stderr
    book = openpyxl.load_workbook(to)
    assert book.sheetnames == ["review", "themes", "polarity"]
    header = [cell.value for cell in book["review"][1]]
    assert header[:6] == ["finding_id", "report_id", "place", "text", "reviewed_themes", "reviewed_polarity"]
    assert "model_themes" not in header
    assert book["review"].freeze_panes == "A2"
    assert book["themes"]["A2"].value == "none"
    assert [cell.value for cell in book["themes"][1]] == ["theme", "label", "definition", "include", "exclude"]


def test_csv_with_what_the_model_assigned(run: Run, out: Path, tmp_path: Path) -> None:
    result = run("review", out, "--to", tmp_path / "review.csv", "--show-themes")
    assert result.exit_code == 0, result.output
    assert "model_themes" in (tmp_path / "review.csv").read_text(encoding="utf-8-sig")
    assert (tmp_path / "review_themes.csv").is_file()


def test_fewer_findings_than_asked_for(run: Run, out: Path, tmp_path: Path) -> None:
    assert "(fewer than 500 count)" in run("review", out, "--to", tmp_path / "r.csv", "--size", 500).stderr


def test_coding_is_not_written_over(run: Run, out: Path, tmp_path: Path) -> None:
    to = tmp_path / "review.csv"
    to.write_text("coded", encoding="utf-8")
    result = run("review", out, "--to", to)
    assert result.exit_code == 2
    assert "is there already, and may hold coding" in result.stderr
    assert to.read_text(encoding="utf-8") == "coded"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("review.parquet", "a person is to fill it", id="no spreadsheet"),
        pytest.param("review.txt", "ends in none of", id="no table"),
    ],
)
def test_another_format(run: Run, out: Path, tmp_path: Path, name: str, reason: str) -> None:
    result = run("review", out, "--to", tmp_path / name)
    assert result.exit_code == 2
    assert reason in result.stderr


def test_a_folder_without_tables(run: Run, tmp_path: Path) -> None:
    result = run("review", tmp_path, "--to", tmp_path / "review.xlsx")
    assert result.exit_code == 2
    assert "no tables here" in result.stderr
