"""Reports on an invented service, in the manner of each programme, made of the parts that a test names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from yosnlp.frameworks import Domain, Framework, Standard, frameworks
from yosnlp.reading.plain import read_markdown, read_plain
from yosnlp.records import Document, Report, Section
from yosnlp.reports import understand

TITLE = "An inspection of youth offending services in Exbourne\n\nHM Inspectorate of Probation\n"
FOREWORD = """Foreword

The youth offending service (YOS) of Exbourne is an invented one. Its youth justice board meets on the moor, the YOS has
no roof, and no child has ever been to the YOS. Inspectors came to see it all the same.
"""
PROSE = """The inspectors walked over the moor to look at this, and sat down by the river after seeing enough. What
they saw is written here at some length, so that a reader who was not there may know of it too.
"""


def prose(times: int = 3) -> str:
    return f"{PROSE}\n" * times


def heading(domain: Domain) -> str:
    return f"{domain.number}. {domain.name}\n"


def standard_heading(standard: Standard, rating: str = "") -> str:
    return f"{standard.id}. {standard.name} {rating}".rstrip() + "\n"


def domain_section(domain: Domain, *, summary: str = "", standards: Iterable[Standard] | None = None) -> str:
    """A domain of the body: an opening line, each standard with its prose, and a summary."""
    parts = [heading(domain), "What was seen of it is told below."]
    for standard in domain.standards if standards is None else standards:
        parts += [standard_heading(standard), prose()]
    return "\n\n".join([*parts, summary]) + "\n"


def body(framework: Framework, *, without: Iterable[str] = ()) -> str:
    """The domains of ``framework`` without those named."""
    return "\n".join(domain_section(d) for d in framework.domains if d.id not in set(without))


def report_text(framework: Framework, *, front: str = TITLE, without: Iterable[str] = (), more: str = "") -> str:
    return "\n\n".join([front, FOREWORD, body(framework, without=without), more])


def document(text: str, *, markdown: bool = False) -> Document:
    return (read_markdown if markdown else read_plain)(text.encode(), str(Path("in") / "Exbourne 2019.txt"))


def understood(text: str, known: Mapping[str, Framework] | None = None, *, markdown: bool = False) -> Report:
    return understand(document(text, markdown=markdown), known)


def as_2018(text: str) -> Report:
    """``text`` with the body of a report of the 2018 programme after it."""
    return understood(f"{text}\n\n{FOREWORD}\n{body(frameworks()['2018'])}")


def outline(report: Report, *, within: str | None = None) -> list[str]:
    """The sections, a line each: set in by depth, with kind, domain or standard. ``within`` a part of that kind."""
    lines = []
    for section in report.sections:
        above = list(_above(section, report.sections))
        if within is None or within in [s.kind for s in above]:
            depth = len(above) - (0 if within is None else 1)
            lines.append("  " * depth + " ".join(filter(None, (section.kind, section.standard_id or section.domain))))
    return lines


def _above(section: Section, sections: tuple[Section, ...]) -> Iterable[Section]:
    while section.parent is not None:
        section = sections[section.parent]
        yield section
