"""Measures of rankings: against scikit-learn where it has them, by hand where it has not."""

from __future__ import annotations

import math

import numpy as np
import pytest
from sklearn.metrics import ndcg_score

from evaluation.search import measures

GRADES = {"a": 3.0, "b": 2.0, "c": 1.5, "d": 1.0, "e": 0.0}


@pytest.mark.parametrize(
    ("ranking", "ndcg"),
    [
        pytest.param("abcde", 1.0, id="the best order"),
        pytest.param("eeeee", 0.0, id="a repeat is looked at once"),
        pytest.param("", 0.0, id="nothing found"),
        pytest.param("xyz", 0.0, id="only what nobody judged"),
        pytest.param(
            "ba", (2 + 3 / math.log2(3)) / (3 + 2 / math.log2(3) + 1.5 / 2 + 1 / math.log2(5)), id="two swapped"
        ),
    ],
)
def test_gain_is_discounted_by_rank(ranking: str, ndcg: float) -> None:
    assert measures.ndcg(ranking, GRADES) == pytest.approx(ndcg)


def test_ndcg_is_that_of_scikit_learn() -> None:
    dealt = np.random.default_rng(4)
    for _ in range(20):
        grades, scores = dealt.integers(0, 7, 30) / 2, dealt.permutation(30)
        ranking = [int(place) for place in np.argsort(-scores)]
        expected = ndcg_score([grades], [scores], k=10)
        assert measures.ndcg(ranking, dict(enumerate(grades.tolist()))) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("ranking", "at", "share"),
    [
        pytest.param("abc", 20, 1.0, id="all that answer"),
        pytest.param("abc", 2, 2 / 3, id="no further than the depth"),
        pytest.param("aad", 20, 1 / 3, id="a repeat counts once, a grade of 1 does not answer"),
        pytest.param("", 20, 0.0, id="nothing found"),
    ],
)
def test_recall_is_the_share_of_what_answers(ranking: str, at: int, share: float) -> None:
    assert measures.recall(ranking, GRADES, at) == pytest.approx(share)


@pytest.mark.parametrize(
    ("ranking", "rank"),
    [
        pytest.param("ab", 1.0, id="at once"),
        pytest.param("edxc", 1 / 4, id="fourth, after a grade of 1 and one not judged"),
        pytest.param("ed", 0.0, id="never"),
    ],
)
def test_reciprocal_rank_is_of_the_first_that_answers(ranking: str, rank: float) -> None:
    assert measures.reciprocal_rank(ranking, GRADES) == pytest.approx(rank)


def test_what_nobody_judged_is_told() -> None:
    assert measures.judged("abxy", GRADES) == 0.5
    assert measures.judged("", GRADES) == 1.0


def test_queries_without_an_answer_are_not_scored_and_those_without_a_ranking_score_nothing() -> None:
    relevance = {"q1": GRADES, "q2": {"a": 1.0}, "q3": GRADES}
    scores = measures.over_queries({"q1": "abcde", "q2": "a"}, relevance)
    assert scores.keys() == {"q1", "q3"}
    assert scores["q1"] == measures.Scores(1.0, 1.0, 1.0, 1.0)
    assert measures.mean(list(scores.values())) == measures.Scores(0.5, 0.5, 0.5, 1.0, queries=2)


def test_there_is_no_mean_of_nothing() -> None:
    with pytest.raises(ValueError, match="no scores"):
        measures.mean([])
