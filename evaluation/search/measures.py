"""How good rankings are against graded relevance: nDCG@10, recall@20, the reciprocal rank, and what was judged.

Findings without a grade count as 0; `Scores.judged` says how many of the first ten have one, so that a system that
finds what nobody judged is not taken for a bad one. The gain of a finding is its grade, as in trec_eval.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

#: The mean grade from which a finding answers: one judge at least said 2, and the other did not say 0.
ANSWERS = 1.5
TOP, DEEP = 10, 20

_Finding = TypeVar("_Finding", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Scores:
    """Measures of one query, or their means: from 0 to 1, more is better. ``queries`` is how many they stand for."""

    ndcg: float
    recall: float
    mrr: float
    judged: float
    queries: int = 1


def scored(ranking: Sequence[_Finding], grades: Mapping[_Finding, float]) -> Scores:
    """The measures of one ``ranking``, best first, of a query that something answers (see `answered`)."""
    return Scores(
        ndcg(ranking, grades), recall(ranking, grades), reciprocal_rank(ranking, grades), judged(ranking, grades)
    )


def mean(scores: Sequence[Scores]) -> Scores:
    """The mean over queries. Raises ValueError where there are none."""
    if not scores:
        raise ValueError("no scores to take the mean of")
    figures = np.array([(score.ndcg, score.recall, score.mrr, score.judged) for score in scores])
    ndcg, recall, mrr, judged = figures.mean(axis=0).tolist()
    return Scores(ndcg, recall, mrr, judged, queries=len(scores))


def over_queries(
    rankings: Mapping[str, Sequence[_Finding]], relevance: Mapping[str, Mapping[_Finding, float]]
) -> dict[str, Scores]:
    """The measures of each query of ``relevance`` that something answers; without a ranking it scores 0."""
    return {id_: scored(rankings.get(id_, ()), grades) for id_, grades in relevance.items() if answered(grades)}


def answered(grades: Mapping[_Finding, float]) -> bool:
    """Whether any finding answers."""
    return any(grade >= ANSWERS for grade in grades.values())


def ndcg(ranking: Sequence[_Finding], grades: Mapping[_Finding, float], at: int = TOP) -> float:
    """The discounted gain of the first ``at`` as a share of the best possible; 0 where nothing has a grade above 0."""
    best = _gain(sorted(grades.values(), reverse=True)[:at])
    return _gain([grades.get(finding, 0.0) for finding in _distinct(ranking)[:at]]) / best if best else 0.0


def recall(ranking: Sequence[_Finding], grades: Mapping[_Finding, float], at: int = DEEP) -> float:
    """The share of the findings that answer which is among the first ``at``; 0 where none does.

    A query that more than ``at`` findings answer cannot reach 1.
    """
    wanted = {finding for finding, grade in grades.items() if grade >= ANSWERS}
    return len(wanted.intersection(_distinct(ranking)[:at])) / len(wanted) if wanted else 0.0


def reciprocal_rank(ranking: Sequence[_Finding], grades: Mapping[_Finding, float]) -> float:
    """One over the rank of the first finding that answers; 0 where none does."""
    ranks = (rank for rank, finding in enumerate(ranking, start=1) if grades.get(finding, 0.0) >= ANSWERS)
    return 1 / next(ranks, float("inf"))


def judged(ranking: Sequence[_Finding], grades: Mapping[_Finding, float], at: int = TOP) -> float:
    """The share of the first ``at`` that somebody judged; 1 for an empty ranking."""
    first = ranking[:at]
    return sum(finding in grades for finding in first) / len(first) if first else 1.0


def _gain(grades: Sequence[float]) -> float:
    return float(np.sum(np.array(grades) / np.log2(np.arange(2, len(grades) + 2))))


def _distinct(ranking: Sequence[_Finding]) -> list[_Finding]:
    return list(dict.fromkeys(ranking))
