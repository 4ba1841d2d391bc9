"""Shares corrected by a person's codes of a sample of the same findings."""

from __future__ import annotations

from math import isnan

import numpy as np
import pandas as pd

from yosnlp.analysis import scope
from yosnlp.analysis.corrected_share import CorrectedShare
from yosnlp.analysis.frequency import ANY
from yosnlp.analysis.prediction_powered import prediction_powered
from yosnlp.tables import Tables

#: Of fewer findings with the theme, by the person's codes, its share cannot be told.
LEAST_CODED = 5


def by_review(tables: Tables, raw: pd.DataFrame, reviewed: pd.DataFrame) -> list[CorrectedShare]:
    """The corrected share of each row of ``raw`` (theme and polarity), by the codes in ``reviewed``."""
    counted = tables.findings[tables.findings["counts"]].reset_index(drop=True)
    away = scope.themes_out_of_scope(tables)
    coded = {polarity: _coded(reviewed, polarity) for polarity in raw["polarity"].unique()}
    caution = _uncoded(reviewed)
    made = {}
    for theme, rows in raw.groupby("theme", sort=False):
        inside = counted[~counted["report_id"].isin(away.loc[away["theme"] == theme, "report_id"])]
        findings = pd.DataFrame(
            {
                "finding_id": inside["finding_id"],
                "polarity": inside["polarity"],
                "report": pd.factorize(inside["report_id"])[0],
                "carried": np.array([theme in themes for themes in inside["themes"]], dtype=bool),
            }
        ).reset_index(drop=True)
        scores = [(held or {}).get(theme) for held in inside["theme_scores"]]
        findings["chance"] = [c if s is None else s for s, c in zip(scores, findings["carried"] * 1.0, strict=True)]
        for polarity in rows["polarity"]:
            within = coded[polarity]
            within = within[within["finding_id"].isin(findings["finding_id"])]
            made[theme, polarity] = _corrected(findings, str(theme), polarity, within, caution)
    return [made[code] for code in zip(raw["theme"], raw["polarity"], strict=True)]


def _corrected(findings: pd.DataFrame, theme: str, polarity: str, coded: pd.DataFrame, caution: str) -> CorrectedShare:
    if coded.empty:
        nothing = "no finding in its scope was coded" if polarity == ANY else "no polarity was coded in its scope"
        return CorrectedShare(caution=nothing)
    said = np.array([theme in themes for themes in coded["themes"]], dtype=float)
    alike = np.ones(len(findings), dtype=bool)
    if polarity != ANY:
        said *= (coded["polarity"] == polarity).to_numpy()
        alike = (findings["polarity"] == polarity).to_numpy()
    if said.sum() < LEAST_CODED:
        few = f"{int(said.sum())} of {len(coded)} coded findings carry it, too few to tell ({LEAST_CODED} needed)"
        return CorrectedShare(labelled=len(coded), caution=few)
    share, low, high = prediction_powered(
        findings["report"].to_numpy(),
        findings["chance"].to_numpy(dtype=float) * alike,
        sampled=pd.Index(findings["finding_id"]).get_indexer(pd.Index(coded["finding_id"])),
        weights=coded["weight"].to_numpy(dtype=float),
        coded=said,
    )
    if isnan(share):
        beyond = "the sample does not put it between 0 and 1: code more findings"
        return CorrectedShare(labelled=len(coded), caution=beyond)
    one = "one report: how services differ is not known" if isnan(low) else ""
    return CorrectedShare(share, low, high, len(coded), "; ".join(part for part in (one, caution) if part))


def _coded(reviewed: pd.DataFrame, polarity: str) -> pd.DataFrame:
    """The rows that the person coded, also by polarity unless any will do, with the ``weight`` of each.

    A row stands for its stratum's findings over the rows of it that were coded: those left out are taken for like them.
    """
    done = reviewed["themes"].notna() & (reviewed["polarity"].notna() | (polarity == ANY))
    coded = reviewed[done].copy()
    coded["weight"] = coded["stratum_findings"].astype(float) / coded.groupby("stratum")["stratum"].transform("size")
    return coded


def _uncoded(reviewed: pd.DataFrame) -> str:
    left_out = int(reviewed["themes"].isna().sum())
    if not left_out:
        return ""
    return f"{left_out} of {len(reviewed)} drawn findings were not coded, and are taken for like the others"
