from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.made import FOREWORD, TITLE, body, heading, outline, prose, report_text, understood
from yosnlp.frameworks import frameworks, load

OLD = frameworks()["2018"]


def test_the_id_is_made_of_the_name_of_the_file() -> None:
    assert understood(report_text(OLD)).id == "exbourne-2019"


def test_a_whole_report_misses_nothing() -> None:
    report = understood(report_text(OLD))
    assert report.expected == tuple(standard.id for _, standard in OLD.standards())
    assert report.missing == ()


@pytest.mark.parametrize(
    ("last", "missing"),
    [
        pytest.param(
            "2.3. Implementation and delivery", ("2.3", "2.4", "3.1", "3.2", "3.3", "3.4"), id="before a standard"
        ),
        pytest.param("3.4. Joint working", ("3.4",), id="before the last standard"),
    ],
)
def test_a_report_cut_off_half_way_names_the_standards_that_are_missing(last: str, missing: tuple[str, ...]) -> None:
    overall = "Overall findings\n\n" + "\n\n".join(f"{d.name}\n\n{prose(1)}" for d in OLD.domains)
    whole = "\n\n".join([TITLE, FOREWORD, overall, body(OLD)])
    assert understood(whole[: whole.index(last)]).missing == missing


def test_resettlement_is_not_missed_where_a_service_had_no_such_cases() -> None:
    text = report_text(frameworks()["2021"], without=["resettlement"])
    assert understood(text).missing == ()


FURTHER = """
id: moors
label: Inspection of work on moors
recognise: [{words: heather, weight: 2}]
scale: rating
ratings: [Poor, Fair, Fine]
samples: {walks: ["{n} walks"]}
domains:
  - id: high_moor
    number: "1"
    name: The high moor
    standards:
      - {id: "1.1", name: Walking in the fog}
      - {id: "1.2", name: Sitting by the river}
  - id: low_moor
    number: "2"
    name: The low moor
    standards:
      - {id: "2.1", name: Keeping out of the bog}
"""


def test_a_further_programme_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "moors.yaml").write_text(FURTHER, encoding="utf-8")
    moors = load(tmp_path / "moors.yaml")
    text = "\n\n".join(
        [
            TITLE,
            FOREWORD,
            "We looked at twelve walks in the heather.",
            body(moors),
            "2.1. Assessment",
            heading(OLD.domains[1]),
        ]
    )
    report = understood(text, {**frameworks(), moors.id: moors})
    assert report.programme == "moors"
    assert report.samples == {"walks": 12}
    assert outline(report)[2:] == [
        "domain high_moor",
        "  standard 1.1",
        "  standard 1.2",
        "domain low_moor",
        "  standard 2.1",
    ]
