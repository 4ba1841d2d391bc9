"""The steps from the bytes of a PDF to its `Document`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from yosnlp.errors import UnreadableInput
from yosnlp.reading import limits
from yosnlp.reading.options import Options
from yosnlp.reading.pdf import drafts, examples, joins, notes, quality, running
from yosnlp.reading.pdf.arrange import Arranged, Flow, arrange
from yosnlp.reading.pdf.compose import Text
from yosnlp.reading.pdf.file import File, is_cut_off, sheet
from yosnlp.records import Defect, Document

_OCR = "Read it with --ocr, where Tesseract is installed, or fetch the report as text."


def read(data: bytes, source: str, options: Options) -> Document:
    """The document in the PDF ``data``; pages that are pictures are read with ``options.ocr``.

    Raises UnreadableInput for a file that is empty, damaged, cut off, encrypted, too long, or all pictures.
    """
    pages: list[Arranged] = []
    defects: list[Defect] = []
    labels: list[str | None] = []
    with File(data, source) as file:
        for number, page in file.pages():
            labels.append(file.label(number))
            pages.append(_page(number, page, defects, options, source))
    if is_cut_off(data):
        defects.append(Defect(kind="cut_off", detail="the end of the file is missing"))
    if not any(page.flows or page.aside for page in pages):
        raise _without_text(source, defects)
    text, blocks, hidden, places = _composed(pages, labels).finish()
    if len(text) > limits.TEXT:
        what = f"{len(text):,} characters are more than any report has (limit {limits.TEXT:,})"
        raise UnreadableInput(source, what, "Give each report as a file of its own.")
    return Document(
        text=text,
        source=source,
        format="pdf",
        encoding="unicode",
        sha256=hashlib.sha256(data).hexdigest(),
        blocks=blocks,
        hidden=hidden,
        pages=places,
        defects=tuple(defects),
    )


def _page(number: int, page: Any, defects: list[Defect], options: Options, source: str) -> Arranged:
    """The lines of a page; what is wrong with it is put to ``defects``."""
    if page is None or not page:
        defects.append(Defect(kind="unreadable_page", page=number, detail="the page cannot be opened"))
        return Arranged(number, 595, 842, [], [], [])
    found = sheet(page, number)
    if quality.is_picture(page, found):
        if options.ocr:
            from yosnlp.reading.pdf import ocr

            found = ocr.recognised(page, number, source)
            defects.append(Defect(kind="recognised_page", page=number, detail="its text was read from a picture"))
        else:
            detail = "the page is a picture without text and needs text recognition (--ocr)"
            defects.append(Defect(kind="scanned_page", page=number, detail=detail))
    defects += quality.defects(found)
    arranged = arrange(found)
    if arranged.torn:
        detail = f"{arranged.torn} words run over the lines between cells of a table"
        defects.append(Defect(kind="broken_table", page=number, detail=detail))
    return arranged


def _without_text(source: str, defects: Sequence[Defect]) -> UnreadableInput:
    if any(d.kind == "scanned_page" for d in defects):
        return UnreadableInput(source, "all pages are pictures without text: it needs text recognition (OCR)", _OCR)
    if any(d.kind == "unreadable_page" for d in defects):
        mend = "Fetch it again, or open it in a PDF reader and print it to a new PDF."
        return UnreadableInput(source, "none of its pages can be opened", mend)
    return UnreadableInput(source, "there is no text in it", "Check that it is the report.")


def _composed(pages: Sequence[Arranged], labels: Sequence[str | None]) -> Text:
    running.take_out(pages, drafts.body_size(pages))
    setting = drafts.measured(pages)
    notes.take_out(pages, setting.size)
    made = [[drafts.of_flow(flow, setting, alone=len(page.flows) == 1) for flow in _flows(page)] for page in pages]
    flows = [flow for page in made for flow in page]
    joins.join(flows)
    examples.mark(flows)
    drafts.levels([draft for flow in flows for draft in flow])
    text = Text()
    for page, label, parts in zip(pages, labels, made, strict=True):
        text.page(label or _printed(page), page.heads, [d for flow in parts for d in flow], page.notes, page.feet)
    return text


def _flows(page: Arranged) -> list[Flow]:
    return [*page.flows, Flow(list(page.aside))] if page.aside else page.flows


def _printed(page: Arranged) -> str | None:
    """The number printed in the running header or footer of a page."""
    for item, _ in (*page.heads, *page.feet):
        figures = [word for word in item.text.split() if word.isdigit() and len(word) < 4]
        if figures:
            return figures[-1]
    return None
