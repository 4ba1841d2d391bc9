"""How well findings are found: exact text, kind, polarity, coverage of prose, against the annotated reports.

    python -m evaluation.extraction ../shared/reports build/held_out

Polarity is that of models trained without the report at hand: those that `training.held_out` left in the work folder.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from evaluation import record
from evaluation.markdown import part, table
from training.assemble import without
from training.data import annotated
from yosnlp import findings, reading, reports
from yosnlp.findings.contrast import Judge
from yosnlp.frameworks import frameworks
from yosnlp.labels import Annotations, Label, file_of, shipped
from yosnlp.records import Finding, Report
from yosnlp.text import letters, view

_JUDGEMENTS = ("strength", "area_for_improvement", "mixed")


@dataclass(slots=True)
class Counts:
    """What was there, and how much of it was right."""

    listed: int = 0
    found: int = 0
    invented: int = 0
    kind: int = 0
    polarity: int = 0
    modelled: int = 0
    modelled_right: int = 0
    judged: int = 0
    present: int = 0
    prose: int = 0
    prose_right: int = 0
    cases: int = 0
    cases_marked: int = 0
    findings: int = 0
    verbatim: int = 0

    def add(self, other: Counts) -> None:
        """Add the counts of ``other``."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))


def compare(labels: Annotations, report: Report, found: Sequence[Finding]) -> Counts:
    """Compare ``found`` with ``labels``, both of ``report``."""
    counts = Counts(findings=len(found))
    document = report.document
    counts.verbatim = sum(view(document, f.start, f.end).text == f.text for f in found)
    by_text: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.listed:
            by_text.setdefault(letters(finding.text), []).append(finding)
    matched: set[str] = set()
    for label, text in labels.texts(document):
        if label.kind == "sentence":
            _prose(counts, label, found, document.text)
            continue
        counts.listed += 1
        same = [f for f in by_text.get(letters(text), []) if f.start < label.end and f.end > label.start]
        if not same:
            continue
        finding = same[0]
        matched.add(finding.id)
        counts.found += 1
        counts.kind += finding.kind == label.kind
        counts.polarity += finding.polarity == label.polarity
        if finding.polarity_origin == "model":
            counts.modelled += 1
            counts.modelled_right += finding.polarity == label.polarity
    counts.invented = sum(f.id not in matched for same in by_text.values() for f in same)
    return counts


def _prose(counts: Counts, label: Label, found: Sequence[Finding], text: str) -> None:
    """Whether the findings cover a labelled sentence, and agree on its polarity."""
    inside = [f for f in found if f.start < label.end and f.end > label.start]
    covered = sum(len(letters(text[max(f.start, label.start) : min(f.end, label.end)])) for f in inside)
    whole = len(letters(text[label.start : label.end]))
    if label.case:
        counts.cases += 1
        counts.cases_marked += any(f.kind == "practice_example" for f in inside)
    if label.polarity in _JUDGEMENTS:
        counts.judged += 1
        counts.present += covered >= 0.97 * whole
    if inside and not label.case:
        said = {f.polarity for f in inside}
        counts.prose += 1
        counts.prose_right += said == {label.polarity} or (label.polarity == "mixed" and len(said - {"neutral"}) > 1)


def held_out(reports_folder: Path, judge_without: Callable[[str], Judge]) -> list[tuple[str, Counts]]:
    """The counts of each annotated report below ``reports_folder``, judged by what has not seen the report."""
    rows = []
    for labels in shipped():
        path = file_of(labels, reports_folder)
        if path is None:
            continue
        judge = judge_without(labels.report)
        report = reports.understand(reading.read(path))
        found = findings.extract(report, frameworks()[report.programme], judge)
        rows.append((labels.report, compare(labels, report, found)))
    return rows


def measure(reports_folder: Path, work: Path) -> dict[str, Any]:
    """The counts of each report and of all."""
    data = annotated(reports_folder)
    rows = held_out(reports_folder, lambda report: without(report, data, work).polarity)
    total = Counts()
    for _, counts in rows:
        total.add(counts)
    return {name: asdict(counts) for name, counts in [*rows, ("all", total)]}


def lines(measured: dict[str, Any]) -> list[str]:
    """The counts as a Markdown table."""
    columns = (
        *("report", "listed found", "not in the labels", "kind", "polarity", "of it by model"),
        *("judged prose present", "polarity of prose", "single cases marked", "text equals span"),
    )
    rows = [_row((name, Counts(**counts))) for name, counts in measured.items()]
    return ["# Findings: found, kind, polarity, coverage of prose", "", *table(columns, rows)]


def _row(named: tuple[str, Counts]) -> tuple[str, ...]:
    name, c = named
    return (
        name,
        part(c.found, c.listed),
        part(c.invented, c.found),
        part(c.kind, c.found),
        part(c.polarity, c.found),
        part(c.modelled_right, c.modelled),
        part(c.present, c.judged),
        part(c.prose_right, c.prose),
        part(c.cases_marked, c.cases),
        part(c.verbatim, c.findings),
    )


if __name__ == "__main__":
    record.write("extraction", measure(*map(Path, sys.argv[1:3])), lines)
