"""The outcome of a run."""

from __future__ import annotations

from dataclasses import dataclass, replace

from yosnlp.records.certificate import Certificate
from yosnlp.records.findings import Finding, ThemeScore
from yosnlp.records.ratings import Link, Scores
from yosnlp.records.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedReport:
    """All that was read out of one report."""

    report: Report
    findings: tuple[Finding, ...]
    themes: dict[str, tuple[ThemeScore, ...]]
    scores: Scores
    links: tuple[Link, ...]
    certificate: Certificate | None = None

    def named(self, report_id: str) -> TaggedReport:
        """The same with another id, also in front of the ids of its findings."""

        def moved(finding_id: str) -> str:
            return report_id + finding_id.removeprefix(self.report.id)

        return replace(
            self,
            report=replace(self.report, id=report_id),
            findings=tuple(
                replace(f, id=moved(f.id), report_id=report_id, repeat_of=moved(f.repeat_of) if f.repeat_of else None)
                for f in self.findings
            ),
            themes={moved(finding_id): scores for finding_id, scores in self.themes.items()},
            links=tuple(replace(link, finding_id=moved(link.finding_id)) for link in self.links),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input that was not read, and why. ``repeated``: its text was read from another file."""

    source: str
    reason: str
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made an output: enough to make it again."""

    version: str
    codebook_version: int
    model: str
    model_sha256: str
    options: dict[str, str | float | int | bool]
    inputs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The outcome of a run over many inputs. ``themes`` are those coded by, id and label, in codebook order."""

    reports: tuple[TaggedReport, ...]
    unread: tuple[Unread, ...]
    themes: tuple[tuple[str, str], ...]
    provenance: Provenance
