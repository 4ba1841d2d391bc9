"""Themes beside ratings: on which ratings the standards stand in which a theme is praised or criticised."""

from __future__ import annotations

from math import nan

import numpy as np
import pandas as pd

from yosnlp.analysis import scope
from yosnlp.analysis.frequency import ANY, POLARITIES, exploded
from yosnlp.analysis.intervals import of_ratios
from yosnlp.frameworks import frameworks
from yosnlp.tables import Tables

#: The words that go with every table that sets themes beside ratings.
CAUTION = (
    "A rating is of a standard as a whole; the theme is one of many things that inspectors weighed. Standards of one "
    "report are alike, and what inspectors write depends on how they rated: a link here is not a cause."
)


def rated_standards(tables: Tables) -> pd.DataFrame:
    """A row for each report and standard that was inspected, read and rated.

    Columns: those of `scope.standards`, and ``lowest_percent``, the lowest key question of the standard (NaN where
    the report gives none).
    """
    standards = scope.standards(tables)
    standards = standards[standards["points"].notna()]
    questions = tables.key_questions[tables.key_questions["level"] == "key_question"]
    lowest = questions.groupby(["report_id", "standard_id"])["share_percent"].min().rename("lowest_percent")
    return standards.join(lowest, on=["report_id", "standard_id"]).reset_index(drop=True)


def found_in(tables: Tables, standards: pd.DataFrame) -> pd.DataFrame:
    """How many findings each of ``standards`` has, by theme and polarity (and `ANY`).

    Columns: ``report_id, standard_id, theme, polarity, findings``; no row where there is none.
    """
    found = exploded(tables)[["report_id", "standard_id", "theme", "polarity"]]
    found = pd.concat([found, found.assign(polarity=ANY)]).merge(standards[["report_id", "standard_id"]])
    keys = ["report_id", "standard_id", "theme", "polarity"]
    return found.groupby(keys).size().rename("findings").reset_index()


def ledger(tables: Tables) -> pd.DataFrame:
    """A row for each programme with ratings, theme and polarity (and `ANY`), also where nothing was found.

    Columns: ``programme, theme, label, polarity``; ``findings`` in rated standards and the ``standards`` (a report's
    standard is one) and ``reports`` that hold them; a column for each rating, worst first: how many of these standards
    have it; ``mean_points`` (0..3) of them with ``mean_points_low, mean_points_high`` (95%, resampling reports);
    ``mean_points_of_all`` rated standards of the programme; ``lowest_percent_mean`` and ``lowest_percent_min`` of the
    lowest key questions; ``unplaced``: findings that stand in no rated standard (a list over a whole domain, a
    recommendation) and enter no other column.
    """
    standards = rated_standards(tables)
    found, all_found = found_in(tables, standards), exploded(tables)
    rows = []
    for programme, own in standards.groupby("programme"):
        placed = found.merge(own, on=["report_id", "standard_id"])
        carried = all_found[all_found["programme"] == programme]
        scale = frameworks()[str(programme)].ratings
        reports = pd.Index(own["report_id"].unique())
        of_all = float(own["points"].mean())
        for theme, label in tables.themes:
            for polarity in POLARITIES:
                here = placed[(placed["theme"] == theme) & (placed["polarity"] == polarity)]
                alike = carried[carried["theme"] == theme]
                said = len(alike) if polarity == ANY else int((alike["polarity"] == polarity).sum())
                findings = int(here["findings"].sum())
                rows.append(
                    {
                        "programme": programme,
                        "theme": theme,
                        "label": label,
                        "polarity": polarity,
                        "findings": findings,
                        "standards": len(here),
                        "reports": here["report_id"].nunique(),
                        **{rating: int((here["rating"] == rating).sum()) for rating in scale},
                        **_points(here, reports),
                        "mean_points_of_all": of_all,
                        "lowest_percent_mean": here["lowest_percent"].mean(),
                        "lowest_percent_min": here["lowest_percent"].min(),
                        "unplaced": said - findings,
                    }
                )
    return pd.DataFrame(rows, columns=[*_FIRST, *_scale(tables), *_LAST])


_FIRST = ("programme", "theme", "label", "polarity", "findings", "standards", "reports")
_LAST = (
    *("mean_points", "mean_points_low", "mean_points_high", "mean_points_of_all"),
    *("lowest_percent_mean", "lowest_percent_min", "unplaced"),
)


def _scale(tables: Tables) -> list[str]:
    known = set(tables.reports["programme"])
    programmes = [f for f in frameworks().values() if f.scale == "rating" and f.id in known]
    return list(dict.fromkeys(rating for framework in programmes for rating in framework.ratings))


def _points(here: pd.DataFrame, reports: pd.Index) -> dict[str, float]:
    """The mean points of the standards in ``here``, with its bounds over all ``reports`` of the programme."""
    if here.empty:
        return {"mean_points": nan, "mean_points_low": nan, "mean_points_high": nan}
    at = reports.get_indexer(pd.Index(here["report_id"]))
    points = np.asarray(
        np.bincount(at, weights=here["points"].to_numpy(dtype=float), minlength=len(reports)), dtype=float
    )
    standards = np.asarray(np.bincount(at, minlength=len(reports)), dtype=float)
    low, high = of_ratios(points[:, None], standards[:, None])
    mean = float(points.sum() / standards.sum())
    return {"mean_points": mean, "mean_points_low": float(low[0]), "mean_points_high": float(high[0])}
