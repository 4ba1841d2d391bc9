"""Frames for the analysis: of results just made, or of a folder that `yosnlp tag` wrote."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from yosnlp import tables
from yosnlp.errors import InvalidData
from yosnlp.exchange.certificate import AUTHOR, certificate, run
from yosnlp.exchange.folder import RUN
from yosnlp.exchange.jsonl import finding_records
from yosnlp.exchange.rows import KEY_QUESTIONS, RATINGS, key_question_rows, rating_rows
from yosnlp.exchange.safe import text_of
from yosnlp.records import Results
from yosnlp.tables import Tables

_Rows = Iterable[Mapping[str, Any]]


def frames(results: Results) -> Tables:
    """The tables of ``results``, without a detour over files."""
    themes = [theme for theme, _ in results.themes]
    return as_tables(
        certificate(results),
        run(results, {}),
        [record for tagged in results.reports for record in finding_records(tagged, themes)],
        [row for tagged in results.reports for row in rating_rows(tagged)],
        [row for tagged in results.reports for row in key_question_rows(tagged)],
    )


def read_folder(folder: Path) -> Tables:
    """The tables in a ``folder`` that `yosnlp tag` wrote.

    Raises InvalidData for a folder without such tables, with tables of another version, or with a broken file.
    """
    made = _json(folder / RUN) if (folder / RUN).is_file() else {}
    if made.get("written_by") != AUTHOR or "findings.jsonl" not in made.get("files", {}):
        raise InvalidData(f"{folder}: no tables here. Give a folder that 'yosnlp tag PATH... --out DIR' wrote.")
    if made.get("tables") != tables.VERSION:
        raise InvalidData(
            f"{folder}: tables of another version ({made.get('tables', 'unknown')}; expected {tables.VERSION}). "
            "Run 'yosnlp tag' again on the reports."
        )
    try:
        lines = (folder / "findings.jsonl").read_text(encoding="utf-8").splitlines()
        return as_tables(
            _json(folder / "certificate.json"),
            made,
            [json.loads(line) for line in lines],
            _csv(folder / "ratings.csv", RATINGS),
            _csv(folder / "key_questions.csv", KEY_QUESTIONS),
        )
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise InvalidData(f"{folder}: its tables cannot be read ({e}). Run 'yosnlp tag' again on the reports.") from e


def as_tables(
    certified: Mapping[str, Any], made: Mapping[str, Any], findings: _Rows, ratings: _Rows, questions: _Rows
) -> Tables:
    """The tables of what is in ``certificate.json``, ``run.json``, ``findings.jsonl`` and the tables of figures."""
    found = [{**f, **_held(f)} for f in findings]
    return Tables(
        reports=tables.frame([_report(entry) for entry in certified["reports"]], tables.REPORTS),
        findings=tables.frame(found, tables.FINDINGS),
        ratings=tables.frame(ratings, tables.RATINGS),
        key_questions=tables.frame([{**q, "share_percent": _share(q)} for q in questions], tables.KEY_QUESTIONS),
        themes=tuple((theme["id"], theme["label"]) for theme in made["themes"]),
        unread=tuple((unread["source"], unread["reason"]) for unread in certified["unread"]),
        run=made,
    )


def _report(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **entry,
        "source_file": entry["source"],
        "inspected": (entry["fieldwork"] or [None])[-1],
        "published": (entry["published"] or [None])[-1],
        "expected": tuple(entry["standards"]["expected"]),
        "missing": tuple(entry["standards"]["missing"]),
        "warnings": tuple(entry["warnings"]),
    }


def _held(finding: Mapping[str, Any]) -> dict[str, Any]:
    lists = {name: tuple(finding[name]) for name in ("themes", "evidence", "quantities", "links")}
    return {**lists, "counts": finding["kind"] != "practice_example" and finding["repeat_of"] is None}


def _share(question: Mapping[str, Any]) -> float | None:
    if question["percent"] is not None:
        return float(question["percent"])
    return (
        100 * question["yes"] / question["relevant"] if question["yes"] is not None and question["relevant"] else None
    )


def _json(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as e:
        raise InvalidData(f"{path}: cannot be read ({e}). Run 'yosnlp tag' again on the reports.") from e
    return held if isinstance(held, dict) else {}


def _csv(path: Path, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    """The rows of a CSV that `tables.to_csv` wrote, their values as they went in."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lacking = [column for column in columns if column not in (reader.fieldnames or ())]
        if lacking:
            raise ValueError(f"{path.name} lacks {', '.join(lacking)}")
        return [{name: _value(name, row[name]) for name in columns} for row in reader]


def _value(column: str, cell: str) -> Any:
    if cell == "":
        return None
    kind = {**tables.RATINGS, **tables.KEY_QUESTIONS}.get(column)
    if kind == "bool":
        return cell == "true"
    return {"Int64": int, "float64": float}.get(kind or "", text_of)(cell)
