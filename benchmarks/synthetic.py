"""Tables of many reports that nobody wrote: invented services, the written examples as findings, ratings by chance."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np

from yosnlp import resources, tables
from yosnlp.frameworks import Framework, frameworks
from yosnlp.tables import Tables
from yosnlp.themes import load_codebook

#: Findings of a report, about as many as a report of the 2018 programme has.
FINDINGS = 200
_BETWEEN = 6  # years between two inspections of a service
_FIRST, _LAST = 2012, 2025
_BEFORE = ("Alder", "Brack", "Cope", "Dun", "Elm", "Fern", "Gorse", "Hazel", "Ivy", "Larch", "Moss", "Thorn", "Wych")
_AFTER = ("bury", "combe", "ford", "ham", "hurst", "ley", "mere", "port", "stead", "stoke", "ton", "wick", "worth")
_CHANCES = (0.1, 0.3, 0.4, 0.2)  # of ratings from the worst to the best
_KINDS = (("narrative", 0.72), ("key_finding", 0.05), ("recommendation", 0.03), ("practice_example", 0.05))


def synthetic(reports: int, *, findings: int = FINDINGS, seed: int = 1) -> Tables:
    """Tables of so many ``reports`` with so many ``findings`` each. Two in three services are inspected once more."""
    chance = np.random.default_rng(seed)
    texts, codebook = _texts(), load_codebook()
    made = [_report(i, chance) for i in range(reports)]
    rows, ratings, questions = [], [], []
    for report in made:
        framework = frameworks()[report["programme"]]
        given = {standard.id: _rating(framework, chance) for _, standard in framework.standards()}
        ratings += list(_ratings(report, framework, given))
        questions += list(_questions(report, framework, chance))
        rows += list(_findings(report, framework, given, texts, codebook.ids, findings, chance))
    return Tables(
        reports=tables.frame(made, tables.REPORTS),
        findings=tables.frame(rows, tables.FINDINGS),
        ratings=tables.frame(ratings, tables.RATINGS),
        key_questions=tables.frame(questions, tables.KEY_QUESTIONS),
        themes=tuple((theme.id, theme.label) for theme in codebook.themes),
        unread=(),
        run={"version": "synthetic", "model": "accurate", "codebook_version": codebook.version},
    )


def _texts() -> list[dict[str, Any]]:
    paths = sorted(resources.corpus("examples").glob("*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def _report(i: int, chance: np.random.Generator) -> dict[str, Any]:
    names = [a + b for a, b in product(_BEFORE, _AFTER)]
    services = [f"{name}{suffix}" for suffix in ("", " and Vale", " City", " North") for name in names]
    again = i % 5 in (1, 3)  # the second report of the service before
    service = services[(i - i // 5 * 2 - (i % 5 > 1) - (i % 5 > 3) - (1 if again else 0)) % len(services)]
    year = _FIRST + (_BETWEEN if again else 0) + int(chance.integers(0, _LAST - _FIRST - _BETWEEN))
    running = [f for f in frameworks().values() if f.years and f.years[0] <= year <= (f.years[1] or _LAST)]
    running = [f for f in running if f.scale in ("rating", "score")]  # stars and letters have no points
    framework = running[int(chance.integers(len(running)))] if running else frameworks()["2018"]
    rating = framework.ratings[int(chance.integers(len(framework.ratings)))] if framework.ratings else None
    return {
        "report_id": f"report-{i:04d}",
        "source_file": f"reports/report-{i:04d}.pdf",
        "sha256": f"{i:064x}",
        "service": service,
        "programme": framework.id,
        "year": year,
        "inspected": f"{year}-06-30",
        "pages": 50,
        "overall_rating": rating,
        "expected": tuple(standard.id for _, standard in framework.standards()),
        "missing": (),
        "warnings": (),
    }


def _rating(framework: Framework, chance: np.random.Generator) -> int | None:
    return int(chance.choice(len(_CHANCES), p=_CHANCES)) if framework.ratings else None


def _of(report: dict[str, Any]) -> dict[str, Any]:
    return {name: report[name] for name in ("report_id", "source_file", "service", "programme", "year")}


def _ratings(report: dict[str, Any], framework: Framework, given: dict[str, int | None]) -> Iterator[dict[str, Any]]:
    for _, standard in framework.standards():
        place = given[standard.id]
        rating = None if place is None else framework.ratings[place]
        percent = 60 if place is None else None
        named = {"level": "standard", "standard_id": standard.id, "standard": standard.name}
        yield {**_of(report), **named, "rating": rating, "points": place, "percent": percent, "discretion": False}


def _questions(report: dict[str, Any], framework: Framework, chance: np.random.Generator) -> Iterator[dict[str, Any]]:
    for _, standard in framework.standards():
        for question in standard.key_questions:
            share = int(chance.integers(30, 100))
            named = {"standard_id": standard.id, "question_id": question.id, "level": "key_question"}
            yield {**_of(report), **named, "question": question.matter, "percent": share, "share_percent": float(share)}


def _findings(
    report: dict[str, Any],
    framework: Framework,
    given: dict[str, int | None],
    texts: list[dict[str, Any]],
    themes: tuple[str, ...],
    n: int,
    chance: np.random.Generator,
) -> Iterator[dict[str, Any]]:
    places = list(framework.standards())
    kinds = [kind for kind, _ in _KINDS] + ["strength"]
    weights = [weight for _, weight in _KINDS]
    drawn = chance.choice(kinds, size=n, p=[*weights, 1 - sum(weights)])
    for i, (kind, pick) in enumerate(zip(drawn, chance.integers(len(texts), size=n), strict=True)):
        domain, standard = places[int(chance.integers(len(places)))]
        example = texts[int(pick)]
        place = given[standard.id]
        listed = "area_for_improvement" if example["polarity"] == "area_for_improvement" else "strength"
        yield {
            **_of(report),
            "finding_id": f"{report['report_id']}:{i:04d}",
            "domain": domain.id,
            "standard_id": standard.id,
            "standard": standard.name,
            "kind": listed if kind == "strength" else str(kind),
            "polarity": example["polarity"],
            "polarity_origin": "model",
            "polarity_confidence": 0.9,
            "themes": tuple(example["themes"]),
            "theme_scores": {theme: 0.9 if theme in example["themes"] else 0.01 for theme in themes},
            "evidence": (),
            "text": example["text"],
            "start": 1000 * i,
            "end": 1000 * i + len(example["text"]),
            "page": 1 + i // 4,
            "rating": None if place is None else framework.ratings[place],
            "rating_points": place,
            "overall_rating": report["overall_rating"],
            "quantities": (),
            "links": (),
            "counts": kind != "practice_example",
        }
