"""A tagged report as the rows of a corpus."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from yosnlp.exchange import certificate_entry, finding_records, key_question_rows, rating_rows
from yosnlp.reading import layout
from yosnlp.records import Document, Period, Provenance, TaggedReport
from yosnlp.store.database import Database, Row
from yosnlp.text import letters


def text_sha256(text: str) -> str:
    """A hash of the letters and digits of ``text``: the same for the same report in another file."""
    return hashlib.sha256(letters(text).encode()).hexdigest()


def report_row(tagged: TaggedReport, provenance: Provenance) -> Row:
    """The row of ``reports``, less when it was added."""
    report, entry = tagged.report, certificate_entry(tagged)
    return {
        "report_id": report.id,
        "service": report.service,
        "programme": report.programme,
        "year": report.year,
        "overall_rating": entry["overall_rating"],
        "overall_score": entry["overall_score"],
        **_period("fieldwork", report.fieldwork),
        **_period("published", report.published),
        "isbn": report.isbn,
        "pages": len(report.document.pages) or None,
        "source_file": report.document.source,
        "source_path": str(Path(report.document.source).resolve()),
        "sha256": report.document.sha256,
        "text_sha256": text_sha256(report.document.text),
        "standards_missing_json": _json(report.missing),
        "certificate_json": _json(entry),
        "model_sha256": provenance.model_sha256,
        "codebook_version": provenance.codebook_version,
        "yosnlp_version": provenance.version,
        "options_json": _json(provenance.options),
    }


def document_row(report_id: str, document: Document) -> Row:
    """The row of ``documents``."""
    return {
        "report_id": report_id,
        "format": document.format,
        "encoding": document.encoding,
        "text": document.text,
        **{f"{name}_json": _json(parts) for name, parts in layout(document).items()},
    }


def put_findings(database: Database, tagged: TaggedReport, themes: Sequence[str], first_key: int) -> None:
    """Store the findings, with keys from ``first_key`` on, and what belongs to them."""
    found: list[Row] = []
    parts: dict[str, list[Row]] = {"finding_themes": [], "evidence": [], "quantities": [], "links": []}
    for key, (finding, record) in enumerate(
        zip(tagged.findings, finding_records(tagged, themes), strict=True), start=first_key
    ):
        held: dict[str, Any] = record
        found.append(
            {
                "finding_key": key,
                **{c: held[c] for c in _FINDING},
                "span_start": finding.start,
                "span_end": finding.end,
                "counts": finding.counts,
                "theme_scores_json": _json(held["theme_scores"]),
            }
        )
        parts["finding_themes"] += [
            {"finding_key": key, "theme_id": theme, "probability": held["theme_scores"][theme]}
            for theme in held["themes"]
        ]
        for table in ("evidence", "quantities", "links"):
            parts[table] += [{"finding_key": key, "position": i, **_stored(part)} for i, part in enumerate(held[table])]
    database.insert("findings", found)
    for table, rows in parts.items():
        database.insert(table, rows)


def put_figures(database: Database, tagged: TaggedReport) -> None:
    """Store the ratings and key questions."""
    for table, rows in (("ratings", rating_rows(tagged)), ("key_questions", key_question_rows(tagged))):
        database.insert(
            table,
            [
                {
                    "report_id": tagged.report.id,
                    "position": i,
                    **{c: v for c, v in _stored(row).items() if c in columns},
                }
                for i, row in enumerate(rows)
                for columns in (_FIGURES[table],)
            ],
        )


_FINDING = (
    *("finding_id", "report_id", "domain", "standard_id", "standard", "kind", "polarity", "polarity_origin"),
    *("polarity_confidence", "text", "page", "anchor", "addressee", "repeat_of"),
    *("rating", "rating_points", "lowest_key_question_percent"),
)
_SPAN = frozenset({"span_start", "span_end", "page", "level", "standard_id"})
_FIGURES = {
    "ratings": _SPAN | {"standard", "rating", "points", "percent", "comment", "discretion"},
    "key_questions": _SPAN | {"question_id", "question", "percent", "yes", "relevant"},
}
#: Words that SQL keeps for itself, or that say too little in a table of their own.
RENAMED = {"start": "span_start", "end": "span_end", "theme": "theme_id"}


def _stored(part: Any) -> Row:
    return {RENAMED.get(name, name): value for name, value in part.items()}


def _period(name: str, period: Period | None) -> Row:
    return {
        f"{name}_first": period.first.isoformat() if period else None,
        f"{name}_last": period.last.isoformat() if period else None,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
