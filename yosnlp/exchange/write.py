"""The output folder of `yosnlp tag`: which files it holds, and what is in each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yosnlp.exchange import rows
from yosnlp.exchange.content import Content
from yosnlp.exchange.folder import RUN, replace
from yosnlp.exchange.jsonl import RECORD, line
from yosnlp.exchange.tables import Table, csv_lines


def write(content: Content, out: Path, *, frequency: Table) -> None:
    """Write the tables, the certificate and the run to the folder ``out``, all or nothing.

    ``frequency`` is the table of themes across the reports. The same content gives the same bytes. Rows are written
    as they are read, so that memory does not grow with them. Raises OutputExists or YosnlpError, as `folder.replace`.
    """

    def fill(folder: Path) -> None:
        listed = {name: _write(folder / name, file) for name, file in _files(content, frequency).items()}
        _write(folder / RUN, _File(_json({**content.run, "files": listed})))

    replace(out, fill)


@dataclass(frozen=True, slots=True)
class _File:
    """Content of a file, piece by piece, and how many rows it has, if it has rows."""

    pieces: Iterable[bytes]
    rows: int | None = None


def _files(content: Content, frequency: Table) -> dict[str, _File]:
    tables = {
        "findings.csv": Table(rows.FINDINGS, _Folded(content.findings)),
        "ratings.csv": Table(rows.RATINGS, content.ratings),
        "key_questions.csv": Table(rows.KEY_QUESTIONS, content.key_questions),
        "theme_frequency.csv": frequency,
    }
    lines = (f"{line({name: record[name] for name in RECORD})}\n".encode() for record in content.findings)
    return {
        **{name: _File(csv_lines(table), len(table.rows)) for name, table in tables.items()},
        "findings.jsonl": _File(lines, len(content.findings)),
        "certificate.json": _File(_json(content.certificate)),
    }


@dataclass(frozen=True, slots=True)
class _Folded(Collection[Mapping[str, Any]]):
    """The records of findings as rows of the table."""

    records: Collection[Mapping[str, Any]]

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return map(rows.folded, self.records)

    def __len__(self) -> int:
        return len(self.records)

    def __contains__(self, row: object) -> bool:
        return any(row == other for other in self)


def _write(path: Path, file: _File) -> dict[str, Any]:
    """Write a file; gives its number of rows and its hash."""
    sha256 = hashlib.sha256()
    with path.open("wb") as opened:
        for piece in file.pieces:
            sha256.update(piece)
            opened.write(piece)
    return {"rows": file.rows, "sha256": sha256.hexdigest()}


def _json(data: Mapping[str, Any]) -> Iterator[bytes]:
    yield f"{json.dumps(data, ensure_ascii=False, indent=2)}\n".encode(errors="backslashreplace")
