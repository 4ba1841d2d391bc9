"""Ratings, key questions, prompts and scores against what people read in the annotated reports.

python -m evaluation.ratings ../shared/reports
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from evaluation import record
from evaluation.markdown import part, table
from yosnlp import ratings, reading, reports
from yosnlp.frameworks import frameworks
from yosnlp.labels import file_of, shipped
from yosnlp.records import Scores

Facts = dict[str, object]


def annotated(gold: dict[str, Any]) -> Facts:
    """What a person read: a fact a rating, figure or score, by what it is of."""
    facts: Facts = {"overall": gold.get("overall"), "score": gold.get("score") if gold.get("score_stated") else None}
    facts |= {f"standard {k}": v for k, v in gold.get("standards", {}).items()}
    facts |= {f"question {k}": v for k, v in gold.get("key_questions_percent", {}).items()}
    facts |= {f"question {k}": tuple(v) for k, v in gold.get("key_questions_counts", {}).items()}
    for question, prompts in gold.get("prompts", {}).items():
        facts |= {f"prompt {question}.{n}": tuple(v) for n, v in enumerate(prompts, start=1)}
    facts |= {f"discretion {k}": True for k in gold.get("discretion", [])}
    facts |= {f"headline {k}": tuple(v) for k, v in gold.get("scores", {}).items()}
    facts |= {f"comparison {k}": tuple(v) for k, v in gold.get("comparison", {}).items()}
    facts |= {f"section {k}": v for k, v in gold.get("sections", {}).items()}
    facts |= {f"criterion {k}": tuple(v) for k, v in gold.get("criteria", {}).items() if v}
    return {what: fact for what, fact in facts.items() if fact is not None}


def read(scores: Scores) -> Facts:
    """What yosnlp read, in the same form."""
    facts: Facts = {}
    for r in scores.ratings:
        if r.level == "overall":
            facts["overall"] = r.value
        elif r.level == "standard" and r.value:
            facts[f"standard {r.standard_id}"] = r.value
            if r.discretion:
                facts[f"discretion {r.standard_id}"] = True
        elif r.level == "score" and r.percent is None:
            facts["score"] = r.points
        elif r.level == "score":
            facts[f"headline {r.standard}"] = (r.percent, r.comment)
            if r.comparison:
                facts[f"comparison {r.standard}"] = r.comparison
        elif r.percent is not None:
            criterion = r.level == "criterion"
            name = f"criterion {r.standard_id}" if criterion else f"section {r.standard_id}"
            facts[name] = (r.percent, r.comment) if criterion else r.percent
    for q in scores.key_questions:
        name = "prompt" if q.level == "prompt" else "question"
        facts[f"{name} {q.question_id}"] = q.percent if q.percent is not None else (q.yes, q.relevant)
    return facts


def measure(reports_folder: Path) -> dict[str, Any]:
    """For each annotated report below the folder: how many facts, which are wrong or missing, which are beyond them."""
    measured = {}
    for labels in shipped():
        path = file_of(labels, reports_folder)
        if path is None:
            continue
        report = reports.understand(reading.read(path))
        said, found = annotated(labels.ratings), read(ratings.read_scores(report, frameworks()[report.programme]))
        measured[labels.report] = {
            "facts": len(said),
            "wrong": sorted(what for what, fact in said.items() if found.get(what) != fact),
            "beyond": sorted(set(found) - set(said)),
        }
    return measured


def lines(measured: dict[str, Any]) -> list[str]:
    """The comparison as a Markdown table."""
    rows = [
        (
            report,
            part(of["facts"] - len(of["wrong"]), of["facts"]),
            *(", ".join(of[what]) or "none" for what in ("wrong", "beyond")),
        )
        for report, of in measured.items()
    ]
    columns = ("report", "annotated facts read", "wrong or missing", "read and not annotated")
    return ["# Ratings and figures", "", *table(columns, rows)]


if __name__ == "__main__":
    record.write("ratings", measure(Path(sys.argv[1])), lines)
