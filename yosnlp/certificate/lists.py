"""Whether the lists that the report sets out are whole: strengths, areas for improvement, key findings, numbers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from yosnlp import numbers
from yosnlp.certificate.material import Material
from yosnlp.records import Block, Remark, Section, SectionKind, Tally

_KINDS: tuple[SectionKind, ...] = ("strengths", "areas_for_improvement")
_LISTS = (*_KINDS, "key_findings")
_NUMBERED_LISTS = (*_LISTS, "recommendations")
_NAMES = {"strengths": "strengths", "areas_for_improvement": "areas for improvement"}
_MOST = 0.5  # share of the domains or standards that have a list from which on all of them should
_NUMBERED = re.compile(r"\(?(\d{1,2})[.)]?$")
_STATED = re.compile(rf"\b(?:made|makes?|making) (?P<n>{numbers.PATTERN}) recommendations?\b", re.I | re.A)


def lists(of: Material) -> tuple[Tally, list[Remark], list[Remark]]:
    """Lists expected and found, reasons against the report's being whole, and warnings.

    Which domains or standards should have a list is told from the others of the same report.
    """
    reasons = [*_without_items(of), *_number_jumps(of), *_recommendations(of)]
    warnings: list[Remark] = []
    expected: list[str] = []
    found: list[str] = []
    for units in (*_standards(of), _domains(of)):
        of_kind = {kind: [name for name, spans in units.items() if _holds(of, spans, kind)] for kind in _KINDS}
        usual = [kind for kind in _KINDS if len(of_kind[kind]) > _MOST * len(units)]
        found += [f"{name} {kind}" for kind in _KINDS for name in of_kind[kind]]
        expected += [f"{name} {kind}" for kind in _KINDS for name in (units if kind in usual else of_kind[kind])]
        for name, spans in units.items():
            lacking = [kind for kind in usual if name not in of_kind[kind]]
            told = " and ".join(_NAMES[kind] for kind in lacking)
            if lacking and not any(name in of_kind[kind] for kind in _KINDS):
                says = f"{name} has no list of {told}, as the others have."
                reasons.append(of.remark("lists_missing", says, spans[-1].end - 1))
            elif lacking:
                says = f"{name} has no list of {told}, as most others have; the report may name none."
                warnings.append(of.remark("list_missing", says, spans[-1].end - 1))
    keyed, unkeyed, remarks = _key_findings(of)
    expected += [f"{number} key_findings" for number in (*keyed, *unkeyed)]
    found += [f"{number} key_findings" for number in keyed]
    return Tally(expected=tuple(expected), found=tuple(found)), [*reasons, *remarks], warnings


def _standards(of: Material) -> list[dict[str, list[Section]]]:
    """Of each domain the standards that have a section in the body, each with its sections."""
    domains: dict[str | None, dict[str, list[Section]]] = {}
    for section in of.body:
        if section.kind == "standard" and section.standard_id:
            domains.setdefault(section.domain, {}).setdefault(section.standard_id, []).append(section)
    return list(domains.values())


def _domains(of: Material) -> dict[str, list[Section]]:
    units: dict[str, list[Section]] = {}
    numbers_ = {domain.id: domain.number for domain, _ in of.expected()}
    for section in of.body:
        if section.kind == "domain" and section.parent is None and section.domain in numbers_:
            units.setdefault(numbers_[section.domain], []).append(section)
    return units


def _holds(of: Material, spans: list[Section], kind: SectionKind) -> bool:
    """Whether a list of that kind belongs to one of ``spans`` itself, not to a standard in it."""
    starts: dict[bool, list[int]] = {True: [], False: []}  # of the lists of a standard, and of others
    for section in of.body:
        if section.kind == kind:
            starts[section.standard_id is not None].append(section.start)
    return any(
        bisect_left(own, span.end) > bisect_left(own, span.start)
        for span in spans
        for own in [starts[span.kind == "standard"]]
    )


def _without_items(of: Material) -> Iterator[Remark]:
    """Headings of lists with nothing under them, or with paragraphs where the other lists have items."""
    headed = [s for s in of.report.sections if s.kind in _LISTS and s.heading]
    marked = sorted(block.start for block in of.report.document.blocks if block.kind == "item")
    with_items = {s for s in headed if bisect_left(marked, s.end) > bisect_left(marked, s.start)}
    usual = len(with_items) > _MOST * len(headed)
    for section in headed:
        if not of.findings_in(section.start, section.end) or (usual and section not in with_items):
            says = f"The list “{section.heading.strip(' :')}” has no items."
            yield of.remark("list_without_items", says, section.start)


def _key_findings(of: Material) -> tuple[list[str], list[str], list[Remark]]:
    """Numbers of the domains with key findings and, if some have them, of those without."""
    listed = {s.domain for s in of.report.sections if s.kind == "key_findings" and s.domain}
    keyed = [d.number for d, _ in of.expected() if d.id in listed]
    unkeyed = [d for d, _ in of.expected() if d.id not in listed] if listed else []
    after = max((s.end for s in of.report.sections if s.kind == "key_findings"), default=0)
    says = "Domain {} {} has no key findings, as the others have."
    remarks = [of.remark("lists_missing", says.format(d.number, d.name), after - 1) for d in unkeyed]
    return keyed, [d.number for d in unkeyed], remarks


def _number_jumps(of: Material) -> Iterator[Remark]:
    """Items of lists whose printed numbers leave one out."""
    previous: tuple[int, int | None] | None = None
    for block, number, section in _numbered(of):
        if previous is not None and previous[1] == section and number > previous[0] + 1:
            says = f"A list goes from {previous[0]} to {number}: items are missing between."
            yield of.remark("list_number_jumps", says, block.start)
        elif number > 1 and (previous is None or previous[1] != section):
            yield of.remark("list_number_jumps", f"A list begins with {number}: items are missing.", block.start)
        previous = (number, section)


def _numbered(of: Material) -> Iterator[tuple[Block, int, int | None]]:
    """The numbered items that are findings of a list, with their number and section."""
    for block in of.report.document.blocks:
        match = _NUMBERED.match(block.marker) if block.kind == "item" and block.marker else None
        section = of.section_at(block.start) if match else None
        listing = section is not None and of.report.sections[section].kind in _NUMBERED_LISTS
        if match and listing and of.findings_in(block.start, block.end):
            yield block, int(match[1]), section


def _recommendations(of: Material) -> Iterator[Remark]:
    """Fewer recommendations than the report says that it makes."""
    found = sum(f.kind == "recommendation" for f in of.findings)
    for block, seen in zip(of.report.document.blocks, of.views, strict=True):
        match = _STATED.search(seen.text) if not of.in_body(block) else None
        stated = numbers.parse(match["n"]) if match else 0
        if found < stated:
            says = f"The report says that it makes {stated} recommendations; {found} were found."
            yield of.remark("recommendations_missing", says, block.start)
            return
