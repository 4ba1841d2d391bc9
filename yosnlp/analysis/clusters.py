"""Findings that say alike things, as clusters; what is like nothing else is in none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from yosnlp.analysis.intervals import Numbers

#: Clusters farther apart than this on average (1 - cosine of centred vectors) are not joined. Chosen on the written
#: examples, with themes hidden in turn (`python -m evaluation.gaps`); 0 is the same, 1 is unrelated.
APART = 0.8
_NOTHING = 1e-6  # a length that is rounding alone


def centred(vectors: Numbers) -> Numbers:
    """``vectors`` (texts by dimensions) less what all have in common, at unit length.

    All findings speak of children, staff and plans: without that, what sets them apart weighs more. A vector with
    nothing of its own stays as it is.
    """
    moved = vectors - vectors.mean(axis=0)
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(np.where(lengths > _NOTHING, moved / np.maximum(lengths, _NOTHING), vectors))


def clusters(vectors: Numbers, *, least: int, apart: float = APART) -> NDArray[np.int_]:
    """The cluster 0, 1 ... of each vector, the largest first; -1 for one in no cluster of ``least`` or more.

    Agglomerative, by average linkage. Memory grows with the square of the number of vectors.
    """
    from sklearn.cluster import AgglomerativeClustering

    if len(vectors) < max(2, least):
        return np.full(len(vectors), -1)
    model = AgglomerativeClustering(n_clusters=None, distance_threshold=apart, metric="cosine", linkage="average")
    found = model.fit_predict(vectors)
    names, first, sizes = np.unique(found, return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    place = np.full(len(names), -1)
    for i, name in enumerate(order[sizes[order] >= least]):
        place[name] = i
    return np.asarray(place[found])


def closeness(vectors: Numbers, groups: NDArray[np.int_]) -> Numbers:
    """How near each unit vector is to the middle of its cluster: their cosine, -1..1; NaN for one in none."""
    near = np.full(len(vectors), np.nan)
    for group in range(int(groups.max(initial=-1)) + 1):
        at = groups == group
        middle = vectors[at].mean(axis=0)
        near[at] = vectors[at] @ middle / max(float(np.linalg.norm(middle)), 1e-9)
    return near
