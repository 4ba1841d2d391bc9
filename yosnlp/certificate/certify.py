"""The certificate of a report: the one place of this step that knows its checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yosnlp.certificate.characters import count, coverage, uses
from yosnlp.certificate.contents import contents
from yosnlp.certificate.ending import ending
from yosnlp.certificate.figures import key_questions, ratings, reconciled
from yosnlp.certificate.garble import garbled
from yosnlp.certificate.lists import lists
from yosnlp.certificate.material import Material
from yosnlp.certificate.notes import defects, notes
from yosnlp.certificate.pages import pages
from yosnlp.certificate.sections import sections
from yosnlp.frameworks import Framework
from yosnlp.records import Certificate, Finding, Grade, Remark, Report, Scores

_LEAST_IN_FINDINGS = 0.6  # share of the body, below which much of it was not understood


def certify(report: Report, findings: Sequence[Finding], scores: Scores, framework: Framework | None) -> Certificate:
    """What was read of ``report``, and whether that is all of it.

    ``complete``: nothing speaks for a loss. ``partial``: something does, and ``reasons`` say what and where.
    ``failed``: nothing was found in it. ``framework`` is None where the programme is not known; what the report
    should hold is not known then either, and only the text itself is checked.
    """
    of = Material(report, findings, scores, framework)
    used = uses(of)
    kept, dropped = count(used)
    body, in_findings = coverage(of, used)
    held, of_sections = sections(of)
    listed, of_lists, odd_lists = lists(of)
    rated, of_ratings = ratings(of)
    asked, of_questions = key_questions(of)
    checked, unfit = reconciled(of)
    marked, read, of_pages, odd_pages = pages(of)
    broken, odd_defects = defects(of)
    of_text = [
        *(*broken, *of_pages, *garbled(of), *of_sections, *of_lists),
        *(*contents(of, held), *ending(of), *_share(of, body, in_findings)),
    ]
    reasons = [*of_text, *of_ratings, *of_questions, *unfit]
    return Certificate(
        grade=_grade(findings, reasons),
        text_whole=bool(findings) and not of_text,
        reasons=_distinct(reasons) if findings else (of.remark("nothing_found", "No finding was found."), *reasons),
        warnings=_distinct([*odd_defects, *odd_pages, *odd_lists, *notes(of)]),
        pages=marked,
        pages_read=read,
        characters=len(report.document.text),
        kept=kept,
        dropped=dropped,
        sections=held,
        lists=listed,
        ratings=rated,
        key_questions=asked,
        reconciled=checked,
        body=body,
        in_findings=in_findings,
    )


def _grade(findings: Sequence[Finding], reasons: Sequence[Remark]) -> Grade:
    if not findings:
        return "failed"
    return "partial" if reasons else "complete"


def _share(of: Material, body: int, in_findings: int) -> Iterable[Remark]:
    """That much of the body ended in no finding."""
    if body and in_findings < _LEAST_IN_FINDINGS * body:
        says = f"Only {in_findings / body:.0%} of the text of the domains ended in findings."
        yield of.remark("few_findings", says, of.body[0].start)


def _distinct(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    return tuple(dict.fromkeys(remarks))
