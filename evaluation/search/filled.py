"""Tables in a corpus, as if they had been added report by report: for measuring search without tagging again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from yosnlp import themes
from yosnlp.store import Corpus, embedding
from yosnlp.store.database import Row, Vectors
from yosnlp.tables import Tables

_MODEL = {"model_sha256": "tables", "codebook_version": 1}
_FINDING = (
    *("finding_id", "report_id", "domain", "standard_id", "standard", "kind", "polarity", "polarity_origin"),
    *("polarity_confidence", "text", "page", "addressee", "repeat_of", "rating", "rating_points"),
    *("lowest_key_question_percent", "counts"),
)

_RATING = ("report_id", "level", "standard_id", "standard", "rating", "points", "percent", "comment", "discretion")


def fill(corpus: Corpus, tables: Tables, vectors: Vectors) -> None:
    """Put the reports and findings of ``tables`` into an empty ``corpus``, ``vectors`` in the order of the findings."""
    database = corpus.database
    findings = tables.findings.reset_index(drop=True)
    with database.writing():
        database.insert("models", [{**_MODEL, "model": themes.DEFAULT, "theme_ids_json": json.dumps([*tables.labels])}])
        database.insert(
            "themes",
            [{"theme_id": theme, "label": label, "position": i} for i, (theme, label) in enumerate(tables.themes)],
        )
        key = 1
        for report in tables.reports.to_dict("records"):
            rows = findings[findings["report_id"] == report["report_id"]]
            database.insert("reports", [_report(report)])
            database.insert("findings", list(_findings(rows, key)))
            database.insert("finding_themes", list(_themes(rows, key)))
            database.put_vectors(report["report_id"], key, vectors[rows.index.to_numpy()])
            key += len(rows)
        kept = [{c: _known(row[c]) for c in _RATING} for row in tables.ratings.to_dict("records")]
        database.insert(
            "ratings", [{**row, "position": i, "span_start": 0, "span_end": 0} for i, row in enumerate(kept)]
        )


def _report(report: dict[Any, Any]) -> Row:
    names = ("report_id", "service", "programme", "year", "overall_rating", "overall_score", "source_file", "sha256")
    return {
        **{name: _known(report[name]) for name in names},
        "source_path": report["source_file"],
        "text_sha256": report["sha256"],
        "standards_missing_json": "[]",
        "certificate_json": '{"standards": {"missing": []}}',
        **_MODEL,
        "yosnlp_version": "tables",
        "options_json": "{}",
        "embedding_sha256": embedding.sha256(),
        "added": "2000-01-01",
        "tagged": "2000-01-01",
    }


def _findings(rows: pd.DataFrame, first: int) -> Iterator[Row]:
    for key, row in enumerate(rows.to_dict("records"), start=first):
        scores = json.dumps(row["theme_scores"])
        span = {"span_start": int(row["start"]), "span_end": int(row["end"])}
        yield {"finding_key": key, **{c: _known(row[c]) for c in _FINDING}, **span, "theme_scores_json": scores}


def _themes(rows: pd.DataFrame, first: int) -> Iterator[Row]:
    for key, row in enumerate(rows.to_dict("records"), start=first):
        for theme in row["themes"]:
            yield {"finding_key": key, "theme_id": theme, "probability": row["theme_scores"][theme]}


def _known(value: Any) -> Any:
    if value is None or value is pd.NA or value != value:
        return None
    return value.item() if hasattr(value, "item") else value
