"""Tables read back from the folder that a run wrote are those of the run."""

import json
from pathlib import Path

import pandas as pd
import pytest

from tests.exchange.made import results, tagged
from yosnlp.errors import InvalidData
from yosnlp.exchange import Content, Table, read_folder, write
from yosnlp.records import Unread

FREQUENCY = Table(("theme",), [])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    unread = Unread(source="in/empty.txt", reason="holds no text")
    write(
        Content.of(results(tagged("north"), tagged("south"), unread=(unread,))), tmp_path / "out", frequency=FREQUENCY
    )
    return tmp_path / "out"


def test_the_folder_gives_back_the_tables_of_the_run(out: Path) -> None:
    unread = Unread(source="in/empty.txt", reason="holds no text")
    made, read = Content.of(results(tagged("north"), tagged("south"), unread=(unread,))).tables(), read_folder(out)
    for name in ("reports", "findings", "ratings", "key_questions"):
        pd.testing.assert_frame_equal(getattr(made, name), getattr(read, name))
    assert (made.themes, made.unread) == (read.themes, read.unread)


def test_what_counts_and_what_is_held(out: Path) -> None:
    findings = read_folder(out).of(["north"]).findings
    assert list(findings["counts"]) == [True, False, False]
    assert findings["themes"][0] == ("ete", "victims")
    assert findings["text"][1].startswith("=Marrowdale")


@pytest.mark.parametrize("broken", ["findings.jsonl", "certificate.json", "ratings.csv"])
def test_a_broken_file(out: Path, broken: str) -> None:
    (out / broken).write_text("{", encoding="utf-8")
    with pytest.raises(InvalidData, match=r"cannot be read|tables cannot be read"):
        read_folder(out)


def test_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"no tables here\. Give a folder that 'yosnlp tag"):
        read_folder(tmp_path)


def test_tables_of_another_version(out: Path) -> None:
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    (out / "run.json").write_text(json.dumps({**run, "tables": 99}), encoding="utf-8")
    with pytest.raises(InvalidData, match=r"tables of another version \(99; expected 1\)"):
        read_folder(out)
