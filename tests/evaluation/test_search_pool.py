"""The pool shows judges the best of each system, whole queries together, without rank or score."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from evaluation.search import pool
from evaluation.search.queries import Query
from yosnlp.encoder import Encoder

TEXTS = [
    "Few children were attending school.",
    "The board met every month.",
    "Attendance at school was good, and schools were visited.",
    "The nurse saw every child within a week.",
]


def _query(text: str, meant: str | None = None) -> Query:
    return Query("q1", text, "everyday", "before", meant=meant)


def _findings() -> pd.DataFrame:
    rows = len(TEXTS)
    return pd.DataFrame(
        {
            "finding_id": [f"northmere:{i:04d}" for i in range(rows)],
            "text": TEXTS,
            "standard_id": ["1.1", None, "2.1", "1.3"],
            "standard": ["Governance", None, "Assessment", "Partnerships"],
            "polarity": ["area_for_improvement", "neutral", "strength", "strength"],
            "repeat_of": [None, None, None, "northmere:0001"],
        }
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("schools", [2, 0], id="stems; more often is better"),
        pytest.param('board "NEAR( OR nurse', [1, 3], id="no word is an operator"),
        pytest.param("prison", [], id="nothing"),
    ],
)
def test_any_word_finds(text: str, found: list[int]) -> None:
    assert pool.by_words(text, TEXTS) == found


def test_ranks_are_fused() -> None:
    assert pool.by_both([[4, 2, 7], [2, 9]]) == [2, 4, 9, 7]


def test_the_nearest_come_first() -> None:
    assert pool.by_meaning(np.array([1.0, 0.0]), np.array([[0.6, 0.8], [1.0, 0.0], [0.0, 1.0]])) == [1, 0, 2]


def test_a_repeat_is_left_out_where_what_it_repeats_is_there() -> None:
    findings = _findings()
    assert pool.folded(findings)["finding_id"].tolist() == [f"northmere:{i:04d}" for i in range(3)]
    assert pool.folded(findings.drop(index=1)).index.tolist() == [0, 2, 3]


def test_what_is_meant_is_pooled_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "BY_ONE", 0)
    monkeypatch.setattr(pool, "BY_BOTH", 0)
    monkeypatch.setattr(pool, "BY_MEANT", 1)
    encoder = Encoder.load()
    vectors = encoder.vectors(TEXTS)
    assert pool.pooled(_query("MB"), TEXTS, vectors, encoder) == []
    assert pool.pooled(_query("MB", meant="management board"), TEXTS, vectors, encoder) == [1]


def test_judges_see_each_finding_once_and_no_rank(tmp_path: Path) -> None:
    made = list(pool.pairs([_query("school"), _query("nurse")], _findings(), Encoder.load()))
    paths = pool.write(made, tmp_path)
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 6
    assert {row["standard"] for row in rows} == {"1.1 Governance", None, "2.1 Assessment"}
    shown = {"query_id", "query", "meant", "filters", "finding_id", "text", "standard", "polarity"}
    assert all(row.keys() == shown for row in rows)
    again = list(pool.pairs([_query("school"), _query("nurse")], _findings(), Encoder.load()))
    assert again == made
