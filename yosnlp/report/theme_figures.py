"""Themes by side: in how many inspections and findings, with denominators and intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yosnlp import analysis
from yosnlp.report import anchors
from yosnlp.report.wording import SIDES, interval, of_inspections, percent
from yosnlp.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How often something was found: ``n`` of ``total``; ``share`` and its bounds are 0..1, NaN if there are none."""

    n: int
    total: int
    share: float
    low: float
    high: float

    @property
    def percent(self) -> str:
        return percent(self.share)

    @property
    def interval(self) -> str:
        return interval(self.low, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A theme on one side; ``anchor`` of its quotations, if there are any. ``outside``: findings outside the scope."""

    polarity: str
    name: str
    reports: Figure
    findings: Figure
    small: bool
    outside: int
    anchor: str | None

    @property
    def in_words(self) -> str:
        """What a bar says to those who do not see it."""
        return (
            f"{self.name}: in {of_inspections(self.reports.n, self.reports.total)}, "
            f"{self.findings.n:,} of {self.findings.total:,} findings"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFigures:
    """A theme with its sides in the order of `SIDES`."""

    theme: str
    label: str
    sides: tuple[Side, ...]


def theme_figures(tables: Tables) -> tuple[ThemeFigures, ...]:
    """The figures of each theme, the one found in most findings first."""
    rows = analysis.frequency(tables).to_dict("records")
    by_side = {(row["theme"], row["polarity"]): _side(row) for row in rows}
    figures = [
        ThemeFigures(theme=theme, label=label, sides=tuple(by_side[theme, polarity] for polarity in SIDES))
        for theme, label in tables.themes
    ]
    return tuple(sorted(figures, key=lambda figure: -figure.sides[-1].findings.n))


def _side(row: dict[Any, Any]) -> Side:
    theme, polarity = row["theme"], row["polarity"]
    reports = (row["reports"], row["reports_in_scope"], row["share"], row["share_low"], row["share_high"])
    findings = (
        *(row["findings"], row["findings_in_scope"], row["share_of_findings"]),
        *(row["share_of_findings_low"], row["share_of_findings_high"]),
    )
    anchor = anchors.of_theme(theme) if polarity == analysis.ANY else anchors.of_side(theme, polarity)
    return Side(
        polarity=polarity,
        name=SIDES[polarity],
        reports=_figure(reports),
        findings=_figure(findings),
        small=row["small"],
        outside=row["outside_scope"],
        anchor=anchor if row["findings"] + row["outside_scope"] else None,
    )


def _figure(values: tuple[Any, ...]) -> Figure:
    n, total, share, low, high = values
    return Figure(n=int(n), total=int(total), share=float(share), low=float(low), high=float(high))
