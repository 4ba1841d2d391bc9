"""Opening a PDF, and giving its pages one by one; each is closed before the next is opened."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium  # importing the package starts the library

from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits
from yosnlp.reading.pdf import drawing, drawn_signs, glyphs
from yosnlp.reading.pdf.sheet import Sheet

_HEAD = b"%PDF-"
_HEAD_WITHIN = 1024  # bytes
_END = b"%%EOF"


class File:
    """An open PDF. Use it in a ``with``; raises UnreadableInput if it cannot be opened."""

    def __init__(self, data: bytes, source: str) -> None:
        _check(data, source)
        self.source = source
        self._data = data  # pdfium reads from it as long as the file is open
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            raise _refused(pdfium.FPDF_GetLastError(), data, source)
        self.count: int = pdfium.FPDF_GetPageCount(self._document)
        if not 0 < self.count <= limits.PAGES:
            self.close()
            raise _miscounted(self.count, data, source)

    def __enter__(self) -> File:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give its memory back."""
        if self._document:
            pdfium.FPDF_CloseDocument(self._document)
            self._document = None

    def label(self, number: int) -> str | None:
        """The label that the file gives its page ``number``, counted from 1; None if it gives none."""
        buffer = (ctypes.c_ushort * 64)()
        length = pdfium.FPDF_GetPageLabel(self._document, number - 1, buffer, ctypes.sizeof(buffer))
        if not 2 < length <= ctypes.sizeof(buffer):
            return None
        return bytes(buffer)[: length - 2].decode("utf-16-le", "replace").strip() or None

    def pages(self) -> Iterator[tuple[int, Any]]:
        """The number and the handle of each page, counted from 1; None for one that cannot be opened."""
        for number in range(1, self.count + 1):
            page = pdfium.FPDF_LoadPage(self._document, number - 1)
            try:
                yield number, page
            finally:
                if page:
                    pdfium.FPDF_ClosePage(page)


def sheet(page: Any, number: int) -> Sheet:
    """What lies on a page. Pages without end are cut off at a limit, see `glyphs` and `drawing`."""
    left, bottom, right, top = glyphs.frame(page)
    made = Sheet(number, right - left, top - bottom)
    text_page = pdfium.FPDFText_LoadPage(page)
    turn = 0
    if text_page:
        try:
            turn = glyphs.read(page, text_page, made)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    drawing.read(page, made, turn)
    drawn_signs.add(made)
    return made


def _check(data: bytes, source: str) -> None:
    if not data.strip():
        raise UnreadableInput(source, "the file is empty", "Fetch it again from where it was published.")
    if _HEAD not in data[:_HEAD_WITHIN]:
        raise UnreadableInput(source, "it is no PDF: it does not begin as one", "Check what the file is.")


def is_cut_off(data: bytes) -> bool:
    """Whether the end of the file is missing."""
    return _END not in data[-4096:] and data.rfind(_END) < data.rfind(b"endobj")


def _refused(code: int, data: bytes, source: str) -> UnreadableInput:
    if code == pdfium.FPDF_ERR_PASSWORD:
        mend = "Open it with its password in a PDF reader, and print or save it without one."
        return UnreadableInput(source, "the PDF is encrypted with a password", mend)
    if code == pdfium.FPDF_ERR_SECURITY:
        mend = "Save it without protection in the program that opens it."
        return UnreadableInput(source, "the PDF is encrypted in a way that is not read", mend)
    if is_cut_off(data):
        mend = "Fetch it again from where it was published: the download broke off."
        return UnreadableInput(source, "the PDF is cut off: its end is missing", mend)
    mend = "Fetch it again, or open it in a PDF reader and print it to a new PDF."
    return UnreadableInput(source, "the PDF is damaged and cannot be opened", mend)


def _miscounted(count: int, data: bytes, source: str) -> UnreadableInput:
    if count > 0:
        reason = f"{count:,} pages are more than any report has (limit {limits.PAGES:,})"
        return UnreadableInput(source, reason, "Give each report as a file of its own.")
    if is_cut_off(data):
        return _refused(pdfium.FPDF_ERR_FORMAT, data, source)
    return UnreadableInput(source, "the PDF has no pages", "Fetch it again from where it was published.")
