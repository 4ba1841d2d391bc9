"""How well findings are found: exact text, kind, polarity, coverage of prose, against the annotated reports.

Polarity is that of models trained without the report at hand.

    python -m evaluation.extraction ../shared/reports
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from evaluation.markdown import part, table
from training.data import annotated
from training.linear import train_polarity
from yosnlp import findings, reading, reports
from yosnlp.frameworks import frameworks
from yosnlp.labels import Annotations, Label, examples, file_of, shipped
from yosnlp.records import Finding, Report
from yosnlp.text import letters, view
from yosnlp.themes.polarity import PolarityModel

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


def measure(labels: Annotations, report: Report, found: Sequence[Finding]) -> Counts:
    """Compare ``found`` with ``labels``, both of ``report``."""
    counts = Counts(findings=len(found))
    document = report.document
    counts.verbatim = sum(view(document, f.start, f.end).text == f.text for f in found)
    by_text: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.kind not in ("narrative", "practice_example"):
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


def held_out(reports_folder: Path) -> list[tuple[str, Counts]]:
    """The counts of each annotated report below ``reports_folder``, polarity trained on the others."""
    data = annotated(reports_folder)
    rows = []
    for labels in shipped():
        path = file_of(labels, reports_folder)
        if path is None:
            continue
        judge = PolarityModel(train_polarity([d for d in data if d.source != labels.report] + examples()))
        report = reports.understand(reading.read(path))
        found = findings.extract(report, frameworks()[report.programme], judge)
        rows.append((labels.report, measure(labels, report, found)))
    return rows


def lines(reports_folder: Path) -> list[str]:
    """The counts of each report and of all, as a Markdown table."""
    rows = held_out(reports_folder)
    total = Counts()
    for _, counts in rows:
        total.add(counts)
    columns = (
        *("report", "listed found", "not in the labels", "kind", "polarity", "of it by model"),
        *("judged prose present", "polarity of prose", "single cases marked", "text equals span"),
    )
    return [
        "# Findings: found, kind, polarity, coverage of prose",
        "",
        *table(columns, map(_row, [*rows, ("all", total)])),
    ]


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
    print("\n".join(lines(Path(sys.argv[1]))))
