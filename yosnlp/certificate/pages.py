"""Signs on the pages: pages without text, printed numbers that leave one out, fewer pages than they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from yosnlp.certificate.material import Material
from yosnlp.records import Document, Page, Remark
from yosnlp.text import view

_OF = re.compile(r"\b(?P<n>\d{1,3})\s*(?:of|/)\s*(?P<of>\d{1,3})\b")
_NUMBER = re.compile(r"(?<!\S)\d{1,3}(?!\S)")
_COVER = 2  # pages
_TELLING = frozenset({"pdf"})  # formats that tell a blank page from one without its text
_FEWEST_NUMBERS = 4  # printed, from which on they are known to count pages
_LEAST_OF_TWO_PAGES = 1.4  # times the usual length of a page, when the number of one was lost and not the page


def pages(of: Material) -> tuple[int | None, int | None, list[Remark], list[Remark]]:
    """Pages that the file marks and those with text, reasons against the report's being whole, and warnings."""
    document = of.report.document
    empty = [page for page in document.pages if not view(document, page.start, page.end).text]
    reasons: list[Remark] = []
    warnings: list[Remark] = []
    lost = {page.number for page in empty}
    last = max((page.number for page in document.pages if page.number not in lost), default=0)
    for page in empty:
        remark = of.remark("page_without_text", f"Page {page.number} has no text.", page.start)
        (reasons if _may_be_lost(document, page, last) else warnings).append(remark)
    reasons += _labels(of) if document.pages else _numbers(of)
    reasons += _fewer(of)
    marked = len(document.pages) or None
    return marked, marked and marked - len(empty), reasons, warnings


def _may_be_lost(document: Document, page: Page, last: int) -> bool:
    """Whether an empty page had text: not on the back of the cover, behind the last text, or where reading can tell.

    A reader of PDFs knows a page that is blank from a picture of one, which it says to be a defect.
    """
    return document.format not in _TELLING and _COVER < page.number < last


def _labels(of: Material) -> Iterator[Remark]:
    """Printed numbers that go further than the pages do."""
    labelled = [(page, int(page.label)) for page in of.report.document.pages if page.label and page.label.isdecimal()]
    for (before, low), (after, high) in pairwise(labelled):
        steps = after.number - before.number
        if high - low > steps and high - low <= _most(of):
            yield _jump(of, low, high, after)


def _most(of: Material) -> int:
    """The longest jump that is one: no report has more pages missing than it has."""
    return max(2 * len(of.report.document.pages), 10)


def _jump(of: Material, low: int, high: int, after: Page) -> Remark:
    return of.remark("page_numbers_jump", f"The printed page numbers go from {low} to {high}.", after.start)


def _numbers(of: Material) -> Iterator[Remark]:
    """Numbers in the running headers of a file without pages: those between which there is too little text."""
    document = of.report.document
    printed: list[tuple[int, int]] = []
    for hidden in document.hidden:
        if hidden.reason in ("page_header", "page_number"):
            figures = _NUMBER.findall(document.text[hidden.start : hidden.end])
            if figures and (not printed or int(figures[-1]) > printed[-1][0]):
                printed.append((int(figures[-1]), hidden.start))
    if len(printed) < _FEWEST_NUMBERS:
        return
    lengths = [end - start for (low, start), (high, end) in pairwise(printed) if high - low == 1]
    usual = median(lengths) if lengths else 0
    for (low, start), (high, end) in pairwise(printed):
        if high - low > 1 and end - start < _LEAST_OF_TWO_PAGES * usual * (high - low) / 2:
            yield of.remark("page_numbers_jump", f"The printed page numbers go from {low} to {high}.", end)


def _fewer(of: Material) -> Iterator[Remark]:
    """That the last page says that there are more: "Page 12 of 45"."""
    document = of.report.document
    told = [
        (match, hidden.start)
        for hidden in document.hidden
        if hidden.reason in ("page_header", "page_number")
        for match in [_OF.search(document.text, hidden.start, hidden.end)]
        if match
    ]
    if len(told) > 1 and int(told[-1][0]["n"]) < int(told[-1][0]["of"]):
        last, whole = told[-1][0]["n"], told[-1][0]["of"]
        yield of.remark("pages_missing", f"The last page printed is {last} of {whole}.", told[-1][1])
