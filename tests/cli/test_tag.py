"""`yosnlp tag`: what it writes, what it says, and its exit status."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Pipeline, Run
from tests.exchange.made import results, tagged
from yosnlp.cli import main
from yosnlp.errors import InvalidData
from yosnlp.records import Unread

UNREAD = Unread(source="in/empty.txt", reason="holds no text. Save the report again.")


def test_tables_are_written_and_the_last_line_says_where(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    outcome = run("tag", "in", "more.txt", "--out", tmp_path / "out", "--model", "cues")
    assert outcome.exit_code == 0
    assert outcome.stdout == f"1 report read, 3 findings. Tables: {tmp_path / 'out'}\n"
    assert outcome.stderr == ""
    assert pipeline.calls == [((Path("in"), Path("more.txt")), "cues")]
    assert len(list((tmp_path / "out").iterdir())) == 7


def test_theme_frequency_has_a_row_for_each_theme_and_polarity(run: Run, tmp_path: Path) -> None:
    run("tag", "in", "--out", tmp_path / "out")
    lines = (tmp_path / "out" / "theme_frequency.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + 3 * 4
    assert lines[1] == 'ete,"Education, training and employment",strength,1,1,1,1,0.2065,1'


def test_an_unread_input_is_named_and_the_others_are_done(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.outcome = results(tagged(), unread=(UNREAD,))
    outcome = run("tag", "in", "--out", tmp_path / "out")
    assert outcome.exit_code == 1
    assert outcome.stderr == "yosnlp: in/empty.txt: not read: holds no text. Save the report again.\n"
    assert outcome.stdout == f"1 report read, 3 findings; 1 input not read. Tables: {tmp_path / 'out'}\n"
    said = json.loads((tmp_path / "out" / "certificate.json").read_text(encoding="utf-8"))
    assert said["unread"][0]["source"] == "in/empty.txt"


def test_nothing_is_written_where_nothing_was_read(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.outcome = results(unread=(UNREAD,))
    outcome = run("tag", "in", "--out", tmp_path / "out")
    assert outcome.exit_code == 1
    assert outcome.stdout.endswith("1 input not read. Nothing was written.\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("nothing_found")
def test_no_reports_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    outcome = run("tag", "in", "--out", tmp_path / "out")
    assert (outcome.exit_code, outcome.stderr) == (
        2,
        "yosnlp: in: no reports found. Give files or folders with reports.\n",
    )
    assert not (tmp_path / "out").exists()


def test_a_foreign_folder_is_told_before_the_work(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_text("mine")
    outcome = run("tag", "in", "--out", tmp_path)
    assert outcome.exit_code == 2
    assert "did not write (notes.docx). Choose another folder" in outcome.stderr
    assert pipeline.calls == []


def test_data_that_is_broken_is_one_line(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.outcome = InvalidData("model 'x': not known.\nKnown: cues.")
    outcome = run("tag", "in", "--out", tmp_path / "out")
    assert (outcome.exit_code, outcome.stderr) == (2, "yosnlp: model 'x': not known.\n  Known: cues.\n")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param(["tag", "in"], "--out", id="no folder"),
        pytest.param(["tag", "--out", "x"], "PATH", id="no path"),
        pytest.param(["tag", "in", "--out", "x", "--nonsense"], "--nonsense", id="unknown option"),
        pytest.param(["tags"], "Did you mean", id="unknown command"),
    ],
)
def test_wrong_calls(run: Run, args: list[str], message: str) -> None:
    outcome = run(*args)
    assert outcome.exit_code == 2
    assert message in outcome.stderr


def test_ctrl_c_leaves_nothing(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.outcome = KeyboardInterrupt()
    outcome = run("tag", "in", "--out", tmp_path / "out")
    assert (outcome.exit_code, outcome.stderr) == (130, "yosnlp: stopped; nothing was written\n")
    assert list(tmp_path.iterdir()) == []


def test_progress_on_a_terminal_shows_names_as_plain_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stderr = Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(sys, "argv", ["yosnlp", "tag", "in", "--out", str(tmp_path / "out")])
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(SystemExit, match="0"):
        main()
    assert "[bold]marrowdale.txt" in stderr.getvalue()
