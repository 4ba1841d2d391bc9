"""`yosnlp search`: what it shows, writes and refuses."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.store.searched import searched
from yosnlp.cli.search import search


@pytest.fixture
def where(tmp_path: Path) -> Path:
    more = (("north:9", "strength", "", None, None, "=A \x1b[31mzebra[/bold] crossing\n[bold]for bicycles."),)
    searched(tmp_path / "yos.db", more).close()
    return tmp_path / "yos.db"


def test_a_hit_with_its_place_and_facets(run: Run, where: Path) -> None:
    outcome = run("search", '"back at school"', "--corpus", where)
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert outcome.stdout.splitlines() == [
        "1. Northmere  2019  programme 2018  north:1",
        "    2.1 Standard 2.1 (Good)  strength  ete  page 1",
        "    Children are back at school within a week of being excluded.",
        "",
        "1 good match",
        "  theme: ete 1",
        "  polarity: strength 1",
        "  service: Northmere 1",
        "  year: 2019 1",
        "  rating: Good 1",
    ]


def test_context_and_repeats(run: Run, where: Path) -> None:
    shown = run(
        "search", "assessments of risk of harm are weak", "--corpus", where, "--limit", 1, "--context", 1
    ).stdout
    assert "said 2 times" in shown
    assert "    [-1] Letters of apology" in shown
    assert "    [+1] Assessments of risk of harm to others" in shown
    assert (
        "the best 1 of 2 good matches\n"
        in run("search", "cannabis OR bicycles", "--corpus", where, "--limit", 1).stdout
    )


def test_what_a_report_holds_does_not_steer_the_terminal(run: Run, where: Path) -> None:
    shown = run("search", '"for bicycles"', "--corpus", where).stdout
    assert "\x1b" not in shown
    assert "=A [31mzebra[/bold] crossing [bold]for bicycles." in shown


def test_matched_words_are_bold_on_a_terminal(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from yosnlp.cli import hits

    (hit,) = search('"back at school"', str(where), {}).hits
    marked = hits._marked(hit)
    assert [(marked.plain[span.start : span.end], span.style) for span in marked.spans] == [("back at school", "bold")]


def test_no_good_match_is_told_plainly(run: Run, where: Path) -> None:
    outcome = run("search", "volcanic eruptions in Iceland", "--corpus", where)
    assert (outcome.exit_code, outcome.stdout) == (0, "no good match; --weak shows the nearest\n")
    weak = run("search", "volcanic eruptions in Iceland", "--corpus", where, "--weak", "--limit", 2).stdout
    assert weak.startswith("no good match; 2 nearest below\n1. ")
    assert "good match" not in weak.removeprefix("no good match")


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--theme", "eet", "--theme 'eet' is not known. Did you mean ete? Known: ete, victims, oocd_decision_making."),
        ("--service", "northmear", "--service 'northmear' is not known. Did you mean Northmere?"),
        ("--polarity", "strenght", "Did you mean strength?"),
        ("--rating", "god", "Did you mean Good? Known: Good, Inadequate."),
        ("--standard", "7.7", "--standard '7.7' is not known."),
        ("--programme", "2081", "Did you mean 2018?"),
        ("--how", "word", "Did you mean words? Known: both, words, meaning."),
        ("--year", "2018-2020", "year '2018-2020' is not understood. Give 2018, 2018:, :2020 or 2018:2020."),
        ("--like", "north:77", "no finding 'north:77' in the corpus."),
    ],
)
def test_an_unknown_value_says_what_is_known(run: Run, where: Path, option: str, value: str, told: str) -> None:
    outcome = run("search", "school", "--corpus", where, option, value)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert told in outcome.stderr


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ('"speech and', "a quotation mark is not closed. Allowed: words"),
        ("school AND college", "AND is not understood"),
        (None, "nothing to look for. Give words, or --like FINDING_ID."),
    ],
)
def test_a_query_that_cannot_be_read(run: Run, where: Path, query: str | None, told: str) -> None:
    outcome = run("search", *([query] if query else []), "--corpus", where)
    assert outcome.exit_code == 2
    assert told in outcome.stderr


def test_filters(run: Run, where: Path) -> None:
    given = ("--theme", "ETE", "--polarity", "area-for-improvement", "--service", "southwold vale", "--year", "2020:")
    shown = run("search", "ETE workers", "--corpus", where, *given, "--standard", 2, "--rating", "good").stdout
    assert "south:1" in shown
    assert "north" not in shown


def test_findings_like_one(run: Run, where: Path) -> None:
    outcome = run("search", "--like", "north:1", "--corpus", where, "--weak")
    assert outcome.exit_code == 0
    assert "north:2" in outcome.stdout
    assert "north:1" not in outcome.stdout


def test_no_corpus(run: Run, tmp_path: Path) -> None:
    outcome = run("search", "school", "--corpus", tmp_path / "none.db")
    assert outcome.exit_code == 2
    assert "no corpus here" in outcome.stderr


def test_written_as_csv(run: Run, where: Path, tmp_path: Path) -> None:
    outcome = run("search", "cannabis OR bicycles", "--corpus", where, "--to", tmp_path / "hits.csv")
    assert outcome.stdout == f"2 of 2 good matches. Table: {tmp_path / 'hits.csv'}\n"
    rows = list(csv.DictReader((tmp_path / "hits.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {row["finding_id"] for row in rows} == {"old:2", "north:9"}


def test_written_as_lines_of_json(run: Run, where: Path, tmp_path: Path) -> None:
    run("search", '"back at school"', "--corpus", where, "--context", 1, "--to", tmp_path / "hits.jsonl")
    (record,) = map(json.loads, (tmp_path / "hits.jsonl").read_text().splitlines())
    assert record["finding_id"] == "north:1"
    assert record["text"][slice(*record["marks"][0])] == "back at school"
    assert [beside["finding_id"] for beside in record["context"]] == ["north:2"]


def test_a_sheet_holds_no_formula(run: Run, where: Path, tmp_path: Path) -> None:
    run("search", "bicycles", "--corpus", where, "--to", tmp_path / "hits.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "hits.xlsx")["hits"]
    columns = [cell.value for cell in sheet[1]]
    text = sheet[2][columns.index("text")]
    assert text.data_type == "s"
    assert str(text.value).lstrip("'").startswith("=A")


@pytest.mark.parametrize("name", ["hits.csv", "hits.jsonl", "hits.xlsx"])
def test_no_hits_make_an_empty_table(run: Run, where: Path, tmp_path: Path, name: str) -> None:
    outcome = run("search", "volcanic eruptions", "--corpus", where, "--to", tmp_path / name)
    assert outcome.exit_code == 0
    assert outcome.stdout.startswith("no good match. Table: ")
    assert (tmp_path / name).exists()


def test_a_name_that_tells_no_format_is_refused_first(run: Run, where: Path, tmp_path: Path) -> None:
    outcome = run("search", "school", "--corpus", where, "--to", tmp_path / "hits.doc")
    assert outcome.exit_code == 2
    assert "ends in none of .csv, .jsonl, .xlsx, .parquet, .json" in outcome.stderr


def test_lines_that_cannot_be_written(run: Run, where: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = run("search", "school", "--corpus", where, "--to", tmp_path / "file" / "hits.jsonl")
    assert outcome.exit_code == 2
    assert "cannot be written" in outcome.stderr
