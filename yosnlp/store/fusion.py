"""Rankings made one by the ranks alone: reciprocal rank fusion.

Cormack, Clarke and Buettcher (2009), Reciprocal rank fusion outperforms Condorcet and individual rank learning methods.
"""

from __future__ import annotations

from collections.abc import Sequence

#: The constant of the paper: how little the first ranks stand out.
K = 60


def fused(rankings: Sequence[Sequence[int]], weights: Sequence[float] | None = None) -> list[int]:
    """All keys of ``rankings``, best first: the sum of 1 / (`K` + rank) over those that hold a key; then by key.

    ``weights``: what each ranking counts; all the same without.
    """
    scores: dict[int, float] = {}
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + weight / (K + rank)
    return sorted(scores, key=lambda key: (-scores[key], key))
