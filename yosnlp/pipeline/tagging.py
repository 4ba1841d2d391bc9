"""From files to tagged reports: the order of the steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import yosnlp
from yosnlp import findings, ratings, reading, reports, themes
from yosnlp.errors import UnreadableInput
from yosnlp.frameworks import frameworks
from yosnlp.records import (
    Document,
    Evidence,
    Finding,
    Link,
    Provenance,
    Report,
    Results,
    Scores,
    TaggedReport,
    ThemeScore,
    Unread,
)
from yosnlp.text import View, letters, view
from yosnlp.themes import Models, Scored

Progress = Callable[[int, int, str], None]


def tag(paths: Sequence[Path], *, model: str | None = None, progress: Progress | None = None) -> Results:
    """Read and tag every report that ``paths``, files or folders, name.

    What cannot be read is told in ``Results.unread`` and does not stop the rest. ``progress`` is
    called with the number done, the number of all, and the file just done. Raises NoReports if there
    is nothing to read, YosnlpError for an unknown ``model``.
    """
    files = reading.inputs(paths)
    models = themes.load(model)
    tagged: list[TaggedReport] = []
    unread: list[Unread] = []
    hashes: dict[str, str] = {}
    said: dict[str, str] = {}
    for done, file in enumerate(files, start=1):
        try:
            document = reading.read(file)
            text = letters(document.text)
            if text in said:
                reason = f"the same report as {said[text]}, read once."
                unread.append(Unread(source=file.source, reason=reason, repeated=True))
            else:
                tagged.append(tag_document(document, models))
                said[text] = hashes[document.sha256] = file.source
        except UnreadableInput as e:
            unread.append(Unread(source=e.source, reason=f"{e.reason}. {e.mend}"))
        if progress is not None:
            progress(done, len(files), file.source)
    provenance = Provenance(
        version=yosnlp.__version__,
        codebook_version=models.codebook.version,
        model=models.name,
        model_sha256=models.sha256,
        options={},
        inputs={source: sha256 for sha256, source in hashes.items()},
    )
    coded = tuple((theme.id, theme.label) for theme in models.codebook.themes)
    return Results(reports=tuple(_distinct(tagged)), unread=tuple(unread), themes=coded, provenance=provenance)


def tag_one(path: Path, *, model: str | None = None) -> TaggedReport:
    """Read and tag the report in the file ``path``. Raises UnreadableInput if it cannot be read."""
    return tag_document(reading.read(path), themes.load(model))


def tag_document(document: Document, models: Models) -> TaggedReport:
    """Tag a document that was read. Raises NotAReport if it is no inspection report."""
    report = reports.understand(document)
    framework = frameworks()[report.programme]
    found = findings.extract(report, framework, models.polarity)
    scores = ratings.read_scores(report, framework)
    links = ratings.link(found, framework, scores)
    coded = models.themes.code([finding.text for finding in found], [finding.listed for finding in found])
    return TaggedReport(
        report=_without_unrated(report, scores),
        findings=_with_standards(found, links),
        themes={f.id: _theme_scores(f, view(document, f.start, f.end), c) for f, c in zip(found, coded, strict=True)},
        scores=scores,
        links=links,
    )


def _without_unrated(report: Report, scores: Scores) -> Report:
    """``report`` missing nothing that it says was not rated: a small service may have a domain without cases."""
    unrated = {r.standard_id for r in scores.ratings if r.level in ("domain", "standard") and r.value is None}
    left = (s for s in report.missing if s not in unrated and s[0] not in unrated)
    return replace(report, missing=tuple(left))


def _with_standards(found: Sequence[Finding], links: Sequence[Link]) -> tuple[Finding, ...]:
    """``found``, those that stand in no standard's section placed where a link says that they belong."""
    standard = {link.finding_id: link.target_id for link in links if link.target == "standard"}
    return tuple(f if f.standard_id else replace(f, standard_id=standard.get(f.id)) for f in found)


def _theme_scores(finding: Finding, shown: View, coded: Sequence[Scored]) -> tuple[ThemeScore, ...]:
    """The scores of a finding, the evidence pointed at in the document."""
    scores = []
    for scored in coded:
        evidence = []
        for start, end in scored.spans:
            span = shown.span(start, end)
            evidence.append(Evidence(theme=scored.theme, text=finding.text[start:end], start=span.start, end=span.end))
        scores.append(
            ThemeScore(
                theme=scored.theme,
                probability=scored.probability,
                assigned=scored.assigned,
                evidence=tuple(evidence),
            )
        )
    return tuple(scores)


def _distinct(tagged: Sequence[TaggedReport]) -> list[TaggedReport]:
    """``tagged`` with ids that name one report each: files of one name in two folders get their hash."""
    often = Counter(t.report.id for t in tagged)
    return [t if often[t.report.id] == 1 else t.named(f"{t.report.id}-{t.report.document.sha256[:8]}") for t in tagged]
