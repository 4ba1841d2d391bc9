"""The tables of a folder that `yosnlp tag` wrote, read back as frames for the analysis."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from yosnlp import tables
from yosnlp.errors import InvalidData
from yosnlp.exchange.certificate import AUTHOR
from yosnlp.exchange.content import Content
from yosnlp.exchange.folder import RUN
from yosnlp.exchange.rows import KEY_QUESTIONS, RATINGS
from yosnlp.exchange.safe import text_of
from yosnlp.tables import Tables


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
        content = Content(
            certificate=_json(folder / "certificate.json"),
            run=made,
            findings=[json.loads(line) for line in lines],
            ratings=_csv(folder / "ratings.csv", RATINGS),
            key_questions=_csv(folder / "key_questions.csv", KEY_QUESTIONS),
        )
        return content.tables()
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise InvalidData(f"{folder}: its tables cannot be read ({e}). Run 'yosnlp tag' again on the reports.") from e


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
