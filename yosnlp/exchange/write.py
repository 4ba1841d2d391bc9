"""Results to the output folder of `yosnlp tag`: which files it holds, and what is in each."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from yosnlp.exchange import rows
from yosnlp.exchange.certificate import certificate, run
from yosnlp.exchange.folder import RUN, replace
from yosnlp.exchange.jsonl import finding_records, line
from yosnlp.exchange.tables import Table, to_csv
from yosnlp.records import Results


def write(results: Results, out: Path, *, frequency: Table) -> None:
    """Write the tables, the certificate and the run to the folder ``out``, all or nothing.

    ``frequency`` is the table of themes across the reports. The same results give the same bytes. Raises
    OutputExists or YosnlpError, as `folder.replace` does.
    """
    files = _files(results, frequency)
    listed: dict[str, dict[str, object]] = {
        name: {"rows": file.rows, "sha256": hashlib.sha256(file.content).hexdigest()} for name, file in files.items()
    }
    contents = {name: file.content for name, file in files.items()}
    replace(out, {**contents, RUN: _json(run(results, listed))})


@dataclass(frozen=True, slots=True)
class _File:
    """Content of a file, and how many rows it has, if it has rows."""

    content: bytes
    rows: int | None = None


def _files(results: Results, frequency: Table) -> dict[str, _File]:
    reports, themes = results.reports, [theme for theme, _ in results.themes]
    tables = {
        "findings.csv": Table(rows.FINDINGS, [row for r in reports for row in rows.finding_rows(r, themes)]),
        "ratings.csv": Table(rows.RATINGS, [row for r in reports for row in rows.rating_rows(r)]),
        "key_questions.csv": Table(rows.KEY_QUESTIONS, [row for r in reports for row in rows.key_question_rows(r)]),
        "theme_frequency.csv": frequency,
    }
    lines = [f"{line(record)}\n" for r in reports for record in finding_records(r, themes)]
    return {
        **{name: _File(to_csv(table), len(table.rows)) for name, table in tables.items()},
        "findings.jsonl": _File("".join(lines).encode(), len(lines)),
        "certificate.json": _File(_json(certificate(results))),
    }


def _json(data: dict[str, object]) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode(errors="backslashreplace")
