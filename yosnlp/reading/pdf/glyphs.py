"""The characters of a page to words, with place, size and weight.

A call for each character costs about a microsecond, so that only letters are asked for one by one: places are asked
for at the ends of words, style once for each stretch that the file sets in one go.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from yosnlp.reading.pdf.sheet import Sheet, Word
from yosnlp.reading.pdf.styles import Style, Styles

MOST_CHARACTERS = 100_000  # of a page; one of a report has some 5,000
_SPACES = frozenset({9, 10, 13, 32, 160, 0x202F, 0x3000, 0x200B, 0xFEFF, *range(0x2000, 0x200B)})
_LINE_ENDS = frozenset({10, 13})
_HYPHEN_AT_END = 2  # what pdfium gives for a hyphen at the end of a line
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_UNKNOWN = "\ufffd"
_A4 = (0.0, 0.0, 595.0, 842.0)


class _Placed(NamedTuple):
    text: str
    left: tuple[float, float]
    right: tuple[float, float]
    style: Style
    spaced: bool


def read(page: Any, text_page: Any, sheet: Sheet) -> int:
    """Put the words of ``page`` on ``sheet``, turned so that most run to the right; by how many quarters, is given."""
    box = frame(page)
    placed = _placed(text_page, sheet, box)
    turns = Counter[int]()
    for word in placed:
        if word.style.turn is not None:
            turns[word.style.turn] += len(word.text)
    turn = max(turns, key=lambda t: turns[t], default=0)
    if turn in (1, 3):
        sheet.width, sheet.height = sheet.height, sheet.width
    for word in placed:
        own = word.style.turn
        straight = own == turn
        x0, y = turned(*word.left, turn if straight else own or 0, box)
        x1, _ = turned(*word.right, turn if straight else own or 0, box)
        style = word.style
        made = Word(
            word.text,
            min(x0, x1),
            max(x0, x1),
            y,
            size=style.size,
            bold=style.bold,
            italic=style.italic,
            symbol=style.symbol,
            spaced=word.spaced,
            running=style.running,
        )
        (sheet.words if straight else sheet.aside).append(made)
        if style.invisible:
            sheet.invisible += len(word.text)
    return turn


def frame(page: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right and top edge of what is shown of ``page``, unturned."""
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, box) and box.right > box.left and box.top > box.bottom:
        return box.left, box.bottom, box.right, box.top
    return _A4


def turned(x: float, y: float, turn: int, box: tuple[float, float, float, float]) -> tuple[float, float]:
    """A point from the upper left corner, where text that is turned by ``turn`` quarters runs to the right."""
    left, bottom, right, top = box
    if turn == 1:
        return y - bottom, x - left
    if turn == 2:
        return right - x, y - bottom
    if turn == 3:
        return top - y, right - x
    return x - left, top - y


def _placed(text_page: Any, sheet: Sheet, box: tuple[float, float, float, float]) -> list[_Placed]:
    """The words in the order of the file, in its own coordinates."""
    count = pdfium.FPDFText_CountChars(text_page)
    sheet.cut_off = count > MOST_CHARACTERS
    count = min(count, MOST_CHARACTERS)
    words: list[_Placed] = []
    styles = Styles(text_page, box[1], box[3])
    letters: list[str] = []
    first, last, current, spaced, after_space = 0, 0, -1, False, False
    style = Style(10.0)
    unicode_at, object_at, address = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject, ctypes.addressof

    def close() -> None:
        if letters:
            words.append(_word(text_page, "".join(letters), first, last, style, spaced=spaced))
            letters.clear()

    for i in range(count):
        code = unicode_at(text_page, i)
        if code in _SPACES:
            close()
            after_space = code not in _LINE_ENDS
            continue
        handle = object_at(text_page, i)
        where = address(handle.contents) if handle else 0
        if where != current:
            close()
        if not letters:
            if where != current:
                style = styles.of(handle, where, i)
            first, current, spaced, after_space = i, where, after_space, False
        letters.append(chr(code) if 32 < code < 0xAD or 0xAD < code < 0xD800 else _letter(code, sheet))
        last = i
        sheet.characters += 1
        if code == _HYPHEN_AT_END:
            close()
    close()
    return words


def _letter(code: int, sheet: Sheet) -> str:
    """The letter of a code that is not a plain one."""
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in (_HYPHEN_AT_END, 0xAD):
        return "-"
    if 0xE000 <= code <= 0xF8FF:  # the private area, where fonts of signs keep theirs
        sheet.unknown += 1
        return chr(code)
    if 0xF900 <= code <= 0xFFEF or 0x10000 <= code <= 0x10FFFF:
        return chr(code)
    sheet.unknown += 1
    return _UNKNOWN


def _word(text_page: Any, text: str, first: int, last: int, style: Style, *, spaced: bool) -> _Placed:
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetCharOrigin(text_page, first, x, y)
    pdfium.FPDFText_GetLooseCharBox(text_page, last, box)
    left = (x.value, y.value)
    if style.turn == 0:
        right = (max(box.right, x.value), y.value)
    elif style.turn == 2:
        right = (min(box.left, x.value), y.value)
    elif style.turn == 1:
        right = (x.value, max(box.top, y.value))
    elif style.turn == 3:
        right = (x.value, min(box.bottom, y.value))
    else:
        right = (box.right, y.value)
    return _Placed(text, left, right, style, spaced)
