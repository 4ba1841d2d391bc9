"""What the other steps say is wrong or odd with a report, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yosnlp.certificate.material import Material
from yosnlp.records import Defect, Page, Remark, SectionKind

_OF_A_STANDARD = re.compile(r"^(?:standard|criterion) (?P<id>V?\d(?:\.\d)?)\b")
_LOST = "not found"  # how the scores say what is lost: a reason, which is told by what is expected
_WITH_COVERS = 10  # pages from which on the first and the last may be a cover, a picture and no more
#: Parts in which a table tells nothing that is read.
_TABLES_NOT_READ: frozenset[SectionKind] = frozenset(
    {"front", "contents", "introduction", "key_facts", "methodology", "glossary", "annex", "notes", "acknowledgements"}
)


def defects(of: Material) -> tuple[list[Remark], list[Remark]]:
    """The defects of the file: those by which something may be lost that is read, and the others."""
    lost: list[Remark] = []
    others: list[Remark] = []
    for defect in of.report.document.defects:
        page = next((p for p in of.report.document.pages if p.number == defect.page), None)
        (others if _harmless(of, defect, page) else lost).append(_defect(of, defect, page))
    return lost, others


def _harmless(of: Material, defect: Defect, page: Page | None) -> bool:
    """Whether no finding or figure can be lost: text was recognised, a cover, a table of what is not read."""
    if defect.kind == "recognised_page":
        return True
    pages = len(of.report.document.pages)
    if defect.kind == "scanned_page":
        return pages >= _WITH_COVERS and defect.page in (1, pages)
    if defect.kind == "broken_table" and page is not None:
        on_it = [i for i, s in enumerate(of.report.sections) if s.start < page.end and s.end > page.start]
        return all(of.outermost(i).kind in _TABLES_NOT_READ for i in on_it)
    return False


def _defect(of: Material, defect: Defect, page: Page | None) -> Remark:
    says = _sentence(f"page {defect.page}: {defect.detail}" if defect.page else defect.detail)
    if page is None:
        return Remark(code=defect.kind, says=says, page=defect.page)
    return of.remark(defect.kind, says, page.start)


def notes(of: Material) -> Iterator[Remark]:
    """What the report does not say of itself, and what is odd about its ratings."""
    for warning in of.report.warnings:
        yield of.remark("not_stated", _sentence(warning), 0)
    for warning in of.scores.warnings:
        if warning.endswith(_LOST):
            continue
        match = _OF_A_STANDARD.match(warning)
        about = (r.start for r in of.scores.places if match and r.standard_id == match["id"])
        yield of.remark("odd_rating", _sentence(warning), next(about, None))
    if of.framework is None or not of.framework.domains:
        yield of.remark("no_programme", "The report is of no known programme: what it should hold is not known.")


def _sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:].rstrip('.')}."
