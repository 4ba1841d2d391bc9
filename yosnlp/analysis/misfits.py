"""Findings that sit badly in a theme: assigned without much certainty, and unlike the others in it."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from yosnlp.analysis.intervals import Numbers

#: A theme assigned with a probability from here on is taken as sure, as is one without a probability.
SURE = 0.7
#: A finding is far from a theme if it lies farther from its middle than this share of the findings surely in it.
NEAR_SHARE = 0.9
#: With fewer sure findings than this a theme has no middle to speak of, and nothing is said of its findings.
FEWEST_SURE = 10
_SAMPLE = 100  # sure findings that make a theme's middle, spread evenly over all: more do not move it


def assigned(findings: pd.DataFrame) -> pd.DataFrame:
    """A row for each finding and theme that it carries: ``row`` (its label in ``findings``), ``theme, sure``."""
    rows = [
        (row, theme, not scores.get(theme, 1.0) < SURE)
        for row, themes, scores in zip(findings.index, findings["themes"], findings["theme_scores"], strict=True)
        for theme in themes
    ]
    return pd.DataFrame(rows, columns=["row", "theme", "sure"]).astype({"row": "int64", "sure": "bool"})


def typical(carried: pd.DataFrame) -> pd.DataFrame:
    """The rows of `assigned` that make the middles of their themes: sure ones, a sample where there are many."""
    sure = carried[carried["sure"]]
    kept = [own.iloc[spread(len(own), _SAMPLE)] for _, own in sure.groupby("theme") if len(own) >= FEWEST_SURE]
    return pd.concat(kept) if kept else sure[:0]


def sits_badly(carried: pd.DataFrame, vectors: dict[int, Numbers]) -> pd.Series:
    """Which rows of `assigned` sit badly in their theme; NA where the theme has too few sure findings to tell.

    ``vectors``: of unit length, by the row of their finding, for all that are unsure and all that are `typical`.
    """
    judged = pd.Series(pd.NA, index=carried.index, dtype="boolean")
    middles = typical(carried)
    for theme, own in carried.groupby("theme"):
        of_theme = np.array([vectors[row] for row in middles.loc[middles["theme"] == theme, "row"]])
        if not len(of_theme):
            continue
        judged[own.index] = False
        unsure = own[~own["sure"]]
        total = of_theme.sum(axis=0)
        usual = _cosines(of_theme, total - of_theme)  # each against the others
        if not unsure.empty:
            near = _cosines(np.array([vectors[row] for row in unsure["row"]]), total)
            judged[unsure.index] = near < np.quantile(usual, 1 - NEAR_SHARE)
    return judged


def spread(n: int, most: int) -> NDArray[np.int_]:
    """Places 0..n-1, or ``most`` of them spread evenly over all, so that each report has its share."""
    return np.unique(np.linspace(0, n - 1, min(n, most)).round().astype(int)) if n else np.zeros(0, dtype=int)


def _cosines(vectors: Numbers, middles: Numbers) -> Numbers:
    lengths = np.maximum(np.linalg.norm(np.atleast_2d(middles), axis=1), 1e-9)
    return np.asarray((vectors * middles).sum(axis=1) / lengths)
