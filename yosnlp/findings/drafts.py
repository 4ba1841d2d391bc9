"""What the two ways of finding findings, lists and prose, hand on before polarity is known."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from yosnlp.records import Block, FindingKind, Report, Section, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A stretch of the report that is a finding. ``section`` is the index of the section it stands in."""

    span: Span
    section: int
    kind: FindingKind
    addressee: str | None = None


class Outline:
    """Which section each block of a report lies in, and what that lies in."""

    def __init__(self, report: Report) -> None:
        self.sections = report.sections
        self._starts = [s.start for s in report.sections]

    def innermost(self, block: Block) -> int:
        """Index of the innermost section that holds the start of ``block``."""
        index = bisect_right(self._starts, block.start) - 1
        while index > 0 and self.sections[index].end <= block.start:
            parent = self.sections[index].parent
            index = parent if parent is not None else index - 1
        return index

    def above(self, index: int) -> list[Section]:
        """The section and those it lies in, innermost first."""
        chain = [self.sections[index]]
        while (parent := chain[-1].parent) is not None:
            chain.append(self.sections[parent])
        return chain
