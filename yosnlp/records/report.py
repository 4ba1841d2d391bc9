"""A document understood as a report: what it says of itself, and how its text is divided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from yosnlp.records.document import Document, Span

SectionKind: TypeAlias = Literal[
    "front",
    "contents",
    "acknowledgements",
    "foreword",
    "overall_findings",
    "key_findings",
    "ratings",
    "recommendations",
    "introduction",
    "key_facts",
    "chapter",
    "domain",
    "standard",
    "key_question",
    "summary",
    "strengths",
    "areas_for_improvement",
    "commentary",
    "practice_examples",
    "service_users",
    "methodology",
    "results",
    "glossary",
    "next_steps",
    "annex",
    "notes",
]
ReportKind: TypeAlias = Literal[
    "inspection", "thematic", "annual", "adult_probation", "effective_practice", "research", "other"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Span):
    """A part of the report. ``parent`` is the index of the section that it lies in."""

    kind: SectionKind
    heading: str
    number: str | None = None
    parent: int | None = None
    domain: str | None = None
    standard_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day of something. A month alone gives its first and last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document understood as an inspection report, or, where that was asked for, as a report of another ``kind``.

    ``expected`` are the ids of the standards of the domains that the report speaks of, ``missing``
    those of them that have no section in its body: a report cut off half-way misses its last.
    """

    id: str
    document: Document
    programme: str
    kind: ReportKind = "inspection"
    service: str | None = None
    fieldwork: Period | None = None
    published: Period | None = None
    isbn: str | None = None
    samples: dict[str, int] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    expected: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def year(self) -> int | None:
        """Year of publication; that of the fieldwork where no publication date is stated."""
        period = self.published or self.fieldwork
        return period.last.year if period else None
