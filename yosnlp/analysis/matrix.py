"""Findings by themes as noughts and ones, for R, Excel and any statistics package."""

from __future__ import annotations

import pandas as pd

from yosnlp.tables import Tables

_ABOUT = ("finding_id", "report_id", "service", "programme", "year", "domain", "standard_id", "kind", "polarity")


def matrix(tables: Tables) -> pd.DataFrame:
    """A row a finding that counts: what it is, its standard's ``rating``, and a column of 0 or 1 for each theme."""
    counted = tables.findings[tables.findings["counts"]].reset_index(drop=True)
    carried = {
        theme: pd.Series([int(theme in themes) for themes in counted["themes"]], dtype="int64")
        for theme in tables.labels
    }
    return pd.concat([counted[[*_ABOUT, "rating"]], pd.DataFrame(carried)], axis=1)
