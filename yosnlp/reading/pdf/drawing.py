"""What is drawn on a page: ruling lines, shaded areas, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from yosnlp.reading.pdf.glyphs import frame, turned
from yosnlp.reading.pdf.sheet import Area, Rule, Sheet

_THIN = 2.5  # points: what is no wider is a line
_DOT = (1.5, 9.0)  # points: how wide and high a dot is
_SQUARE = 1.4  # times as wide as high, or the other way round, at most
_SHORTEST = 6.0  # points of a ruling line
_MOST_DRAWN = 20_000  # things drawn on a page that are looked at
_DEEPEST = 4  # drawings within drawings
_MOST_SEGMENTS = 400  # of one path
_WHITE = 250  # of 255, from which on a colour is that of the paper

_Box = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1, 0, 0, 1, 0, 0)


def read(page: Any, sheet: Sheet, turn: int) -> None:
    """Put what is drawn on ``page`` on ``sheet``; ``turn``: as its words were turned."""
    box = frame(page)
    whole = (box[2] - box[0]) * (box[3] - box[1])
    for kind, filled, (left, bottom, right, top) in _drawn(page):
        x0, y0 = turned(left, top, turn, box)
        x1, y1 = turned(right, bottom, turn, box)
        area = Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if kind == "picture":
            sheet.pictured = max(sheet.pictured, area.width * area.height / whole)
            continue
        sheet.drawn += 1
        if _is_dot(area):
            sheet.dots.append(area)
        elif area.height <= _THIN and area.width >= _SHORTEST:
            sheet.across.append(Rule((area.y0 + area.y1) / 2, area.x0, area.x1))
        elif area.width <= _THIN and area.height >= _SHORTEST:
            sheet.down.append(Rule((area.x0 + area.x1) / 2, area.y0, area.y1))
        elif area.width >= _SHORTEST and area.height >= _SHORTEST and area.width * area.height < 0.9 * whole:
            if filled:
                sheet.shaded.append(area)
            else:
                _frame(sheet, area)


def _is_dot(area: Area) -> bool:
    """Whether it is as small and as wide as high as the sign of a list item."""
    least, most = sorted((area.width, area.height))
    return _DOT[0] <= least and most <= _DOT[1] and most <= _SQUARE * least


def _frame(sheet: Sheet, area: Area) -> None:
    """The four lines of a rectangle that is drawn and not filled."""
    sheet.across += [Rule(area.y0, area.x0, area.x1), Rule(area.y1, area.x0, area.x1)]
    sheet.down += [Rule(area.x0, area.y0, area.y1), Rule(area.x1, area.y0, area.y1)]


def _drawn(page: Any) -> Iterator[tuple[str, bool, _Box]]:
    """Kind, whether it is filled with a colour, and the place of each thing drawn."""
    waiting: list[tuple[Any, _Matrix, int]] = [
        (pdfium.FPDFPage_GetObject(page, i), _PLAIN, 0)
        for i in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_DRAWN))
    ]
    waiting.reverse()
    left = _MOST_DRAWN
    while waiting and left:
        drawn, matrix, depth = waiting.pop()
        left -= 1
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(drawn), matrix)
            count = min(pdfium.FPDFFormObj_CountObjects(drawn), left)
            waiting += [(pdfium.FPDFFormObj_GetObject(drawn, i), inner, depth + 1) for i in range(count)]
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield "picture", False, _mapped(_bounds(drawn), matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            filled, stroked = _mode(drawn)
            if filled or stroked:
                yield from (("path", filled, _mapped(part, matrix)) for part in _parts(drawn))


def _mode(path: Any) -> tuple[bool, bool]:
    """Whether a path is filled with a colour that is not the paper's, and whether it is drawn at all."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value:
        return False, bool(stroke.value)
    colour = [ctypes.c_uint() for _ in range(4)]
    known = pdfium.FPDFPageObj_GetFillColor(path, *colour)
    white = bool(known) and all(c.value >= _WHITE for c in colour[:3])
    clear = bool(known) and colour[3].value == 0
    return not white and not clear, not clear


def _parts(path: Any) -> Iterator[_Box]:
    """The places of the parts of a path: several lines or rectangles may be drawn in one go."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not 5 < count <= _MOST_SEGMENTS:
        yield _bounds(path)
        return
    own = _matrix(path)
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield _around(points, own)
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    if points:
        yield _around(points, own)


def _around(points: list[tuple[float, float]], matrix: _Matrix) -> _Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return _mapped((min(xs), min(ys), max(xs), max(ys)), matrix)


def _bounds(drawn: Any) -> _Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(drawn, *edges)
    left, bottom, right, top = (e.value for e in edges)
    return left, bottom, right, top


def _matrix(drawn: Any) -> _Matrix:
    m = pdfium.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium.FPDFPageObj_GetMatrix(drawn, m) else _PLAIN


def _times(m: _Matrix, n: _Matrix) -> _Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _mapped(box: _Box, m: _Matrix) -> _Box:
    if m == _PLAIN:
        return box
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    xs = [m[0] * x + m[2] * y + m[4] for x, y in corners]
    ys = [m[1] * x + m[3] * y + m[5] for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
