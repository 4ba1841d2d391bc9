"""A small corpus to search: findings of services that do not exist, with vectors of the embedding that ships."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation.search.filled import fill
from tests.exchange.made import LABELS
from yosnlp import tables
from yosnlp.store import Corpus
from yosnlp.store.embedding import Embedding
from yosnlp.tables import Tables

REPORTS = (
    {"report_id": "north", "service": "Northmere", "programme": "2018", "year": 2019},
    {"report_id": "south", "service": "Southwold Vale", "programme": "2018", "year": 2021},
    {"report_id": "old", "service": None, "programme": "core_case_inspection", "year": None},
)
GOOD, POOR = "strength", "area_for_improvement"
#: id, polarity, themes, standard, rating, text; the report is in the id.
FINDINGS = (
    ("north:1", GOOD, "ete", "2.1", "Good", "Children are back at school within a week of being excluded."),
    ("north:2", POOR, "ete", "2.2", "Inadequate", "Too few children attend education, training and employment."),
    ("north:3", GOOD, "victims", "2.3", "Good", "Restorative justice is offered to every victim of an offence."),
    ("north:4", GOOD, "", "1.2", "Good", "A speech and language therapist joins the team on Mondays."),
    ("north:5", POOR, "", "1.2", "Good", "The police officer and the nurse share one old laptop."),
    ("south:1", POOR, "ete", "2.1", "Good", "ETE workers were not consulted about the plan."),
    (
        "south:2",
        POOR,
        "oocd_decision_making",
        "3.1",
        "Good",
        "The panel gives no reasons for an out-of-court disposal.",
    ),
    ("south:3", GOOD, "victims", "2.3", "Good", "Letters of apology were sent to those who had been harmed."),
    ("south:4", POOR, "", "2.1", "Good", "Assessments of risk of harm are weak."),
    ("south:5", POOR, "", "2.1", "Good", "Assessments of risk of harm to others are weak, as we say above."),
    ("old:1", POOR, "", None, None, "RoH was wrongly classified, and LAC reviews were missed."),
    ("old:2", GOOD, "", None, None, "Cannabis workers saw children at home."),
)
REPEATS = {"south:5": "south:4"}


def searched_tables(more: tuple[tuple[Any, ...], ...] = ()) -> Tables:
    reports = [{**r, "source_file": f"{r['report_id']}.txt", "sha256": str(r["report_id"])} for r in REPORTS]
    of = {report["report_id"]: report for report in reports}
    rows = []
    for place, (finding_id, polarity, themes, standard, rating, text) in enumerate((*FINDINGS, *more)):
        assigned = tuple(filter(None, themes.split()))
        rows.append(
            {
                **of[finding_id.partition(":")[0]],
                "finding_id": finding_id,
                "kind": polarity,
                "polarity": polarity,
                "polarity_origin": "heading",
                "themes": assigned,
                "theme_scores": {theme: 0.9 if theme in assigned else 0.1 for theme, _ in LABELS},
                "domain": "court" if standard and standard.startswith("2") else None,
                "standard_id": standard,
                "standard": f"Standard {standard}" if standard else None,
                "rating": rating,
                "text": text,
                "start": 1000 * place,
                "end": 1000 * place + len(text),
                "page": place + 1,
                "repeat_of": REPEATS.get(finding_id),
                "counts": finding_id not in REPEATS,
            }
        )
    ratings = [{"report_id": "north", "level": "standard", "standard_id": "2.1", "standard": "Assessment"}]
    ratings += [{**ratings[0], "rating": value} for value in ("Good", "Inadequate")]
    return Tables(
        reports=tables.frame(reports, tables.REPORTS),
        findings=tables.frame(rows, tables.FINDINGS),
        ratings=tables.frame(ratings, tables.RATINGS),
        key_questions=tables.frame([], tables.KEY_QUESTIONS),
        themes=LABELS,
        unread=(),
        run={},
    )


def searched(where: str | Path, more: tuple[tuple[Any, ...], ...] = ()) -> Corpus:
    """The corpus at ``where``, open. ``more``: further findings, as `FINDINGS`."""
    corpus = Corpus.open(where, create=True)
    made = searched_tables(more)
    fill(corpus, made, Embedding.load().vectors(made.findings["text"].tolist()))
    return corpus
