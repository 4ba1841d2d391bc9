"""Pages that are pictures, read by Tesseract where it is installed.

Tesseract lays the words that it reads as text on a page without a picture; that page is read as any other, so that
columns, tables and furniture are recognised by the same code.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Any

import pypdfium2.raw as pdfium

from yosnlp.errors import UnreadableInput
from yosnlp.reading.pdf import quality
from yosnlp.reading.pdf.file import sheet
from yosnlp.reading.pdf.sheet import Sheet

_DOTS_AN_INCH = 250
_SECONDS = 180  # for a page
_PROGRAM = "tesseract"


def recognised(page: Any, number: int, source: str) -> Sheet:
    """The words that Tesseract reads on ``page``. Raises UnreadableInput if it is not installed, or fails."""
    program = shutil.which(_PROGRAM)
    if program is None:
        mend = "Install Tesseract (on Debian and Ubuntu: apt-get install tesseract-ocr), or read without --ocr."
        raise UnreadableInput(source, "text recognition was asked for, but Tesseract is not installed", mend)
    asked = ["-l", "eng", "--dpi", str(_DOTS_AN_INCH), "-c", "textonly_pdf=1", "pdf"]
    try:
        made = subprocess.run(
            [program, "stdin", "stdout", *asked],
            input=_picture(page),
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        ).stdout
    except (subprocess.SubprocessError, OSError) as e:
        mend = "Check that Tesseract runs and has its English data, or read without --ocr."
        raise UnreadableInput(source, f"text recognition failed on page {number}", mend) from e
    return _sheet_of(made, number)


def _picture(page: Any) -> bytes:
    """The page as a grey picture (PGM)."""
    rows = list(quality.rendered(page, _DOTS_AN_INCH / 72))
    width = len(rows[0]) if rows else 0
    return b"P5\n%d %d\n255\n" % (width, len(rows)) + b"".join(rows)


def _sheet_of(data: bytes, number: int) -> Sheet:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        page = pdfium.FPDF_LoadPage(document, 0) if document else None
        if not page:
            return Sheet(number, 595, 842)
        try:
            made = sheet(page, number)
        finally:
            pdfium.FPDF_ClosePage(page)
    finally:
        if document:
            pdfium.FPDF_CloseDocument(document)
    made.invisible = 0
    return made
