"""Frames as files: what Excel, R and pandas get back."""

import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from yosnlp.errors import YosnlpError
from yosnlp.exchange import export

FRAME = pd.DataFrame(
    {
        "theme": ["ete", "=1+1"],
        "share": [0.25, float("nan")],
        "year": pd.Series([2019, None], dtype="Int64"),
        "themes": [("ete", "victims"), ()],
        "small": [True, False],
    }
)
OTHER = pd.DataFrame({"n": [1]})


def test_xlsx_has_a_sheet_a_frame_with_its_header_frozen_and_filtered(tmp_path: Path) -> None:
    (path,) = export({"frequency": FRAME, "other": OTHER}, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["frequency", "other"]
    sheet = book["frequency"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:E3")
    assert [cell.value for cell in sheet[2]] == ["ete", 0.25, 2019, "ete;victims", True]
    assert sheet["B2"].number_format == "0.0%"
    assert [cell.value for cell in sheet[3]] == ["=1+1", None, None, None, False]
    assert sheet["A3"].data_type == "s"


@pytest.mark.parametrize("text", ["<r>x & <b></r>", "<r>"], ids=["from begin to end", "begin alone"])
def test_text_that_the_writer_would_take_for_its_own_mark_up(tmp_path: Path, text: str) -> None:
    (path,) = export({"findings": pd.DataFrame({"text": [text]})}, tmp_path / "out.xlsx")
    assert openpyxl.load_workbook(path)["findings"]["A2"].value == text


def test_csv_holds_a_frame_a_file(tmp_path: Path) -> None:
    first, second = export({"frequency": FRAME, "other": OTHER}, tmp_path / "out.csv")
    assert (first.name, second.name) == ("out.csv", "out_other.csv")
    assert first.read_text(encoding="utf-8-sig").splitlines()[1:] == [
        "ete,0.25,2019,ete;victims,true",
        "'=1+1,,,,false",
    ]


def test_parquet_keeps_types(tmp_path: Path) -> None:
    (path,) = export({"frequency": FRAME}, tmp_path / "out.parquet")
    frame = pd.read_parquet(path)
    assert list(frame["theme"]) == ["ete", "=1+1"]
    assert (str(frame["year"].dtype), frame["themes"][0]) == ("Int64", "ete;victims")


def test_json_holds_records_by_name(tmp_path: Path) -> None:
    (path,) = export({"frequency": FRAME, "other": OTHER}, tmp_path / "out.json")
    held = json.loads(path.read_text(encoding="utf-8"))
    assert held["other"] == [{"n": 1}]
    assert held["frequency"][1] == {"theme": "=1+1", "share": None, "year": None, "themes": "", "small": False}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".parquet"])
def test_the_same_frames_give_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    (one,) = export({"f": FRAME}, tmp_path / f"one{suffix}")
    (two,) = export({"f": FRAME}, tmp_path / f"two{suffix}")
    assert one.read_bytes() == two.read_bytes()


def test_a_name_that_tells_no_format(tmp_path: Path) -> None:
    with pytest.raises(YosnlpError, match=r"out\.doc: ends in none of \.csv, \.xlsx, \.parquet, \.json"):
        export({"f": FRAME}, tmp_path / "out.doc")


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(YosnlpError, match=r"cannot be written"):
        export({"f": FRAME}, tmp_path / "file" / "out.csv")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(YosnlpError, match=r"is a folder"):
        export({"f": FRAME}, tmp_path / "folder.csv")
