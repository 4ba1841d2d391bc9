"""What was read and what was not, and what made the tables."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pandas as pd

from yosnlp.analysis import scope
from yosnlp.report.rows import rows
from yosnlp.report.wording import counted, programme, programme_of, report_names
from yosnlp.tables import Tables

#: Beyond so many reports the list is folded away.
_LISTED = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReport:
    """A report: what it is, how much was found, what it lacks; ``grade`` says whether it was read whole."""

    name: str
    source: str
    programme: str
    year: str
    pages: str
    findings: int
    counted: int
    missing: str
    grade: str
    reasons: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The inputs of a run: read, unread with the reason, and facts on the run as pairs of name and value.

    ``counted``: the findings in the figures. ``apart``: those that would count, of reports that are no ``inspections``.
    """

    reports: tuple[ReadReport, ...]
    folded: bool
    unread: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    found: int
    counted: int
    inspections: int
    apart: int
    repeats: int
    cases: int
    without_theme: int


def inputs(tables: Tables) -> Inputs:
    """The view of the inputs of ``tables``."""
    found = tables.findings
    inspected = scope.inspected(tables)
    counting = inspected.findings[inspected.findings["counts"]]
    every, entering = Counter(found["report_id"]), Counter(counting["report_id"])
    names = report_names(tables)
    reports = tuple(
        _report(row, names[row["report_id"]], every[row["report_id"]], entering[row["report_id"]])
        for row in rows(tables.reports)
    )
    repeats = found["repeat_of"].notna()
    return Inputs(
        reports=reports,
        folded=len(reports) > _LISTED,
        unread=tables.unread,
        facts=_facts(tables, inspected),
        notes=_notes(tables, inspected),
        found=len(found),
        counted=len(counting),
        inspections=len(inspected.reports),
        apart=int(found["counts"].sum()) - len(counting),
        repeats=int(repeats.sum()),
        cases=int(((found["kind"] == "practice_example") & ~repeats).sum()),
        without_theme=sum(not themes for themes in counting["themes"]),
    )


def _report(row: dict[str, Any], name: str, found: int, counting: int) -> ReadReport:
    return ReadReport(
        name=name,
        source=row["source_file"],
        programme=programme_of(row),
        year=_known(row["year"], "not stated"),
        pages=_known(row["pages"], "not marked"),
        findings=found,
        counted=counting,
        missing=", ".join(row["missing"] or ()) or "none",
        grade=_known(row["grade"], "not checked"),
        reasons=tuple(row["reasons"] or ()),
        warnings=tuple(row["warnings"] or ()),
    )


def _known(value: Any, otherwise: str) -> str:
    return otherwise if pd.isna(value) else str(value)


def _facts(tables: Tables, inspected: Tables) -> tuple[tuple[str, str], ...]:
    reports, run = inspected.reports, tables.run
    others = len(tables.reports) - len(reports)
    years = reports["year"].dropna()
    span = f"{years.min()} to {years.max()}" if len(years) and years.min() != years.max() else ""
    undated = len(reports) - len(years)
    stated = span or (str(years.min()) if len(years) else "not stated")
    return (
        ("Inspection reports", f"{len(reports):,}"),
        *((("Reports of another kind", f"{others:,}, in no figure"),) if others else ()),
        ("Services", f"{reports['service'].dropna().str.casefold().nunique():,}"),
        ("Programmes", ", ".join(programme(p) for p in sorted(reports["programme"].dropna().unique())) or "none"),
        ("Years", stated + (f" ({counted(undated, 'report')} without a year)" if undated and len(years) else "")),
        ("Made by", f"yosnlp {run.get('version', 'version not known')}"),
        ("Model", str(run.get("model", "not known"))),
        ("Codebook", f"version {run.get('codebook_version', 'not known')}, {counted(len(tables.themes), 'theme')}"),
    )


def _notes(tables: Tables, inspected: Tables) -> tuple[str, ...]:
    """What the reader should know before any figure."""
    reports = inspected.reports
    others = len(tables.reports) - len(reports)
    said = []
    if others:
        said.append(
            f"{counted(others, 'report')} {'is' if others == 1 else 'are'} of another kind, such as thematic or annual "
            "reports, which are no inspection of one service: listed here, and in no figure, table or quotation below. "
            "Their findings are in findings.csv."
        )
    if len(reports) == 1:
        said.append("There is one report only: shares across reports, and their intervals, say next to nothing.")
    silent = len(reports) - inspected.findings.loc[inspected.findings["counts"], "report_id"].nunique()
    if silent:
        said.append(f"{counted(silent, 'report')} without a finding: out of the scope of every figure.")
    if reports["programme"].nunique() > 1:
        said.append("The reports are of more than one programme. Standards and ratings of each are kept apart.")
    return tuple(said)
