"""Which models tagged the reports of a corpus, and the themes that they code."""

from __future__ import annotations

import json
from collections.abc import Sequence

from yosnlp.records import Provenance
from yosnlp.store.database import Database


def newest(database: Database) -> str | None:
    """The name of the model that tagged last; None for an empty corpus."""
    rows = database.rows(
        "SELECT model FROM reports JOIN models USING (model_sha256, codebook_version) "
        "ORDER BY tagged DESC, report_id LIMIT 1"
    )
    return rows[0]["model"] if rows else None


def themes(database: Database) -> tuple[tuple[str, str], ...]:
    """Id and label of the themes coded, in codebook order."""
    rows = database.rows("SELECT theme_id, label FROM themes ORDER BY position, theme_id")
    return tuple((row["theme_id"], row["label"]) for row in rows)


def put(database: Database, provenance: Provenance, coded: Sequence[tuple[str, str]]) -> None:
    """Store the model of ``provenance`` and the themes that it codes, id and label in codebook order."""
    key = [provenance.model_sha256, provenance.codebook_version]
    database.execute(
        "INSERT INTO models (model_sha256, codebook_version, model, theme_ids_json) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (model_sha256, codebook_version) DO UPDATE SET model = excluded.model",
        [*key, provenance.model, json.dumps([theme for theme, _ in coded])],
    )
    for position, (theme, label) in enumerate(coded):
        database.execute(
            "INSERT INTO themes (theme_id, label, position) VALUES (?, ?, ?) "
            "ON CONFLICT (theme_id) DO UPDATE SET label = excluded.label, position = excluded.position",
            [theme, label, position],
        )


def drop_unused(database: Database) -> None:
    """Drop the models that no report is tagged by any more, and the themes that no model codes."""
    database.execute(
        "DELETE FROM models WHERE NOT EXISTS (SELECT 1 FROM reports r "
        "WHERE r.model_sha256 = models.model_sha256 AND r.codebook_version = models.codebook_version)"
    )
    rows = database.rows("SELECT theme_ids_json FROM models")
    coded = {theme for row in rows for theme in json.loads(row["theme_ids_json"])}
    for theme, _ in themes(database):
        if theme not in coded:
            database.execute("DELETE FROM themes WHERE theme_id = ?", [theme])
