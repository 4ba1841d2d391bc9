"""A table, and its CSV as spreadsheets open it: UTF-8 with a byte order mark, CRLF line ends."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from yosnlp.exchange.safe import cell

Value: TypeAlias = str | int | float | bool | None
Row: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that each hold a value for each of ``columns``."""

    columns: tuple[str, ...]
    rows: Collection[Row]


def to_csv(table: Table) -> bytes:
    """The table as CSV. None and NaN become empty cells, text is made safe for spreadsheets."""
    return b"".join(csv_lines(table))


def csv_lines(table: Table) -> Iterator[bytes]:
    """The same a line at a time, for tables that are not held whole."""
    yield codecs.BOM_UTF8
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    rows = ([_shown(row[column]) for column in table.columns] for row in table.rows)
    for cells in itertools.chain([table.columns], rows):
        writer.writerow(cells)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()


def _shown(value: Value) -> str:
    """A value as its cell: ``true`` and ``false``, numbers to four decimals without idle zeros."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".")
    return cell(value) if isinstance(value, str) else str(value)
