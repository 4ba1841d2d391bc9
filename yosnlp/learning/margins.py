"""How readily a polarity is called, beside its probability: so that a rarer one is found as well as a common one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from yosnlp.themes.scorer import Array

_CANDIDATES = np.round(np.arange(-1.5, 1.51, 0.1), 1)


def choose(odds: Array, said: NDArray[np.bool_], labels: Sequence[str], *, of: str) -> dict[str, float]:
    """What is added to the log odds of the label ``of`` before the highest is called: the best for the mean F1 of all.

    ``odds`` and ``said`` are texts by labels, of texts not trained on, each with one label. Labels that no text has
    do not count. The smallest margin is taken where several are as good.
    """
    at, truth = list(labels).index(of), said.argmax(axis=1)
    added = np.zeros(len(labels))
    measured = []
    for margin in sorted(_CANDIDATES.tolist(), key=abs):
        added[at] = margin
        measured.append((_mean_f1(truth, (odds + added).argmax(axis=1)), margin))
    best = max(measured, key=lambda pair: pair[0])[1]
    return {label: best if label == of else 0.0 for label in labels}


def _mean_f1(truth: NDArray[np.int_], called: NDArray[np.int_]) -> float:
    each = []
    for label in np.unique(truth):
        right = int(((truth == label) & (called == label)).sum())
        each.append(2 * right / max(1, int((truth == label).sum() + (called == label).sum())))
    return float(np.mean(each))
