"""Themes over the years, each programme by itself."""

from __future__ import annotations

from math import nan
from typing import Any

import numpy as np
import pandas as pd

from yosnlp.analysis.discovery import false_discovery_rates
from yosnlp.analysis.frequency import MINIMUM, frequency
from yosnlp.tables import Tables


def trend(tables: Tables, *, minimum: int = MINIMUM) -> pd.DataFrame:
    """A row for each programme, theme and polarity: the share of reports by year, and whether it rises or falls.

    What a later programme finds differs for what it asks: years are compared within a programme only. Reports whose
    year is not stated are in no year. Columns: ``programme, theme, label, polarity``; ``years`` with reports,
    ``first_year, last_year``, with ``reports, reports_in_scope`` over all years; ``first_share, last_share`` (0..1);
    ``tau``, Kendall's rank correlation (tau-b) of the year with whether a report has the theme, ``p`` of it (exact
    where the numbers are small) and ``q``, the false discovery rate over the programme; ``small``: fewer than
    ``minimum`` reports in the first or last year. The figures of each year are `frequency` by programme and year.
    """
    yearly = frequency(tables, ["programme", "year"], minimum=minimum)
    rows = []
    for programme, own in yearly.groupby("programme", sort=False):
        tested = [
            {"programme": programme, **_tested(group)} for _, group in own.groupby(["theme", "polarity"], sort=False)
        ]
        rates = false_discovery_rates([row["p"] for row in tested])
        rows += [{**row, "q": rate} for row, rate in zip(tested, rates, strict=True)]
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"first_year": "Int64", "last_year": "Int64"})


_COLUMNS = (
    *("programme", "theme", "label", "polarity", "years", "first_year", "last_year", "reports", "reports_in_scope"),
    *("first_share", "last_share", "tau", "p", "q", "small"),
)


def _tested(years: pd.DataFrame) -> dict[str, Any]:
    """The rows of one theme and polarity, a year each, as one row."""
    from scipy.stats import kendalltau

    of_theme = {name: years[name].iloc[0] for name in ("theme", "label", "polarity")}
    years = years[years["reports_in_scope"] > 0].sort_values("year")
    asked, said = (years[name].to_numpy(dtype=int) for name in ("reports_in_scope", "reports"))
    when = np.repeat(years["year"].to_numpy(dtype=int), asked)
    has = np.concatenate([np.arange(n) < k for n, k in zip(asked, said, strict=True)] or [[]])
    test = kendalltau(when, has) if len(set(when)) > 1 and len(set(has)) > 1 else None
    ends = [years.iloc[at] if len(years) else {"year": None, "share": nan, "small": True} for at in (0, -1)]
    return {
        **of_theme,
        "years": len(years),
        "reports": int(said.sum()),
        "reports_in_scope": int(asked.sum()),
        "first_year": ends[0]["year"],
        "last_year": ends[1]["year"],
        "first_share": ends[0]["share"],
        "last_share": ends[1]["share"],
        "tau": float(test.statistic) if test else nan,
        "p": float(test.pvalue) if test else nan,
        "small": bool(ends[0]["small"] or ends[1]["small"]),
    }
