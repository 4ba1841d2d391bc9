"""What the checks of a certificate look at: the report as read, its findings and scores, and where things stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from yosnlp.frameworks import Domain, Framework, Standard
from yosnlp.records import Block, Finding, Remark, Report, Scores, Section, SectionKind
from yosnlp.text import View, view

_BODY: frozenset[SectionKind] = frozenset({"domain", "chapter"})
#: Parts of a theme that say what inspectors expect, or show the data, before or after what they found.
_ABOUT_THE_METHOD: frozenset[SectionKind] = frozenset({"methodology", "results"})


@dataclass(frozen=True)
class Material:
    """A report as read. ``framework`` is None where the report is of no programme that is known."""

    report: Report
    findings: Sequence[Finding]
    scores: Scores
    framework: Framework | None

    @cached_property
    def views(self) -> list[View]:
        """What can be seen of each block."""
        return [view(self.report.document, block.start, block.end) for block in self.report.document.blocks]

    @cached_property
    def labelled(self) -> list[str]:
        """The text of each block behind its sign: "2.1. Assessment"."""
        blocks = self.report.document.blocks
        return [f"{b.marker} {v.text}" if b.marker else v.text for b, v in zip(blocks, self.views, strict=True)]

    @cached_property
    def _starts(self) -> list[int]:
        return [section.start for section in self.report.sections]

    @cached_property
    def _finding_starts(self) -> list[int]:
        return sorted(finding.start for finding in self.findings)

    def section_at(self, offset: int) -> int | None:
        """Index of the innermost section that holds ``offset``."""
        sections = self.report.sections
        index: int | None = bisect_right(self._starts, offset) - 1
        while index is not None and index >= 0 and sections[index].end <= offset:
            index = sections[index].parent if sections[index].parent is not None else index - 1
        return index if index is not None and index >= 0 else None

    def outermost(self, index: int) -> Section:
        """The part of the report that a section lies in; itself if it lies in none."""
        section = self.report.sections[index]
        while section.parent is not None:
            section = self.report.sections[section.parent]
        return section

    @cached_property
    def body(self) -> list[Section]:
        """The sections of the domains, or chapters, themselves, not those of tables, forewords and annexes."""
        return [s for i, s in enumerate(self.report.sections) if self.outermost(i).kind in _BODY]

    def in_body(self, block: Block) -> bool:
        """Whether a block lies in a domain or chapter of its own, and tells of the service rather than the method."""
        index = self.section_at(block.start)
        if index is None or self.outermost(index).kind not in _BODY:
            return False
        return self.report.sections[index].kind not in _ABOUT_THE_METHOD

    def findings_in(self, start: int, end: int) -> int:
        """How many findings begin in a stretch of the text."""
        return bisect_right(self._finding_starts, end - 1) - bisect_right(self._finding_starts, start - 1)

    @cached_property
    def unrated(self) -> frozenset[str]:
        """Numbers of domains and ids of standards that the report says were not rated."""
        levels = ("domain", "standard")
        rated = self.scores.ratings
        return frozenset(r.standard_id for r in rated if r.standard_id and r.level in levels and _without_value(r))

    def expected(self) -> list[tuple[Domain, list[Standard]]]:
        """The domains and standards that the report should have sections for.

        All of the programme, less what the report says was not rated; domains and standards that not all reports of
        the programme have only where this one names them.
        """
        if self.framework is None:
            return []
        named = {section.domain for section in self.report.sections}
        should = []
        for domain in self.framework.domains:
            if domain.number in self.unrated or (domain.optional and domain.id not in named):
                continue
            standards = [
                s
                for s in domain.standards
                if s.id not in self.unrated and (s.id in self.report.expected or not (s.rated_apart or s.optional))
            ]
            if standards:
                should.append((domain, standards))
        return should

    def remark(self, code: str, says: str, offset: int | None = None) -> Remark:
        """A remark, with the page and the section of the place that it is about."""
        if offset is None:
            return Remark(code=code, says=says)
        inside = self.section_at(offset)
        sections = self.report.sections
        return Remark(
            code=code,
            says=says,
            page=self.report.document.page_at(min(offset, max(len(self.report.document.text) - 1, 0))),
            offset=offset,
            section=(sections[inside].heading or None) if inside is not None else None,
        )


def _without_value(rating: object) -> bool:
    return getattr(rating, "value", None) is None and getattr(rating, "percent", None) is None
