"""`yosnlp report`: where the page goes, and what the closing line says."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.analysis.made import made, report, said
from tests.analysis.stand_in import vectors
from tests.cli.conftest import Run
from tests.report.pages import IMPROVE, TABLES
from yosnlp import encoder
from yosnlp.tables import Tables


def give(monkeypatch: pytest.MonkeyPatch, tables: Tables) -> None:
    monkeypatch.setattr("yosnlp.pipeline.read_tables", lambda where: tables)
    monkeypatch.setattr(encoder.Encoder, "load", lambda: SimpleNamespace(vectors=vectors))


@pytest.fixture(autouse=True)
def tables(monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, TABLES)


def test_the_page_is_written_and_the_line_says_what_it_holds(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "new" / "report.html"
    outcome = run("report", "out", "--to", to, "--title", "Victims")
    assert outcome.exit_code == 0
    assert outcome.stdout == (
        f"3 reports, 9 findings in figures; 9 of 9 quotations shown, at most 10 in a group. Page: {to}\n"
    )
    assert "in/torn <page>.pdf: not read: no text in it" in outcome.stderr
    assert "<h1>Victims</h1>" in to.read_text(encoding="utf-8")


def test_a_page_of_ours_is_written_again(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "report.html"
    assert run("report", "out", "--to", to).exit_code == run("report", "out", "--to", to, "--title", "B").exit_code == 0
    assert "<h1>B</h1>" in to.read_text(encoding="utf-8")
    assert list(tmp_path.iterdir()) == [to]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mine.html", "yosnlp did not write this file"),
        ("folder.html", "is a folder, and a file is needed"),
        ("report.pdf", "give a name that ends in .html"),
    ],
    ids=["a file of somebody else", "a folder", "no page"],
)
def test_nothing_is_overwritten_that_yosnlp_did_not_write(run: Run, tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "mine.html").write_text("<p>Mine.</p>", encoding="utf-8")
    (tmp_path / "folder.html").mkdir()
    outcome = run("report", "out", "--to", tmp_path / name)
    assert outcome.exit_code == 2
    assert told in outcome.stderr
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") == "<p>Mine.</p>"


def test_fewer_or_more_quotations_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    outcome = run("report", "out", "--to", tmp_path / "report.html", "--quotations", 1)
    assert "of 9 quotations shown, at most 1 in a group" in outcome.stdout


def test_inspections_of_one_service_are_compared(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = report("a", said("ete", text="Tutors were late.", **IMPROVE), service="Northmere")
    give(monkeypatch, made(earlier, report("b", said("ete", text="Tutors came."), service="Northmere", year=2021)))
    run("report", "out", "--to", tmp_path / "report.html")
    assert "Turned into strengths: 1 finding" in (tmp_path / "report.html").read_text(encoding="utf-8")
    run("report", "out", "--to", tmp_path / "report.html", "--no-compare")
    assert "The reports were not compared." in (tmp_path / "report.html").read_text(encoding="utf-8")
