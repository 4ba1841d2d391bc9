"""From files to tagged reports: the order of the steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import yosnlp
from yosnlp import findings, ratings, reading, reports, themes
from yosnlp.certificate import certify
from yosnlp.errors import UnreadableInput
from yosnlp.frameworks import frameworks
from yosnlp.pipeline.seen import Seen, Sighting
from yosnlp.reading import Input, Options
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
from yosnlp.text import View, view
from yosnlp.themes import Models, Scored

Progress = Callable[[int, int, str], None]


def tag(
    paths: Sequence[Path],
    *,
    model: str | None = None,
    options: Options | None = None,
    allow_other: bool = False,
    progress: Progress | None = None,
) -> Results:
    """Read and tag every report that ``paths`` name: files, folders and archives.

    What cannot be read is told in ``Results.unread`` and does not stop the rest; so are reports that are no inspection
    of one service, unless ``allow_other`` (see `reports.understand`). ``progress`` is called with the number done, the
    number of all, and the file just done. Raises NoReports if there is nothing to read, YosnlpError for an unknown
    ``model``.
    """
    files = reading.inputs(paths)
    tagger = Tagger(themes.load(model), options or Options(), allow_other=allow_other)
    outcomes: list[TaggedReport | Unread] = []
    for done, file in enumerate(files, start=1):
        outcomes.append(tagger.outcome(file))
        if progress is not None:
            progress(done, len(files), file.source)
    tagged = tuple(outcome for outcome in outcomes if isinstance(outcome, TaggedReport))
    return Results(
        reports=tagged,
        unread=tuple(outcome for outcome in outcomes if isinstance(outcome, Unread)),
        themes=tagger.themes,
        provenance=tagger.provenance({t.report.document.source: t.report.document.sha256 for t in tagged}),
    )


@dataclass(slots=True)
class Tagger:
    """Reads and tags one file after another, and knows those before: each report is read once."""

    models: Models
    options: Options
    allow_other: bool = False
    seen: Seen = field(default_factory=Seen)

    @property
    def themes(self) -> tuple[tuple[str, str], ...]:
        """Id and label of the themes that are coded, in the order of the codebook."""
        return tuple((theme.id, theme.label) for theme in self.models.codebook.themes)

    def provenance(self, inputs: Mapping[str, str]) -> Provenance:
        """What makes the output, of the ``inputs`` with their hashes."""
        options = asdict(self.options) | {"allow_other": self.allow_other}
        return Provenance(
            version=yosnlp.__version__,
            codebook_version=self.models.codebook.version,
            model=self.models.name,
            model_sha256=self.models.sha256,
            options={name: value for name, value in options.items() if value},
            inputs=dict(inputs),
        )

    def outcome(self, file: Input) -> TaggedReport | Unread:
        """The tagged report in ``file``, or why there is none; whatever the file holds, the next one can follow."""
        try:
            document = reading.read(file, self.options)
            before = self.seen.text(document)
            if before is None:
                tagged = tag_document(document, self.models, allow_other=self.allow_other)
                before = self.seen.report(tagged)
        except UnreadableInput as e:
            return Unread(source=e.source, reason=f"{e.reason}. {e.mend}")
        except Exception as e:  # a fault of ours costs this file, not the batch
            return fault(file, e)
        if before is not None:
            return Unread(source=file.source, reason=f"the same report as {before.source}, read once.", repeated=True)
        tagged = self.seen.named(tagged)
        self.seen.add(Sighting.of(tagged))
        return tagged


def fault(file: Input, error: Exception) -> Unread:
    """A file that was not read through a fault of ours."""
    return Unread(source=file.source, reason=f"a fault in yosnlp ({type(error).__name__}: {error}). Please report it.")


def tag_one(path: Path, *, model: str | None = None, options: Options | None = None) -> TaggedReport:
    """Read and tag the report in the file ``path``. Raises UnreadableInput if it cannot be read."""
    return tag_document(reading.read(path, options), themes.load(model))


def tag_document(document: Document, models: Models, *, allow_other: bool = False) -> TaggedReport:
    """Tag a document that was read. Raises NotAReport if it is no inspection report, and none that is allowed."""
    report = reports.understand(document, allow_other=allow_other)
    framework = frameworks()[report.programme]
    found = findings.extract(report, framework, models.polarity)
    scores = ratings.read_scores(report, framework)
    links = ratings.link(found, framework, scores)
    coded = models.themes.code([finding.text for finding in found], [finding.listed for finding in found])
    report = _without_unrated(report, scores)
    return TaggedReport(
        report=report,
        findings=_with_standards(found, links),
        themes={f.id: _theme_scores(f, view(document, f.start, f.end), c) for f, c in zip(found, coded, strict=True)},
        scores=scores,
        links=links,
        certificate=certify(report, found, scores, framework),
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
