"""`yosnlp evidence`: what is written, what the terminal says, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.report.packed import TABLES
from yosnlp.report.packs import evidence_pack
from yosnlp.report.packs.markdown import markdown


@pytest.fixture(autouse=True)
def tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yosnlp.pipeline.read_tables", lambda where: TABLES)


def test_the_pack_is_written_and_the_terminal_says_what_it_holds(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "victims.md"
    outcome = run("evidence", "out", "--theme", "victims", "--to", to)
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines() == [
        "Victims: Strengths: 7 of 10 findings quoted, 1 of them a counter-example. Not quoted: 1 said before in the "
        "same report, 1 on a single case (practice examples) and 1 in nearly the same words as another of the service.",
        "Victims: Areas for improvement: 4 of 4 findings quoted, 1 of them a counter-example.",
        "Victims: Not asked for, so not quoted: 1 neutral (repeats and single cases included).",
        f"Written: {to}",
    ]
    assert to.read_bytes() == markdown(evidence_pack(TABLES, ["victims"]))


def test_themes_sides_limit_and_spread(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "pack.md"
    options = ("--theme", "Victims", "--theme", "ete", "--polarity", "neutral", "--limit", 1, "--by", "kind")
    assert run("evidence", "out", *options, "--to", to).exit_code == 0
    pack = evidence_pack(TABLES, ["victims", "ete"], polarities=["neutral"], limit=1, by=["kind"])
    assert to.read_bytes() == markdown(pack)


def test_a_theme_without_a_finding_is_no_error_and_is_said(run: Run, tmp_path: Path) -> None:
    outcome = run("evidence", "out", "--theme", "oocd_decision_making", "--to", tmp_path / "pack.docx")
    assert outcome.exit_code == 0
    assert "Out-of-court decisions: No finding carries this theme (in 2 inspections" in outcome.stdout
    assert (tmp_path / "pack.docx").is_file()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".md"])
def test_a_file_that_is_there_is_replaced_only_if_asked(run: Run, tmp_path: Path, suffix: str) -> None:
    to = tmp_path / f"pack{suffix}"
    to.write_text("My notes.", encoding="utf-8")
    outcome = run("evidence", "out", "--theme", "ete", "--to", to)
    assert outcome.exit_code == 2
    assert "is there already, and may hold notes of yours" in outcome.stderr
    assert to.read_text(encoding="utf-8") == "My notes."
    assert run("evidence", "out", "--theme", "ete", "--to", to, "--replace").exit_code == 0
    assert to.stat().st_size > 100


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--theme", "victim"), "--theme 'victim' is not known. Did you mean victims? Known: ete, victims"),
        (("--theme", "ete", "--polarity", "any"), "--polarity 'any' is not known."),
        (("--theme", "ete", "--by", "years"), "--by 'years' is not known. Did you mean year?"),
        (("--theme", "ete", "--to", "pack.pdf"), "pack.pdf: ends in none of .docx, .md, .xlsx"),
    ],
    ids=["theme", "polarity", "spread", "format"],
)
def test_a_wrong_call_writes_nothing(run: Run, tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    outcome = run("evidence", "out", "--to", tmp_path / "pack.md", *options)
    assert outcome.exit_code == 2
    assert told in outcome.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_theme_is_needed(run: Run, tmp_path: Path) -> None:
    assert run("evidence", "out", "--to", tmp_path / "pack.md").exit_code == 2
