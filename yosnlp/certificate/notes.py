"""What the other steps say is wrong or odd with a report, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yosnlp.certificate.material import Material
from yosnlp.records import Defect, Remark

#: A page whose text was recognised from its picture was read, if with mistakes; the other defects are losses.
_READ = frozenset({"recognised_page"})
_OF_A_STANDARD = re.compile(r"^(?:standard|criterion) (?P<id>V?\d(?:\.\d)?)\b")
_LOST = "not found"  # how the scores say what is lost: a reason, which is told by what is expected


def defects(of: Material) -> tuple[list[Remark], list[Remark]]:
    """The defects of the file: those by which text was lost, and the others."""
    found = of.report.document.defects
    return (
        [_defect(of, one) for one in found if one.kind not in _READ],
        [_defect(of, one) for one in found if one.kind in _READ],
    )


def _defect(of: Material, defect: Defect) -> Remark:
    page = next((p for p in of.report.document.pages if p.number == defect.page), None)
    says = f"{f'Page {defect.page}: ' if defect.page else ''}{defect.detail.rstrip('.')}."
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
