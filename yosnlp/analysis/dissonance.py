"""Findings that stand against the rating of their standard, and ratings that inspectors gave by discretion."""

from __future__ import annotations

import pandas as pd

from yosnlp.analysis.ledger import rated_standards
from yosnlp.tables import Tables

_HELD = (
    *("finding_id", "report_id", "service", "programme", "year", "standard_id", "standard"),
    *("kind", "polarity", "themes", "text", "page"),
)
CRITICISED, PRAISED, DISCRETION = "criticised_though_good", "praised_though_inadequate", "rated_by_discretion"


def dissonance(tables: Tables) -> pd.DataFrame:
    """A row for each finding that counts and does not go with the rating of its standard, or whose rating was moved.

    ``dissonance`` is ``criticised_though_good`` (an area for improvement in a standard rated Good or Outstanding),
    ``praised_though_inadequate`` (a strength in one rated Inadequate), or ``rated_by_discretion`` (neither, but the
    panel departed from the rule). Such findings are not mistakes: few standards are good or bad throughout. Columns:
    ``dissonance``, those of the finding, and ``rating, points, lowest_percent, discretion`` of its standard.
    """
    standards = rated_standards(tables)[
        ["report_id", "standard_id", "rating", "points", "lowest_percent", "discretion"]
    ]
    counted = tables.findings[tables.findings["counts"]]
    placed = counted[list(_HELD)].merge(standards, on=["report_id", "standard_id"])
    criticised = (placed["polarity"] == "area_for_improvement") & (placed["points"] >= 2)
    praised = (placed["polarity"] == "strength") & (placed["points"] == 0)
    placed.insert(0, "dissonance", None)
    placed.loc[placed["discretion"], "dissonance"] = DISCRETION
    placed.loc[criticised, "dissonance"] = CRITICISED
    placed.loc[praised, "dissonance"] = PRAISED
    return placed[placed["dissonance"].notna()].reset_index(drop=True)
