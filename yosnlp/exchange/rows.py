"""A tagged report as plain rows, in the order of columns that the design promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yosnlp.exchange.figures import Figures
from yosnlp.exchange.tables import Value
from yosnlp.frameworks import frameworks
from yosnlp.records import Finding, Report, TaggedReport, ThemeScore

FINDINGS = (
    *("finding_id", "report_id", "source_file", "service", "programme", "year", "domain", "standard_id", "standard"),
    *("kind", "polarity", "polarity_origin", "polarity_confidence", "themes", "theme_scores", "evidence"),
    *("text", "start", "end", "page", "quantity_share", "quantity_n", "quantity_total", "repeat_of"),
    *("rating", "rating_points", "lowest_key_question_percent", "overall_rating", "overall_score"),
)
RATINGS = (
    *("report_id", "service", "programme", "year", "level", "standard_id", "standard"),
    *("rating", "points", "percent", "comment", "discretion", "start", "end", "page"),
)
KEY_QUESTIONS = (
    *("report_id", "standard_id", "question_id", "level", "question"),
    *("percent", "yes", "relevant", "start", "end", "page"),
)


def finding_rows(tagged: TaggedReport) -> Iterator[dict[str, Value]]:
    """A row a finding: all but what has several values (themes, evidence), which `folded` puts into cells."""
    figures = Figures.of(tagged)
    for finding in tagged.findings:
        yield {**_identity(tagged.report), **_said(tagged.report, finding), **figures.beside(finding)}


def folded(record: Mapping[str, Any]) -> dict[str, Value]:
    """A record of ``findings.jsonl`` as a row of ``findings.csv``: lists and maps in one cell each."""
    scores, evidence = record["theme_scores"], record["evidence"]
    shown = {
        "themes": ";".join(record["themes"]),
        "theme_scores": ";".join(f"{theme}={scores[theme]:.2f}" for theme in record["themes"]),
        "evidence": " | ".join(f"{piece['theme']}: {piece['text']}" for piece in evidence),
    }
    return {column: shown.get(column, record.get(column)) for column in FINDINGS}


def rating_rows(tagged: TaggedReport) -> Iterator[dict[str, Value]]:
    """A row a settled rating."""
    for rating in tagged.scores.ratings:
        row = {
            **_identity(tagged.report),
            "level": rating.level,
            "standard_id": rating.standard_id,
            "standard": rating.standard,
            "rating": rating.value,
            "points": rating.points,
            "percent": rating.percent,
            "comment": rating.comment,
            "discretion": rating.discretion,
            "start": rating.start,
            "end": rating.end,
            "page": tagged.report.document.page_at(rating.start),
        }
        yield {column: row[column] for column in RATINGS}


def key_question_rows(tagged: TaggedReport) -> Iterator[dict[str, Value]]:
    """A row a key question or prompt, with its figure as the report states it."""
    for question in tagged.scores.key_questions:
        row: dict[str, Value] = {
            "report_id": tagged.report.id,
            "standard_id": question.standard_id,
            "question_id": question.question_id,
            "level": question.level,
            "question": question.question,
            "percent": question.percent,
            "yes": question.yes,
            "relevant": question.relevant,
            "start": question.start,
            "end": question.end,
            "page": tagged.report.document.page_at(question.start),
        }
        yield row


def assigned(tagged: TaggedReport, finding: Finding, themes: Sequence[str]) -> list[ThemeScore]:
    """The themes assigned to the finding, in the order of ``themes``; others after them, by name."""
    places = {theme: place for place, theme in enumerate(themes)}
    scores = [score for score in tagged.themes.get(finding.id, ()) if score.assigned]
    return sorted(scores, key=lambda score: (places.get(score.theme, len(places)), score.theme))


def _standard_name(report: Report, standard_id: str | None) -> str | None:
    """The programme's name of a standard, or None."""
    framework = frameworks().get(report.programme)
    standard = framework.standard(standard_id) if framework else None
    return standard.name if standard else None


def _identity(report: Report) -> dict[str, Value]:
    return {
        "report_id": report.id,
        "source_file": report.document.source,
        "service": report.service,
        "programme": report.programme,
        "year": report.year,
    }


def _said(report: Report, finding: Finding) -> dict[str, Value]:
    """What the finding itself says, and where."""
    quantity = finding.quantities[0] if finding.quantities else None
    return {
        "finding_id": finding.id,
        "domain": finding.domain,
        "standard_id": finding.standard_id,
        "standard": _standard_name(report, finding.standard_id),
        "kind": finding.kind,
        "polarity": finding.polarity,
        "polarity_origin": finding.polarity_origin,
        "polarity_confidence": _rounded(finding.polarity_confidence),
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "page": report.document.page_at(finding.start),
        "quantity_share": _rounded(quantity.share) if quantity else None,
        "quantity_n": quantity.n if quantity else None,
        "quantity_total": quantity.total if quantity else None,
        "repeat_of": finding.repeat_of,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
