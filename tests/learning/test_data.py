from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.learning.made import CODEBOOK
from yosnlp.errors import InvalidData
from yosnlp.learning.data import read_examples, said


def _csv(folder: Path, text: str) -> Path:
    path = folder / "coded.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_csv_gives_texts_with_their_themes(tmp_path: Path) -> None:
    path = _csv(tmp_path, 'text,labels,visit\n"The pool,\nand the cafe",pool; cafe,May\nIt rained.,,June\n')
    found = read_examples(path, CODEBOOK, group="visit")
    assert [(e.text, sorted(e.themes), e.group) for e in found] == [
        ("The pool, and the cafe", ["cafe", "pool"], "May"),
        ("It rained.", [], "June"),
    ]
    assert said(found, CODEBOOK.ids).tolist() == [[True, True, False], [False, False, False]]


def test_a_file_saved_by_excel_is_read(tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    path.write_bytes("text,labels\r\nThe café was full.,cafe\r\nIt rained.,\r\n".encode("utf-8-sig"))
    assert [e.text for e in read_examples(path, CODEBOOK)] == ["The café was full.", "It rained."]


def test_jsonl_may_hold_lists(tmp_path: Path) -> None:
    path = tmp_path / "coded.jsonl"
    rows = [{"text": "Cold water.", "labels": ["pool"]}, {"text": "Soup.", "labels": "cafe;parking"}]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    assert [sorted(e.themes) for e in read_examples(path, CODEBOOK)] == [["pool"], ["cafe", "parking"]]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        pytest.param(
            "1,Water.,wave,a", "line 2: unknown label wave; the codebook has: cafe, parking, pool", id="label"
        ),
        pytest.param("1, ,pool,a", "line 2: empty text", id="empty"),
        pytest.param("1,Water.,pool,a\n1,Soup.,cafe,a", "line 3: id 1 stands on line 2 already", id="id twice"),
        pytest.param(
            "1,Water.,pool,a\n2,water. ,cafe,a", "line 3: the text of line 2, with other labels", id="two ways"
        ),
        pytest.param("1,Water.,pool,", "line 2: no visit", id="no group"),
        pytest.param("1,Water.,,a", "all lines: one class only, no text carries a theme", id="no theme"),
        pytest.param("1,Water.,pool,a\n2,Soup.,pool,a", "one class only, every text carries pool", id="one class"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(rows: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=re.escape(problem)):
        read_examples(_csv(tmp_path, f"id,text,labels,visit\n{rows}\n"), CODEBOOK, group="visit")


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    path = _csv(tmp_path, 'id,text,labels\n1,"Water\nand more",wave\n1,,pool\n3,Soup.,tea\n')
    with pytest.raises(InvalidData) as told:
        read_examples(path, CODEBOOK)
    assert str(told.value).splitlines() == [
        f"{path}: 4 problems, nothing was read:",
        "line 2: unknown label wave; the codebook has: cafe, parking, pool",
        "line 4: empty text",
        "line 4: id 1 stands on line 2 already",
        "line 5: unknown label tea; the codebook has: cafe, parking, pool",
    ]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("a.csv", b"", "no rows; a header 'text,labels'", id="empty"),
        pytest.param(
            "a.csv", b"words,labels\nWater.,pool\n", "no column text; the columns are: words, labels", id="column"
        ),
        pytest.param(
            "a.csv", b"text,labels\n\xff\xfe,pool\n", "it is not UTF-8 text; save it as CSV UTF-8", id="encoding"
        ),
        pytest.param("a.csv", b'text,labels\n"Water.,pool\n', "line 2: not CSV", id="quote left open"),
        pytest.param("a.jsonl", b"{\n", "line 1: not JSON", id="no JSON"),
        pytest.param("a.jsonl", b"[1]\n", "line 1: not an object with text and labels", id="no object"),
    ],
)
def test_what_is_no_table_is_refused(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InvalidData, match=rf"{re.escape(str(path))}.*{re.escape(message)}|{re.escape(message)}"):
        read_examples(path, CODEBOOK)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"none\.csv: cannot be read: No such file"):
        read_examples(tmp_path / "none.csv", CODEBOOK)
