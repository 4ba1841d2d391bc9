"""How often each theme is found across reports, on either side, with the reports that it could be found in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from math import nan
from typing import get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from yosnlp.analysis import scope
from yosnlp.analysis.intervals import of_ratios, wilson
from yosnlp.errors import InvalidData
from yosnlp.records import Polarity
from yosnlp.tables import Tables

#: On whichever side: findings of all polarities.
ANY = "any"
POLARITIES = (*get_args(Polarity), ANY)
#: A share of fewer reports than this is marked as small.
MINIMUM = 5


def frequency(tables: Tables, by: Sequence[str] = (), *, minimum: int = MINIMUM) -> pd.DataFrame:
    """A row for each group, theme and polarity (`ANY` takes all together), in codebook order, also of nothing found.

    Only findings that count enter: no single case, nothing said before. ``by`` are groupings of `scope.GROUPINGS`;
    without one, all reports are one group. Raises InvalidData for another grouping, or a finding with a theme that
    the tables do not name.

    Columns, after those of the grouping:

    - ``theme, label, polarity``
    - ``findings``; ``findings_in_scope``, all of the group's reports in the theme's scope; ``share_of_findings`` (0..1)
      with the bounds ``share_of_findings_low, share_of_findings_high`` (95%, resampling reports)
    - ``reports`` with such a finding; ``reports_in_scope`` (`scope.reports`, `scope.themes_out_of_scope`); ``share``
      (0..1) with ``share_low, share_high`` (95%, Wilson)
    - ``small``: fewer than ``minimum`` reports in scope
    - ``outside_scope``: findings with the theme in reports that are not in its scope, or that are no inspection of one
      service (unless programmes are told apart); they enter no other column
    """
    columns = scope.columns_of(by)
    tables = scope.told_by_scale(tables) if "rating" in columns else tables
    found = exploded(tables)
    counted = tables.findings[tables.findings["counts"]]
    out = scope.themes_out_of_scope(tables)
    of_group = _by_group(scope.reports(tables, by), columns)
    counted_in, found_in = _by_group(counted, columns), _by_group(found, columns)
    rows: list[dict[str, object]] = []
    for group in sorted({**of_group, **found_in}, key=scope.order):  # also where no report was in scope
        ids = pd.Index(of_group[group]["report_id"] if group in of_group else [])
        within = counted_in.get(group, counted[:0]), found_in.get(group, found[:0])
        figures = _figures(tables, ids, *within, out, minimum)
        rows.extend({**dict(zip(columns, group, strict=True)), **row} for row in figures)
    made = pd.DataFrame(rows, columns=[*columns, *_FIGURES])
    return made.astype({"year": "Int64"}) if "year" in columns else made


_FIGURES = (
    *("theme", "label", "polarity", "findings", "findings_in_scope"),
    *("share_of_findings", "share_of_findings_low", "share_of_findings_high"),
    *("reports", "reports_in_scope", "share", "share_low", "share_high", "small", "outside_scope"),
)


def exploded(tables: Tables) -> pd.DataFrame:
    """A row for each finding that counts and theme that it carries: the columns of findings, and ``theme``.

    Raises InvalidData for a theme that the tables do not name.
    """
    counted = tables.findings[tables.findings["counts"]]
    found = counted.explode("themes").rename(columns={"themes": "theme"}).dropna(subset=["theme"])
    unknown = sorted(set(found["theme"]) - set(tables.labels))
    if unknown:
        raise InvalidData(
            f"themes assigned that the codebook does not have: {', '.join(unknown)}. "
            "Use a model that was trained on this codebook."
        )
    return found


def _by_group(frame: pd.DataFrame, columns: Sequence[str]) -> dict[tuple[object, ...], pd.DataFrame]:
    """``frame`` by the values of ``columns``; rows that lack one are in no group."""
    if not columns:
        return {(): frame}
    return {group if isinstance(group, tuple) else (group,): rows for group, rows in frame.groupby(list(columns))}


def _figures(
    tables: Tables, ids: pd.Index, counted: pd.DataFrame, found: pd.DataFrame, out: pd.DataFrame, minimum: int
) -> Iterator[dict[str, object]]:
    """The rows of one group, the reports ``ids``."""
    themes, sides = pd.Index(tables.labels), pd.Index(POLARITIES)
    counts = np.zeros((len(ids), len(themes), len(sides)))
    inside = found[found["report_id"].isin(ids)]
    np.add.at(counts, _places((ids, themes, sides), inside[["report_id", "theme", "polarity"]]), 1)
    counts[:, :, sides.get_loc(ANY)] = counts.sum(axis=2)
    in_scope = np.ones((len(ids), len(themes)))
    in_scope[_places((ids, themes), out[out["report_id"].isin(ids)])] = 0
    all_findings = counted["report_id"].value_counts().reindex(ids, fill_value=0).to_numpy(dtype=float)

    above = counts * in_scope[:, :, None]
    below = np.repeat((all_findings[:, None] * in_scope)[:, :, None], len(sides), axis=2)
    cells = len(themes) * len(sides)
    bounds = of_ratios(above.reshape(len(ids), cells), below.reshape(len(ids), cells))
    low, high = (bound.reshape(above.shape[1:]) for bound in bounds)
    everywhere = Counter(zip(found["theme"], found["polarity"], strict=True))
    everywhere.update((theme, ANY) for theme in found["theme"])
    for (j, (theme, label)), (k, polarity) in product(enumerate(tables.themes), enumerate(POLARITIES)):
        findings, of_all = int(above[:, j, k].sum()), int(below[:, j, k].sum())
        reports, of_reports = int((above[:, j, k] > 0).sum()), int(in_scope[:, j].sum())
        shares = (_ratio(findings, of_all), low[j, k], high[j, k])
        of_scope = (_ratio(reports, of_reports), *wilson(reports, of_reports))
        lost = everywhere[theme, polarity] - findings
        values = (theme, label, polarity, findings, of_all, *shares, reports, of_reports, *of_scope)
        yield dict(zip(_FIGURES, (*values, of_reports < minimum, lost), strict=True))


def _places(axes: Sequence[pd.Index], rows: pd.DataFrame) -> tuple[NDArray[np.intp], ...]:
    """Where each row of as many columns as ``axes`` stands on them."""
    return tuple(axis.get_indexer(pd.Index(rows[name])) for axis, name in zip(axes, rows.columns, strict=True))


def _ratio(n: int, total: int) -> float:
    return n / total if total else nan
