"""Two judges' grades are compared, settled and kept without any text."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from evaluation.search import relevance
from evaluation.search.relevance import Judgement, Place
from yosnlp.errors import InvalidData


def _write(path: Path, grades: dict[str, object]) -> None:
    rows = ({"query_id": "q1", "finding_id": finding, "grade": grade} for finding, grade in grades.items())
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        pytest.param(Judgement(2, 2), 2.0, id="the same"),
        pytest.param(Judgement(1, 2), 1.5, id="next to each other: the mean"),
        pytest.param(Judgement(0, 2, 1), 1.0, id="apart: what the third said"),
        pytest.param(Judgement(0, 3, 3), 3.0, id="far apart: what the third said"),
    ],
)
def test_grades_are_settled(said: Judgement, grade: float) -> None:
    assert said.grade == grade


def test_grades_apart_need_a_third() -> None:
    with pytest.raises(InvalidData, match="a third has to settle"):
        _ = Judgement(0, 2).grade


def test_the_judges_files_come_together(tmp_path: Path) -> None:
    _write(tmp_path / "judge_A_01.jsonl", {"n:1": 3})
    _write(tmp_path / "judge_A_02.jsonl", {"n:2": 0})
    _write(tmp_path / "judge_B_01.jsonl", {"n:1": 2, "n:2": 3})
    _write(tmp_path / "settled.jsonl", {"n:2": 1, "n:1": 0})
    assert relevance.settled(tmp_path) == {("q1", "n:1"): Judgement(3, 2), ("q1", "n:2"): Judgement(0, 3, 1)}


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        pytest.param({"n:1": 3}, {"n:2": 3}, "2 of 2 pairs have one judge only", id="each judged another"),
        pytest.param({}, {}, "0 of 0", id="nobody judged"),
        pytest.param({"n:1": 4}, {"n:1": 3}, "line 1: grade 4; expected 0, 1, 2 or 3", id="off the scale"),
        pytest.param({"n:1": True}, {"n:1": 1}, "grade True", id="not a number"),
    ],
)
def test_what_is_missing_or_wrong_is_told(
    tmp_path: Path, first: dict[str, object], second: dict[str, object], told: str
) -> None:
    _write(tmp_path / "judge_A_01.jsonl", first)
    _write(tmp_path / "judge_B_01.jsonl", second)
    with pytest.raises(InvalidData, match=told):
        relevance.settled(tmp_path)


def test_agreement_is_one_for_the_same_and_about_nothing_for_chance() -> None:
    same = relevance.agreement([Judgement(grade, grade) for grade in (0, 1, 2, 3)])
    assert same["kappa_quadratic"] == same["alpha_interval"] == same["kappa_answers"] == same["same"] == 1.0
    chance = relevance.agreement([Judgement(one, other) for one in range(4) for other in range(4)])
    assert chance["kappa_quadratic"] == pytest.approx(0.0)
    assert chance["within_one"] == pytest.approx(10 / 16)
    assert chance["to_settle"] == 6


def test_relevance_is_kept_by_place(tmp_path: Path) -> None:
    reports = pd.DataFrame({"report_id": ["northmere"], "sha256": ["ab12"]})
    findings = pd.DataFrame({"finding_id": ["n:1", "n:2"], "report_id": "northmere", "start": [5, 90], "end": [80, 99]})
    where = relevance.places(reports, findings)
    path = tmp_path / "relevance.json"
    relevance.write({("q1", where["n:2"]): Judgement(0, 3, 3), ("q1", where["n:1"]): Judgement(1, 2)}, path)
    assert relevance.judgements(path)["q1", where["n:2"]] == Judgement(0, 3, 3)
    assert relevance.load_relevance(path) == {"q1": {Place("ab12", 5, 80): 1.5, Place("ab12", 90, 99): 3.0}}
    assert json.loads(path.read_text(encoding="utf-8"))["grades"]["q1"]["ab12"][1] == [90, 99, 3.0, 0, 3, 3]


def test_before_judging_there_is_a_hint(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="no relevance judged yet"):
        relevance.load_relevance(tmp_path / "relevance.json")
