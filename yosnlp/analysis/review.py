"""A sample of findings for a person to code, drawn so that figures can be corrected by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from yosnlp import tables as columns
from yosnlp.analysis import scope
from yosnlp.errors import InvalidData
from yosnlp.tables import Tables

SIZE, SEED = 200, 1
#: From this probability on, a theme that was not assigned is a near miss. Of probabilities below it 7 in 1,000 were
#: right on held-out reports, of those from 0.1 to 0.2 20 in 100 (the table of probabilities in the model's card).
NEAR = 0.1
_LEAST = 2  # of each stratum: of one finding no spread can be told


def review_sample(tables: Tables, size: int = SIZE, seed: int = SEED, *, show_themes: bool = False) -> pd.DataFrame:
    """``size`` of the findings of inspections that count, or all if there are fewer, in the order of the tables.

    A stratum is the rarest theme that its findings carry or nearly carry (`NEAR`), carried and nearly apart, and one
    of neither; where there would be more than ``size`` / 2 of them, the smallest are one. Within a stratum each
    finding is as likely as another. Small strata are drawn from more often, by the square root of their size, after
    M. D. Bankier (1988), Power allocations, The American Statistician 42, 174-177; what is drawn is told by ``seed``.

    Columns: those of `tables.REVIEW`, the last two empty but for the person to fill; with ``show_themes`` also
    ``model_themes``. Without it nothing tells what the model assigned, so that the person is not led by it.

    Raises InvalidData for tables without a finding that counts.
    """
    tables = scope.inspected(tables)
    counted = tables.findings[tables.findings["counts"]].reset_index(drop=True)
    if counted.empty:
        raise InvalidData("no finding in these tables counts: there is nothing to draw from")
    numbers = _strata(counted, tables, most=max(1, size // _LEAST))
    sizes = np.bincount(numbers)
    drawn = _allocated(sizes, min(size, len(counted)))
    generator = np.random.default_rng(seed)
    chosen = [
        generator.choice(np.flatnonzero(numbers == stratum), drawn[stratum], replace=False)
        for stratum in range(len(sizes))
    ]
    places = np.sort(np.concatenate(chosen))
    rows = [
        {
            **{name: finding[name] for name in ("finding_id", "report_id", "text")},
            "place": _place(finding),
            "stratum": number + 1,
            "stratum_findings": sizes[number],
            "stratum_drawn": drawn[number],
            "model_themes": finding["themes"],
        }
        for finding, number in zip(counted.iloc[places].to_dict("records"), numbers[places], strict=True)
    ]
    made = columns.frame(rows, {**columns.REVIEW, "model_themes": "object"})
    return made if show_themes else made.drop(columns="model_themes")


def _strata(counted: pd.DataFrame, tables: Tables, most: int) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """The number of the stratum of each finding, from 0."""
    carried = [frozenset(themes) & tables.labels.keys() for themes in counted["themes"]]
    near = [
        frozenset(theme for theme, chance in (scores or {}).items() if chance >= NEAR) & tables.labels.keys() - has
        for scores, has in zip(counted["theme_scores"], carried, strict=True)
    ]
    often = Counter(theme for themes in (*carried, *near) for theme in themes)
    order = list(tables.labels)

    def stratum(has: frozenset[str], nearly: frozenset[str]) -> str:
        if not has | nearly:
            return ""
        rarest = min(has | nearly, key=lambda theme: (often[theme], order.index(theme)))
        return f"{rarest} {'carried' if rarest in has else 'nearly'}"

    named = [stratum(has, nearly) for has, nearly in zip(carried, near, strict=True)]
    by_size = sorted(Counter(named).items(), key=lambda item: (-item[1], item[0]))
    kept = {name: number for number, (name, _) in enumerate(by_size)}
    return np.array([min(kept[name], most - 1) for name in named], dtype=np.intp)


def _allocated(sizes: np.ndarray[Any, Any], size: int) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """How many to draw from strata of ``sizes``: ``size`` in all, by the square root of each."""
    drawn = np.minimum(sizes, _LEAST)
    for _ in range(size - int(drawn.sum())):
        drawn[np.where(drawn < sizes, np.sqrt(sizes) / (drawn + 1), -1).argmax()] += 1
    allocated: np.ndarray[tuple[int], np.dtype[np.intp]] = drawn.astype(np.intp)
    return allocated


def _place(finding: Mapping[Any, Any]) -> str:
    """Where the finding stands in its report, as a reader sees it there: also under which heading, if under one."""
    year, page = (None if pd.isna(finding[name]) else int(finding[name]) for name in ("year", "page"))
    standard = " ".join(part for part in (finding["standard_id"], finding["standard"]) if part)
    listed = str(finding["polarity"]).replace("_", " ") if finding["polarity_origin"] == "heading" else ""
    parts = (
        " ".join(str(part) for part in (finding["service"], year) if part),
        standard,
        f"page {page}" if page else "",
        f"listed as {listed}" if listed else "",
    )
    return ", ".join(part for part in parts if part)
