"""What the certificate sees: damaged copies of reports that are not called complete, and whole ones that are.

    python -m evaluation.certificate ../shared/reports

Over the bundled samples and the annotated reports. A damage counts as seen if the copy is refused, or has a reason
that the whole report has not, so that one that is partial anyway does not make it look good.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation import record
from evaluation.damage import DAMAGES
from evaluation.markdown import part, table
from yosnlp import findings, ratings, reading, reports, resources
from yosnlp.certificate import certify
from yosnlp.errors import UnreadableInput
from yosnlp.frameworks import frameworks
from yosnlp.labels import file_of, shipped
from yosnlp.reading.plain import READ_FROM_TEXT
from yosnlp.records import Certificate, Document, Judgement, Report
from yosnlp.text import letters

SAMPLE = "sample "  # before the names of those that are bundled
CUTS = ("cut off before a section", "cut off at 5% to 95%")
_MOST = 4  # copies of a kind of a report, evenly spaced; of the samples all that are cut off


def certificate_of(document: Document, programme: str | None = None) -> tuple[Certificate, Report]:
    """The certificate of a document, and the report that it is, of the ``programme`` if given. Raises NotAReport."""
    report = reports.understand(document, {programme: frameworks()[programme]} if programme else None)
    framework = frameworks()[report.programme]
    scores = ratings.read_scores(report, framework)
    found = findings.extract(report, framework, _neutral)
    return certify(report, found, scores, framework), report


def _neutral(texts: Sequence[str]) -> list[Judgement]:
    """A judge without an opinion: what is found does not hang on it, but where sentences are parted."""
    return [Judgement(polarity="neutral", probability=1.0, leaning=0.0, both=-9.0) for _ in texts]


def damaged(whole: Document, text: str) -> Document:
    """``whole``, a file of text or Markdown, with another text, read anew."""
    return reading.read_again(replace(whole, text=text, blocks=(), hidden=(), pages=()))


def _files(reports_folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(p for p in resources.corpus("sample").iterdir() if p.is_file()):
        yield f"{SAMPLE}{path.name}", path
    for labels in shipped():
        path_ = file_of(labels, reports_folder)
        if path_ is not None:
            yield labels.report, path_


def seen(whole: Report, before: Certificate, text: str) -> bool:
    """Whether the copy of ``whole`` with ``text`` is refused, or has a reason that ``before`` has not."""
    try:
        after, _ = certificate_of(damaged(whole.document, text), whole.programme)
    except UnreadableInput:
        return True
    return after.grade != "complete" and bool({_key(r) for r in after.reasons} - {_key(r) for r in before.reasons})


def _key(remark: Any) -> tuple[str, str]:
    return remark.code, letters(remark.says)


def measure(reports_folder: Path) -> dict[str, Any]:
    """For each report its grade, and of each kind of damage how many copies there were and which were not seen."""
    measured: dict[str, Any] = {"reports": {}, "damages": {kind: {} for kind in DAMAGES}}
    files = list(_files(reports_folder))
    with ProcessPoolExecutor() as pool:
        for (name, _), (grade, damages) in zip(files, pool.map(_of_file, *zip(*files, strict=True)), strict=True):
            measured["reports"][name] = grade
            for kind, counts in damages.items():
                measured["damages"][kind][name] = counts
    return measured


def _of_file(name: str, path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The grade of one report, and the counts of each kind of damage to it. Of a real one no words are kept."""
    before, report = certificate_of(reading.read(path))
    own = name.startswith(SAMPLE)
    grade = {
        "grade": before.grade,
        "share_in_findings": before.share_in_findings,
        "reasons": sorted({f"{r.code}: {r.says}" if own else r.code for r in before.reasons}),
    }
    kinds = DAMAGES if report.document.format in READ_FROM_TEXT else ()  # the others are more than their text
    return grade, {kind: _counts(report, before, kind, all_cuts=own) for kind in kinds}


def _counts(report: Report, before: Certificate, kind: str, *, all_cuts: bool) -> dict[str, Any]:
    copies = [copy for copy in DAMAGES[kind](report) if letters(copy.text) != letters(report.document.text)]
    if not (all_cuts and kind in CUTS):
        copies = copies[:: -(-len(copies) // _MOST) or 1]
    missed = [copy for copy in copies if not seen(report, before, copy.text)]
    return {
        "copies": len(copies),
        "in_body": sum(not copy.past_body for copy in copies),
        "missed": [copy.what for copy in missed if not copy.past_body],
        "missed_past_body": [copy.what for copy in missed if copy.past_body],
    }


def lines(measured: dict[str, Any]) -> list[str]:
    """The grades of whole reports, and what was seen of the damaged ones, as Markdown tables."""
    grades = [
        (
            name,
            of["grade"],
            "" if of["share_in_findings"] is None else f"{of['share_in_findings']:.0%}",
            "; ".join(of["reasons"]) or "none",
        )
        for name, of in measured["reports"].items()
    ]
    rows = []
    for kind, of_reports in measured["damages"].items():
        for group in (True, False):
            counts = [of for name, of in of_reports.items() if name.startswith(SAMPLE) == group]
            inside = sum(of["in_body"] for of in counts)
            past = sum(of["copies"] - of["in_body"] for of in counts)
            rows.append(
                (
                    kind,
                    "samples" if group else "annotated reports",
                    part(inside - sum(len(of["missed"]) for of in counts), inside),
                    part(past - sum(len(of["missed_past_body"]) for of in counts), past),
                )
            )
    return [
        "# The extraction certificate",
        "",
        "## Whole reports",
        "",
        *table(("report", "grade", "body in findings", "reasons"), grades),
        "",
        "## Damaged copies that were seen",
        "",
        "A cut past the body loses annexes alone.",
        "",
        *table(("damage", "of", "seen, body touched", "seen, past the body"), rows),
    ]


if __name__ == "__main__":
    record.write("certificate", measure(Path(sys.argv[1])), lines)
