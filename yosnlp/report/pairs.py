"""Themes that are spoken of in one finding more often, or less, than chance would have it."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

from yosnlp import analysis
from yosnlp.tables import Tables

#: So many pairs are listed.
_LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two themes: findings with both, in so many reports, beside those expected by chance."""

    first: str
    second: str
    findings: int
    reports: int
    expected: str
    lift: str
    interval: str
    small: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """The pairs listed of ``total`` that occur at least once; ``small`` of these rest on small numbers."""

    listed: tuple[Pair, ...]
    total: int
    small: int


def pairs(tables: Tables) -> Pairs:
    """Pairs found together, first those that do not rest on small numbers, the highest lift first."""
    found = analysis.cooccurrence(tables)
    found = found[found["findings"] > 0].sort_values(
        ["small", "lift", "findings"], ascending=[True, False, False], kind="stable"
    )
    listed = tuple(
        Pair(
            first=row["label_a"],
            second=row["label_b"],
            findings=row["findings"],
            reports=row["reports"],
            expected=f"{row['expected']:.1f}",
            lift=f"{row['lift']:.1f}",
            interval="–" if isnan(row["lift_low"]) else f"{row['lift_low']:.1f} to {row['lift_high']:.1f}",
            small=row["small"],
        )
        for row in found.head(_LISTED).to_dict("records")
    )
    return Pairs(listed=listed, total=len(found), small=int(found["small"].astype(bool).sum()))
