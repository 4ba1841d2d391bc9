"""Reports that say nothing on a theme, with what the classifier may have missed there."""

from __future__ import annotations

import numpy as np
import pandas as pd

from yosnlp.analysis import scope
from yosnlp.tables import Tables, with_none

_COLUMNS = (
    *("theme", "label", "report_id", "service", "programme", "year", "findings", "expected_missed", "chance_missed"),
    *("nearest_finding_id", "nearest_text", "nearest_probability"),
)


def absence(tables: Tables) -> pd.DataFrame:
    """A row for each theme and report in its scope that has no finding with it.

    Columns: ``theme, label, report_id, service, programme, year``; ``findings`` of the report that count;
    ``expected_missed``, how many of them carry the theme all the same, going by their probabilities, and
    ``chance_missed`` (0..1) that at least one does (independent findings); the finding that comes nearest, its
    text and probability. Probabilities are calibrated over all findings (see the model's card): a report in which
    many findings come near deserves reading, one with a chance of 0.05 is as good as silent.
    """
    in_scope = scope.reports(tables)["report_id"]
    out = set(scope.themes_out_of_scope(tables).itertuples(index=False, name=None))
    counted = tables.findings[tables.findings["counts"]]
    of_reports = dict(iter(counted.groupby("report_id")))
    rows = []
    for report in tables.reports[tables.reports["report_id"].isin(in_scope)].to_dict("records"):
        own = of_reports[report["report_id"]].reset_index(drop=True)
        said = {theme for themes in own["themes"] for theme in themes}
        for theme, label in tables.themes:
            if theme in said or (report["report_id"], theme) in out:
                continue
            chances = np.array([scores.get(theme, 0.0) for scores in own["theme_scores"]])
            nearest = own.iloc[int(chances.argmax())]
            about = {name: report[name] for name in ("report_id", "service", "programme", "year")}
            rows.append(
                {
                    "theme": theme,
                    "label": label,
                    **about,
                    "findings": len(own),
                    "expected_missed": float(chances.sum()),
                    "chance_missed": float(1 - np.prod(1 - chances)),
                    "nearest_finding_id": nearest["finding_id"],
                    "nearest_text": nearest["text"],
                    "nearest_probability": float(chances.max()),
                }
            )
    frame = with_none(pd.DataFrame(rows, columns=list(_COLUMNS)).astype({"year": "Int64"}))
    order = {theme: i for i, theme in enumerate(tables.labels)}
    return frame.sort_values("theme", key=lambda column: column.map(order), kind="stable", ignore_index=True)
