"""The output folder of a run: its files, and the same bytes for the same results."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

from tests.exchange.made import TEXT, results, tagged
from yosnlp.exchange import Content, Table, write
from yosnlp.records import Results

FREQUENCY = Table(("theme", "findings"), [{"theme": "ete", "findings": 1}])
FILES = {
    "findings.csv",
    "findings.jsonl",
    "ratings.csv",
    "key_questions.csv",
    "theme_frequency.csv",
    "certificate.json",
    "run.json",
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(Content.of(results(tagged("north"), tagged("south"))), tmp_path / "out", frequency=FREQUENCY)
    return tmp_path / "out"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_files_of_the_design(out: Path) -> None:
    assert {path.name for path in out.iterdir()} == FILES


def test_run_lists_every_other_file_with_its_rows_and_hash(out: Path) -> None:
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert set(run["files"]) == FILES - {"run.json"}
    assert {name: file["rows"] for name, file in run["files"].items()} == {
        "findings.csv": 6,
        "findings.jsonl": 6,
        "ratings.csv": 4,
        "key_questions.csv": 6,
        "theme_frequency.csv": 1,
        "certificate.json": None,
    }
    for name, file in run["files"].items():
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == file["sha256"]


def test_rows_stand_in_the_order_of_the_reports(out: Path) -> None:
    assert [row["report_id"] for row in table(out / "findings.csv")] == ["north"] * 3 + ["south"] * 3


def test_text_is_the_span_in_the_report_apart_from_the_guard(out: Path) -> None:
    for row in table(out / "findings.csv"):
        assert row["text"].removeprefix("'") == TEXT[int(row["start"]) : int(row["end"])]
    for record in (out / "findings.jsonl").read_text(encoding="utf-8").splitlines():
        finding = json.loads(record)
        assert finding["text"] == TEXT[finding["start"] : finding["end"]]


def test_the_same_results_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    again = tmp_path / "elsewhere"
    write(Content.of(results(tagged("north"), tagged("south"))), again, frequency=FREQUENCY)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == {p.name: p.read_bytes() for p in again.iterdir()}


def test_a_later_run_takes_the_place_of_the_former(out: Path) -> None:
    write(Content.of(results(tagged())), out, frequency=FREQUENCY)
    assert len(table(out / "findings.csv")) == 3


@pytest.mark.parametrize("made", [results()], ids=["no report"])
def test_tables_without_rows_have_their_header(tmp_path: Path, made: Results) -> None:
    write(Content.of(made), tmp_path / "out", frequency=FREQUENCY)
    assert (tmp_path / "out" / "ratings.csv").read_bytes().startswith(b"\xef\xbb\xbfreport_id,service")
