"""Which themes are spoken of in one finding, beside how often that would come about by chance."""

from __future__ import annotations

from itertools import combinations
from math import nan

import numpy as np
import pandas as pd

from yosnlp.analysis import scope
from yosnlp.analysis.frequency import MINIMUM
from yosnlp.analysis.intervals import Numbers, bounds, draws
from yosnlp.analysis.matrix import matrix
from yosnlp.tables import Tables


def cooccurrence(tables: Tables, *, minimum: int = MINIMUM) -> pd.DataFrame:
    """A row for each pair of themes that each occur, in codebook order, among the findings of inspections that count.

    Columns: ``theme_a, label_a, theme_b, label_b``; ``findings_a, findings_b``; ``findings`` with both and
    ``reports`` that have such a finding; ``expected``, how many findings would have both if the two themes were
    independent (``findings_a * findings_b / all findings``); ``lift``, observed over expected, with ``lift_low,
    lift_high`` (95%, resampling reports; NaN of one report); ``small``: fewer than ``minimum`` are expected.
    """
    coded = matrix(scope.inspected(tables))
    themes = [theme for theme in tables.labels if coded[theme].any()]
    pairs = list(combinations(themes, 2))
    if not pairs:
        return pd.DataFrame(columns=list(_COLUMNS))
    carried = coded[themes].to_numpy(dtype=float)
    places = [(themes.index(a), themes.index(b)) for a, b in pairs]
    of_reports = [carried[rows] for rows in coded.groupby("report_id").indices.values()]
    together = np.stack([own.T @ own for own in of_reports])  # reports by themes by themes
    both = np.stack([together[:, a, b] for a, b in places], axis=1)
    single, all_findings = together.diagonal(axis1=1, axis2=2), np.array([float(len(own)) for own in of_reports])
    low, high = _bounds(both, single, all_findings, places)
    rows = []
    for k, (a, b) in enumerate(pairs):
        n_a, n_b = int(coded[a].sum()), int(coded[b].sum())
        expected, found = n_a * n_b / len(coded), int(both[:, k].sum())
        names = (a, tables.labels[a], b, tables.labels[b])
        lift = (found / expected, low[k], high[k])
        rows.append((*names, n_a, n_b, found, int((both[:, k] > 0).sum()), expected, *lift, expected < minimum))
    return pd.DataFrame(rows, columns=list(_COLUMNS))


_COLUMNS = (
    *("theme_a", "label_a", "theme_b", "label_b", "findings_a", "findings_b", "findings", "reports"),
    *("expected", "lift", "lift_low", "lift_high", "small"),
)


def _bounds(
    both: Numbers, single: Numbers, all_findings: Numbers, places: list[tuple[int, int]]
) -> tuple[Numbers, Numbers]:
    """The bounds of each pair's lift over resampled reports."""
    if len(both) < 2:
        return np.full(len(places), nan), np.full(len(places), nan)
    drawn = draws(len(both))
    first, second = (np.array([place[i] for place in places]) for i in (0, 1))
    alone, total = drawn @ single, drawn @ all_findings
    expected = alone[:, first] * alone[:, second] / total[:, None]
    return bounds(np.divide(drawn @ both, expected, out=np.full(expected.shape, nan), where=expected > 0))
