"""Tables made by hand, of services that do not exist: what the figures across reports are tested on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from yosnlp import tables
from yosnlp.frameworks import frameworks
from yosnlp.tables import Tables

LABELS = (
    ("ete", "Education, training and employment"),
    ("victims", "Victims"),
    ("oocd_decision_making", "Out-of-court decisions"),
)


@dataclass(frozen=True)
class Made:
    """A report: its row, its findings, its ratings by standard (None: not rated) and its key questions' per cents."""

    row: dict[str, Any]
    findings: Sequence[dict[str, Any]] = ()
    ratings: dict[str, str | None] = field(default_factory=dict)
    questions: dict[str, float] = field(default_factory=dict)


def said(*themes: str, text: str = "Tutors were prompt.", **columns: Any) -> dict[str, Any]:
    """A finding with those themes; what is not given is plain: a strength of standard 2.1, in a list."""
    plain = {"kind": "strength", "polarity": "strength", "polarity_origin": "heading", "domain": "court"}
    scores = dict.fromkeys(themes, 0.9)
    return {**plain, "standard_id": "2.1", "themes": themes, "theme_scores": scores, "text": text, **columns}


def report(
    name: str,
    *findings: dict[str, Any],
    ratings: dict[str, str | None] | None = None,
    questions: dict[str, float] | None = None,
    **columns: Any,
) -> Made:
    """A report of the 2018 programme, all standards in it, unless ``columns`` say otherwise."""
    programme = columns.get("programme", "2018")
    expected = tuple(standard.id for _, standard in frameworks()[programme].standards())
    plain = {"service": name.title(), "programme": programme, "year": 2019, "expected": expected, "missing": ()}
    row = {"report_id": name, "source_file": f"{name}.txt", "sha256": name * 8, "warnings": (), **plain, **columns}
    return Made(row, findings, ratings or {}, questions or {})


def made(*reports: Made, themes: Sequence[tuple[str, str]] = LABELS) -> Tables:
    """The tables of ``reports``."""
    return Tables(
        reports=tables.frame([made.row for made in reports], tables.REPORTS),
        findings=tables.frame([row for made in reports for row in _findings(made)], tables.FINDINGS),
        ratings=tables.frame([row for made in reports for row in _ratings(made)], tables.RATINGS),
        key_questions=tables.frame([row for made in reports for row in _questions(made)], tables.KEY_QUESTIONS),
        themes=tuple(themes),
        unread=(),
        run={"version": "0", "model": "made", "codebook_version": 1},
    )


def _of(made: Made) -> dict[str, Any]:
    return {name: made.row[name] for name in ("report_id", "source_file", "service", "programme", "year")}


def _findings(made: Made) -> list[dict[str, Any]]:
    framework = frameworks()[made.row["programme"]]
    rows = []
    for i, finding in enumerate(made.findings, start=1):
        standard = framework.standard(finding["standard_id"])
        given = made.ratings.get(finding["standard_id"] or "")
        known = {q: p for q, p in made.questions.items() if q.startswith(f"{finding['standard_id']}.")}
        rows.append(
            {
                **_of(made),
                "finding_id": f"{made.row['report_id']}:{i:04d}",
                "start": 100 * i,
                "end": 100 * i + len(finding["text"]),
                "page": None,
                "standard": standard.name if standard else None,
                "rating": given,
                "rating_points": _points(made, given),
                "lowest_key_question_percent": min(known.values(), default=None),
                **{name: made.row.get(name) for name in ("overall_rating", "overall_score")},
                "evidence": (),
                "quantities": (),
                "links": (),
                "counts": finding["kind"] != "practice_example" and not finding.get("repeat_of"),
                **finding,
            }
        )
    return rows


def _ratings(made: Made) -> list[dict[str, Any]]:
    framework = frameworks()[made.row["programme"]]
    rows = []
    for place, given in made.ratings.items():
        standard = framework.standard(place)
        named = {"standard": standard.name if standard else None, "level": "standard" if standard else "domain"}
        rows.append(
            {**_of(made), "standard_id": place, **named, "rating": given, "points": _points(made, given)}
            | {"discretion": False, "start": 0, "end": 0}
        )
    return rows


def _questions(made: Made) -> list[dict[str, Any]]:
    return [
        {"report_id": made.row["report_id"], "standard_id": question.rsplit(".", 1)[0], "question_id": question}
        | {
            "level": "key_question",
            "question": f"Question {question}?",
            "percent": round(share),
            "share_percent": share,
        }
        | {"start": 0, "end": 0}
        for question, share in made.questions.items()
    ]


def _points(made: Made, rating: str | None) -> int | None:
    scale = frameworks()[made.row["programme"]].ratings
    return scale.index(rating) if rating in scale else None
