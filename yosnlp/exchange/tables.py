"""A table, and its CSV as spreadsheets open it: UTF-8 with a byte order mark, CRLF line ends."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from yosnlp.exchange.safe import cell

Value: TypeAlias = str | int | float | bool | None
Row: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that each hold a value for each of ``columns``."""

    columns: tuple[str, ...]
    rows: Sequence[Row]


def to_csv(table: Table) -> bytes:
    """The table as CSV. None and NaN become empty cells, text is made safe for spreadsheets."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_shown(row[column]) for column in table.columns] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _shown(value: Value) -> str:
    """A value as its cell: ``true`` and ``false``, numbers to four decimals without idle zeros."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return cell(value) if isinstance(value, str) else str(value)
