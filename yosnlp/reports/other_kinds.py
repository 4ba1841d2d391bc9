"""The inspectorate's reports that are no inspection of one youth service: which of them a document is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict

from yosnlp import resources
from yosnlp.records import Document, ReportKind
from yosnlp.reports import patterns
from yosnlp.text import plain, view

YOUTH = re.compile(r"(?i:youth (?:offending|justice))|\bY(?:OS|OT|JS)s?\b")
PROBATION = re.compile(r"\bprobation\b", re.I)
_TITLE = 1500  # characters in which a report says what it is
_LONGEST_LINE = 160  # characters of a line of the title


@dataclass(frozen=True, slots=True)
class Other:
    """A kind of report, and in words what a document of that kind is."""

    kind: ReportKind
    what: str


class OtherReport(BaseModel):
    """A kind of report: words of its title, and words that it uses more often than those of youth justice."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: ReportKind
    what: str
    title: tuple[str, ...] = ()
    throughout: tuple[str, ...] = ()


@cache
def known() -> tuple[OtherReport, ...]:
    """All kinds, in the order in which they are tried."""
    raw = yaml.safe_load(resources.corpus("other_reports.yaml").read_text(encoding="utf-8"))
    return tuple(OtherReport.model_validate(entry) for entry in raw)


def other_kind(document: Document, text: str) -> Other | None:
    """Which other report ``document``, with the visible ``text``, is; None if none of them.

    A title that names one service is that of its inspection, whatever is named after it.
    """
    youth = len(YOUTH.findall(text))
    for report in known():
        named = len(_pattern(report.throughout).findall(text)) if report.throughout else 0
        if named > youth:
            return Other(report.kind, f"{report.what} (named {named} times, youth justice {youth})")
    for line in _title(document):
        for report in known():
            if report.title and _pattern(report.title).search(line):
                return Other(report.kind, report.what)
        if any(pattern.search(line) for pattern in patterns.TITLE_OF_AN_INSPECTION):
            return None
    return None


def _title(document: Document) -> Iterator[str]:
    """The lines of the title: short ones at the start that are no sentences."""
    seen = 0
    for block in document.blocks:
        line = plain(view(document, block.start, min(block.end, block.start + 2 * _LONGEST_LINE)).text)
        seen += block.end - block.start
        if seen > _TITLE:
            return
        if 0 < len(line) <= _LONGEST_LINE and not line.endswith("."):
            yield line


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words; abbreviations in capitals as printed, all others in any case."""
    each = [re.escape(w) if w.isupper() or w[:-1].isupper() else f"(?i:{re.escape(w)})" for w in words]
    return re.compile(rf"\b(?:{'|'.join(sorted(each, key=len, reverse=True))})\b")
