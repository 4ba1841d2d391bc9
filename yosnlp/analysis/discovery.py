"""Many comparisons at once: what share of those that look like findings are chance."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan, nan


def false_discovery_rates(chances: Sequence[float]) -> list[float]:
    """The false discovery rate of each of ``chances``, p values, in their order; NaN where a test could not be made.

    Y. Benjamini and Y. Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society
    B 57, 289-300.
    """
    from scipy.stats import false_discovery_control

    tested = [p for p in chances if not isnan(p)]
    rates = iter(false_discovery_control(tested).tolist() if tested else [])
    return [nan if isnan(p) else float(next(rates)) for p in chances]
