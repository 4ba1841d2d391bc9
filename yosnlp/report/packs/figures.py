"""The figures above the quotations of a theme, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan
from typing import Any

import pandas as pd

from yosnlp.report.wording import SIDES, counted, interval, of_inspections, percent


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A row of `analysis.frequency`: how often a theme is found on a side. Shares are 0..1, NaN where nothing is."""

    polarity: str
    findings: int
    findings_in_scope: int
    share_of_findings: float
    share_of_findings_low: float
    share_of_findings_high: float
    reports: int
    reports_in_scope: int
    share: float
    share_low: float
    share_high: float
    small: bool
    outside_scope: int

    @property
    def name(self) -> str:
        return SIDES[self.polarity]

    @property
    def inspections(self) -> str:
        return of_inspections(self.reports, self.reports_in_scope)

    @property
    def of_findings(self) -> str:
        return f"{self.findings:,} of {counted(self.findings_in_scope, 'finding')}"

    @property
    def words(self) -> str:
        """The figure as one may write it: ``In 3 of 4 inspections (75%, 95% interval 30% to 95%); ...``."""
        if not self.reports_in_scope:
            return "No inspection could have spoken of it."
        return (
            f"In {self.inspections} ({_share(self.share, self.share_low, self.share_high)}); {self.of_findings} "
            f"({_share(self.share_of_findings, self.share_of_findings_low, self.share_of_findings_high)})."
        )

    @property
    def caution(self) -> str:
        """What a reader must know of the figure; empty if nothing."""
        notes = []
        if self.small and self.reports_in_scope:
            notes.append(
                f"Small number: {counted(self.reports_in_scope, 'inspection')} in scope. "
                "Give the count, not the percentage, and say nothing of other services."
            )
        if self.outside_scope:
            notes.append(
                f"{counted(self.outside_scope, 'further finding')} of inspections outside the theme's scope: "
                "quoted like others, but in no figure."
            )
        return " ".join(notes)


def figures(frequency: pd.DataFrame, theme: str) -> dict[str, Figure]:
    """The figures of ``theme`` by polarity, in the order in which sides are shown, from `analysis.frequency`."""
    rows = frequency[frequency["theme"] == theme].to_dict("records")
    made = {row["polarity"]: _figure(row) for row in rows}
    return {polarity: made[polarity] for polarity in SIDES if polarity in made}


def _figure(row: Mapping[Any, Any]) -> Figure:
    """Resampling tells nothing of a share of 0: it would give an interval from 0 to 0."""
    if not row["findings"]:
        row = {**row, "share_of_findings_low": nan, "share_of_findings_high": nan}
    return Figure(**{name: row[name] for name in Figure.__slots__})


def _share(share: float, low: float, high: float) -> str:
    if low != low:
        return f"{percent(share)}, no interval"
    return f"{percent(share)}, 95% interval {interval(low, high)}"
