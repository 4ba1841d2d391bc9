"""`yosnlp train` and `yosnlp evaluate`, from files to a model that tags."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from tests.learning.made import CODEBOOK, examples
from yosnlp import resources
from yosnlp.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    return lambda *args: CliRunner().invoke(app, [str(arg) for arg in args], prog_name="yosnlp")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the codebook and the coded texts of the tests."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "mine.yaml").write_text(yaml.safe_dump(CODEBOOK.model_dump(mode="json")), encoding="utf-8")
    with (folder / "coded.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "text", "labels", "visit"])
        for number, example in enumerate(examples(groups=3), start=1):
            writer.writerow([number, example.text, ";".join(sorted(example.themes)), example.group])
    return folder


@pytest.fixture(scope="module")
def model(made: Path) -> Path:
    out = made / "model"
    call = ["train", "--codebook", made / "mine.yaml", "--data", made / "coded.csv", "--group", "visit", "--out", out]
    outcome = CliRunner().invoke(app, [str(arg) for arg in call], prog_name="yosnlp")
    assert outcome.exit_code == 0, outcome.output
    assert "Trained on 96 texts. On texts held out: micro F1 " in outcome.stdout
    assert "themes with few texts, expect little of them: parking (0)" in outcome.stderr
    return out


def test_the_model_tags_a_report_with_its_own_themes(run: Run, model: Path, tmp_path: Path) -> None:
    report = resources.corpus("sample", "northmere-yjs.md")
    assert run("tag", report, "--model", model, "--out", tmp_path / "out").exit_code == 0
    frequency = (tmp_path / "out" / "theme_frequency.csv").read_text(encoding="utf-8-sig")
    assert {row["theme"] for row in csv.DictReader(frequency.splitlines())} == set(CODEBOOK.ids)
    assert json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["model"] == "model"
    assert run("findings", report, "--model", model, "--theme", "pools").exit_code == 2


def test_the_card_says_what_it_was_made_of(model: Path) -> None:
    card = json.loads((model / "card.json").read_text(encoding="utf-8"))
    assert card["texts"] == 96
    assert card["groups"] == ["visit 0", "visit 1", "visit 2"]
    assert card["texts_of_theme"] == {"pool": 40, "cafe": 40, "parking": 0}
    assert card["held_out"]["micro_f1"] > 0.9


def test_a_model_is_written_over_but_nothing_else_is(run: Run, made: Path, model: Path, tmp_path: Path) -> None:
    call = ("train", "--codebook", made / "mine.yaml", "--out")
    assert run(*call, model.rename(tmp_path / "moved")).exit_code == 0
    (tmp_path / "moved").rename(model)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.docx").write_text("mine", encoding="utf-8")
    outcome = run(*call, tmp_path / "other")
    assert outcome.exit_code == 2
    assert "holds what yosnlp did not write (thesis.docx)" in outcome.stderr


def test_every_problem_of_the_data_is_told_on_a_line_of_its_own(run: Run, made: Path, tmp_path: Path) -> None:
    (tmp_path / "coded.csv").write_text("id,text,labels\n1,Cold.,wave\n1,,pool\n", encoding="utf-8")
    outcome = run("train", "--codebook", made / "mine.yaml", "--data", tmp_path / "coded.csv", "--out", tmp_path / "m")
    assert outcome.exit_code == 2
    assert [line.strip() for line in outcome.stderr.splitlines()[-3:]] == [
        "line 2: unknown label wave; the codebook has: cafe, parking, pool",
        "line 3: empty text",
        "line 3: id 1 stands on line 2 already",
    ]
    assert not (tmp_path / "m").exists()


def test_evaluation_prints_each_group_and_writes_all(run: Run, made: Path, tmp_path: Path) -> None:
    call = ("evaluate", "--codebook", made / "mine.yaml", "--data", made / "coded.csv", "--group", "visit")
    outcome = run(*call, "--to", tmp_path / "measures.json")
    assert outcome.exit_code == 0, outcome.output
    assert all(f"visit {k}" in outcome.stdout for k in range(3))
    measures = json.loads((tmp_path / "measures.json").read_text(encoding="utf-8"))
    assert measures["all"]["texts"] == 96
    assert measures["all"]["micro_f1"] > 0.8
    assert set(measures["groups"]) == {"visit 0", "visit 1", "visit 2"}


def test_a_column_of_groups_that_is_not_there_is_named(run: Run, made: Path) -> None:
    outcome = run("evaluate", "--codebook", made / "mine.yaml", "--data", made / "coded.csv", "--group", "report")
    assert outcome.exit_code == 2
    assert "no column report; the columns are: id, text, labels, visit" in outcome.stderr
