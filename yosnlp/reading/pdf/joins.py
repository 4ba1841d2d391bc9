"""What goes on over the end of a column or page: sentences, items, rows and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yosnlp.reading.pdf.drafts import Draft, dangles, ended_on_purpose, names_a_standard
from yosnlp.reading.pdf.lines import Line
from yosnlp.reading.pdf.tables import Row

_SAME_SIZE = 0.08  # share by which sizes differ at most
_SAME_EDGE = 4.0  # points
_SAME_TABLE = 12.0  # points by which the edges of a table on two pages differ at most
_HEAD_ROWS = 2  # rows at most that are repeated at the head of a page


def join(flows: Sequence[list[Draft]]) -> None:
    """Join what goes on from one of ``flows``, in reading order, to the next; they are changed in place."""
    head: list[list[str]] = []  # the first rows of the table that may go on
    last: Draft | None = None
    for flow in flows:
        if last is not None and last.row is not None:
            _join_table(last, flow, head)
        elif last is not None and flow:
            flow[0].goes_on = _goes_on(last, flow[0], flow)
        head = _head(flow, head, goes_on=last is not None and last.row is not None)
        last = next((d for d in reversed(flow) if not d.repeats), last)


def _goes_on(last: Draft, first: Draft, flow: Sequence[Draft]) -> bool:
    """Whether ``first``, the first of a column or page, is the rest of ``last``."""
    if (
        first.row is not None
        or first.kind not in ("paragraph", "quotation")
        or last.kind not in ("paragraph", "item", "quotation")
        or names_a_standard(first.lines[0])
    ):
        return False
    above, line = last.lines[-1], first.lines[0]
    if abs(above.size - line.size) > _SAME_SIZE * above.size:
        return False
    full = not ended_on_purpose(above, line)
    if last.finished:
        edge = min((x.x0 for d in flow for x in d.lines), default=line.x0)
        if last.kind == "quotation" and above.set_in:
            return full and abs(line.x0 - above.x0) <= _SAME_EDGE
        hanging = line.x0 > edge + _SAME_EDGE or last.lines[0].inner > last.lines[0].x0 + _SAME_EDGE
        return bool(last.lines[0].sign) and full and hanging and abs(line.x0 - last.lines[0].inner) <= _SAME_EDGE
    return line.text[0].islower() or full or dangles(last)


def _head(flow: Sequence[Draft], before: list[list[str]], *, goes_on: bool) -> list[list[str]]:
    """The first rows of the table that ends ``flow``; those of the page before where it is the same table."""
    rows: list[Row] = []
    for draft in reversed(flow):
        if draft.row is None or (rows and draft.row.table != rows[-1].table):
            break
        rows.append(draft.row)
    if goes_on and len(rows) == len(flow) and before:
        return before
    return [row.texts for row in rows[::-1][:_HEAD_ROWS]]


def _join_table(last: Draft, flow: Sequence[Draft], head: Sequence[list[str]]) -> None:
    """Tell repeated head rows, and put the rest of a torn row to the row that it was torn from."""
    repeated = 0
    for draft, texts in zip(flow, head, strict=False):
        if draft.row is None or draft.row.texts != texts:
            break
        draft.repeats, repeated = True, repeated + 1
    first = next((d for d in flow[repeated : repeated + 1]), None)
    row = last.row
    if first is None or row is None:
        return
    if first.row is not None and _torn(row, first.row):
        last.row = replace(row, cells=tuple(a + b for a, b in zip(row.cells, first.row.cells, strict=True)))
        first.row = replace(first.row, cells=())
    elif first.row is None and _rest_of_cell(row, first):
        last.row = replace(row, cells=(row.cells[0] + tuple(first.lines), *row.cells[1:]))
        first.row, first.lines, first.kind = replace(row, cells=()), [], "table"


def _torn(row: Row, rest: Row) -> bool:
    """Whether ``rest``, the first row of a page, is what is left of ``row``, the last of the page before."""
    if len(row.cells) != len(rest.cells) or not rest.lines or abs(row.x0 - rest.x0) > _SAME_TABLE + 400:
        return False
    pairs = list(zip(row.cells, rest.cells, strict=True))
    going_on = [_goes_on_in_cell(a, b) for a, b in pairs if a and b]
    lacking = [not a and bool(b) for a, b in pairs]
    if any(lacking) and row.cells[0] and not rest.cells[0]:
        return True
    full = all(bool(cell) for cell in rest.cells) and all(bool(cell) for cell in row.cells)
    return bool(going_on) and all(going_on) and (not full or rest.texts[0][:1].islower())


def _goes_on_in_cell(above: Sequence[Line], below: Sequence[Line]) -> bool:
    return below[0].text[0].islower() and not above[-1].text.rstrip().endswith(("?", ".", ":"))


def _rest_of_cell(row: Row, first: Draft) -> bool:
    """Whether a paragraph at the head of a page is the rest of the first cell of an unruled ``row``."""
    cell = row.cells[0]
    if not cell or first.kind != "paragraph" or len(first.lines) > 3:
        return False
    line = first.lines[0]
    below = _goes_on_in_cell(cell, first.lines) and abs(line.x0 - cell[0].x0) <= _SAME_EDGE
    return below and first.text.endswith("?") and not cell[-1].text.endswith("?")
