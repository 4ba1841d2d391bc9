"""A report to its findings, each a verbatim span with kind, polarity, amounts and what it repeats."""

from __future__ import annotations

from collections.abc import Sequence

from yosnlp.findings import contrast
from yosnlp.findings.drafts import Draft, Outline
from yosnlp.findings.listed import listed
from yosnlp.findings.narrative import narrative
from yosnlp.findings.quantities import quantities
from yosnlp.findings.repeats import mark
from yosnlp.frameworks import Framework
from yosnlp.records import Finding, FindingKind, Polarity, PolarityOrigin, Report
from yosnlp.text import View, view

_BY_HEADING: dict[FindingKind, Polarity] = {
    "strength": "strength",
    "area_for_improvement": "area_for_improvement",
    "recommendation": "area_for_improvement",  # a recommendation asks for improvement (codebook)
}


def extract(report: Report, framework: Framework, judge: contrast.Judge) -> tuple[Finding, ...]:
    """The findings of ``report`` in the order of the text.

    ``judge`` gives the polarity of key findings and prose, and of the parts of a sentence that may
    be split at a contrast.
    """
    outline = Outline(report)
    drafts = sorted([*listed(report, outline), *narrative(report, framework, outline)], key=lambda d: d.span.start)
    views = [view(report.document, d.span.start, d.span.end) for d in drafts]
    findings: list[Finding] = []
    for draft, shown, parts in zip(drafts, views, _parts(drafts, views, judge), strict=True):
        for part in parts:
            piece = View(shown.text[part.start : part.end], shown.offsets[part.start : part.end])
            findings.append(_finding(report, outline, draft, piece, len(findings) + 1, part))
    return tuple(mark(findings))


def _parts(drafts: Sequence[Draft], views: Sequence[View], judge: contrast.Judge) -> list[list[contrast.Part]]:
    """The parts of each draft: prose may be split at a contrast; items of lists and examples stay whole."""
    prose = [i for i, draft in enumerate(drafts) if draft.kind == "narrative"]
    split = dict(zip(prose, contrast.parts([views[i].text for i in prose], judge), strict=True))
    others = [i for i in range(len(drafts)) if i not in split]
    for i, judged in zip(others, judge([views[i].text for i in others]), strict=True):
        split[i] = [contrast.Part(0, len(views[i].text), judged.polarity, judged.probability)]
    return [split[i] for i in range(len(drafts))]


def _finding(
    report: Report,
    outline: Outline,
    draft: Draft,
    shown: View,
    number: int,
    part: contrast.Part,
) -> Finding:
    section = outline.sections[draft.section]
    stated = _BY_HEADING.get(draft.kind)
    origin: PolarityOrigin = "heading" if stated else "model"
    span = shown.span(0, len(shown.text))
    return Finding(
        id=f"{report.id}:{number:04d}",
        report_id=report.id,
        section=draft.section,
        kind=draft.kind,
        start=span.start,
        end=span.end,
        text=shown.text,
        domain=section.domain,
        standard_id=section.standard_id,
        polarity=stated or part.polarity,
        polarity_origin=origin,
        polarity_confidence=None if stated else round(part.probability, 4),
        addressee=draft.addressee,
        quantities=quantities(shown),
    )
