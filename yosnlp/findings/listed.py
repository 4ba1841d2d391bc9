"""Findings that the report lists: key findings, strengths, areas for improvement, recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yosnlp.findings.drafts import Draft, Outline
from yosnlp.records import Block, FindingKind, Report, SectionKind, Span
from yosnlp.text import view

_KINDS: dict[SectionKind, FindingKind] = {
    "key_findings": "key_finding",
    "overall_findings": "key_finding",
    "strengths": "strength",
    "areas_for_improvement": "area_for_improvement",
    "recommendations": "recommendation",
}
_ADDRESSED = re.compile(
    r"^(?P<body>\S.{2,140}?)\s+(?:should|must|needs? to)\s*(?::\s*)?(?:ensure that:|make sure that:)?$"
)
_RESPONSIBLE = re.compile(r"\((?P<body>[A-Z][^()]{2,80})\)\.?$")
_FEWEST_WORDS_WITHOUT_BULLET = 4


def listed(report: Report, outline: Outline) -> Iterator[Draft]:
    """A draft for each item under a heading that says what its items are.

    Where the extraction lost the bullets of a list, its paragraphs are its items.
    """
    bulleted = {outline.innermost(b) for b in report.document.blocks if b.kind == "item"}
    addressee: str | None = None
    for block in report.document.blocks:
        index = outline.innermost(block)
        section = outline.sections[index]
        kind = _KINDS.get(section.kind)
        if kind is None:
            addressee = None
            continue
        if block.start == section.start and section.heading:
            continue  # its heading
        text = view(report.document, block.start, block.end).text
        if block.kind != "item" and (match := _ADDRESSED.match(text)):
            addressee = match["body"]
            continue
        if _is_item(block, text, kind, in_bullets=index in bulleted, addressed=addressee is not None):
            yield Draft(Span(start=block.start, end=block.end), index, kind, _responsible(text, kind) or addressee)


def _is_item(block: Block, text: str, kind: FindingKind, *, in_bullets: bool, addressed: bool) -> bool:
    if block.kind == "item":
        return True
    prose = block.kind == "paragraph" and len(text.split()) >= _FEWEST_WORDS_WITHOUT_BULLET
    if in_bullets or not prose or text.endswith(":"):
        return False
    return kind in ("strength", "area_for_improvement") or (kind == "recommendation" and addressed)


def _responsible(text: str, kind: FindingKind) -> str | None:
    """The body named in brackets at the end of a recommendation, as Core Case Inspections do."""
    match = _RESPONSIBLE.search(text) if kind == "recommendation" else None
    return match["body"] if match else None
