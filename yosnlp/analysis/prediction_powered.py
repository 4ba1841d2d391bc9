"""A share from a model's codes of all findings and a person's codes of a sample of them."""

from __future__ import annotations

from math import nan

import numpy as np
from numpy.typing import NDArray

from yosnlp.analysis.intervals import Numbers, effective_size, wilson


def prediction_powered(
    reports: NDArray[np.intp],
    predicted: Numbers,
    *,
    sampled: NDArray[np.intp],
    weights: Numbers,
    coded: Numbers,
) -> tuple[float, float, float]:
    """The share of findings that a person would give the code, with its 95% bounds.

    ``reports`` (numbered from 0) and ``predicted`` (0..1) are of each finding; ``sampled`` are the places of those that
    a person coded, ``coded`` 0 or 1, ``weights`` how many findings each stands for.

    Prediction-powered inference: the mean prediction, plus the weighted mean by which the person differs from it in the
    sample (A. N. Angelopoulos, S. Bates, C. Fannjiang, M. I. Jordan and T. Zrnic (2023), Science 382, 669-674). How
    much the predictions count is chosen so that the variance is least, between not at all and fully (power tuning:
    A. N. Angelopoulos, J. C. Duchi and T. Zrnic (2023), PPI++, arXiv:2311.01453). The variance is linearised by report:
    findings of one report are alike, and the figure is to hold for services like these. Wilson's interval, at the
    effective size.

    Bounds are NaN for one report; all is NaN where the estimate is not between 0 and 1.
    """
    findings, of_sample = len(predicted), predicted[sampled]
    weights = weights * findings / weights.sum()
    power = _power(weights, of_sample, coded)
    missed = coded - power * of_sample
    mean, error = predicted.mean(), (weights * missed).sum() / findings
    share = float(power * mean + error)

    number = int(reports.max()) + 1
    by_report = np.bincount(reports, power * (predicted - mean), number)
    by_report += np.bincount(reports[sampled], weights * (missed - error), number)
    variance = number / max(1, number - 1) * (by_report**2).sum()
    size = effective_size(share, variance / findings**2, findings, number)
    if not 0 < share < 1:
        return nan, nan, nan
    return share, *(wilson(share * size, size) if size > 0 else (nan, nan))


def _power(weights: Numbers, predicted: Numbers, coded: Numbers) -> float:
    """From 0 to 1: the slope of the person's codes on the predictions, where sampling makes the figure unsure."""
    unsure = weights * np.maximum(0.0, weights - 1)
    centred = [values - (weights * values).sum() / weights.sum() for values in (coded, predicted)]
    spread = (unsure * centred[1] ** 2).sum()
    return float(np.clip((unsure * centred[0] * centred[1]).sum() / spread, 0, 1)) if spread > 0 else 1.0
