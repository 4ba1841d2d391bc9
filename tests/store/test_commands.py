"""`yosnlp add`, `list`, `retag`, `remove` and `verify`: what they say, and their exit status."""

from __future__ import annotations

import io
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from tests.store.stand_in import HALF, LOST, NO_REPORT, Model, write
from yosnlp.cli import app, main
from yosnlp.cli.verify import NOT_WHOLE

Run = Callable[..., Result]


@pytest.fixture
def run(model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Commands run in a folder with two reports in ``in``, and models stood in for."""
    monkeypatch.setattr("yosnlp.themes.sha256_of", lambda name: model.sha256)
    monkeypatch.chdir(tmp_path)
    for name in ("north", "south"):
        write(Path("in"), name)
    return lambda *args: CliRunner().invoke(app, [str(arg) for arg in args], prog_name="yosnlp")


def said(outcome: Result) -> tuple[int, str, str]:
    return outcome.exit_code, outcome.stdout, outcome.stderr


def test_reports_are_added_to_yos_db(run: Run) -> None:
    assert said(run("add", "in")) == (0, "2 reports added. Corpus: yos.db\n", "")
    assert said(run("add", "in")) == (0, "2 reports unchanged. Corpus: yos.db\n", "")
    write(Path("in"), "north", more="A page was added.")
    Path("in/south.txt").rename("in/south2.txt")
    write(Path("in"), "west")
    assert said(run("add", "in")) == (0, "1 report added, 1 done again, 1 moved. Corpus: yos.db\n", "")


def test_another_corpus(run: Run) -> None:
    assert said(run("add", "in", "--corpus", "mine.db")) == (0, "2 reports added. Corpus: mine.db\n", "")
    assert not Path("yos.db").exists()


def test_an_unread_input_is_named_and_the_others_are_done(run: Run) -> None:
    Path("in/soup.txt").write_text(NO_REPORT)
    code, out, err = said(run("add", "in"))
    assert (code, out) == (1, "2 reports added; 1 input not read. Corpus: yos.db\n")
    assert err == "yosnlp: in/soup.txt: not read: not an inspection report. Give a report.\n"


def test_a_report_read_in_part_is_told_each_time(run: Run) -> None:
    write(Path("in"), "half", more=HALF)
    for _ in range(2):
        code, _, err = said(run("add", "in"))
        assert code == 1
        assert err.startswith(f"yosnlp: in/half.txt: read in part: {LOST}")


def test_a_report_in_two_files_is_told_and_no_failure(run: Run) -> None:
    Path("in/zz.txt").write_bytes(Path("in/north.txt").read_bytes())
    code, out, err = said(run("add", "in"))
    assert (code, out) == (0, "2 reports added; 1 input not read. Corpus: yos.db\n")
    assert err == "yosnlp: in/zz.txt: not read: the same report as in/north.txt, read once.\n"


def test_reports_by_another_model_are_told(run: Run, model: Model) -> None:
    run("add", "in")
    model.sha256 = "ef" * 32
    write(Path("new"), "west")
    code, out, err = said(run("add", "new"))
    assert (code, out) == (0, "1 report added. Corpus: yos.db\n")
    assert err == "yosnlp: 2 reports of the corpus were tagged by another model or version: see yosnlp retag\n"
    assert said(run("retag")) == (0, "2 reports tagged again, 1 unchanged. Corpus: yos.db\n", "")
    assert said(run("retag", "--all")) == (0, "3 reports tagged again. Corpus: yos.db\n", "")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param(["add", "nothing/"], "nothing: not read: no such file", id="no such input"),
        pytest.param(["list"], "yos.db: no corpus here. Make one: yosnlp add PATH...", id="list"),
        pytest.param(["verify"], "yos.db: no corpus here", id="verify"),
        pytest.param(["retag"], "yos.db: no corpus here", id="retag"),
        pytest.param(["remove", "north"], "yos.db: no corpus here", id="remove"),
        pytest.param(["add"], "PATH", id="no path"),
        pytest.param(["remove"], "REPORT", id="no report"),
        pytest.param(["list", "--to", "x.docx"], "ends in none of", id="an unknown format"),
    ],
)
def test_wrong_calls(run: Run, args: list[str], message: str) -> None:
    outcome = run(*args)
    assert outcome.exit_code in (1, 2)
    assert message in outcome.stderr


def test_nothing_to_read_makes_no_corpus(run: Run) -> None:
    Path("empty").mkdir()
    assert run("add", "empty").exit_code == 2
    assert not Path("yos.db").exists()


def test_list(run: Run) -> None:
    run("add", "in")
    lines = run("list").stdout.splitlines()
    assert lines[1].split() == [
        *("report_id", "service", "programme", "year", "overall_rating", "findings", "added", "model")
    ]
    assert [line.split()[:4] for line in lines if "2018" in line] == [
        ["north", "north", "2018", "2019"],
        ["south", "south", "2018", "2019"],
    ]
    assert lines[-1] == "2 reports, 6 findings"


def test_list_as_a_table(run: Run) -> None:
    run("add", "in")
    assert run("list", "--to", "reports.csv").stdout == "2 reports. Table: reports.csv\n"
    table = pd.read_csv("reports.csv")
    assert list(table["report_id"]) == ["north", "south"]
    assert list(table["source_file"]) == ["in/north.txt", "in/south.txt"]


def test_list_of_a_corpus_without_reports(run: Run) -> None:
    run("add", "in")
    assert said(run("remove", "north", "south", "north")) == (0, "2 reports removed. Corpus: yos.db\n", "")
    assert "no reports yet. Add some" in run("list").stderr


def test_a_report_of_a_like_name_is_named(run: Run) -> None:
    run("add", "in")
    code, _, err = said(run("remove", "nort"))
    assert code == 2
    assert "no report 'nort'. Did you mean north?" in err


def test_verify(run: Run) -> None:
    run("add", "in")
    assert said(run("verify")) == (0, "yos.db: whole, 2 reports\n", "")
    with sqlite3.connect("yos.db") as plain:
        plain.execute("DELETE FROM documents WHERE report_id = 'north'")
    plain.close()
    code, out, err = said(run("verify"))
    assert (code, out) == (NOT_WHOLE, "north: its text is missing\n")
    assert err.startswith("yosnlp: yos.db: 1 thing wrong.")


def test_ctrl_c_keeps_what_was_done(run: Run, model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = model.tag_document

    def stopped(document: object, models: object, **options: object) -> object:
        if len(model.tagged) == 1:
            raise KeyboardInterrupt
        return tag(document, models, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("yosnlp.pipeline.coder.tag_document", stopped)
    code, _, err = said(run("add", "in"))
    assert code == 130
    assert err == "yosnlp: stopped; the reports done so far are kept, and the same command goes on from there\n"
    monkeypatch.setattr("yosnlp.pipeline.coder.tag_document", tag)
    assert said(run("add", "in")) == (0, "1 report added, 1 unchanged. Corpus: yos.db\n", "")


def test_progress_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(sys, "argv", ["yosnlp", "add", "in"])
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(SystemExit, match="0"):
        main()
    assert "south.txt" in stderr.getvalue()
