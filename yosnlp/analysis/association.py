"""Whether a theme goes with better or worse ratings: odds ratios, rank correlation, exact tests, many at once."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan, nan
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from yosnlp.analysis.discovery import false_discovery_rates
from yosnlp.analysis.frequency import ANY, MINIMUM
from yosnlp.analysis.intervals import bounds, draws
from yosnlp.analysis.ledger import found_in, rated_standards
from yosnlp.tables import Tables

Array = NDArray[Any]

_GOOD = 2  # points from which a standard is rated Good
_SIDES = ("strength", "area_for_improvement", ANY)


def association(tables: Tables, *, minimum: int = MINIMUM) -> pd.DataFrame:
    """A row for each programme with ratings, theme and side that is found at all, and how it goes with the rating.

    The unit is a report's rated standard; of the standards those by number in which the theme is found in some report,
    since a theme that belongs to court work would otherwise seem linked with whatever court work is rated.

    Columns: ``programme, theme, label, polarity``; ``with_good``, ``with_below``: standards with such a finding that
    are rated Good or Outstanding, and below; ``without_good, without_below``: those without; ``odds_ratio`` of a good
    rating with against without (conditional maximum likelihood; 0 or infinite where a cell is empty) with its exact
    95% interval ``odds_low, odds_high``; ``p``, Fisher's exact test, two-sided; ``q``, the false discovery rate over
    all rows of the programme (Benjamini and Hochberg 1995); ``tau``, Kendall's rank correlation (tau-b) of the number
    of such findings with the points, with ``tau_low, tau_high`` (95%, resampling reports); ``reports``; ``small``:
    fewer than ``minimum`` reports, or an expected cell below 5; ``reading``, what the row may be taken to say.
    """
    standards = rated_standards(tables)
    found = found_in(tables, standards)
    rows = []
    for programme, own in standards.groupby("programme"):
        tested = [
            {"programme": programme, "theme": theme, "label": label, "polarity": side, **_tested(own, here, minimum)}
            for theme, label in tables.themes
            for side in _SIDES
            for here in (found[(found["theme"] == theme) & (found["polarity"] == side)].merge(own),)
            if not here.empty
        ]
        rates = false_discovery_rates([row["p"] for row in tested])
        rows += [{**row, "q": rate, "reading": _reading(row, rate)} for row, rate in zip(tested, rates, strict=True)]
    return pd.DataFrame(rows, columns=list(_COLUMNS))


_COLUMNS = (
    *("programme", "theme", "label", "polarity", "with_good", "with_below", "without_good", "without_below"),
    *("odds_ratio", "odds_low", "odds_high", "p", "q", "tau", "tau_low", "tau_high", "reports", "small", "reading"),
)


def _tested(own: pd.DataFrame, here: pd.DataFrame, minimum: int) -> dict[str, Any]:
    from scipy.stats import fisher_exact
    from scipy.stats.contingency import expected_freq, odds_ratio

    own = own[own["standard_id"].isin(set(here["standard_id"]))]
    often = own[["report_id", "standard_id"]].merge(here, how="left")["findings"].fillna(0).to_numpy(dtype=float)
    points = own["points"].to_numpy(dtype=float)
    good, present = points >= _GOOD, often > 0
    cells = np.array([[(has & rated).sum() for rated in (good, ~good)] for has in (present, ~present)])
    reports = own["report_id"].nunique()
    told = bool(cells.sum(axis=0).all() and cells.sum(axis=1).all())  # else there is nothing to compare
    low, high = odds_ratio(cells).confidence_interval(0.95) if told else (nan, nan)
    tau, tau_low, tau_high = _rank_correlation(own["report_id"].to_numpy(dtype=str), often, points)
    return {
        **dict(zip(("with_good", "with_below", "without_good", "without_below"), cells.ravel().tolist(), strict=True)),
        "odds_ratio": odds_ratio(cells).statistic if told else nan,
        "odds_low": low,
        "odds_high": high,
        "p": fisher_exact(cells).pvalue if told else nan,
        "tau": tau,
        "tau_low": tau_low,
        "tau_high": tau_high,
        "reports": reports,
        "small": reports < minimum or not told or bool((expected_freq(cells) < 5).any()),
    }


def _reading(row: Mapping[str, Any], rate: float) -> str:
    if isnan(rate):
        return "cannot be told: all standards, or none, have it or are rated alike"
    if rate > 0.05:
        return "no link shown: chance would do"
    better = row["odds_ratio"] > 1
    told = f"found more often where ratings are {'better' if better else 'worse'}"
    return f"{told}; few reports, take it as a hint" if row["small"] else told


def _rank_correlation(reports: Array, often: Array, points: Array) -> tuple[float, float, float]:
    """Kendall's tau-b of ``often`` with ``points``, and its bounds over resampled ``reports``."""
    names, of_report = np.unique(reports, return_inverse=True)
    (rows, at_row), (columns, at_column) = (np.unique(values, return_inverse=True) for values in (often, points))
    counted = np.zeros((len(names), len(rows), len(columns)))
    np.add.at(counted, (of_report, at_row, at_column), 1)
    tau = float(taus(counted.sum(axis=0)[None])[0])
    if len(names) < 2:
        return tau, nan, nan
    low, high = bounds(taus(np.tensordot(draws(len(names)), counted, axes=1))[:, None])
    return tau, float(low[0]), float(high[0])


def taus(counted: Array) -> Array:
    """Kendall's tau-b of each of many contingency tables, tables by rows by columns; NaN where all are alike.

    M. G. Kendall (1945), The treatment of ties in ranking problems, Biometrika 33, 239-251.
    """
    below = np.flip(np.cumsum(np.flip(counted, 1), 1), 1) - counted  # in later rows of the same column
    right = np.flip(np.cumsum(np.flip(below, 2), 2), 2) - below
    left = np.cumsum(below, 2) - below
    agreeing = (counted * (right - left)).sum(axis=(1, 2))
    total = counted.sum(axis=(1, 2)) ** 2
    untied = [total - (counted.sum(axis=axis) ** 2).sum(axis=1) for axis in (1, 2)]  # ordered pairs that differ
    scale = np.sqrt(untied[0] * untied[1]) / 2
    return np.asarray(np.divide(agreeing, scale, out=np.full(len(counted), nan), where=scale > 0))
