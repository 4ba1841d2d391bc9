"""A document to a `Report`: programme, what it says about itself, and the section tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from yosnlp.frameworks import Framework, frameworks
from yosnlp.records import Document, Report, Section
from yosnlp.reports import metadata
from yosnlp.reports.programme import recognised
from yosnlp.reports.sections import sections

_UNSTATED = "not stated in the report"


def understand(
    document: Document, known: Mapping[str, Framework] | None = None, *, allow_other: bool = False
) -> Report:
    """The report that ``document`` is: an inspection of one service; if ``allow_other``, one of another kind.

    A report of another kind has no service, no standards and no ratings, and a warning says what it was taken for.
    Raises NotAReport if it is none of a known programme, or of another kind that is not allowed.
    """
    found = recognised(document, known or frameworks(), allow_other=allow_other)
    framework = found.framework
    parts = sections(document, framework)
    named = None if framework.apart else metadata.service(document)
    fieldwork = metadata.fieldwork(document)
    published = metadata.published(document, parts)
    expected = _expected(parts, framework)
    held = {s.standard_id for s in parts if s.kind == "standard" and _in_body(s, parts)}
    dates = fieldwork or published
    unstated = [what for what, value in (("service", framework.apart or named), ("dates", dates)) if value is None]
    apart = f"{found.what}: read for its findings alone; it enters no figure on inspections"
    return Report(
        id=re.sub(r"[^a-z0-9]+", "-", Path(document.source).stem.lower()).strip("-") or "report",
        document=document,
        programme=framework.id,
        kind=found.kind,
        service=named,
        fieldwork=fieldwork,
        published=published,
        isbn=metadata.isbn(document),
        samples=metadata.samples(document, framework),
        sections=parts,
        expected=expected,
        missing=tuple(standard for standard in expected if standard not in held),
        warnings=(*([apart] if found.what else []), *(f"{what}: {_UNSTATED}" for what in unstated)),
    )


def _expected(parts: tuple[Section, ...], framework: Framework) -> tuple[str, ...]:
    """The standards of the domains that the report names anywhere; those that may be lacking only if it has them."""
    domains = {section.domain for section in parts}
    named = {section.standard_id for section in parts}
    always = {s.id for _, s in framework.standards() if not (s.rated_apart or s.optional)}
    return tuple(s.id for d, s in framework.standards() if d.id in domains and (s.id in named or s.id in always))


def _in_body(section: Section, parts: tuple[Section, ...]) -> bool:
    """Whether a section lies in a domain of its own, not in a table of ratings, a foreword or an annex."""
    while section.parent is not None:
        section = parts[section.parent]
    return section.kind == "domain"
