"""How a stretch of text is set: size, weight, direction, and what the file says that it is."""

from __future__ import annotations

import ctypes
import math
import re
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_BOLD = re.compile(r"bold|black|heavy|demi|semibd|-bd\b", re.I)
_ITALIC = re.compile(r"italic|oblique", re.I)
_SYMBOL = re.compile(r"symbol|wingding|webding|dingbat", re.I)
_BOLD_WEIGHT = 600
_INVISIBLE = 3  # the mode in which text that a scanner recognised is laid under its picture
_EDGE = 0.16  # share of the height of a page at its head and foot
_STRAIGHT = 0.05  # quarters of a turn by which text may lean
_USUAL = 10.0  # points, where a file states no size


class Style(NamedTuple):
    """``size`` in points; ``turn`` in quarters against the clock, None for text that leans.

    ``symbol``: of a font of signs; ``running``: a running header or footer, by the file; ``invisible``: not drawn.
    """

    size: float
    bold: bool = False
    italic: bool = False
    symbol: bool = False
    turn: int | None = 0
    running: bool = False
    invisible: bool = False


class Styles:
    """The styles of the text of one page, each asked for once: some files set every letter by itself."""

    def __init__(self, text_page: Any, bottom: float, top: float) -> None:
        self._page = text_page
        edge = _EDGE * (top - bottom)
        self._inner = bottom + edge, top - edge  # between these heights there are no running headers and footers
        self._known: dict[int, Style] = {}
        self._fonts: dict[int, tuple[bool, bool, bool]] = {}
        self._matrix = pdfium.FS_MATRIX()

    def of(self, handle: Any, where: int, at: int) -> Style:
        """The style of the text object ``handle`` at address ``where``, which holds the character ``at``."""
        if where not in self._known:
            self._known[where] = self._asked(handle, at)
        return self._known[where]

    def _asked(self, handle: Any, at: int) -> Style:
        matrix = self._matrix
        turn: int | None = 0
        scale = 1.0
        if pdfium.FPDFText_GetMatrix(self._page, at, matrix) and (matrix.a or matrix.b):
            if matrix.b or matrix.a < 0:
                quarters = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
                turn = round(quarters) % 4 if abs(quarters - round(quarters)) < _STRAIGHT else None
            scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = abs(pdfium.FPDFText_GetFontSize(self._page, at)) * scale or _USUAL
        if not handle:
            return Style(size, turn=turn)
        bold, italic, symbol = self._font(handle)
        invisible = pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE
        inside = turn == 0 and self._inner[0] < matrix.f < self._inner[1]
        return Style(size, bold, italic, symbol, turn, not inside and _running(handle), invisible)

    def _font(self, handle: Any) -> tuple[bool, bool, bool]:
        """Whether the font is bold, whether it slants, and whether it holds signs."""
        font = pdfium.FPDFTextObj_GetFont(handle)
        where = ctypes.addressof(font.contents) if font else 0
        if where not in self._fonts:
            name = _name(font) if font else ""
            bold = bool(_BOLD.search(name)) or (not name and pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT)
            self._fonts[where] = (bold, bool(_ITALIC.search(name)), bool(_SYMBOL.search(name)))
        return self._fonts[where]


def _name(font: Any) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not 1 < length < 500:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _running(handle: Any) -> bool:
    """Whether the file says of a stretch of text that it is an artifact of the pagination."""
    for i in range(max(0, pdfium.FPDFPageObj_CountMarks(handle))):
        mark = pdfium.FPDFPageObj_GetMark(handle, i)
        if not pdfium.FPDFPageObjMark_CountParams(mark):
            continue  # artifacts of the pagination say so in a parameter
        if _mark_text(pdfium.FPDFPageObjMark_GetName, mark) != "Artifact":
            continue
        if _mark_text(pdfium.FPDFPageObjMark_GetParamStringValue, mark, b"Type") == "Pagination":
            return True
    return False


def _mark_text(ask: Any, mark: Any, *key: bytes) -> str:
    length = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 64)()
    if not ask(mark, *key, buffer, ctypes.sizeof(buffer), length) or not 2 < length.value <= ctypes.sizeof(buffer):
        return ""
    return bytes(buffer)[: length.value - 2].decode("utf-16-le", "replace")
