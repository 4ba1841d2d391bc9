"""A review file read back: what a person may write, and everything that is wrong with it, at once."""

from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from tests.analysis.made import made, report, said
from yosnlp.analysis import review_sample
from yosnlp.errors import InvalidData
from yosnlp.exchange import export, read_review
from yosnlp.exchange.review import REVIEWED
from yosnlp.tables import Tables


def four() -> Tables:
    findings = (
        said("ete", text="=Tutors “came” on time."),
        said("victims"),
        said(),
        said("ete", kind="practice_example"),
    )
    return made(report("north", *findings), report("south", said("ete")))


def written(path: Path, *cells: tuple[Any, Any], tables: Tables | None = None, **columns: Any) -> Path:
    """A review file of all findings that count, the themes and polarities filled in, ``columns`` overwritten."""
    sample = review_sample(tables or four()).assign(**columns)
    if path.suffix == ".xlsx":
        export({"review": sample, "themes": pd.DataFrame({"theme": ["ete"]})}, path)
        book = openpyxl.load_workbook(path)  # as a person does, in the file that there is
        for row, pair in enumerate(cells, start=2):
            for column, value in zip("EF", pair, strict=True):
                book["review"][f"{column}{row}"] = value
        book.save(path)
        return path
    for i, pair in enumerate(cells):
        sample.loc[i, ["reviewed_themes", "reviewed_polarity"]] = pair
    export({"review": sample}, path)
    return path


def problems(path: Path, tables: Tables | None = None) -> str:
    with pytest.raises(InvalidData) as caught:
        read_review(path, tables or four())
    return str(caught.value)


@pytest.mark.parametrize("name", ["review.xlsx", "review.csv", "REVIEW.CSV"])
def test_what_was_written_comes_back(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, ("ete; victims", "strength"), ("none", None), ("", ""), ("victims", "mixed"))
    read = read_review(path, four())
    assert list(read.columns) == list(REVIEWED)
    assert list(read.finding_id) == ["north:0001", "north:0002", "north:0003", "south:0001"]
    assert list(read.themes) == [("ete", "victims"), (), None, ("victims",)]
    assert list(read.polarity) == ["strength", None, None, "mixed"]
    assert read.drop_duplicates("stratum").stratum_findings.sum() == 4


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("victims; ete", id="ids"),
        pytest.param("Victims;  Education, training and employment ", id="labels, one with commas"),
        pytest.param("VICTIMS\nete\n", id="lines, in capitals"),
        pytest.param("victims, ete", id="commas"),
        pytest.param("victims; ete; ete", id="twice"),
    ],
)
def test_themes_by_id_or_label(tmp_path: Path, cell: str) -> None:
    path = written(tmp_path / "review.xlsx", (cell, "Area for improvement"))
    read = read_review(path, four())
    assert read.themes[0] == ("victims", "ete")
    assert read.polarity[0] == "area_for_improvement"


def test_a_csv_as_other_spreadsheets_save_it(tmp_path: Path) -> None:
    path = written(tmp_path / "review.csv", ("ete", "strength"))
    cells = pd.read_csv(path, encoding="utf-8-sig", dtype=str, keep_default_na=False)
    cells["text"] = cells["text"].str.replace("“", '"').str.replace("”", '"')
    cells.to_csv(path, sep=";", index=False)
    assert read_review(path, four()).themes[0] == ("ete",)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    path = written(
        tmp_path / "review.xlsx",
        ("weather; ete", "strength"),
        ("none; ete", "good"),
        ("", "mixed"),
        ("ete", ""),
        finding_id=["north:0001", "north:0001", "east:0001", "north:0004"],
        text=["Tutors came late.", "Tutors were prompt.", "Tutors were prompt.", "Tutors were prompt."],
        stratum_drawn=[1, 1, "many", 1],
    )
    assert problems(path).splitlines() == [
        f"{path}: 10 problems, nothing was read:",
        "row 2: the text of north:0001 is not that of the tables; code the text as it was drawn",
        "row 2: theme 'weather' is not known; there is: ete, victims, oocd_decision_making",
        "row 3: finding north:0001 stands in row 2 already",
        "row 3: the text of north:0001 is not that of the tables; code the text as it was drawn",
        "row 3: 'none' beside a theme",
        "row 3: polarity 'good' is not known; there is: strength, area_for_improvement, mixed, neutral",
        "row 4: the tables have no finding 'east:0001'",
        "row 4: a polarity, but no themes; write 'none' where none fits",
        "row 4: stratum_drawn is 'many'; it must stay as it was drawn",
        "row 5: finding north:0004 does not count: it is a single case, or repeats another",
    ]


def test_a_sample_of_other_tables(tmp_path: Path) -> None:
    path = written(tmp_path / "review.xlsx", ("ete", ""))
    more = made(report("north", *[said("ete", text="=Tutors “came” on time."), said("victims"), said(), said()]))
    assert "the tables have no finding 'south:0001'" in problems(path, more)
    grown = made(*(report(name, said("ete")) for name in ("north", "south")))
    path = written(tmp_path / "grown.xlsx", ("ete", ""), tables=grown.of(["north"]))
    assert "a sample of 1 findings, but 2 of these tables count" in problems(path, grown)


def test_rows_that_were_taken_out(tmp_path: Path) -> None:
    tables = made(report("north", said("ete"), said("ete"), said("ete")))
    path = written(tmp_path / "review.csv", ("ete", ""), tables=tables)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    assert "all rows: 1 of those drawn are missing; put them back, with empty cells" in problems(path, tables)


def test_nothing_coded_yet(tmp_path: Path) -> None:
    assert "nothing is coded yet; fill reviewed_themes" in problems(written(tmp_path / "review.xlsx"))


def test_columns_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "review.csv"
    path.write_text("finding_id,text\nnorth:0001,Tutors\n", encoding="utf-8")
    assert "no column reviewed_themes, stratum, stratum_findings, stratum_drawn; give the file" in problems(path)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("review.xlsx", b"no workbook", "cannot be read as a review file", id="no workbook"),
        pytest.param("review.csv", b"finding_id,text\n\xff\xfe", "save it as 'CSV UTF-8'", id="not UTF-8"),
        pytest.param("review.csv", b"", "cannot be read as a review file", id="empty"),
        pytest.param("review.ods", b"", "not a review file; give the .xlsx or .csv", id="another format"),
    ],
)
def test_no_review_file(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert reason in problems(tmp_path / name)


def test_no_file_at_all(tmp_path: Path) -> None:
    assert "No such file" in problems(tmp_path / "review.xlsx")
