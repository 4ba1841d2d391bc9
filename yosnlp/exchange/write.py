"""The output folder of `yosnlp tag`: which files it holds, and what is in each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yosnlp.exchange import rows
from yosnlp.exchange.content import Content
from yosnlp.exchange.folder import RUN, replace
from yosnlp.exchange.jsonl import RECORD, line
from yosnlp.exchange.tables import Table, to_csv


def write(content: Content, out: Path, *, frequency: Table) -> None:
    """Write the tables, the certificate and the run to the folder ``out``, all or nothing.

    ``frequency`` is the table of themes across the reports. The same content gives the same bytes. Raises
    OutputExists or YosnlpError, as `folder.replace` does.
    """
    files = _files(content, frequency)
    listed = {
        name: {"rows": file.rows, "sha256": hashlib.sha256(file.content).hexdigest()} for name, file in files.items()
    }
    contents = {name: file.content for name, file in files.items()}
    replace(out, {**contents, RUN: _json({**content.run, "files": listed})})


@dataclass(frozen=True, slots=True)
class _File:
    """Content of a file, and how many rows it has, if it has rows."""

    content: bytes
    rows: int | None = None


def _files(content: Content, frequency: Table) -> dict[str, _File]:
    tables = {
        "findings.csv": Table(rows.FINDINGS, [rows.folded(record) for record in content.findings]),
        "ratings.csv": Table(rows.RATINGS, content.ratings),
        "key_questions.csv": Table(rows.KEY_QUESTIONS, content.key_questions),
        "theme_frequency.csv": frequency,
    }
    lines = [f"{line({name: record[name] for name in RECORD})}\n" for record in content.findings]
    return {
        **{name: _File(to_csv(table), len(table.rows)) for name, table in tables.items()},
        "findings.jsonl": _File("".join(lines).encode(), len(lines)),
        "certificate.json": _File(_json(content.certificate)),
    }


def _json(data: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode(errors="backslashreplace")
