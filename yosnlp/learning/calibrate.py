"""Scores to calibrated log odds: how much each member of a blend counts, and a bias for each label.

Fitted on texts that the members were not trained on (Platt's scaling, with several scores at once). Many labels are
rare, so all share the weights, and their biases are drawn towards one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yosnlp.themes.scorer import Array

_PULL = 2.0  # how many texts' worth of evidence each label's bias is drawn to the common one by


def calibrate(scores: Sequence[Array], said: NDArray[np.bool_], *, exclusive: bool = False) -> tuple[Array, Array]:
    """A weight for each of ``scores``, never below 0, and a bias for each label.

    Each of ``scores``, and ``said``, is texts by labels. ``exclusive``: a text has just one label.
    """
    from scipy.optimize import minimize

    members, labels = len(scores), said.shape[1]
    stacked = np.stack([np.asarray(s, dtype=float) for s in scores])
    truth = said.astype(float)

    def loss(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights, common, own = at[:members], at[members], at[members + 1 :]
        odds = np.tensordot(weights, stacked, axes=1) + common + own
        error, missed = _softmax(odds, truth) if exclusive else _sigmoid(odds, truth)
        by_label = error.sum(axis=0)
        slope = np.concatenate([[(error * s).sum() for s in stacked], [by_label.sum()], by_label + _PULL * own])
        return missed + _PULL / 2 * float((own**2).sum()), slope

    start = np.concatenate([np.full(members, 1 / members), np.zeros(1 + labels)])
    bounds: list[Any] = [(0.0, None)] * members + [(None, None)] * (1 + labels)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return found[:members].astype(np.float32), (found[members] + found[members + 1 :]).astype(np.float32)


def softmax(odds: Array) -> Array:
    """The probabilities of exclusive labels, texts by labels."""
    from scipy.special import softmax as of

    return np.asarray(of(odds, axis=1), dtype=np.float32)


def _sigmoid(odds: NDArray[np.float64], truth: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """The slope of the log loss by ``odds``, and the loss."""
    missed = np.logaddexp(0, odds) - truth * odds
    return 1 / (1 + np.exp(-np.clip(odds, -500, 500))) - truth, float(missed.sum())


def _softmax(odds: NDArray[np.float64], truth: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    from scipy.special import log_softmax

    logs = log_softmax(odds, axis=1)
    return np.exp(logs) - truth, float(-(truth * logs).sum())
