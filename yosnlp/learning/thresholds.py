"""From which probability on a theme is assigned: precision first, since a wrong theme costs more than a missed one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from yosnlp.themes.classifier import Thresholds
from yosnlp.themes.scorer import Array

#: The share of assigned themes that should be right.
PRECISION = 0.85
_CANDIDATES = np.round(np.arange(0.20, 0.81, 0.02), 2)
_SLACK = 0.05  # a label may fall so far short of it before it gets a threshold of its own
_COMMON = 12  # how many assigned themes' worth of evidence the precision of all lends to that of one


def choose(probabilities: Array, said: NDArray[np.bool_], labels: Sequence[str]) -> dict[str, float]:
    """A threshold for each label, from calibrated ``probabilities`` of texts not trained on; both texts by labels.

    All start from the one threshold with the best F1 among those that reach `PRECISION`. A label whose own precision
    falls short of it there, as far as its texts tell, gets a higher one of its own; none gets a lower.
    """
    common = _best(probabilities, said)
    return {label: _own(probabilities[:, j], said[:, j], common) for j, label in enumerate(labels)}


def choose_by_kind(
    probabilities: Array, said: NDArray[np.bool_], labels: Sequence[str], listed: NDArray[np.bool_]
) -> Thresholds:
    """`choose` for findings of lists and for sentences of prose, each from the texts of its kind."""
    return Thresholds(*(choose(probabilities[of_kind], said[of_kind], labels) for of_kind in (listed, ~listed)))


def _best(probabilities: Array, said: NDArray[np.bool_]) -> float:
    """The threshold with the best F1 of those with enough precision; the most precise where none has."""
    measured = []
    for t in _CANDIDATES:
        assigned = probabilities >= t
        right, given = int((assigned & said).sum()), max(1, int(assigned.sum()))
        precision, f1 = right / given, 2 * right / max(1, given + int(said.sum()))
        measured.append((precision >= PRECISION, f1 if precision >= PRECISION else precision, float(t)))
    return max(measured)[2]


def _own(probabilities: Array, said: NDArray[np.bool_], common: float) -> float:
    for t in _CANDIDATES[common <= _CANDIDATES]:
        assigned = probabilities >= t
        right = int((assigned & said).sum())
        if (right + _COMMON * PRECISION) / (int(assigned.sum()) + _COMMON) >= PRECISION - _SLACK:
            return float(t)
    return float(_CANDIDATES[-1])
