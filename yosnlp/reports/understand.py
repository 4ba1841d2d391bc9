"""A document to a `Report`: programme, what it says about itself, and the section tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from yosnlp.records import Document, Report, Section
from yosnlp.reports import metadata
from yosnlp.frameworks import Framework, frameworks
from yosnlp.reports.programme import programme
from yosnlp.reports.sections import sections

_UNSTATED = "not stated in the report"


def understand(document: Document, known: Mapping[str, Framework] | None = None) -> Report:
    """The report that ``document`` is. Raises NotAReport if it is none of a known programme."""
    framework = programme(document, known or frameworks())
    parts = sections(document, framework)
    named = metadata.service(document)
    fieldwork = metadata.fieldwork(document)
    published = metadata.published(document, parts)
    warnings = list(missing_sections(parts, framework))
    for what, value in (("service", named), ("dates", fieldwork or published)):
        if value is None:
            warnings.append(f"{what}: {_UNSTATED}")
    return Report(
        id=re.sub(r"[^a-z0-9]+", "-", Path(document.source).stem.lower()).strip("-") or "report",
        document=document,
        programme=framework.id,
        service=named,
        fieldwork=fieldwork,
        published=published,
        isbn=metadata.isbn(document),
        samples=metadata.samples(document, framework),
        sections=parts,
        warnings=tuple(warnings),
    )


def missing_sections(parts: tuple[Section, ...], framework: Framework) -> list[str]:
    """What the programme leads one to expect in the body and the report does not hold."""
    body = {s.standard_id for s in parts if s.kind == "standard" and s.domain in _body_domains(parts)}
    return [
        f"standard {standard.id} {standard.name}: no section in the body of the report"
        for _, standard in framework.standards()
        if standard.id not in body and not standard.rated_apart
    ]


def _body_domains(parts: tuple[Section, ...]) -> set[str | None]:
    return {s.domain for s in parts if s.kind == "domain" and s.parent is None}
