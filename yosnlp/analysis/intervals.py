"""How sure a share is: Wilson's interval for reports, and resampling whole reports for what lies within them."""

from __future__ import annotations

import warnings
from functools import cache
from math import nan, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.floating[Any]]

LEVEL = 0.95
_RESAMPLES = 2000
_SEED = 20260101


def wilson(n: float, total: float, level: float = LEVEL) -> tuple[float, float]:
    """Score interval of the share ``n`` of ``total``; NaN where ``total`` is 0.

    E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
    American Statistical Association 22, 209-212. It stays within 0..1, and holds for few reports.

    >>> low, high = wilson(3, 4)
    >>> print(f"{low:.3f} {high:.3f}")
    0.301 0.954
    """
    if not total:
        return nan, nan
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = (n + z * z / 2) / (total + z * z)
    reach = z / (total + z * z) * sqrt(n * (total - n) / total + z * z / 4)
    return (max(0.0, middle - reach) if n else 0.0), (min(1.0, middle + reach) if n < total else 1.0)


def effective_size(share: float, variance: float, findings: int, reports: int, level: float = LEVEL) -> float:
    """How many independent ones ``findings`` of so many ``reports`` are worth, by the ``variance`` of a ``share``.

    Fewer where there are few reports to tell the variance from: E. L. Korn and B. I. Graubard (1998), Confidence
    intervals for proportions with small expected number of positive counts estimated from survey data, Survey
    Methodology 24, 193-201. Never more than there are, for a few reports can look alike by luck. NaN for one report, or
    a share that is not between 0 and 1.
    """
    from scipy.stats import t  # here, since most commands do without

    if reports < 2 or not 0 < share < 1:
        return nan
    few = float(NormalDist().inv_cdf((1 + level) / 2) / t.ppf((1 + level) / 2, reports - 1))
    return share * (1 - share) / max(variance, share * (1 - share) / findings) * few * few


def of_ratios(above: Numbers, below: Numbers, level: float = LEVEL) -> tuple[Numbers, Numbers]:
    """Bounds of the ratio of sums over reports, for each column: ``above`` and ``below`` are reports by columns.

    Whole reports are drawn again, since findings of one report are alike: the percentile bootstrap of B. Efron
    (1979), Bootstrap methods, Annals of Statistics 7, 1-26. NaN for fewer than two reports that have anything
    ``below``, whatever was drawn.
    """
    ratios = _over(draws(len(above)) @ above, draws(len(above)) @ below)
    enough = (below > 0).sum(axis=0) >= 2
    low, high = bounds(np.where(enough, ratios, 0.0), level)
    return np.where(enough, low, nan), np.where(enough, high, nan)


@cache
def draws(reports: int) -> Numbers:
    """How often each of so many reports is drawn again, draws by reports: what is resampled together shares them."""
    if not reports:
        return np.zeros((_RESAMPLES, 0))
    drawn = np.random.default_rng(_SEED).multinomial(reports, np.full(reports, 1 / reports), _RESAMPLES)
    return drawn.astype(float)


def bounds(resampled: Numbers, level: float = LEVEL) -> tuple[Numbers, Numbers]:
    """The quantiles that hold ``level`` of ``resampled``, draws by columns; NaN draws are left out."""
    with warnings.catch_warnings(action="ignore", category=RuntimeWarning):  # a column may be all NaN
        low, high = np.nanquantile(resampled, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return np.asarray(low), np.asarray(high)


def _over(above: Numbers, below: Numbers) -> Numbers:
    return np.asarray(np.divide(above, below, out=np.full(above.shape, nan), where=below > 0))
