"""The amounts that inspectors gave ('two-thirds of cases'), pooled by theme and standard, beside the key questions."""

from __future__ import annotations

import pandas as pd

from yosnlp.analysis.frequency import exploded
from yosnlp.tables import Tables, with_none

_KEYS = ["theme", "polarity", "programme", "standard_id", "standard"]


def amounts(tables: Tables) -> pd.DataFrame:
    """A row for each theme, polarity and standard with a finding that states an amount.

    Shares are of whatever the sentence counts (cases, children, staff), so they show a range and are not one figure;
    key questions are the report's own, of all cases. Columns: ``theme, label, polarity, programme, standard_id,
    standard``; ``findings`` with an amount and their ``reports``; ``stated`` amounts with a share (0..1) and their
    ``share_median, share_low, share_high`` (least and greatest); ``cases, cases_of``: the sums where both numbers are
    stated; ``worded``: amounts without a figure ("most"); ``lowest_percent_mean``: of the lowest key questions of these
    standards in the same reports.
    """
    found = exploded(tables)
    said = found.explode("quantities").dropna(subset=["quantities"])
    values = pd.DataFrame(list(said["quantities"]), index=said.index, columns=["share", "n", "total", "words"])
    said = pd.concat([said[["finding_id", "report_id", "lowest_key_question_percent", *_KEYS]], values], axis=1)
    rows = []
    for key, group in said.groupby(_KEYS, dropna=False, sort=False):
        stated = group["share"].dropna().astype(float)
        counted = group.dropna(subset=["n", "total"])
        standards = group.drop_duplicates("report_id")["lowest_key_question_percent"]
        rows.append(
            {
                **dict(zip(_KEYS, (None if part != part else part for part in key), strict=True)),
                "label": tables.labels[str(key[0])],
                "findings": group["finding_id"].nunique(),
                "reports": group["report_id"].nunique(),
                "stated": len(stated),
                "share_median": stated.median(),
                "share_low": stated.min(),
                "share_high": stated.max(),
                "cases": int(counted["n"].sum()),
                "cases_of": int(counted["total"].sum()),
                "worded": len(group) - len(stated),
                "lowest_percent_mean": standards.mean(),
            }
        )
    frame = with_none(pd.DataFrame(rows, columns=list(_COLUMNS)))
    order = {theme: i for i, theme in enumerate(tables.labels)}
    return frame.sort_values(_KEYS, key=lambda c: c.map(order) if c.name == "theme" else c, ignore_index=True)


_COLUMNS = (
    *("theme", "label", "polarity", "programme", "standard_id", "standard", "findings", "reports", "stated"),
    *("share_median", "share_low", "share_high", "cases", "cases_of", "worded", "lowest_percent_mean"),
)
