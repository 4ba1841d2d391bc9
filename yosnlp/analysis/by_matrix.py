"""Shares corrected by the mistakes that a model made on an outside sample."""

from __future__ import annotations

from math import isnan, nan

import pandas as pd

from yosnlp.analysis import scope
from yosnlp.analysis.corrected_share import CorrectedShare
from yosnlp.analysis.frequency import ANY
from yosnlp.analysis.intervals import effective_size
from yosnlp.analysis.measured import Measured
from yosnlp.analysis.misclassification import Mistakes, corrected_bounds, corrected_share
from yosnlp.tables import Tables

#: Of fewer texts with the theme in the outside sample, how many the model misses cannot be told.
LEAST_SAID = 10
_LEAST_RIGHT = 0.5  # sensitivity and specificity from which the authors tried their bounds


def by_matrix(tables: Tables, raw: pd.DataFrame, measured: Measured | None) -> list[CorrectedShare]:
    """The corrected share of each row of ``raw`` (theme and polarity), by the mistakes ``measured``."""
    if measured is None:
        unknown = f"nothing is known of the mistakes of the model {tables.run.get('model')}: draw a sample and code it"
        return [CorrectedShare(caution=unknown)] * len(raw)
    sizes, learned = _sizes(tables), measured.learned_from(tables)
    made = []
    codes = zip(raw["theme"], raw["polarity"], raw["share_of_findings"], strict=True)
    for theme, polarity, share in codes:
        mistakes = measured.mistakes.get(theme)
        reason = _too_little(polarity, share, mistakes)
        if reason or mistakes is None:
            made.append(CorrectedShare(labelled=mistakes.texts if mistakes else 0, caution=reason))
            continue
        low, high = (nan, nan) if isnan(sizes[theme]) else corrected_bounds(share, sizes[theme], mistakes)
        caution = _caution(measured, mistakes.texts, learned, len(tables.reports), sizes[theme])
        made.append(CorrectedShare(corrected_share(share, mistakes), low, high, mistakes.texts, caution))
    return made


def _too_little(polarity: str, share: float, mistakes: Mistakes | None) -> str:
    """Why a figure cannot be corrected by what an outside sample says; empty where it can."""
    if polarity != ANY:
        return "the model's mistakes were not measured by polarity: draw a sample and code it"
    if mistakes is None:
        return "the outside sample does not have the theme"
    if mistakes.said < LEAST_SAID:
        return f"{mistakes.said} texts of the outside sample carry it, too few to tell ({LEAST_SAID} needed)"
    if min(mistakes.sensitivity, mistakes.specificity) < _LEAST_RIGHT:
        return "the model is wrong more often than right on the outside sample"
    if not share > 0:
        return "assigned nowhere in scope: how many were missed is not known"
    return ""


def _caution(measured: Measured, texts: int, learned: int, of: int, size: float) -> str:
    groups = f" from {measured.groups} sources" if measured.groups else ""
    said = [f"holds only if the model errs here as on the {texts} texts{groups} that it was measured on"]
    if learned:
        said.append(f"it learned from {learned} of these {of} reports and errs less there: corrected too far")
    if isnan(size):
        said.append("one report: how services differ is not known")
    return "; ".join(said)


def _sizes(tables: Tables) -> dict[str, float]:
    """As how many independent findings those in each theme's scope tell its raw share; NaN where that is not known."""
    counted = tables.findings[tables.findings["counts"]]
    away = scope.themes_out_of_scope(tables)
    sizes = {}
    for theme in tables.labels:
        inside = counted[~counted["report_id"].isin(away.loc[away["theme"] == theme, "report_id"])]
        carried = pd.Series([theme in themes for themes in inside["themes"]], index=inside.index, dtype=float)
        share, reports = carried.mean(), inside["report_id"].nunique()
        by_report = (carried - share).groupby(inside["report_id"]).sum()
        spread = reports / max(1, reports - 1) * float((by_report**2).sum())
        sizes[theme] = effective_size(share, spread / max(1, len(inside)) ** 2, len(inside), reports)
    return sizes
