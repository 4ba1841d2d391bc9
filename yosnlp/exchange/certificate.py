"""What was read, input by input, so that an analyst can show what the figures rest on; and what made them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, get_args

from yosnlp.exchange.figures import Figures
from yosnlp.records import Certificate, Document, FindingKind, InPart, Period, Provenance, TaggedReport, Unread
from yosnlp.tables import VERSION

#: Who wrote a folder: the mark by which a folder of ours is known again.
AUTHOR = "yosnlp"


def certificate(outcomes: Iterable[TaggedReport | Unread]) -> dict[str, object]:
    """What was read of each input, and which inputs could not be read, and why."""
    reports: list[dict[str, object]] = []
    unread: list[dict[str, object]] = []
    for outcome in outcomes:
        if isinstance(outcome, TaggedReport):
            reports.append(certificate_entry(outcome))
        else:
            unread.append(unread_entry(outcome))
    return {"reports_read": len(reports), "inputs_unread": len(unread), "reports": reports, "unread": unread}


def unread_entry(unread: Unread) -> dict[str, object]:
    """Why an input was not read; one whose report was read from another file has no grade."""
    return {
        "source": unread.source,
        "reason": unread.reason,
        "repeated": unread.repeated,
        "grade": None if unread.repeated else "failed",
    }


def run(provenance: Provenance, themes: Iterable[tuple[str, str]]) -> dict[str, object]:
    """What made the output, and the themes coded, by id and label."""
    coded = [{"id": theme, "label": label} for theme, label in themes]
    return {"written_by": AUTHOR, "tables": VERSION, **asdict(provenance), "themes": coded}


def certificate_entry(tagged: TaggedReport) -> dict[str, object]:
    """What was read of one report."""
    report, scores, figures = tagged.report, tagged.scores, Figures.of(tagged)
    return {
        **_source(report.document),
        "report_id": report.id,
        "programme": report.programme,
        "kind": report.kind,
        "service": report.service,
        "fieldwork": _period(report.fieldwork),
        "published": _period(report.published),
        "year": report.year,
        "overall_rating": figures.overall,
        "overall_score": figures.score,
        "isbn": report.isbn,
        "samples": report.samples,
        "sections": dict(sorted(Counter(section.kind for section in report.sections).items())),
        "standards": {"expected": list(report.expected), "missing": list(report.missing)},
        "findings": _findings(tagged),
        "comparisons": {r.standard: list(r.comparison) for r in scores.ratings if r.standard and r.comparison},
        "ratings": dict(sorted(Counter(rating.level for rating in scores.ratings).items())),
        "key_questions": dict(sorted(Counter(question.level for question in scores.key_questions).items())),
        "reconciliations": [asdict(check) for check in scores.reconciliations],
        "warnings": [*report.warnings, *scores.warnings],
        "grade": tagged.certificate.grade if tagged.certificate else None,
        "certificate": extraction(tagged.certificate) if tagged.certificate else None,
    }


def in_part(entry: Mapping[str, Any]) -> InPart | None:
    """What the entry of a report says of why it is not known to be whole; None if it is.

    Entries of earlier versions have the missing standards alone.
    """
    told = entry.get("certificate")
    if told is not None:
        reasons = tuple(reason["says"] for reason in told["reasons"])
    else:
        missing = entry["standards"]["missing"]
        reasons = (f"No section for standard {', '.join(missing)}.",) if missing else ()
    whole = bool(told and told.get("text_whole"))
    return InPart(source=entry["source"], reasons=reasons, text_whole=whole) if reasons else None


def extraction(certificate: Certificate) -> dict[str, object]:
    """How much of a report was read and whether that is all: the fields of a `Certificate`, less its grade."""
    fields = asdict(certificate)
    del fields["grade"]
    for name in ("sections", "lists", "ratings", "key_questions"):
        fields[name]["missing"] = getattr(certificate, name).missing
    share = certificate.share_in_findings
    return {**fields, "share_in_findings": None if share is None else round(share, 4)}


def _period(period: Period | None) -> list[str] | None:
    """First and last day, as ISO dates."""
    return [period.first.isoformat(), period.last.isoformat()] if period else None


def _source(document: Document) -> dict[str, object]:
    """The file; ``pages`` is null where it does not mark them."""
    hidden: Counter[str] = Counter()
    for stretch in document.hidden:
        hidden[stretch.reason] += stretch.end - stretch.start
    return {
        "source": document.source,
        "sha256": document.sha256,
        "pages": len(document.pages) or None,
        "characters": len(document.text),
        "characters_hidden": dict(sorted(hidden.items())),
    }


def _findings(tagged: TaggedReport) -> dict[str, int]:
    """Findings of each kind, none left out; ``repeats`` are those said before, ``counted`` what enters counts."""
    kinds = Counter(finding.kind for finding in tagged.findings)
    return {
        **{kind: kinds[kind] for kind in get_args(FindingKind)},
        "repeats": sum(finding.repeat_of is not None for finding in tagged.findings),
        "counted": sum(finding.counts for finding in tagged.findings),
    }
