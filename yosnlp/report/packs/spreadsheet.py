"""A pack as an Excel workbook: the quotations to filter and sort, the figures, and every finding that is not quoted."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil
from typing import Any, TypeAlias

from yosnlp.exchange.workbook import write_text
from yosnlp.report.packs import words
from yosnlp.report.packs.citation import Quotation, printable
from yosnlp.report.packs.pack import LeftOut, Pack
from yosnlp.report.wording import SIDES

_MADE = datetime(2026, 1, 1)  # the date of the day would make each workbook another file
_CELL = 32_767  # characters that Excel holds in a cell
_LINE, _HIGHEST = 15, 409  # points of a line, and of the highest row that Excel has
_ROOM = 1.15  # lines break before the width is full
_CUT = " … [cut: a cell holds no more]"
Cell: TypeAlias = str | int | float | Quotation | None

#: The columns that tell a finding, with their width in characters.
_FINDING = {
    "theme": 24,
    "side": 20,
    "counter-example": 24,
    "quotation": 80,
    "service": 20,
    "programme": 18,
    "year": 14,
    "standard": 26,
    "rating": 22,
    "place": 28,
    "finding_id": 24,
    "kind": 18,
    "theme confidence": 12,
    "side confidence": 12,
    "citation": 80,
}
_FIGURES = {"theme": 30, "side": 22, "inspections": 12, "in scope": 12, "share": 10, "low": 10, "high": 10} | {
    "findings": 12,
    "of findings": 12,
    "share of findings": 12,
    "findings low": 12,
    "findings high": 12,
    "in words": 70,
    "caution": 60,
}
_SHARES = ("share", "low", "high", "share of findings", "findings low", "findings high")


def spreadsheet(pack: Pack) -> bytes:
    """``pack`` as a workbook. Text is never a formula or a link; the same pack gives the same bytes."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": printable(pack.title), "author": "yosnlp", "created": _MADE})
        formats = {
            "header": book.add_format({"bold": True, "bg_color": "#F3F2F1", "text_wrap": True, "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "share": book.add_format({"num_format": "0.0%", "valign": "top"}),
            "number": book.add_format({"num_format": "0.00", "valign": "top"}),
            "bold": book.add_format({"bold": True}),
            "plain": book.add_format({}),
        }
        for name, columns, rows in _sheets(pack):
            _fill(book.add_worksheet(name), columns, rows, formats)
    return file.getvalue()


def _sheets(pack: Pack) -> list[tuple[str, Mapping[str, int], list[list[Cell]]]]:
    quoted = [_finding(t.label, s.figure.name, q) for t in pack.themes for s in t.sides for q in s.shown]
    others = [_other(t.label, out) for t in pack.themes for s in t.sides for out in s.left_out]
    others += [_other(t.label, out) for t in pack.themes for out in t.other_sides]
    about: list[list[Cell]] = [["Title", pack.title], ["Inspections", words.reports(pack)]]
    about += [["How the quotations were chosen", paragraph] for paragraph in words.method(pack)]
    for theme in pack.themes:
        about += [[theme.label, line] for line in words.accounts(theme, pack.limit)]
    about += [[what, which] for what, which in words.read(pack)]
    about += [["Input that was not read", line] for line in words.unread(pack)]
    return [
        ("Quotations", _FINDING, quoted),
        ("Figures", _FIGURES, _figures(pack)),
        ("Not quoted", {**_FINDING, "why not": 34, "same as": 24}, others),
        ("About", {"What": 34, "Says": 110}, about),
    ]


def _finding(theme: str, side: str, quotation: Quotation) -> list[Cell]:
    told = (quotation.service, quotation.programme, quotation.year, quotation.standard, quotation.rating)
    where = (quotation.place, quotation.finding_id, quotation.kind)
    sure = (quotation.confidence, quotation.side_confidence)
    return [theme, side, quotation.counter_example, quotation, *told, *where, *sure, quotation.citation]


def _other(theme: str, out: LeftOut) -> list[Cell]:
    return [*_finding(theme, SIDES[out.polarity], out.quotation), words.REASONS[out.reason], out.of]


def _figures(pack: Pack) -> list[list[Cell]]:
    return [
        [
            *(theme.label, f.name, f.reports, f.reports_in_scope, f.share, f.share_low, f.share_high),
            *(f.findings, f.findings_in_scope, f.share_of_findings, f.share_of_findings_low, f.share_of_findings_high),
            *(f.words, f.caution),
        ]
        for theme in pack.themes
        for f in theme.figures
    ]


def _fill(sheet: Any, columns: Mapping[str, int], rows: Sequence[Sequence[Cell]], formats: Mapping[str, Any]) -> None:
    for j, (column, width) in enumerate(columns.items()):
        sheet.set_column(j, j, width)
        sheet.write_string(0, j, column, formats["header"])
        for i, row in enumerate(rows, start=1):
            _write(sheet, (i, j), row[j], formats["share" if column in _SHARES else "number"], formats)
    sheet.set_row(0, 2 * _LINE)
    for i, row in enumerate(rows, start=1):
        sheet.set_row(i, _height(row, list(columns.values())))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points that the wrapped text of a row takes, which not every program works out as it opens a file."""
    texts = [cell.text if isinstance(cell, Quotation) else str(cell) for cell in row]
    lines = max(ceil(_ROOM * len(text) / width) for text, width in zip(texts, widths, strict=True))
    return min(_HIGHEST, _LINE * max(1, lines))


def _write(sheet: Any, at: tuple[int, int], value: Cell, fraction: Any, formats: Mapping[str, Any]) -> None:
    if isinstance(value, Quotation):
        _write_runs(sheet, at, [("“", False), *value.runs(), ("”", False)], formats)
    elif isinstance(value, str) and value:
        write_text(sheet, at, _fitting(printable(value)), formats["text"])
    elif value is None or value == "" or value != value:
        sheet.write_blank(*at, None, formats["text"])
    else:
        sheet.write_number(*at, value, fraction if isinstance(value, float) else formats["text"])


def _write_runs(sheet: Any, at: tuple[int, int], runs: Sequence[tuple[str, bool]], formats: Mapping[str, Any]) -> None:
    """Pieces of text in a cell, each bold or not; plain where a cell would not hold them."""
    text = "".join(piece for piece, _ in runs)
    if len(text) > _CELL:
        write_text(sheet, at, _fitting(text), formats["text"])
        return
    pieces = [part for piece, bold in runs for part in (formats["bold" if bold else "plain"], piece)]
    sheet.write_rich_string(*at, *pieces, formats["text"])


def _fitting(text: str) -> str:
    """``text`` as a cell can hold it: cut, and said to be cut, where it is too long."""
    return text if len(text) <= _CELL else f"{text[: _CELL - len(_CUT)]}{_CUT}"
