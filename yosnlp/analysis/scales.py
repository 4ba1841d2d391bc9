"""Ratings of two inspections: side by side on one programme's scale, each on its own where the programmes differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from yosnlp import tables as frames
from yosnlp.analysis.inspections import Pair, inspections
from yosnlp.tables import Tables

_RATED = {"rating": "str", "points": "Int64", "percent": "Int64", "comment": "str"}
#: The columns of `ratings_of_pairs`, with their types as in `yosnlp.tables`.
COLUMNS = {
    **dict.fromkeys(("service", "earlier_report_id", "later_report_id", "programme", "level"), "str"),
    **dict.fromkeys(("standard_id", "standard"), "str"),
    "side_by_side": "bool",
    **{f"{side}_{name}": kind for side in ("earlier", "later") for name, kind in _RATED.items()},
}


def ratings_of_pairs(tables: Tables, earlier: str | None = None, later: str | None = None) -> pd.DataFrame:
    """A row for each rating of the pairs of `inspections`, in the reports' order. Raises InvalidData as that does.

    Within one programme a row holds what both reports rate the same standard or score. Across programmes no scale
    is turned into another: each report's ratings have rows of their own, and the other's columns are empty.

    Columns: ``service, earlier_report_id, later_report_id``; ``programme``, whose scale the row is on; ``level,
    standard_id, standard`` as in the ratings; ``side_by_side``: whether both reports are on that scale; ``rating,
    points, percent, comment``, after ``earlier_`` and after ``later_``.
    """
    rows = [row for pair in inspections(tables, earlier, later).pairs for row in _rows(tables, pair)]
    return frames.frame(rows, COLUMNS)


def _rows(tables: Tables, pair: Pair) -> Iterator[dict[str, Any]]:
    programme = dict(zip(tables.reports["report_id"], tables.reports["programme"], strict=True))
    one_scale = programme[pair.earlier] == programme[pair.later]
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for side, report_id in (("earlier", pair.earlier), ("later", pair.later)):
        for rating in tables.ratings[tables.ratings["report_id"] == report_id].to_dict("records"):
            place = (programme[report_id], rating["level"], rating["standard_id"])
            row = rows.setdefault(
                place,
                {
                    "service": pair.service,
                    "earlier_report_id": pair.earlier,
                    "later_report_id": pair.later,
                    "programme": place[0],
                    "level": place[1],
                    "standard_id": place[2],
                    "standard": rating["standard"],
                    "side_by_side": one_scale,
                },
            )
            row.update({f"{side}_{name}": rating[name] for name in _RATED})
    yield from rows.values()
