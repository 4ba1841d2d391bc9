"""Whether the sections that the programme asks for are there, and hold something."""

from __future__ import annotations

from collections.abc import Iterator

from yosnlp.certificate.material import Material
from yosnlp.frameworks import Domain, Standard
from yosnlp.records import Remark, Section, Tally


def sections(of: Material) -> tuple[Tally, list[Remark]]:
    """Domains by number and standards by id: those expected, those with a section, and what is wrong with them."""
    held: dict[str, list[Section]] = {}
    for section in of.body:
        if section.kind == "standard" and section.standard_id:
            held.setdefault(section.standard_id, []).append(section)
    domains = {section.domain for section in of.body if section.kind == "domain"}
    expected: list[str] = []
    found: list[str] = []
    remarks: list[Remark] = []
    after = 0  # where the last section that was found ends
    for domain, standards in of.expected():
        expected += [domain.number, *(s.id for s in standards)]
        there = [s.id for s in standards if s.id in held]
        if domain.id not in domains or not there:
            remarks.append(_no_domain(of, domain, standards, after))
            continue
        found += [domain.number, *there]
        for standard in standards:
            own = held.get(standard.id, [])
            remarks += _standard(of, standard, own, after)
            after = max((s.end for s in own), default=after)
    if not of.body and of.framework is not None and of.framework.domains:
        remarks = [of.remark("no_body", "None of the sections of the domains is in the text.", len(_text(of)))]
    return Tally(expected=tuple(expected), found=tuple(found)), remarks


def _text(of: Material) -> str:
    return of.report.document.text


def _no_domain(of: Material, domain: Domain, standards: list[Standard], after: int) -> Remark:
    ids = ", ".join(s.id for s in standards)
    return of.remark("missing_domain", f"Domain {domain.number} {domain.name} has no section (standards {ids}).", after)


def _standard(of: Material, standard: Standard, own: list[Section], after: int) -> Iterator[Remark]:
    if not own:
        yield of.remark("missing_section", f"Standard {standard.id} {standard.name} has no section.", after)
    elif not any(of.findings_in(section.start, section.end) for section in own):
        says = f"The section of standard {standard.id} {standard.name} holds nothing that was found."
        yield of.remark("empty_section", says, own[0].start)
