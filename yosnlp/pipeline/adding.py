"""Reports into a corpus: what is new, changed, moved, said twice or not readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from yosnlp import reading
from yosnlp.errors import UnreadableInput, YosnlpError
from yosnlp.exchange import certificate_entry, in_part
from yosnlp.pipeline.coder import Coder
from yosnlp.pipeline.seen import same, statements
from yosnlp.pipeline.tagging import Progress, fault
from yosnlp.reading import Input, Options
from yosnlp.records import InPart, Report, TaggedReport, Unread
from yosnlp.store import Corpus, Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of each input. The ids are those that the reports have in the corpus.

    ``moved`` are unchanged reports whose file is elsewhere now. ``partial``: those not known to be whole. ``others``:
    reports of the corpus that another model tagged.
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    partial: tuple[InPart, ...] = ()
    others: int = 0


def add(
    paths: Sequence[Path],
    corpus: Corpus,
    *,
    model: str | None = None,
    options: Options | None = None,
    allow_other: bool = False,
    progress: Progress | None = None,
) -> Added:
    """Read, tag and store every report that ``paths`` name: files, folders and archives; one at a time, each whole.

    A file that the corpus has, tagged by the same model, is passed over. ``model``: as `Coder.of`; ``allow_other``: as
    `tag`. ``progress`` is called with the number done, the number of all, and the file just done. Raises NoReports if
    there is nothing to read, CorpusError if the corpus cannot be written: what was stored before stays.
    """
    files = reading.inputs(paths)
    adding = _Adding(corpus, Coder.of(corpus, model), options or Options(), allow_other=allow_other)
    for done, file in enumerate(files, start=1):
        try:
            adding.take(file)
        except UnreadableInput as e:
            adding.unread.append(Unread(source=e.source, reason=f"{e.reason}. {e.mend}"))
        except YosnlpError:
            raise
        except Exception as e:
            adding.unread.append(fault(file, e))
        if progress is not None:
            progress(done, len(files), file.source)
    return adding.outcome()


_OUTCOMES = ("added", "replaced", "unchanged", "moved")


@dataclass(slots=True)
class _Adding:
    """One run: the corpus, the model, and what became of the files so far."""

    corpus: Corpus
    coder: Coder
    options: Options
    allow_other: bool = False
    ids: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _OUTCOMES})
    unread: list[Unread] = field(default_factory=list)
    partial: list[InPart] = field(default_factory=list)

    def take(self, file: Input) -> None:
        """Bring the corpus up to date with one file. Raises UnreadableInput, CorpusError."""
        stored = self.corpus.known(sha256) if (sha256 := file.sha256()) else None
        if stored is not None and _elsewhere(stored, file):
            self._repeated(file, stored)
        elif stored is not None and self.coder.tagged(stored):
            self._unchanged(file, stored)
        else:
            self._read(file)

    def outcome(self) -> Added:
        """What became of all files."""
        return Added(
            **{name: tuple(ids) for name, ids in self.ids.items()},
            unread=tuple(self.unread),
            partial=tuple(self.partial),
            others=sum(not self.coder.tagged(stored) for stored in self.corpus.stored()),
        )

    def _unchanged(self, file: Input, stored: Stored) -> None:
        if stored.source_path == file.where:
            self.ids["unchanged"].append(stored.report_id)
        else:
            self.corpus.moved(stored.report_id, Path(file.source))
            self.ids["moved"].append(stored.report_id)
        if stored.in_part:
            self.partial.append(replace(stored.in_part, source=file.source))

    def _read(self, file: Input) -> None:
        document = reading.read(file, self.options)
        before = self.corpus.known_text(document.text)
        if before is not None and _elsewhere(before, file):
            self._repeated(file, before)
            return
        tagged = self.coder.tag(document, allow_other=self.allow_other)
        before = before or self._former(tagged.report, file) or self._same(tagged)
        if before is not None and _elsewhere(before, file):
            self._repeated(file, before)
            return
        report_id = self.coder.keep(tagged, self.corpus, replaces=before.report_id if before else None)
        self.ids["replaced" if before else "added"].append(report_id)
        self._in_part(tagged)

    def _former(self, report: Report, file: Input) -> Stored | None:
        """The former content of the file; None if that was of another service or year: the name was used again."""
        before = self.corpus.known_at(Path(file.source))
        return before if before and _may_agree(report.service, before.service, report.year, before.year) else None

    def _same(self, tagged: TaggedReport) -> Stored | None:
        """The report that says the same in a file of another format."""
        said = statements(finding.text for finding in tagged.findings)
        others = self.corpus.said(tagged.report.programme, tagged.report.service)
        return next((stored for stored, texts in others if same(said, statements(texts))), None)

    def _in_part(self, tagged: TaggedReport) -> None:
        if told := in_part(certificate_entry(tagged)):
            self.partial.append(told)

    def _repeated(self, file: Input, stored: Stored) -> None:
        reason = f"the same report as {stored.source_file}, read once."
        self.unread.append(Unread(source=file.source, reason=reason, repeated=True))


def _elsewhere(stored: Stored, file: Input) -> bool:
    """Whether the report is stored from another file, which is still there and still holds it."""
    other = reading.Input.at(Path(stored.source_path))
    return other.where != file.where and other.sha256() == stored.sha256


def _may_agree(service: str | None, other: str | None, year: int | None, other_year: int | None) -> bool:
    """Whether both may be the same: what is not known speaks against nothing."""
    pairs = ((service, other), (year, other_year))
    return all(a is None or b is None or a == b for a, b in pairs)
