"""Whether the text of a page is there and can be trusted: pictures of text, and letters that were lost."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from yosnlp.reading.pdf.glyphs import MOST_CHARACTERS
from yosnlp.reading.pdf.sheet import Sheet
from yosnlp.records import Defect

_FEWEST_WORDS = 6  # of a page that is more than a stamped number
_DRAWN = 150  # things drawn: text as outlines
_PICTURED = 0.3  # share of the page
_PREVIEW = 0.7  # dots a point of the picture that a page is judged by
_LIGHT, _DARK = 190, 120  # grey values of paper and of ink
_PAPER = 0.55  # share of a page of text that is paper
_INKED_ROWS = 0.015  # share of the rows of dots that are lines of letters
_SPREAD = 0.3  # share of the width over which the ink of such a row is spread; less is a crest or a signature
_INK = (0.02, 0.6)  # shares of its dots that are ink
_UNKNOWN = 0.05  # share of the characters of a page that may be unknown: signs of lists
_FEWEST_JUDGED = 60  # words from which on a page is judged by whether they are words
_WORD = re.compile(r"[A-Za-z][a-z’'-]*|[A-Z]+")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_LIKELY = 0.5  # share of what has letters that must be words
_COMMON = re.compile(
    r"the|of|and|to|in|an?|for|with|was|were|is|are|on|that|not|had|be|by|as|at|from|this|it|or|their|they|which|have"
    r"|has|we|our|who|been|all",
    re.I,
)
_COMMON_SHARE = 0.04


def is_picture(page: Any, sheet: Sheet) -> bool:
    """Whether a page without text of its own shows text: a scan, or letters drawn as outlines."""
    if len(sheet.words) + len(sheet.aside) >= _FEWEST_WORDS:
        return False
    if sheet.pictured < _PICTURED and sheet.drawn < _DRAWN:
        return False
    return _looks_like_text(page)


def _looks_like_text(page: Any) -> bool:
    """Whether a page is mostly paper, with ink on many of its rows, as text is and photographs are not."""
    rows = list(rendered(page, _PREVIEW))
    dots = sum(len(row) for row in rows)
    if not dots:
        return False
    light = sum(sum(value >= _LIGHT for value in row) for row in rows)
    inked = sum(_is_of_letters(row) for row in rows)
    return light >= _PAPER * dots and inked >= _INKED_ROWS * len(rows)


def _is_of_letters(row: bytes) -> bool:
    """Whether a row of dots runs through a line of letters."""
    ink = [i for i, value in enumerate(row) if value < _DARK]
    if len(ink) < 2 or ink[-1] - ink[0] < _SPREAD * len(row):
        return False
    return _INK[0] * len(row) <= len(ink) <= _INK[1] * (ink[-1] - ink[0])


def rendered(page: Any, scale: float) -> Iterator[bytes]:
    """The page as rows of grey values, ``scale`` dots a point."""
    shown = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    width, height = (max(1, min(int(scale * side), 6000)) for side in shown)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    for row in range(height):
        yield data[row * stride : row * stride + width]


def defects(sheet: Sheet) -> list[Defect]:
    """What is wrong with the text of a page."""
    found = []
    words = [word.text for word in sheet.words]
    if _is_garbled(sheet, words):
        detail = "its letters cannot be made out: the file does not say what its glyphs stand for"
        found.append(Defect(kind="garbled_text", page=sheet.number, detail=detail))
    if sheet.cut_off:
        detail = f"more than {MOST_CHARACTERS:,} characters stand on it; what follows is left out"
        found.append(Defect(kind="unreadable_page", page=sheet.number, detail=detail))
    if sheet.characters and sheet.invisible > 0.5 * sheet.characters and sheet.pictured > _PICTURED:
        detail = "its text was read from a picture by the program that made the file"
        found.append(Defect(kind="recognised_page", page=sheet.number, detail=detail))
    return found


def _is_garbled(sheet: Sheet, words: list[str]) -> bool:
    if sheet.characters >= 20 and sheet.unknown > _UNKNOWN * sheet.characters + 10:
        return True
    lettered = [w.strip(".,;:!?()[]‘’“”'\"*•–-%") for w in words if sum(c.isalpha() for c in w) > len(w) / 2]
    lettered = [w for w in lettered if w]
    if len(words) < _FEWEST_JUDGED:
        return False
    if len(lettered) < 0.1 * len(words):
        return sum(not (c.isdigit() or c in ".,%/-()") for w in words for c in w) > 0.5 * sum(map(len, words))
    likely = sum(bool(_WORD.fullmatch(w)) and (len(w) < 3 or bool(_VOWEL.search(w))) for w in lettered)
    common = sum(bool(_COMMON.fullmatch(w)) for w in lettered)
    return likely < _LIKELY * len(lettered) or (len(lettered) > 200 and common < _COMMON_SHARE * len(lettered))
