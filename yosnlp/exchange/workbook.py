"""Tables as an Excel workbook that reads as it opens: header frozen, filters on, shares as per cents."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from yosnlp.exchange.safe import cell, text_of
from yosnlp.exchange.tables import Table, Value

_NARROWEST, _WIDEST = 8, 80  # characters of a column
_LONG = 40  # from so many on, text is wrapped
_SAMPLED = 200  # rows that a column's width is taken from
_CELL = 32_767  # characters that Excel holds in a cell
_SHEET = 31  # and in the name of a sheet
_MADE = datetime(2026, 1, 1)  # the date of the day would make each workbook another file


def workbook(sheets: Mapping[str, Table]) -> bytes:
    """A workbook with a sheet a table. Text is never a formula or a link; the same tables give the same bytes."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"author": "yosnlp", "created": _MADE})
        top = {"valign": "top"}
        formats = {
            "header": book.add_format({"bold": True, "bg_color": "#F3F2F1", "text_wrap": True, **top}),
            "text": book.add_format({"text_wrap": True, **top}),
            "share": book.add_format({"num_format": "0.0%", **top}),
            "number": book.add_format({"num_format": "0.00", **top}),
            "plain": book.add_format(top),
        }
        for name, table in sheets.items():
            _fill(book.add_worksheet(name[:_SHEET]), table, formats)
    return file.getvalue()


def _fill(sheet: Any, table: Table, formats: Mapping[str, Any]) -> None:
    for j, column in enumerate(table.columns):
        longest = max([len(column), *(len(str(row[column] or "")) for row in islice(table.rows, _SAMPLED))])
        sheet.set_column(j, j, min(_WIDEST, max(_NARROWEST, longest + 2)))
        sheet.write_string(0, j, column, formats["header"])
        for i, row in enumerate(table.rows, start=1):
            _write(sheet, (i, j), column, row[column], formats)
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)


def _write(sheet: Any, place: tuple[int, int], column: str, value: Value, formats: Mapping[str, Any]) -> None:
    if value is None or value == "":
        sheet.write_blank(*place, None, formats["plain"])
    elif isinstance(value, bool):
        sheet.write_boolean(*place, value, formats["plain"])
    elif isinstance(value, int):
        sheet.write_number(*place, value, formats["plain"])
    elif isinstance(value, float):
        sheet.write_number(*place, value, formats["share" if "share" in column else "number"])
    else:
        text = text_of(cell(value))[:_CELL]  # a cell of text needs no guard against formulas, and keeps no control code
        write_text(sheet, place, text, formats["text" if len(text) > _LONG else "plain"])


def write_text(sheet: Any, place: tuple[int, int], text: str, shape: Any) -> None:
    """``text`` in a cell, whatever it is: the writer takes a string from <r> to </r> for mark-up of its own."""
    if text.startswith("<r>"):
        sheet.write_rich_string(*place, text[:1], shape, text[1:], shape)
    else:
        sheet.write_string(*place, text, shape)
