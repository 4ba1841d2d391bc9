"""What a corpus holds, read back as the records and tables that a run gives."""

from __future__ import annotations

import difflib
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from yosnlp import tables
from yosnlp.errors import CorpusError
from yosnlp.exchange import Content
from yosnlp.reading import PARTS, parts
from yosnlp.records import Document
from yosnlp.store import models
from yosnlp.store.database import Database, Row, among
from yosnlp.store.written import RENAMED

_SHOWN = {stored: name for name, stored in RENAMED.items()}


def report_rows(database: Database, report_ids: Sequence[str] | None) -> list[Row]:
    """Rows of ``reports`` in the order of their files, as a run over their folder has them."""
    condition, values = among("report_id", report_ids)
    rows = database.rows(
        f"SELECT * FROM reports JOIN models USING (model_sha256, codebook_version) WHERE {condition}", values
    )
    return sorted(rows, key=lambda row: (PurePath(row["source_file"]), row["report_id"]))


def document(database: Database, report_id: str) -> Document:
    """The document of a report as it was read. Raises CorpusError if there is no such report."""
    rows = database.rows("SELECT * FROM documents JOIN reports USING (report_id) WHERE report_id = ?", [report_id])
    if not rows:
        raise no_report(database, report_id)
    (row,) = rows
    return Document(
        text=row["text"],
        source=row["source_file"],
        format=row["format"],
        encoding=row["encoding"],
        sha256=row["sha256"],
        **parts({name: json.loads(row[f"{name}_json"]) for name in PARTS}),
    )


def ids(database: Database) -> set[str]:
    """The ids of all reports."""
    return {row["report_id"] for row in database.rows("SELECT report_id FROM reports")}


def finding_ids(database: Database, report_ids: Sequence[str] | None = None) -> dict[int, str]:
    """Ids of findings by key."""
    condition, values = among("report_id", report_ids)
    rows = database.rows(f"SELECT finding_key, finding_id FROM findings WHERE {condition}", values)
    return {row["finding_key"]: row["finding_id"] for row in rows}


def no_report(database: Database, report_id: str) -> CorpusError:
    """That there is no such report, and which comes nearest."""
    near = difflib.get_close_matches(report_id, sorted(ids(database)), n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return CorpusError(
        f"{database.where}: no report '{report_id}'.{hint} See those there: yosnlp list --corpus {database.where}"
    )


def content(database: Database, report_ids: Sequence[str] | None) -> Content:
    """What a run over the reports would have found."""
    reports = report_rows(database, report_ids)
    coded = models.themes(database)
    by_report = {row["report_id"]: row for row in reports}
    certified = {
        "reports_read": len(reports),
        "inputs_unread": 0,
        "reports": [json.loads(row["certificate_json"]) for row in reports],
        "unread": [],
    }
    return Content(
        certificate=certified,
        run=_run(reports, coded),
        findings=_findings(database, by_report, report_ids, [theme for theme, _ in coded]),
        ratings=_figures(database, "ratings", by_report, report_ids),
        key_questions=_figures(database, "key_questions", by_report, report_ids),
    )


def _run(reports: Sequence[Row], coded: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What made the tables: the model that tagged last, and ``models``, all that are in use."""
    run: dict[str, Any] = {"written_by": "yosnlp", "tables": tables.VERSION}
    newest = max(reports, key=lambda row: str(row["tagged"]), default=None)
    if newest is not None:
        run |= {
            "version": newest["yosnlp_version"],
            **{name: newest[name] for name in ("codebook_version", "model", "model_sha256")},
            "options": json.loads(newest["options_json"]),
            "models": sorted({row["model"] for row in reports}),
        }
    run["inputs"] = {row["source_file"]: row["sha256"] for row in reports}
    run["themes"] = [{"id": theme, "label": label} for theme, label in coded]
    return run


def _findings(
    database: Database, reports: dict[str, Row], report_ids: Sequence[str] | None, order: Sequence[str]
) -> list[Row]:
    """The findings of each report in its order, as the records of ``findings.jsonl``."""
    condition, values = among("report_id", report_ids)
    within = f"finding_key IN (SELECT finding_key FROM findings WHERE {condition})"
    parts = {
        table: _by_finding(database, f"SELECT * FROM {table} WHERE {within} ORDER BY finding_key, position", values)
        for table in ("evidence", "quantities", "links")
    }
    assigned = _by_finding(database, f"SELECT finding_key, theme_id FROM finding_themes WHERE {within}", values)
    places = {theme: place for place, theme in enumerate(order)}
    of_report: dict[str, list[Row]] = defaultdict(list)
    for row in database.rows(f"SELECT * FROM findings WHERE {condition} ORDER BY finding_key", values):
        key = row["finding_key"]
        coded = [part["theme"] for part in assigned.get(key, ())]
        record = {_SHOWN.get(name, name): value for name, value in row.items()}
        record["theme_scores"] = json.loads(record.pop("theme_scores_json"))
        record["themes"] = sorted(coded, key=lambda theme: (places.get(theme, len(places)), theme))
        record |= {table: found.get(key, []) for table, found in parts.items()}
        amount = record["quantities"][0] if record["quantities"] else {}
        record |= {f"quantity_{name}": amount.get(name) for name in ("share", "n", "total")}
        of_report[row["report_id"]].append(record | _identity(reports[row["report_id"]]))
    return [record for report_id in reports for record in of_report[report_id]]


def _by_finding(database: Database, sql: str, values: Sequence[Any]) -> dict[int, list[Row]]:
    held: dict[int, list[Row]] = defaultdict(list)
    for row in database.rows(sql, values):
        key = row.pop("finding_key")
        row.pop("position", None)
        held[key].append({_SHOWN.get(name, name): value for name, value in row.items()})
    return held


def _figures(database: Database, table: str, reports: dict[str, Row], report_ids: Sequence[str] | None) -> list[Row]:
    condition, values = among("report_id", report_ids)
    of_report: dict[str, list[Row]] = defaultdict(list)
    for row in database.rows(f"SELECT * FROM {table} WHERE {condition} ORDER BY report_id, position", values):
        shown = {_SHOWN.get(name, name): value for name, value in row.items()}
        if "discretion" in shown:
            shown["discretion"] = bool(shown["discretion"])  # SQLite has whole numbers in place of truth values
        of_report[row["report_id"]].append(shown | _identity(reports[row["report_id"]]))
    return [row for report_id in reports for row in of_report[report_id]]


def _identity(report: Row) -> Row:
    names = ("report_id", "source_file", "service", "programme", "year", "overall_rating", "overall_score")
    return {name: report[name] for name in names}
